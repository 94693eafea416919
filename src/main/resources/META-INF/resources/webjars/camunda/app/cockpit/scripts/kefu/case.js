/* The page of one case, running or finished: `#/history/CMP-2026-000123`, with `?tab=forms` one of its parts. */
import { element } from '../../../tasklist/scripts/kefu/page.js';
import { drawPath } from './diagram.js';
import { ask, askHistory, caseAddress, duration, late, moment, person, problem, secondsBetween, state, table } from './server.js';

const ROUTE = '/history/:caseNumber';
const FIND = '/history';

/** Plugin of point `cockpit.route`. */
export const casePage = {
  id: 'kefu-case-page',
  pluginPoint: 'cockpit.route',
  priority: 10,
  properties: { path: ROUTE },
  render: node => {
    const [path, query] = location.hash.slice(1).split('?');
    showPage(node, decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)), new URLSearchParams(query ?? ''));
  },
  unmount: () => {}
};

/** Plugin of point `cockpit.route`: whoever has a number in hand finds its case. */
export const findPage = {
  id: 'kefu-case-find',
  pluginPoint: 'cockpit.route',
  priority: 9,
  properties: { path: FIND },
  render: node => {
    node.replaceChildren(element('main', 'kefu-case-page', element('h1', null, 'History 歷史'), finder(''),
      element('p', null, 'Cases of one process, with search and counts on its diagram: open the process under Processes, tab History 歷史. 按流程查找案件：在「流程」中開啟該流程，選「History 歷史」分頁。'), sample()));
  },
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

/** Plugin of point `cockpit.processInstance.runtime.tab`: leads to the page of the case. */
export const caseTab = {
  id: 'kefu-case',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 20,
  properties: { label: 'History 歷史' },
  render: async (node, { processInstanceId }) => {
    try {
      const instance = await ask(`/camunda/api/engine/engine/default/process-instance/${encodeURIComponent(processInstanceId)}`);
      if (!instance.businessKey) {
        node.replaceChildren(element('p', null, 'This process gives its cases no number. 此流程的案件沒有編號。'));
        return;
      }
      const link = element('a', null, `Open the history of case ${instance.businessKey} 查看案件歷史`);
      link.href = caseAddress(instance.businessKey);
      node.replaceChildren(element('p', 'kefu-case-link', link));
    } catch (error) {
      node.replaceChildren(problem(error));
    }
  },
  unmount: () => {}
};

/** A sample of cases as one package with hashes. */
function sample() {
  const field = (name, type, value) => {
    const one = element('input', 'form-control');
    one.name = name;
    one.type = type;
    one.value = value;
    return one;
  };
  const rule = element('select', 'form-control', ...[['random', 'By chance 隨機'], ['longest', 'Longest 用時最長'], ['late', 'With a late step 有逾期步驟']].map(([value, words]) => {
    const option = element('option', null, words);
    option.value = value;
    return option;
  }));
  rule.name = 'rule';
  const process = field('process', 'text', '');
  const from = field('from', 'date', '');
  const to = field('to', 'date', '');
  [process, from, to].forEach(one => { one.required = true; });
  process.placeholder = 'complaint-handling';
  const count = field('count', 'number', '10');
  count.min = 1;
  count.max = 50;
  const take = element('button', 'btn btn-default', 'Download ZIP 下載');
  take.type = 'submit';
  const form = element('form', 'kefu-history-search', element('label', null, 'Process id 流程', process), element('label', null, 'Started from 開始自', from), element('label', null, 'Started until 開始至', to),
    element('label', null, 'Chosen 抽取方式', rule), element('label', null, 'Cases 案件數', count), element('label', null, 'Seed 隨機種子（可留空）', field('seed', 'text', '')), take);
  form.action = '/camunda/api/kefu/history/evidence.zip';
  form.method = 'get';
  return element('section', null, element('h2', null, 'Audit sample 審計抽樣'),
    element('p', null, 'Cases with trail, forms, decisions and hashes in one package. The same seed chooses the same cases. 案件、經過、表單、判定及摘要打包下載；相同種子抽取相同案件。'), form);
}

function finder(number) {
  const field = element('input', 'form-control');
  field.value = number;
  field.placeholder = 'CMP-2026-000123';
  field.required = true;
  const open = element('button', 'btn btn-default', 'Open 開啟');
  open.type = 'submit';
  const form = element('form', 'kefu-case-finder', element('label', null, 'Case no. 案件編號', field), open);
  form.setAttribute('role', 'search');
  form.addEventListener('submit', event => {
    event.preventDefault();
    location.hash = caseAddress(field.value.trim()).slice(1);
  });
  return form;
}

async function showPage(node, caseNumber, query) {
  const page = element('main', 'kefu-case-page', element('p', null, 'Loading … 載入中 …'));
  node.replaceChildren(page);
  try {
    const one = await askHistory(`/cases/${encodeURIComponent(caseNumber)}`);
    page.replaceChildren(...head(one), tabs(one, query.get('tab')));
  } catch (error) {
    page.replaceChildren(element('h1', null, `Case 案件 ${caseNumber}`), problem(error), finder(caseNumber));
  }
}

function head(one) {
  const facts = [['Procedure 程序', one.procedure], ['State 狀態', state(one.state)], ['Outcome 結果', one.outcome], ['Started 開始', moment(one.startedAt)], ['Ended 結束', moment(one.endedAt)],
    ['Took 用時', duration(secondsBetween(one.startedAt, one.endedAt))], ['Started by 發起人', person(one.people, one.starter)], ['Customer 客戶', one.customer]];
  const print = element('a', 'btn btn-default', 'PDF 列印');
  print.href = `/camunda/api/kefu/history/cases/${encodeURIComponent(one.caseNumber)}/history.pdf`;
  print.setAttribute('download', `${one.caseNumber}-history.pdf`);
  print.setAttribute('aria-label', 'The case as PDF 將案件列印為 PDF');
  return [
    element('div', 'kefu-case-head', element('h1', null, `Case 案件 ${one.caseNumber}`), element('div', 'kefu-case-tools', print, finder(''))),
    element('dl', 'kefu-facts', ...facts.filter(([, value]) => value).map(([name, value]) => element('div', null, element('dt', null, name), element('dd', null, value)))),
    one.classified ? element('p', 'kefu-note', '🔒 This case holds classified values. That you opened it is written to the audit trail. 本案含保密內容，您的查看已記入審計記錄。') : null
  ].filter(Boolean);
}

function tabs(one, wanted) {
  const all = [
    ['path', 'Path 路徑', node => showPath(node, one)],
    ['trail', `Trail 經過 (${one.trail.length}${one.cut ? '+' : ''})`, node => node.replaceChildren(...trail(one))],
    ['forms', `Forms 表單 (${one.forms.length})`, node => node.replaceChildren(...forms(one))],
    ['decisions', `Decisions 判定 (${one.decisions.length})`, node => node.replaceChildren(decisions(one))],
    ['operations', 'Operations 操作記錄', node => showOperations(node, one, 0)],
    ['notes', `Comments, notices 備註、通知 (${one.comments.length + one.notices.length})`, node => node.replaceChildren(...notes(one))],
    ['files', 'Files 附件與文件', node => showFiles(node, one)],
    ['cases', `Cases 相關案件 (${one.parts.length + one.related.length})`, node => node.replaceChildren(...cases(one))]
  ];
  const panel = element('div', 'kefu-panel');
  panel.id = 'kefu-panel';
  panel.tabIndex = 0;
  panel.setAttribute('role', 'tabpanel');
  const buttons = all.map(([name, words]) => {
    const button = element('button', 'kefu-tab', words);
    button.type = 'button';
    button.id = `kefu-tab-${name}`;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', panel.id);
    return button;
  });
  const choose = index => {
    buttons.forEach((button, at) => {
      button.setAttribute('aria-selected', String(at === index));
      button.tabIndex = at === index ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', buttons[index].id);
    panel.replaceChildren();
    all[index][2](panel);
  };
  buttons.forEach((button, index) => {
    button.addEventListener('click', () => choose(index));
    button.addEventListener('keydown', event => {
      const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        const next = (to + buttons.length) % buttons.length;
        buttons[next].focus();
        choose(next);
      }
    });
  });
  const bar = element('div', 'kefu-tabs', ...buttons);
  bar.setAttribute('role', 'tablist');
  bar.setAttribute('aria-label', 'Parts of the page 頁面內容');
  choose(Math.max(0, all.findIndex(([name]) => name === wanted)));
  return element('div', null, bar, panel);
}

/* Path */

function showPath(node, one) {
  const readable = one.parts.filter(part => part.readable);
  const picture = element('div', 'kefu-picture');
  const choice = element('select', 'form-control');
  choice.append(...readable.map(part => {
    const option = element('option', null, `${part.name} · ${moment(part.startedAt)}`);
    option.value = part.id;
    return option;
  }));
  const look = async () => {
    const asked = choice.value;
    const path = await askHistory(`/cases/${encodeURIComponent(one.caseNumber)}/parts/${encodeURIComponent(asked)}/path`).catch(error => error);
    if (asked === choice.value) {
      await (path instanceof Error ? picture.replaceChildren(problem(path)) : drawPath(picture, path));
    }
  };
  choice.addEventListener('change', look);
  node.replaceChildren(element('label', 'kefu-part', 'Process 流程', choice), picture);
  look();
}

/* Trail */

function trail(one) {
  const names = new Map(one.parts.map(part => [part.id, part.name]));
  const rows = one.trail.map(step => [number(moment(step.startedAt)), number(moment(step.endedAt)), number(step.endedAt ? duration(secondsBetween(step.startedAt, step.endedAt)) : ''), step.name,
    TYPES[step.type] ?? step.type, names.get(step.part), who(one, step), standing(step)]);
  return [one.cut ? element('p', 'kefu-note', `Only the first ${one.trail.length} are shown. 僅顯示前 ${one.trail.length} 項。`) : null,
    table('Trail 經過', ['Started 開始', 'Ended 結束', 'Took 用時', 'Step 步驟', 'Kind 類型', 'Process 流程', 'Who 經辦人', 'Deadline 時限'], rows)].filter(Boolean);
}

const TYPES = {
  userTask: 'Task 人工任務', serviceTask: 'Automatic 自動', businessRuleTask: 'Decision 判定', sendTask: 'Message sent 發送', receiveTask: 'Waits 等待', callActivity: 'Process called 調用流程', subProcess: 'Part 子流程',
  startEvent: 'Start 開始', noneEndEvent: 'End 結束', terminateEndEvent: 'End 結束', errorEndEvent: 'End 結束', messageEndEvent: 'End 結束', exclusiveGateway: 'Choice 選擇', parallelGateway: 'Side by side 並行',
  inclusiveGateway: 'Choice 選擇', eventBasedGateway: 'Waits 等待', boundaryTimer: 'Time came 到時', boundaryError: 'Outcome 結果', boundaryMessage: 'Message 消息', boundarySignal: 'Signal 信號',
  boundaryEscalation: 'Escalation 升級', intermediateTimer: 'Waits 等待', intermediateMessageCatch: 'Waits 等待', intermediateSignalCatch: 'Waits 等待', intermediateCatchEvent: 'Waits 等待',
  intermediateNoneThrowEvent: 'Passed 經過', intermediateMessageThrowEvent: 'Message sent 發送', intermediateSignalThrow: 'Signal sent 發送', intermediateEscalationThrowEvent: 'Escalation 升級',
  intermediateLinkCatch: 'Goes on 接續', signalStartEvent: 'Start 開始', messageStartEvent: 'Start 開始', startTimerEvent: 'Start 開始', transaction: 'Part 子流程'
};

function who(one, step) {
  return step.by ? `${person(one.people, step.by)}${step.onBehalfOf ? ` (for 代 ${person(one.people, step.onBehalfOf)})` : ''}` : step.type === 'userTask' ? 'nobody 無人' : '';
}

function standing(step) {
  const cell = element('td', 'kefu-number');
  if (step.due) {
    cell.append(moment(step.due), ' ');
  }
  if (step.canceled) {
    cell.append('✖ cancelled 已取消');
  } else if (step.late) {
    cell.append(late(step.endedAt ? 'late 逾期完成' : 'overdue 逾期'));
  } else if (step.due) {
    cell.append(step.endedAt ? '✔ in time 按時' : '▶ running 進行中');
  }
  return cell;
}

/* Forms */

function forms(one) {
  const names = new Map(one.parts.map(part => [part.id, part.name]));
  if (one.parts.some(part => !part.facts)) {
    const hidden = one.parts.filter(part => !part.facts).map(part => part.name).join(', ');
    return [element('p', 'kefu-note', `You may not read the forms of: ${hidden}. 您無權查看其表單：${hidden}。`), ...one.forms.map(form => drawForm(one, form, names))];
  }
  return one.forms.length === 0 ? [element('p', null, 'Nothing was handed in. 尚未提交表單。')] : one.forms.map(form => drawForm(one, form, names));
}

function drawForm(one, form, names) {
  const title = element('summary', null, `${form.title ?? form.formId} `, element('span', 'kefu-form-by', `${moment(form.at)} · ${person(one.people, form.by) || 'program 程式'}${
    form.onBehalfOf ? ` (for 代 ${person(one.people, form.onBehalfOf)})` : ''}${form.edition > 1 ? ` · edition 第 ${form.edition} 版` : ''}${form.correction ? ' · ✎ correction 更正' : ''}`));
  const origin = element('p', 'kefu-form-origin', `${names.get(form.part) ?? ''} · form 表單 ${form.formId}${form.formVersion ? `, version 版本 ${form.formVersion}` : ''}`);
  const details = element('details', 'kefu-form', title, origin, form.correction ? correction(form) : null, fields(form.fields));
  details.open = true;
  return details;
}

function correction(form) {
  return element('div', 'kefu-correction', element('p', null, `Reason 原因: ${form.correction}`), (form.changes ?? []).length === 0 ? null
    : table('Corrections 更正', ['Field 欄位', 'Before 更正前', 'After 更正後'], form.changes.map(change => [change.label, change.before ?? '—', change.after ?? '—'])));
}

function fields(all) {
  return element('dl', 'kefu-fields', ...all.map(field => element('div', null, element('dt', null, field.label), element('dd', null, value(field)))));
}

function value(field) {
  if (field.classified) {
    return `🔒 ${field.value ?? '—'}`;
  }
  if (!field.rows) {
    return field.value ?? '—';
  }
  const labels = (field.rows[0] ?? []).map(cell => cell.label);
  return table(field.label, labels, field.rows.map(row => row.map(cell => cell.value ?? '—')));
}

/* Decisions */

function decisions(one) {
  return one.decisions.length === 0 ? element('p', null, 'No table decided anything. 沒有判定。')
    : table('Decisions 判定', ['When 時間', 'Table 決策表', 'Version 版本', 'Asked with 輸入', 'Rules that matched 命中規則', 'Answer 輸出'], one.decisions.map(decision => [number(moment(decision.at)), decision.name,
      String(decision.version), pairs(Object.entries(decision.inputs)), decision.rules.length === 0 ? '—' : decision.rules.join(', '), pairs(decision.outputs.map(output => [output.name, output.value]))]));
}

const pairs = all => element('ul', 'kefu-pairs', ...all.map(([name, said]) => element('li', null, `${name} = ${said ?? '—'}`)));

/* Operations */

const WHAT = {
  Claim: 'Claimed 領取', Assign: 'Assigned 分派', Delegate: 'Delegated 委派', Resolve: 'Resolved 處理完畢', Complete: 'Completed 完成', Create: 'Started 建立', SetOwner: 'Owner set 設定負責人', SetPriority: 'Priority set 設定優先級',
  Update: 'Changed 變更', Delete: 'Deleted 刪除', AddUserLink: 'Person added 加入人員', DeleteUserLink: 'Person removed 移除人員', AddGroupLink: 'Group added 加入組', DeleteGroupLink: 'Group removed 移除組',
  SetVariable: 'Fact set 設定資料', ModifyVariable: 'Fact changed 變更資料', RemoveVariable: 'Fact removed 移除資料', AddComment: 'Commented 備註', Suspend: 'Suspended 暫停', Activate: 'Activated 恢復',
  CreateIncident: 'Incident 事故', Resolved: 'Incident solved 事故已解決', ModifyProcessInstance: 'Moved 調整流程', SetJobRetries: 'Retried 重試', Execute: 'Job run 執行作業', Trigger: 'Triggered 觸發',
  Correlate: 'Message came 收到消息', DeleteHistory: 'History deleted 刪除歷史', Migrate: 'Migrated 遷移'
};

async function showOperations(node, one, page) {
  const answer = await askHistory(`/cases/${encodeURIComponent(one.caseNumber)}/operations?page=${page}`).catch(error => error);
  if (answer instanceof Error) {
    node.replaceChildren(problem(answer));
    return;
  }
  const shown = (property, said) => (said === undefined ? '' : property === 'dueDate' || property === 'followUpDate' ? moment(Number(said)) : person(answer.people, said));
  const rows = answer.operations.map(done => [number(moment(done.at)), done.by ? person(answer.people, done.by) : 'program 程式', WHAT[done.what] ?? done.what, done.step ?? done.entity, done.property,
    shown(done.property, done.before), shown(done.property, done.after), done.note]);
  const step = (words, to, possible) => {
    const button = element('button', 'btn btn-default', words);
    button.type = 'button';
    button.disabled = !possible;
    button.addEventListener('click', () => showOperations(node, one, to));
    return button;
  };
  node.replaceChildren(table('Operations 操作記錄', ['When 時間', 'Who 人員', 'What 操作', 'Of 對象', 'Property 屬性', 'Before 變更前', 'After 變更後', 'Note 說明'], rows),
    element('p', 'kefu-pager', step('‹ Before 上一頁', page - 1, page > 0), ` ${page + 1} `, step('Next 下一頁 ›', page + 1, answer.more)));
}

/* Comments, notices, files, other cases */

function notes(one) {
  return [element('h2', null, 'Comments 備註'), one.comments.length === 0 ? element('p', null, 'None 無')
    : table('Comments 備註', ['When 時間', 'Who 人員', 'Step 步驟', 'Text 內容'], one.comments.map(comment => [number(moment(comment.at)), comment.by ? person(one.people, comment.by) : 'Kefu 系統', comment.step,
      element('td', 'kefu-text', comment.text)])),
  element('h2', null, 'Notifications 通知'), one.notices.length === 0 ? element('p', null, 'None 無')
    : table('Notifications 通知', ['When 時間', 'To 收件人', 'Text 範本', 'State 狀態'], one.notices.map(notice => [number(notice.at.slice(0, 16).replace('T', ' ')), person(one.people, notice.to), notice.template,
      notice.state]))];
}

async function showFiles(node, one) {
  const base = `/camunda/api/kefu/cases/${encodeURIComponent(one.caseNumber)}`;
  const [files, papers] = await Promise.all([ask(`${base}/attachments`), ask(`${base}/documents`)].map(answer => answer.catch(error => error)));
  const link = (address, words, name) => {
    const anchor = element('a', null, words);
    anchor.href = address;
    anchor.setAttribute('download', name);
    return anchor;
  };
  node.replaceChildren(
    element('h2', null, 'Attachments 附件'), files instanceof Error ? problem(files) : files.attachments.length === 0 ? element('p', null, 'None 無')
      : table('Attachments 附件', ['Name 檔名', 'Kind 類別', 'Added 上傳', 'Removed 移除'], files.attachments.map(file => [file.removed ? file.name : link(`/camunda/api/kefu/attachments/${file.id}`, file.name, file.name), file.kindLabel,
        `${file.by} · ${file.at}`, file.removed])),
    element('h2', null, 'Documents 文件'), papers instanceof Error ? problem(papers) : element('ul', null, ...papers.documents.map(paper => element('li', null,
      link(`${base}/documents/${encodeURIComponent(paper.formId)}.pdf`, `${paper.number} ${paper.title}`, `${one.caseNumber}-${paper.formId}.pdf`))),
    papers.fileFrozen ? element('li', null, link(`${base}/case-file.pdf`, 'Whole case file 完整案卷 (PDF)', `${one.caseNumber}.pdf`), ` frozen 歸檔 ${papers.fileFrozen}`) : null));
}

function cases(one) {
  const names = new Map(one.parts.map(part => [part.id, part.name]));
  const opened = part => {
    if (part.state !== 'running' || !part.readable) {
      return part.name;
    }
    const link = element('a', null, part.name);
    link.href = `#/process-instance/${part.id}/runtime`;
    return link;
  };
  return [element('h2', null, 'Processes of this case 本案的流程'),
    table('Processes of this case 本案的流程', ['Process 流程', 'Called by 調用者', 'Version 版本', 'State 狀態', 'Started 開始', 'Ended 結束', 'Outcome 結果'], one.parts.map(part => [opened(part), names.get(part.callerId) ?? '',
      `${part.version ?? ''}${part.versionTag ? ` (${part.versionTag})` : ''}`, state(part.state), number(moment(part.startedAt)), number(moment(part.endedAt)), part.readable ? part.outcome : '🔒'])),
    element('h2', null, 'Other cases 其他案件'), one.related.length === 0 ? element('p', null, 'None 無') : element('ul', null, ...one.related.map(other => {
      const link = element('a', null, other.caseNumber);
      link.href = caseAddress(other.caseNumber);
      return element('li', null, link, ` · ${other.relation}`);
    }))];
}

const number = text => element('td', 'kefu-number', text);
