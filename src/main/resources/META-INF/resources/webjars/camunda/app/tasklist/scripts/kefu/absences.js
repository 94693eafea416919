/* Absences: who is away and who acts meanwhile. Everybody for oneself; superiors and administrators for those below, and for those who leave. The server decides. */
import { confirmed, dialog } from './dialogs.js';
import { notice } from './notices.js';
import { element } from './page.js';
import { call } from './requests.js';

const ADDRESS = '/camunda/api/kefu/absences';
const LONGEST_REASON = 500;
const COMES = 'New and open tasks come to the deputy, who acts on behalf of the absent person. It ends by itself. 新任務與未完成任務轉由代理人代辦，期滿自動結束。';
const GOES = 'Everything that this person has or would get goes to the successor, for good. 此人現有及日後的任務均永久轉由接手人辦理。';
const BACK = 'Tasks that the deputy has not finished go back at once. 代理人尚未完成的任務立即交回。';

/** Plugin of point `tasklist.navbar.action`. */
export const absencesEntry = {
  id: 'kefu-absences',
  pluginPoint: 'tasklist.navbar.action',
  priority: 86,
  render: node => {
    const open = element('a', 'kefu-navbar-entry kefu-absences-entry', element('span', 'glyphicon glyphicon-user'), ' Absence 缺勤代理');
    open.href = '#';
    open.setAttribute('role', 'button');
    open.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      openAbsences();
    });
    node.replaceChildren(open);
  },
  unmount: () => {}
};

async function openAbsences() {
  const content = element('div', 'kefu-absences');
  dialog('Absence 缺勤代理', content).classList.add('kefu-wide');
  try {
    const offer = await call(`${ADDRESS}/offer`);
    const list = element('div');
    list.setAttribute('aria-live', 'polite');
    const refresh = () => show(list, offer, refresh);
    content.replaceChildren(element('p', 'kefu-note', COMES), entry(offer, refresh), list, ...(offer.below.length > 0 ? [leaver(offer, refresh)] : []));
    content.querySelector('select, input')?.focus();
    await refresh();
  } catch (error) {
    content.replaceChildren(problem(error.message));
  }
}

async function show(list, offer, refresh) {
  try {
    const all = await call(ADDRESS);
    list.replaceChildren(element('h4', null, 'Absences 缺勤'), all.length === 0 ? element('p', 'kefu-none', 'Nobody is absent. 目前無人缺勤。')
      : element('div', 'kefu-report-scroll', element('table', 'table kefu-absence-table',
        element('thead', null, element('tr', null, ...['Absent 缺勤人', 'From 自', 'Until 至', 'Deputy 代理人', 'State 狀態', 'Tasks with the deputy 代辦任務', 'Actions 操作'].map(title => element('th', null, title)))),
        element('tbody', null, ...all.map(one => row(one, offer, refresh))))));
  } catch (error) {
    list.replaceChildren(problem(error.message));
  }
}

function row(one, offer, refresh) {
  const open = one.state === 'PLANNED' || one.state === 'ACTIVE';
  const line = element('tr', open ? null : 'kefu-ended', element('td', null, named(one.person, offer), one.reason ? element('div', 'kefu-case-facts', one.reason) : null),
    element('td', 'kefu-number', one.from), element('td', 'kefu-number', one.until ?? 'For good 永久'), element('td', null, named(one.deputy, offer)),
    element('td', one.state === 'ACTIVE' ? 'kefu-absent-now' : null, one.stateLabel), element('td', 'kefu-count', String(one.tasks)), element('td', 'kefu-file-buttons', ...actions(one, offer, refresh)));
  line.dataset.absence = one.id;
  return line;
}

const named = (person, offer) => person.id === offer.userId ? element('strong', null, `${person.name} (you 本人)`) : person.name;

function actions(one, offer, refresh) {
  if (!one.mayChange) {
    return [];
  }
  const title = `${one.person.name} · ${one.from}`;
  const change = button('Change 變更', () => openChange(one, offer, refresh));
  const end = button(one.state === 'PLANNED' ? 'Call off 取消' : 'End now 立即結束', async () => {
    if (await confirmed(`${title}: ${one.state === 'PLANNED' ? 'call off 取消' : 'end 結束'}?`, BACK, one.state === 'PLANNED' ? 'Call off 取消' : 'End now 立即結束')) {
      await call(`${ADDRESS}/${one.id}/end`, { method: 'POST' }).then(() => done(`${title}: ended 已結束`), error => notice(error.message));
      await refresh();
    }
  });
  [change, end].forEach(action => action.setAttribute('aria-label', `${action.textContent}: ${title}`));
  return one.kind === 'LEAVING' ? [end] : [change, ' ', end];
}

function openChange(one, offer, refresh) {
  const until = day(one.until);
  const deputy = people(offer.colleagues.filter(person => person.id !== one.person.id), one.deputy.id);
  const reason = text(one.reason);
  const form = sheet([field('until', 'Until 結束日期 *', until), field('deputy', 'Deputy 代理人 *', deputy), field('reason', 'Reason 原因', reason)], 'Save 儲存',
    () => call(`${ADDRESS}/${one.id}`, { method: 'PUT', body: JSON.stringify({ until: until.value || null, deputy: deputy.value, reason: reason.value }) }),
    async () => {
      box.close();
      done(`${one.person.name}: changed 已變更`);
      await refresh();
    });
  const box = dialog(`Change absence 變更缺勤: ${one.person.name} · ${one.from}`, form);
}

