/* What stands where no task is open: what waits, what is late, what one started, what one may start, first steps, and the search over cases. */
import { openCase } from './cases.js';
import { notice } from './notices.js';
import { element, watchPage } from './page.js';
import { facts, fold, number, paged, section, table } from './parts.js';
import { call } from './requests.js';
import { openStarted } from './start.js';

const ADDRESS = '/camunda/api/kefu/start-page';
const START = '/camunda/api/engine/engine/default/process-definition';
const FIRST_STEPS = [
  'Tasks stand in the middle column; the filters on the left choose which: your own, or those that your group may take. 任務列於中欄；左欄篩選可選本人任務或本組可受理的任務。',
  'Click a task to read it. Nobody else works on it once you press Claim. 點選任務即可閱讀；按「認領」後由您辦理。',
  'Fill in the form and press Complete. What is missing or wrong is marked, and nothing is lost. 填寫表單後按「完成」；漏填或不正確之處會標示，資料不會遺失。',
  'The tab Case shows the customer, the deadlines and what has happened; Attachments takes receipts and photos; Documents prints the forms. '
    + '「案件」頁籤顯示客戶、時限與經過；「附件」存放單據與照片；「文件」可列印表單。',
  'A new matter begins below, with Start. It gets a number at once: tell it to the customer. 新事項由下方「發起」開始，並立即取得編號，可告知客戶。'
];

let node = null;
let wasVisible = false;
let counter = 0;

/** Keeps the start page where Tasklist says that no task is chosen. */
export function showStartPage() {
  watchPage(() => {
    const place = document.querySelector('.no-task');
    if (place && !place.parentElement.querySelector('.kefu-start-page')) {
      node = element('div', 'kefu-start-page');
      place.after(node);
      wasVisible = false;
    }
    const visible = Boolean(place?.offsetParent);
    if (visible && !wasVisible) {
      refresh();
    }
    wasVisible = visible;
  });
}

/** Plugin of point `tasklist.navbar.action`. */
export const startEntry = {
  id: 'kefu-home',
  pluginPoint: 'tasklist.navbar.action',
  priority: 95,
  render: place => {
    const open = element('a', 'kefu-navbar-entry kefu-home-entry', element('span', 'glyphicon glyphicon-home'), ' Home 首頁');
    open.href = '#';
    open.setAttribute('role', 'button');
    open.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      leaveTask();
      refresh();
    });
    place.replaceChildren(open);
  },
  unmount: () => {}
};

function leaveTask() {
  const parameters = new URLSearchParams(location.hash.split('?')[1] ?? '');
  ['task', 'detailsTab'].forEach(name => parameters.delete(name));
  location.hash = `#/?${parameters}`;
}

async function refresh() {
  const place = node;
  try {
    const page = await call(ADDRESS);
    place.replaceChildren(...[
      element('h3', null, page.name), element('p', 'kefu-roles', page.roles.join(', ')),
      search(),
      section('What waits for me 待辦', facts([['Mine 我的任務', String(page.mine)], ['For my groups 本組可受理', String(page.offered)], ['Late 逾期', String(page.overdue)]]),
        page.mine + page.offered === 0 ? element('p', 'kefu-none', 'Nothing waits for you. 目前無待辦事項。') : null),
      page.late.length > 0 ? section('Late 逾期', tasks(page.late, page.overdue)) : null,
      page.waiting.length > 0 ? section('Due next 即將到期', tasks(page.waiting, page.waiting.length)) : null,
      section('What I started 我發起的案件', paged(page.started, cases, to => `${ADDRESS}/cases?page=${to}`)),
      section('Start a procedure 發起程序', ...page.procedures.map(procedure), page.procedures.length === 0 ? element('p', 'kefu-none', 'Your role starts none. 您的職位無可發起的程序。') : null),
      firstSteps(page)
    ].filter(Boolean));
    nameCases(place, [...page.late, ...page.waiting].map(task => task.taskId));
  } catch (error) {
    const problem = element('p', 'kefu-problem', error.message);
    problem.setAttribute('role', 'alert');
    place.replaceChildren(problem);
  }
}

