/* What a supervisor sees and does of the team's work: load per person, the queue with what is overdue first, several tasks reassigned or made more urgent at once. */
import { phase } from './deadlines.js';
import { dialog } from './dialogs.js';
import { notice } from './notices.js';
import { element } from './page.js';
import { call } from './requests.js';

const ADDRESS = '/camunda/api/kefu/team';
const LONGEST_REASON = 500;
const WAITING = '*';
const PRIORITIES = [[25, 'Low 低'], [50, 'Normal 普通'], [75, 'High 高'], [100, 'Urgent 緊急']];

/** Plugin of point `tasklist.navbar.action`; shows nothing to whoever has nobody below. */
export const teamEntry = {
  id: 'kefu-team',
  pluginPoint: 'tasklist.navbar.action',
  priority: 84,
  render: async node => {
    const right = await call(`${ADDRESS}/right`).catch(() => ({}));
    if (!right.supervisor) {
      return;
    }
    const open = element('a', 'kefu-navbar-entry kefu-team-entry', element('span', 'glyphicon glyphicon-th-list'), ' Team 團隊');
    open.href = '#';
    open.setAttribute('role', 'button');
    open.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      new TeamPage().open();
    });
    node.replaceChildren(open);
  },
  unmount: () => {}
};

class TeamPage {

  #chosen = new Set();
  #page = 0;
  #which = choice('Whose tasks 誰的任務');
  #load = element('div', 'kefu-team-load');
  #queue = element('div', 'kefu-team-queue');
  #refused = element('div', 'kefu-team-refused');
  #hands = choice('Give to 改派給');
  #priority = choice('Priority 優先級');
  #reason = Object.assign(element('input', 'form-control'), { type: 'text', maxLength: LONGEST_REASON });
  #problem = element('p', 'kefu-problem');
  #count = element('strong', null, '0');

