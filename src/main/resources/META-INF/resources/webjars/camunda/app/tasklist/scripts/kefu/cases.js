/* What people tell a case outside of its tasks: events, corrections, withdrawal, cancelling. For whoever has a task of the case, and for whoever has none. */
import { showAttachments } from './attachments.js';
import { showDeadlines } from './deadlines.js';
import { dialog } from './dialogs.js';
import { showDocuments } from './documents.js';
import { drawForm, focusWithin } from './forms.js';
import { notice } from './notices.js';
import { showOverview } from './overview.js';
import { element } from './page.js';
import { markRefused } from './refusals.js';
import { call } from './requests.js';

const LONGEST_REASON = 500;
const GROUPS = [
  ['event', 'Report an event 登記事件'],
  ['correction', 'Correct a form 更正表單'],
  ['cancellation', 'Cancel 取消']
];
const DECIDED = 'The form gets a second version; the first stays in the history. What rules and steps decided before stays decided. '
  + '表單將保存為新版本，原版本留存於歷史；先前已作出的判定不會重做。';
const OVER = 'This case has ended, or there is nothing that you could tell it. 案件已結束，或您無可執行的操作。';
const ENDS = 'The case ends at once with all its open tasks. Nothing is deleted. 案件及其所有未完成任務立即結束；資料不會刪除。';

/** Plugin of point `tasklist.task.detail`. */
export const caseActionsTab = {
  id: 'kefu-case-actions',
  pluginPoint: 'tasklist.task.detail',
  priority: 690,
  properties: { label: 'Case actions 案件操作' },
  render: (node, { taskId }) => {
    const address = `/camunda/api/kefu/tasks/${encodeURIComponent(taskId)}/case`;
    showCase(node, address, true);
  },
  unmount: () => {}
};

/** Plugin of point `tasklist.navbar.action`. */
export const casesEntry = {
  id: 'kefu-cases',
  pluginPoint: 'tasklist.navbar.action',
  priority: 90,
  render: node => {
    const open = element('a', 'kefu-navbar-entry kefu-cases-entry', element('span', 'glyphicon glyphicon-folder-open'), ' Cases 案件');
    open.href = '#';
    open.setAttribute('role', 'button');
    open.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      openCases();
    });
    node.replaceChildren(open);
  },
  unmount: () => {}
};

/** Shows one case, with what the person may tell it and read of it. */
export const openCase = caseNumber => openCases(caseNumber);

function openCases(chosenNumber = null) {
  const list = element('ul', 'kefu-case-list');
  const chosen = element('div', 'kefu-chosen');
  const number = element('input', 'form-control');
  number.placeholder = 'HLP-2026-000001';
  number.maxLength = 20;
  number.required = true;
  const show = element('button', 'btn btn-default', 'Show 查看');
  show.type = 'submit';
  const search = element('form', 'kefu-case-search', element('label', null, 'Case number 案件編號', number), show);
  const choose = caseNumber => {
    number.value = caseNumber;
    showCase(chosen, `/camunda/api/kefu/cases/${encodeURIComponent(caseNumber)}/actions`, false, caseNumber);
  };
  search.addEventListener('submit', event => {
    event.preventDefault();
    choose(number.value.trim().toUpperCase());
  });
  dialog('Cases 案件', search, chosen, element('h4', null, 'My running cases 我的進行中案件'), list);
  if (chosenNumber) {
    choose(chosenNumber);
  }
  number.focus();
  fillList(list, choose);
}

async function fillList(list, choose) {
  try {
    const cases = await call('/camunda/api/kefu/cases');
    list.replaceChildren(...cases.map(one => {
      const open = element('button', 'btn btn-link', one.caseNumber);
      open.type = 'button';
      open.addEventListener('click', () => choose(one.caseNumber));
      return element('li', null, open, facts(one));
    }));
    if (cases.length === 0) {
      list.append(element('li', 'kefu-none', 'You have no running case. 您沒有進行中的案件。'));
    }
  } catch (error) {
    list.replaceChildren(element('li', 'kefu-problem', `Cases cannot be shown: ${error.message} 無法顯示案件。`));
  }
}

const facts = one => element('span', 'kefu-case-facts',
  [one.procedure, one.customer, one.standsAt, one.due && `Due 期限 ${one.due}`].filter(Boolean).join(' · '));

/** Of a case that has ended, or of which the person sees no actions, documents and attachments may still be theirs to read. */
async function showCase(node, address, inTask, caseNumber = null) {
  try {
    const one = await call(address);
    const refresh = () => showCase(node, address, inTask, caseNumber);
    const deadlines = element('div');
    node.replaceChildren(element('div', 'kefu-case-actions',
      element('p', null, element('strong', null, one.caseNumber), ' ', facts(one)),
      deadlines,
      ...relatedTo(one, inTask ? null : number => showCase(node, `/camunda/api/kefu/cases/${encodeURIComponent(number)}/actions`, false)),
      ...GROUPS.flatMap(([kind, title]) => group(title, one.actions.filter(action => action.kind === kind), one.caseNumber, inTask, refresh)),
      one.actions.length === 0 ? element('p', 'kefu-none', 'There is nothing that you could tell this case now. 您目前無可執行的操作。') : null,
      inTask ? null : overviewOf(one.caseNumber), inTask ? null : documentsOf(one.caseNumber), inTask ? null : attachmentsOf(one.caseNumber)));
    showDeadlines(deadlines, one.caseNumber);
  } catch (error) {
    const problem = element('p', 'kefu-problem', error.message);
    problem.setAttribute('role', 'alert');
    const readable = caseNumber && await call(`/camunda/api/kefu/cases/${encodeURIComponent(caseNumber)}/documents`).catch(() => null);
    node.replaceChildren(element('div', 'kefu-case-actions', ...readable
      ? [element('p', null, element('strong', null, caseNumber), ` ${OVER}`), overviewOf(caseNumber), documentsOf(caseNumber), attachmentsOf(caseNumber)] : [problem]));
  }
}