function search() {
  const typed = element('input', 'form-control');
  typed.type = 'search';
  typed.id = `kefu-search-${counter += 1}`;
  typed.minLength = 2;
  typed.maxLength = 100;
  typed.required = true;
  const label = element('label', null, 'Find a case by number, customer, phone or text 以編號、客戶、電話或文字查找案件');
  label.htmlFor = typed.id;
  const go = element('button', 'btn btn-primary', 'Find 查找');
  go.type = 'submit';
  const found = element('div', 'kefu-found');
  found.setAttribute('aria-live', 'polite');
  const form = element('form', 'kefu-search', label, element('div', 'kefu-search-line', typed, go));
  form.setAttribute('role', 'search');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const address = page => `/camunda/api/kefu/case-search?for=${encodeURIComponent(typed.value.trim())}&page=${page}`;
    try {
      const first = await call(address(0));
      found.replaceChildren(first.total === 0 ? element('p', 'kefu-none', 'No case that you may read fits. 找不到您可查看的案件。') : paged(first, cases, address));
    } catch (error) {
      found.replaceChildren(element('p', 'kefu-problem', error.message));
    }
  });
  return element('div', null, form, found);
}

function tasks(all, total) {
  return element('div', null, element('ul', 'kefu-waiting', ...all.map(task => {
    const open = element('button', 'btn btn-link', task.name);
    open.type = 'button';
    open.addEventListener('click', () => {
      const parameters = new URLSearchParams(location.hash.split('?')[1] ?? '');
      parameters.set('task', task.taskId);
      location.hash = `#/?${parameters}`;
    });
    const about = element('span', 'kefu-about');
    about.dataset.task = task.taskId;
    return element('li', null, open, about, element('span', 'kefu-case-facts', `Due 期限 ${task.due} · ${task.own ? 'mine 我的' : 'to be taken 待受理'}`));
  })), total > all.length ? element('p', 'kefu-none', `and ${total - all.length} more in the list · 另有 ${total - all.length} 項於清單中`) : null);
}

/** Number and customer come from where the cards of the list get them. */
async function nameCases(place, ids) {
  if (ids.length > 0) {
    const cards = await call(`/camunda/api/kefu/cards?taskIds=${ids.join(',')}`).catch(() => []);
    cards.forEach(card => place.querySelectorAll(`[data-task="${card.taskId}"]`)
      .forEach(about => about.replaceChildren([card.caseNumber, card.customerName].filter(Boolean).join(' · '))));
  }
}

function cases(page) {
  return page.items.length === 0 ? element('p', 'kefu-none', 'None yet. 尚無。')
    : table('kefu-started', ['Case 案件', 'Procedure 程序', 'Stands at 目前步驟', 'Started 立案', 'Due 期限'], page.items.map(one => [
      caseButton(one.caseNumber), one.procedure, one.endedAt ? `Ended 已結束 ${one.endedAt}` : one.standsAt || 'In progress 處理中', number(one.startedAt), number(one.due ?? '–')]));
}

function caseButton(caseNumber) {
  const open = element('button', 'btn btn-link kefu-number', caseNumber);
  open.type = 'button';
  open.addEventListener('click', () => openCase(caseNumber));
  return open;
}

function procedure(one) {
  const start = element('button', 'btn btn-default', one.name);
  start.type = 'button';
  start.setAttribute('aria-label', `Start 發起: ${one.name}`);
  start.addEventListener('click', async () => {
    start.disabled = true;
    try {
      await openStarted((await call(`${START}/${encodeURIComponent(one.definitionId)}/start`, { method: 'POST', body: '{}' })).id);
    } catch (error) {
      notice(error.message);
    } finally {
      start.disabled = false;
    }
  });
  return element('div', 'kefu-procedure', start, element('span', null, one.sentence ?? ''));
}

function firstSteps(page) {
  const steps = fold('First steps 入門', element('ol', null, ...FIRST_STEPS.map(step => element('li', null, step))));
  steps.classList.add('kefu-first-steps');
  steps.open = page.newcomer;
  return steps;
}