  open() {
    [this.#problem, this.#refused].forEach(node => node.setAttribute('role', 'alert'));
    this.#queue.setAttribute('aria-live', 'polite');
    fill(this.#priority, [['', '– Choose 請選擇 –'], ...PRIORITIES]);
    const bar = element('form', 'kefu-team-actions', element('p', 'kefu-team-count', this.#count, ' chosen 已選'), label('Reason 原因 *', this.#reason),
      label('Give to 改派給', this.#hands), button('Reassign 改派', () => this.#send('assignment', { assignee: this.#hands.value || null })),
      label('Priority 優先級', this.#priority), button('Set priority 設定優先級', () => this.#send('priority', { priority: Number(this.#priority.value) || null })), this.#problem);
    bar.addEventListener('submit', event => event.preventDefault());
    this.#which.addEventListener('change', () => this.#show(0));
    dialog('Team 團隊', element('details', 'kefu-fold kefu-team-people', element('summary', null, 'Load per person 各人工作量'), this.#load),
      element('div', 'kefu-report-choice', label('Whose tasks 誰的任務', this.#which)), bar, this.#refused, this.#queue).classList.add('kefu-wide');
    document.querySelector('.kefu-team-people').open = true;
    this.#show(0);
  }

  async #show(page) {
    this.#page = page;
    this.#chosen.clear();
    try {
      const who = this.#which.value;
      const query = new URLSearchParams({ page, ...(who === WAITING ? { waiting: true } : who ? { person: who } : {}) });
      const view = await call(`${ADDRESS}?${query}`);
      fill(this.#which, [['', 'All 全部'], [WAITING, 'Nobody yet 待認領'], ...view.members.map(one => [one.id, `${one.name} · ${one.id} (${one.open})`])], who);
      fill(this.#hands, [['', '– Choose 請選擇 –'], [view.me.id, `${view.me.name} (you 本人)`], ...view.members.map(one => [one.id, `${one.name} · ${one.id} (${one.open})${one.absent ? ` – ${one.absent}` : ''}`])], this.#hands.value);
      this.#load.replaceChildren(this.#people(view.members));
      this.#queue.replaceChildren(...this.#tasks(view));
      this.#counted();
    } catch (error) {
      this.#queue.replaceChildren(element('p', 'kefu-problem', error.message));
    }
  }

  #people(members) {
    const most = Math.max(1, ...members.map(one => one.open));
    return element('div', 'kefu-report-scroll', element('table', 'table table-condensed kefu-team-members', element('thead', null, element('tr', null,
      ...['Person 人員', 'Post 崗位', 'Open 未完成', 'Overdue 逾期', '', 'Absence 缺勤'].map(title => element('th', null, title)))),
    element('tbody', null, ...members.map(one => {
      const pick = Object.assign(element('button', 'kefu-figure', `${one.name} · ${one.id}`), { type: 'button' });
      pick.addEventListener('click', () => {
        this.#which.value = one.id;
        this.#show(0);
      });
      const bar = element('span', 'kefu-bar');
      bar.style.width = `${100 * one.open / most}%`;
      const late = element('span', 'kefu-bar kefu-bar-late');
      late.style.width = `${100 * one.overdue / most}%`;
      const line = element('tr', null, element('td', null, pick), element('td', null, one.role), element('td', 'kefu-count', String(one.open)),
        element('td', one.overdue > 0 ? 'kefu-count kefu-overdue' : 'kefu-count', String(one.overdue)), element('td', 'kefu-team-bars', bar, late), element('td', null, one.absent ?? ''));
      line.dataset.person = one.id;
      return line;
    }))));
  }

  #tasks(view) {
    const title = element('h4', null, 'Queue 任務隊列');
    if (view.tasks.length === 0) {
      return [title, element('p', 'kefu-none', 'No open tasks. 沒有未完成的任務。')];
    }
    const all = box('Choose all 全選', on => boxes.forEach(one => {
      one.checked = on;
      one.dispatchEvent(new Event('change'));
    }));
    const boxes = [];
    const rows = view.tasks.map(task => {
      const pick = box(`Choose 選擇 ${task.caseNumber ?? ''} ${task.step}`, on => {
        this.#chosen[on ? 'add' : 'delete'](task.taskId);
        this.#counted();
      });
      boxes.push(pick);
      const line = element('tr', null, element('td', null, pick), element('td', 'kefu-number', task.caseNumber ?? ''), element('td', null, task.step, element('div', 'kefu-case-facts', task.process)),
        element('td', null, task.customer ?? ''), element('td', null, task.phase ? phase(task.phase, task.due) : element('span', 'kefu-case-facts', 'No deadline 無時限')),
        element('td', null, task.holder ? task.holderName : element('em', null, `Nobody yet 待認領: ${task.holderName}`), task.onBehalfOf ? element('div', 'kefu-card-behalf', `On behalf of 代 ${task.onBehalfOf}`) : null),
        element('td', null, priority(task.priority)));
      line.dataset.task = task.taskId;
      return line;
    });
    const pages = element('p', null, this.#page > 0 ? button('‹ Before 上一頁', () => this.#show(this.#page - 1)) : null, ' ', view.more ? button('More 下一頁 ›', () => this.#show(this.#page + 1)) : null);
    return [title, element('div', 'kefu-report-scroll', element('table', 'table table-condensed kefu-team-tasks', element('thead', null, element('tr', null, element('th', null, all),
      ...['Case 案件', 'Step 步驟', 'Customer 客戶', 'Deadline 時限', 'With 辦理人', 'Priority 優先級'].map(text => element('th', null, text)))), element('tbody', null, ...rows))), pages];
  }

  #counted() {
    this.#count.replaceChildren(String(this.#chosen.size));
  }

  async #send(what, wanted) {
    this.#problem.replaceChildren();
    this.#refused.replaceChildren();
    try {
      const outcome = await call(`${ADDRESS}/${what}`, { method: 'POST', body: JSON.stringify({ taskIds: [...this.#chosen], reason: this.#reason.value, ...wanted }) });
      if (outcome.done > 0) {
        notice(`${outcome.done} done 項已完成`);
      }
      if (outcome.refused.length > 0) {
        this.#refused.replaceChildren(element('p', 'kefu-problem', 'Not done 未辦理:'), element('ul', null, ...outcome.refused.map(one =>
          element('li', null, element('strong', null, [one.caseNumber, one.step].filter(Boolean).join(' · ') || '—'), `: ${one.why}`))));
      } else {
        this.#reason.value = '';
      }
      await this.#show(this.#page);
      window.angular?.element(document.body).injector()?.get('$rootScope').$broadcast('refresh');
    } catch (error) {
      this.#problem.replaceChildren(error.message);
      if (error.errors?.some(fault => fault.field === 'reason')) {
        this.#reason.focus();
      }
    }
  }
}

/** A deadline that has passed raises it, and a supervisor may. */
function priority(value) {
  const known = [...PRIORITIES].reverse().find(([level]) => value >= level);
  return element('span', value > 50 ? 'kefu-team-urgent' : null, known ? known[1] : PRIORITIES[0][1]);
}

function choice(name) {
  const select = element('select', 'form-control');
  select.setAttribute('aria-label', name);
  return select;
}

function fill(select, options, chosen = '') {
  select.replaceChildren(...options.map(([value, text]) => Object.assign(element('option', null, text), { value: String(value) })));
  select.value = options.some(([value]) => String(value) === chosen) ? chosen : '';
}

const label = (text, input) => element('label', null, text, input);

function button(text, action) {
  const node = Object.assign(element('button', 'btn btn-default', text), { type: 'button' });
  node.addEventListener('click', action);
  return node;
}

function box(name, changed) {
  const node = Object.assign(element('input'), { type: 'checkbox' });
  node.setAttribute('aria-label', name);
  node.addEventListener('change', () => changed(node.checked));
  return node;
}