/** In a task they are read; from the list of cases one goes on to them. */
function relatedTo(one, choose) {
  return one.related?.length > 0 ? [element('h4', null, 'Related cases 相關案件'), element('ul', 'kefu-case-list kefu-related', ...one.related.map(other => {
    const number = element(choose ? 'button' : 'span', choose ? 'btn btn-link' : 'kefu-number', other.caseNumber);
    if (choose) {
      number.type = 'button';
      number.addEventListener('click', () => choose(other.caseNumber));
    }
    return element('li', null, number, element('span', 'kefu-case-facts', choose ? other.relation : ` · ${other.relation}`));
  }))] : [];
}

/** Read when somebody opens them; a task has a tab for them. */
const attachmentsOf = caseNumber => fold('Attachments 附件', caseNumber, 'attachments', showAttachments);
const overviewOf = caseNumber => fold('Case 案件', caseNumber, 'overview', showOverview);
const documentsOf = caseNumber => fold('Documents 文件', caseNumber, 'documents', showDocuments);

function fold(title, caseNumber, what, show) {
  const content = element('div');
  const details = element('details', 'kefu-fold', element('summary', null, title), content);
  details.addEventListener('toggle', () => details.open && show(content, `/camunda/api/kefu/cases/${encodeURIComponent(caseNumber)}/${what}`), { once: true });
  return details;
}

function group(title, actions, caseNumber, inTask, refresh) {
  return actions.length === 0 ? [] : [element('h4', null, title), element('ul', 'kefu-actions', ...actions.map(action => {
    const open = element('button', action.kind === 'cancellation' ? 'btn btn-danger' : 'btn btn-default', action.title);
    open.type = 'button';
    open.disabled = Boolean(action.unavailable);
    open.addEventListener('click', () => openAction(caseNumber, action, inTask, refresh));
    return element('li', null, open, action.unavailable && element('span', 'kefu-unavailable', action.unavailable));
  }))];
}

async function openAction(caseNumber, action, inTask, refresh) {
  const base = `/camunda/api/kefu/cases/${encodeURIComponent(caseNumber)}`;
  const paper = element('div', 'kefu-paper');
  const reason = action.kind === 'event' ? null : reasonField();
  const problem = element('p', 'kefu-problem');
  problem.setAttribute('role', 'alert');
  const send = element('button', 'btn btn-primary', 'Send 送出');
  send.type = 'button';
  const note = { correction: DECIDED, cancellation: ENDS }[action.kind];
  const box = dialog(`${action.title} · ${caseNumber}`, note ? element('p', 'kefu-note', note) : null, paper, reason?.label, problem, send);
  let form = null;
  let sheet = null;
  send.addEventListener('click', async () => {
    send.disabled = true;
    problem.replaceChildren();
    try {
      const data = filledIn(form, sheet, reason);
      await call(...request(base, action, data, reason?.input.value));
      box.close();
      done(caseNumber, action, inTask, refresh);
    } catch (error) {
      problem.replaceChildren(`${error.message}`);
      if (!markRefused(paper, error.message)) {
        problem.scrollIntoView({ block: 'center' });
      }
    } finally {
      send.disabled = false;
    }
  });
  if (!action.form) {
    (reason?.input ?? send).focus();
    return;
  }
  send.disabled = true;
  try {
    sheet = await call(action.kind === 'event' ? `${base}/events/${encodeURIComponent(action.id)}/form`
      : `${base}/corrections/${encodeURIComponent(action.id)}/form`);
    form = await drawForm(paper, sheet);
    send.disabled = false;
    focusWithin(paper);
  } catch (error) {
    problem.replaceChildren(error.message);
  }
}

function reasonField() {
  const input = element('textarea', 'form-control');
  input.rows = 2;
  input.maxLength = LONGEST_REASON;
  input.required = true;
  return { input, label: element('label', 'kefu-reason', 'Reason 原因 *', input) };
}

/** The form's data without its root; throws what the browser already knows to be wrong. */
function filledIn(form, sheet, reason) {
  const submitted = form?.submit() ?? { data: {}, errors: {} };
  if (Object.values(submitted.errors).some(errors => errors.length > 0 || Object.keys(errors).some(key => errors[key]?.length > 0))) {
    throw new Error('Some fields are empty or wrong; they are marked in red. 有欄位未填或不正確，已用紅色標示。');
  }
  if (reason && !reason.input.value.trim()) {
    reason.input.focus();
    throw new Error('Reason 原因: is required 為必填');
  }
  return sheet?.root ? submitted.data[sheet.root] ?? {} : {};
}

function request(base, action, data, reason) {
  const post = (path, body) => [`${base}${path}`, { method: 'POST', body: JSON.stringify(body) }];
  switch (action.kind) {
    case 'event': return post(`/events/${encodeURIComponent(action.id)}`, data);
    case 'correction': return post('/corrections', { root: action.id, reason, data });
    default: return post('/cancellation', { reason });
  }
}

function done(caseNumber, action, inTask, refresh) {
  notice(`${caseNumber}: ${action.title} · done 已完成`);
  if (inTask && action.kind !== 'correction') {
    // The task may be gone.
    const parameters = new URLSearchParams(location.hash.split('?')[1] ?? '');
    ['task', 'detailsTab'].forEach(name => parameters.delete(name));
    location.hash = `#/?${parameters}`;
  } else {
    refresh();
  }
  window.angular?.element(document.body).injector()?.get('$rootScope').$broadcast('refresh');
}
