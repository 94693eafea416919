/* A case at a glance: its customer, its deadlines, what is known and what has happened. Beside a task, and of a case without a task. */
import { showDeadlines } from './deadlines.js';
import { element } from './page.js';
import { facts, fold, number, paged, section, table } from './parts.js';
import { call } from './requests.js';

const KINDS = {
  done: ['ok', 'Done 已完成'],
  open: ['hourglass', 'Open 進行中'],
  cancelled: ['remove', 'Not needed any more 已取消'],
  happened: ['arrow-right', 'Happened 已發生'],
  corrected: ['pencil', 'Corrected 已更正']
};
const HIDDEN = 'Your role does not read the register of customers. 您的職位無權查看客戶台帳。';

/** Plugin of point `tasklist.task.detail`. */
export const caseTab = {
  id: 'kefu-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 950,
  properties: { label: 'Case 案件' },
  render: (node, { taskId }) => showOverview(node, `/camunda/api/kefu/tasks/${encodeURIComponent(taskId)}/overview`),
  unmount: () => {}
};

/**
 * Shows in a node what the person may know of a case.
 *
 * @param address where it is told
 */
export async function showOverview(node, address) {
  try {
    const one = await call(address);
    const deadlines = element('div');
    node.replaceChildren(element('div', 'kefu-overview',
      element('p', 'kefu-overview-head', element('strong', 'kefu-number', one.caseNumber), ` ${one.procedure}`),
      facts([['Started 立案', [one.startedAt, one.startedBy].filter(Boolean).join(' · ')], ['Ended 結束', one.endedAt]]),
      customerOf(one), deadlines, sheetsOf(one), pathOf(one)));
    showDeadlines(deadlines, one.caseNumber);
  } catch (error) {
    const problem = element('p', 'kefu-problem', error.message);
    problem.setAttribute('role', 'alert');
    node.replaceChildren(problem);
  }
}

function customerOf(one) {
  if (!one.customer) {
    return one.customerName ? section('Customer 客戶', facts([['Name 名稱', one.customerName], ['Grade 等級', one.customerGrade]]), element('p', 'kefu-none', HIDDEN)) : null;
  }
  const customer = one.customer;
  return section('Customer 客戶',
    customer.dangerState ? element('p', 'kefu-danger', element('span', 'glyphicon glyphicon-warning-sign'), ` On the list of dangerous customers 危險客戶: ${customer.dangerState}`) : null,
    facts([
      ['Name 名稱', `${customer.name} (${customer.code})`],
      ['Grade 等級', customer.grade ?? 'Not graded yet 尚未評級'],
      ['Key account 大客戶', customer.keyAccount ? 'Yes 是' : 'No 否'],
      ['Credit 信用', credit(customer)],
      ['Danger list 危險客戶名單', customer.dangerState ? null : 'Not on it 未列入'],
      ['In charge 負責人', customer.owner],
      ['Record 客戶記錄', customer.inUse ? null : 'Out of use 已停用'],
      ['Last contact 最近聯絡', customer.lastContactOn ?? 'None known 無記錄'],
      ['Satisfaction 滿意度', customer.satisfaction && `${customer.satisfaction} / 5`]
    ]),
    fold(`Open cases of this customer 此客戶的未結案件 (${customer.openCases.total})`,
      paged(customer.openCases, page => openCases(page, one.caseNumber), page => `/camunda/api/kefu/cases/${encodeURIComponent(one.caseNumber)}/customer-cases?page=${page}`)),
    fold(`Last contacts 最近聯絡記錄 (${customer.contacts.length})`, contacts(customer.contacts)));
}

function credit(customer) {
  if (!customer.creditReadable) {
    return null;
  }
  const rated = customer.credit;
  return rated ? [rated.grade, `limit 限額 ${rated.limit} 元`, `${rated.termDays} days 天`, rated.frozen && 'frozen 已凍結', `valid until 有效期至 ${rated.validUntil}`].filter(Boolean).join(' · ')
    : 'Never rated 未評定';
}

function openCases(page, ownNumber) {
  return page.items.length === 0 ? element('p', 'kefu-none', 'None that you may read 無您可查看的案件。')
    : table('kefu-open-cases', ['Case 案件', 'Procedure 程序', 'Stands at 目前步驟', 'Started 立案', 'Due 期限'], page.items.map(one => [
      number(one.caseNumber === ownNumber ? `${one.caseNumber} (this one 本案)` : one.caseNumber), one.procedure, one.standsAt, number(one.startedAt), number(one.due ?? '–')]));
}

function contacts(all) {
  return all.length === 0 ? element('p', 'kefu-none', 'None on record 無記錄。')
    : table('kefu-contacts', ['Day 日期', 'Contact 聯絡', 'Result 結果', 'Case 案件'], all.map(one => [number(one.day), one.what, one.result ?? '–', number(one.caseNumber ?? '–')]));
}

function sheetsOf(one) {
  // The first sheet says what the case is about, the last one where it has got to.
  return section('Facts of the case 案情', ...one.sheets.map((sheet, n) => {
    const details = fold(sheet.procedure ? `${sheet.title} · ${sheet.procedure}` : sheet.title, sheetFacts(sheet.facts));
    details.open = n === 0 || n === one.sheets.length - 1;
    return details;
  }), one.sheets.length === 0 ? element('p', 'kefu-none', 'No form was handed in yet. 尚無已提交的表單。') : null);
}

const sheetFacts = all => facts(all.map(fact => [fact.label, fact.rows ? element('ol', 'kefu-fact-rows', ...fact.rows.map(row => element('li', null, sheetFacts(row)))) : fact.value]));

function pathOf(one) {
  return section('Path so far 經過', element('p', 'kefu-none', 'The latest first. 由新至舊。'),
    paged(one.path, path, page => `/camunda/api/kefu/cases/${encodeURIComponent(one.caseNumber)}/path?page=${page}`));
}

function path(page) {
  return table('kefu-path', ['When 時間', 'Step 步驟', 'Who 經辦', 'State 狀態'], page.items.map(one => [
    number([one.startedAt, one.endedAt].filter((moment, n, all) => moment && moment !== all[n - 1]).join(' – ')),
    element('span', null, one.name, one.procedure && element('span', 'kefu-part', one.procedure)),
    performer(one),
    element('span', null, element('span', `glyphicon glyphicon-${KINDS[one.kind][0]}`), ` ${KINDS[one.kind][1]}`, one.note && `: ${one.note}`)]));
}

function performer(one) {
  if (!one.by) {
    return one.kind === 'open' ? 'Nobody yet 尚無' : '–';
  }
  return one.onBehalfOf ? `${one.by} on behalf of 代 ${one.onBehalfOf}` : one.by;
}