function entry(offer, refresh) {
  const me = offer.colleagues.find(person => person.id === offer.userId);
  const person = people([...(me ? [{ ...me, name: `${me.name} (you 本人)`, section: 'You 本人' }] : []), ...offer.below], me?.id);
  person.disabled = person.options.length < 2;
  const [from, until, reason] = [day(), day(), text()];
  const deputy = people([], null);
  const offerDeputies = () => fill(deputy, offer.colleagues.filter(one => one.id !== person.value), deputy.value);
  person.addEventListener('change', offerDeputies);
  offerDeputies();
  return element('section', null, element('h4', null, 'Enter an absence 登記缺勤'), sheet([field('person', 'Absent person 缺勤人 *', person), field('from', 'From 開始日期 *', from),
    field('until', 'Until 結束日期 *', until), field('deputy', 'Deputy 代理人 *', deputy), field('reason', 'Reason 原因', reason)], 'Enter 登記',
  () => call(ADDRESS, { method: 'POST', body: JSON.stringify({ person: person.value, from: from.value || null, until: until.value || null, deputy: deputy.value, reason: reason.value }) }),
  async entered => {
    [from, until, reason, deputy].forEach(input => { input.value = ''; });
    done(`${entered.person.name}: absence entered, deputy ${entered.deputy.name} 已登記缺勤及代理人`);
    await refresh();
  }));
}

function leaver(offer, refresh) {
  const person = people(offer.below, null);
  const deputy = people(offer.colleagues, null);
  const reason = text();
  const form = sheet([field('person', 'Leaver 離職人員 *', person), field('deputy', 'Successor 接手人 *', deputy), field('reason', 'Reason 原因 *', reason)], 'Hand over 移交', async () => {
    const who = person.selectedOptions[0]?.textContent;
    return !person.value || await confirmed(`Hand over 移交: ${who}?`, GOES, 'Hand over 移交')
      ? call(`${ADDRESS}/leavers`, { method: 'POST', body: JSON.stringify({ person: person.value, deputy: deputy.value, reason: reason.value }) }) : null;
  }, async left => {
    [person, deputy, reason].forEach(input => { input.value = ''; });
    done(`${left.person.name}: handed over to 已移交 ${left.deputy.name}`);
    await refresh();
  });
  return element('details', 'kefu-fold kefu-leaver', element('summary', null, 'Somebody leaves 離職移交'), element('p', 'kefu-note', GOES), form);
}

/** A form that says at each field what the server says is wrong with it; a request that was not sent after all answers null. */
function sheet(fields, action, send, then) {
  const save = Object.assign(element('button', 'btn btn-primary', action), { type: 'submit' });
  const wrong = problem('');
  const form = element('form', 'kefu-absence-form', ...fields.map(one => one.node), element('div', 'kefu-absence-send', save, wrong));
  form.noValidate = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    save.disabled = true;
    wrong.replaceChildren();
    fields.forEach(one => one.says(null));
    try {
      const answer = await send();
      if (answer !== null) {
        await then(answer);
      }
    } catch (error) {
      const named = fields.filter(one => error.errors?.some(fault => fault.field === one.name));
      named.forEach(one => one.says(error.errors.find(fault => fault.field === one.name).message));
      wrong.replaceChildren(named.length > 0 ? '' : error.message);
      named[0]?.input.focus();
    } finally {
      save.disabled = false;
    }
  });
  return form;
}

let counter = 0;

function field(name, label, input) {
  const said = element('span', 'kefu-problem');
  said.id = `kefu-absence-${counter += 1}`;
  said.setAttribute('role', 'alert');
  input.name = name;
  const node = element('div', 'kefu-absence-field', element('label', null, label, input), said);
  return { name, input, node, says: message => {
    said.replaceChildren(message ?? '');
    input.setAttribute('aria-invalid', String(Boolean(message)));
    input.setAttribute('aria-describedby', said.id);
  } };
}

function people(all, chosen) {
  const select = element('select', 'form-control');
  fill(select, all, chosen);
  return select;
}

/** Section by section; the first line is no choice, unless there is but one person. */
function fill(select, all, chosen) {
  const sections = [...new Set(all.map(person => person.section))];
  select.replaceChildren(...(all.length === 1 ? [] : [Object.assign(element('option', null, '– Choose 請選擇 –'), { value: '' })]), ...sections.map(section => {
    const group = element('optgroup', null, ...all.filter(person => person.section === section)
      .map(person => Object.assign(element('option', null, `${person.name} · ${person.id}`), { value: person.id })));
    group.label = section;
    return group;
  }));
  if (chosen && all.some(person => person.id === chosen)) {
    select.value = chosen;
  }
}

const day = value => Object.assign(element('input', 'form-control'), { type: 'date', value: value ?? '' });
const text = value => Object.assign(element('input', 'form-control'), { type: 'text', maxLength: LONGEST_REASON, value: value ?? '' });

function button(label, action) {
  const node = Object.assign(element('button', 'btn btn-default btn-sm', label), { type: 'button' });
  node.addEventListener('click', action);
  return node;
}

function problem(message) {
  const node = element('p', 'kefu-problem', message);
  node.setAttribute('role', 'alert');
  return node;
}

/** The task list beside the page may have changed. */
function done(sentence) {
  notice(sentence);
  window.angular?.element(document.body).injector()?.get('$rootScope').$broadcast('refresh');
}
