/* What auditors begin with: a case by its number, a sample of cases, whether the trail is whole, and who held which right on a day. */
import { element } from '../../../tasklist/scripts/kefu/page.js';
import { finder } from './case.js';
import { ask, askHistory, choice, field, fill, problem, table } from './server.js';

const FIND = '/history';
const RIGHTS = '/history-rights';
const AUDIT = '/camunda/api/kefu/audit';
const MOST_ROWS = 500;

/** Plugin of point `cockpit.route`: whoever has a number in hand finds its case. */
export const findPage = {
  id: 'kefu-case-find',
  pluginPoint: 'cockpit.route',
  priority: 9,
  properties: { path: FIND },
  render: node => {
    const audit = element('div');
    node.replaceChildren(element('main', 'kefu-case-page', element('h1', null, 'History 歷史'), finder(''),
      element('p', null, 'Cases of one process, with search and counts on its diagram: open the process under Processes, tab History 歷史. 按流程查找案件：在「流程」中開啟該流程，選「History 歷史」分頁。'), sample(), audit));
    showTrail(audit);
  },
  unmount: () => {}
};

/** Plugin of point `cockpit.route`: who held which right on a day. */
export const rightsPage = {
  id: 'kefu-rights',
  pluginPoint: 'cockpit.route',
  priority: 8,
  properties: { path: RIGHTS },
  render: node => showRights(node),
  unmount: () => {}
};

/** Plugin of point `cockpit.navigation`. */
export const findEntry = {
  id: 'kefu-case-entry',
  pluginPoint: 'cockpit.navigation',
  priority: -1,
  properties: { path: '^/history' },
  render: node => {
    const link = element('a', null, 'History 歷史');
    link.href = `#${FIND}`;
    node.replaceChildren(link);
  },
  unmount: () => {}
};

/** A sample of cases as one package with hashes. */
function sample() {
  const process = choice([]);
  process.name = 'process';
  const from = field('from', 'date', '');
  const to = field('to', 'date', '');
  [process, from, to].forEach(one => { one.required = true; });
  const rule = choice([['random', 'By chance 隨機'], ['longest', 'Longest 用時最長'], ['late', 'With a late step 有逾期步驟']]);
  rule.name = 'rule';
  const count = field('count', 'number', '10');
  count.min = 1;
  count.max = 50;
  const take = element('button', 'btn btn-default', 'Download ZIP 下載');
  take.type = 'submit';
  const form = element('form', 'kefu-history-search', element('label', null, 'Process 流程', process), element('label', null, 'Started from 開始自', from), element('label', null, 'Started until 開始至', to),
    element('label', null, 'Chosen 抽取方式', rule), element('label', null, 'Cases 案件數', count), element('label', null, 'Seed 隨機種子（可留空）', field('seed', 'text', '')), take);
  form.action = '/camunda/api/kefu/history/evidence.zip';
  form.method = 'get';
  const section = element('section', null, element('h2', null, 'Audit sample 審計抽樣'),
    element('p', null, 'Cases with trail, forms, decisions, case files and hashes in one package. The same seed chooses the same cases. 案件、經過、表單、判定、案卷及摘要打包下載；相同種子抽取相同案件。'), form);
  askHistory('/processes').then(all => fill(process, all.map(one => [one.key, one.name])), error => section.append(problem(error)));
  return section;
}

/** For administrators and auditors; whoever is neither is shown nothing of it. */
async function showTrail(node) {
  const nights = await ask(`${AUDIT}/verifications`).catch(error => error);
  if (nights instanceof Error) {
    node.replaceChildren(...(nights.status === 403 ? [] : [problem(nights)]));
    return;
  }
  const now = element('button', 'btn btn-default', 'Verify now 立即核驗');
  now.type = 'button';
  const answer = element('p', 'kefu-verdict');
  answer.setAttribute('role', 'status');
  now.addEventListener('click', async () => {
    now.disabled = true;
    answer.replaceChildren('Recomputing … 核驗中 …');
    const verdict = await ask(`${AUDIT}/verification`).catch(error => error);
    answer.replaceChildren(verdict instanceof Error ? problem(verdict) : verdictOf(verdict));
    now.disabled = false;
  });
  const rights = element('a', null, 'Who held which right on a day 某日權限持有情況');
  rights.href = `#${RIGHTS}`;
  node.replaceChildren(element('section', null, element('h2', null, 'Rights 權限'), element('p', null, rights)),
    element('section', null, element('h2', null, 'Audit trail 審計記錄'),
      element('p', null, 'Every entry is sealed; every night the whole chain is recomputed and compared with the file outside the database. 每條記錄均已封存；每夜重算全鏈並與資料庫外的檔案比對。'), element('p', null, now), answer,
      nights.length === 0 ? element('p', null, 'No night yet. 尚無夜間核驗。') : table('Nights 夜間核驗', ['When 時間', 'Found 結果', 'Seals 封存', 'Entries 記錄', 'Last hash 末次摘要'],
        nights.slice(0, 14).map(night => [night.verifiedAt.slice(0, 16).replace('T', ' '), found(night.intact, night.fault), String(night.seals), String(night.entries), element('code', null, night.lastHash)]))));
}

const found = (intact, fault) => (intact ? '✔ whole 完整' : element('span', 'kefu-late', `⚠ damaged 已被改動: ${fault}`));

function verdictOf(verdict) {
  return element('span', null, found(verdict.intact, verdict.fault?.message), ` · ${verdict.seals} seals 封存 · ${verdict.entries} entries 記錄 · `, element('code', null, verdict.lastHash));
}

/* Rights of a day */

const RESOURCES = {
  APPLICATION: 'Application 應用', PROCESS_DEFINITION: 'Process 流程', TASK: 'Task 任務', FILTER: 'Filter 篩選器', GROUP: 'Group 組', USER: 'User 用戶', GROUP_MEMBERSHIP: 'Membership 組成員', AUTHORIZATION: 'Authorization 授權',
  DEPLOYMENT: 'Deployment 部署', DECISION_DEFINITION: 'Decision 決策', PROCESS_INSTANCE: 'Case 案件', BATCH: 'Batch 批次', TENANT: 'Tenant 租戶', TENANT_MEMBERSHIP: 'Tenant member 租戶成員',
  DECISION_REQUIREMENTS_DEFINITION: 'Decision diagram 決策圖', REPORT: 'Report 報表', DASHBOARD: 'Dashboard 儀表板', OPERATION_LOG_CATEGORY: 'Operation log 操作日誌', SYSTEM: 'System 系統'
};
const PERMISSIONS = {
  ALL: 'everything 全部', ACCESS: 'open 進入', READ: 'read 查看', CREATE: 'create 建立', UPDATE: 'change 變更', DELETE: 'delete 刪除', CREATE_INSTANCE: 'start cases 發起', READ_INSTANCE: 'read running cases 查看進行中案件',
  READ_HISTORY: 'read history 查看歷史', READ_HISTORY_VARIABLE: 'read forms and facts 查看表單與資料', READ_INSTANCE_VARIABLE: 'read facts of running cases 查看進行中資料', READ_TASK: 'read tasks 查看任務', UPDATE_TASK: 'change tasks 變更任務',
  TASK_WORK: 'work on tasks 辦理任務', TASK_ASSIGN: 'assign tasks 分派任務', UPDATE_INSTANCE: 'change cases 變更案件', DELETE_INSTANCE: 'cancel cases 取消案件', READ_TASK_VARIABLE: 'read facts of tasks 查看任務資料',
  UPDATE_TASK_VARIABLE: 'change facts of tasks 變更任務資料', UPDATE_INSTANCE_VARIABLE: 'change facts 變更資料'
};

async function showRights(node) {
  const today = new Date();
  const day = field('day', 'date', `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`);
  day.required = true;
  const person = field('person', 'text', new URLSearchParams(location.hash.split('?')[1] ?? '').get('person') ?? '');
  const show = element('button', 'btn btn-primary', 'Show 查看');
  show.type = 'submit';
  const sheet = element('div');
  sheet.setAttribute('aria-live', 'polite');
  const form = element('form', 'kefu-history-search', element('label', null, 'Day 日期', day), element('label', null, 'Person 人員（帳號，可留空）', person), show);
  const look = async () => {
    const answer = await ask(`${AUDIT}/rights?${new URLSearchParams({ day: day.value, person: person.value.trim() })}`).catch(error => error);
    sheet.replaceChildren(...(answer instanceof Error ? [problem(answer)] : held(answer)));
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    look();
  });
  node.replaceChildren(element('main', 'kefu-case-page', element('h1', null, 'Rights of a day 某日權限'),
    element('p', null, 'Places in groups and rights, as they were noted every quarter of an hour. With a person: also the rights of the person\'s groups. 組成員與權限，每一刻鐘記錄一次；填寫人員時含其所屬組的權限。'), form, sheet));
  await look();
}

const number = text => element('td', 'kefu-number', text);

function held({ lines, names }) {
  if (lines.length === 0) {
    return [element('p', null, 'Nothing was held on that day, or the journal did not exist yet. 該日無權限，或當時尚無記錄。')];
  }
  const called = id => (id === '*' ? 'everybody 所有人' : names[id] ? `${names[id]} (${id})` : id);
  const members = lines.filter(line => line.kind === 'member').map(line => [called(line.holder), called(line.subject), number(time(line.since)), number(time(line.until))]);
  const rights = lines.filter(line => line.kind === 'right').map(line => [called(line.holder), subject(line.subject, called), permissions(line.detail), number(time(line.since)), number(time(line.until))]);
  return [...part('Places in groups 組成員', ['Person 人員', 'Group 組', 'Since 自', 'Until 至'], members), ...part('Rights 權限', ['Holder 持有者', 'Of 對象', 'May 可', 'Since 自', 'Until 至'], rights)];
}

function part(name, headings, rows) {
  return [element('h2', null, `${name} (${rows.length})`), rows.length > MOST_ROWS ? element('p', 'kefu-note', `Only the first ${MOST_ROWS} are shown: enter a person. 僅顯示前 ${MOST_ROWS} 項，請填寫人員。`) : '',
    rows.length === 0 ? element('p', null, 'None 無') : table(name, headings, rows.slice(0, MOST_ROWS))];
}

function subject(text, called) {
  const [resource, ...rest] = text.split(' ');
  const id = rest.join(' ');
  const name = id === '*' ? 'all 全部' : called(id);
  // The engine's id of a filter says nothing.
  return `${RESOURCES[resource] ?? resource}: ${resource === 'FILTER' ? name.replace(` (${id})`, '') : name}`;
}

function permissions(detail) {
  const revoked = detail.startsWith('revoked: ');
  const words = detail.slice(revoked ? 9 : 0).split(', ').map(one => PERMISSIONS[one] ?? one).join(', ');
  return revoked ? element('span', 'kefu-late', `✖ revoked 撤銷: ${words}`) : words;
}

/** Without one it is still held. */
const time = moment => (moment ? moment.slice(0, 16).replace('T', ' ') : '');
