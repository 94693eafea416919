/* The page of one case, running or finished: `#/history/CMP-2026-000123`, with `?tab=forms` one of its parts. */
import { element } from '../../../tasklist/scripts/kefu/page.js';
import { drawPath } from './diagram.js';
import { ask, askHistory, caseAddress, duration, late, moment, person, problem, secondsBetween, state, table } from './server.js';

const ROUTE = '/history/:caseNumber';

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

/** Opens the page of the case whose number somebody enters. */
export function finder(number) {
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
    one.filedAt ? element('p', 'kefu-note', `The engine's history of this case was cleaned up; this is the case file, frozen ${moment(one.filedAt)}. It has no deadlines. 引擎中的歷史已清理；以下取自 ${moment(one.filedAt)} 歸檔的案卷，不含時限。`) : null,
    one.classified ? element('p', 'kefu-note', 'This case holds classified values. That you opened it is written to the audit trail. 本案含保密內容，您的查看已記入審計記錄。') : null
  ].filter(Boolean);
}

function tabs(one, wanted) {
  const all = [
    ['path', 'Path 路徑', node => showPath(node, one)],
    ['trail', `Trail 經過 (${one.trail.length}${one.cut ? '+' : ''})`, node => node.replaceChildren(...trail(one))],
    ['forms', `Forms 表單 (${one.forms.length})`, node => node.replaceChildren(...forms(one))],
    ['decisions', `Decisions 判定 (${one.decisions.length})`, node => node.replaceChildren(decisions(one))],
    ['operations', 'Operations 操作記錄', node => showOperations(node, one, 0)],
    ...(one.whole ? [['audit', 'Audit 審計', node => showEntries(node, one, 0)]] : []),
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
    return field.value?.startsWith('●') ? field.value : `${field.value ?? '—'} (classified 保密)`;
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

const ENTITIES = { ProcessInstance: 'case 案件', Task: 'task 任務', Variable: 'fact 資料', IdentityLink: 'person, group 人員、組', Comment: 'comment 備註', Attachment: 'attachment 附件', Job: 'job 作業', Incident: 'incident 事故', Execution: 'path 路徑' };
const PROPERTIES = {
  assignee: 'assignee 經辦人', owner: 'on behalf of 委託人', delegation: 'delegation 委派', dueDate: 'deadline 時限', followUpDate: 'follow-up 跟進日', priority: 'priority 優先級', name: 'name 名稱', description: 'description 說明',
  retries: 'retries 重試次數', type: 'kind 類型', groupId: 'group 組', userId: 'person 人員', variableName: 'fact 資料', message: 'text 內容'
};

async function showOperations(node, one, page) {
  const answer = await askHistory(`/cases/${encodeURIComponent(one.caseNumber)}/operations?page=${page}`).catch(error => error);
  if (answer instanceof Error) {
    node.replaceChildren(problem(answer));
    return;
  }
  const shown = (property, said) => (said === undefined ? '' : property === 'dueDate' || property === 'followUpDate' ? moment(Number(said)) : person(answer.people, said));
  // That a completed task is deleted goes without saying.
  const rows = answer.operations.map(done => [number(moment(done.at)), done.by ? person(answer.people, done.by) : 'program 程式', WHAT[done.what] ?? done.what, done.step ?? ENTITIES[done.entity] ?? done.entity,
    ...(done.property === 'delete' ? ['', '', ''] : [PROPERTIES[done.property] ?? done.property, shown(done.property, done.before), shown(done.property, done.after)]), done.note]);
  node.replaceChildren(table('Operations 操作記錄', ['When 時間', 'Who 人員', 'What 操作', 'Of 對象', 'Property 屬性', 'Before 變更前', 'After 變更後', 'Note 說明'], rows),
    pager(page, answer.more, to => showOperations(node, one, to)));
}

function pager(page, more, turn) {
  const step = (words, to, possible) => {
    const button = element('button', 'btn btn-default', words);
    button.type = 'button';
    button.disabled = !possible;
    button.addEventListener('click', () => turn(to));
    return button;
  };
  return page === 0 && !more ? '' : element('p', 'kefu-pager', step('‹ Before 上一頁', page - 1, page > 0), ` ${page + 1} `, step('Next 下一頁 ›', page + 1, more));
}

/* Audit: what the sealed trail knows beside operations */

const KINDS = { REFUSAL: '✖ Refused 拒絕', CLASSIFIED_READ: 'Classified value read 查看保密內容', EXPORT: 'Taken away, printed 導出、列印', REPAIR: 'Repaired 修復' };
const ACTIONS = {
  claim: 'claim 領取', assign: 'assign 分派', reassign: 'reassign 改派', delegate: 'delegate 委派', complete: 'complete 完成', resolve: 'resolve 處理', save: 'save 保存', submit: 'submit 提交', correct: 'correct 更正', print: 'print 列印',
  read: 'read 查看', open: 'open 開啟', remove: 'remove 移除', setOwner: 'set owner 設定負責人'
};
const SUBJECTS = { task: 'task 任務', case: 'case 案件', caseHistory: 'history of the case 案件歷史', caseFile: 'case file 案卷', document: 'document 文件', attachment: 'attachment 附件', field: 'field 欄位', form: 'form 表單' };

async function showEntries(node, one, page) {
  const answer = await askHistory(`/cases/${encodeURIComponent(one.caseNumber)}/entries?page=${page}`).catch(error => error);
  if (answer instanceof Error) {
    node.replaceChildren(problem(answer));
    return;
  }
  const of = entry => [SUBJECTS[entry.subjectType] ?? entry.subjectType, entry.subjectType === 'task' ? answer.steps[entry.subjectId] : entry.subjectId === one.caseNumber ? null : entry.subjectId].filter(Boolean).join(': ');
  node.replaceChildren(element('p', null, 'Refusals, reads of classified values, what was printed or taken away, and repairs, from the sealed audit trail. 拒絕、查看保密內容、列印與導出、修復：取自已封存的審計記錄。'),
    answer.entries.length === 0 ? element('p', null, 'None 無') : table('Audit 審計', ['When 時間', 'Who 人員', 'What 事項', 'Action 操作', 'Of 對象'], answer.entries.map(entry => [number(moment(entry.at)),
      entry.actor ? person(answer.people, entry.actor) : 'program 程式', KINDS[entry.kind], ACTIONS[entry.action] ?? entry.action, of(entry)])), pager(page, answer.more, to => showEntries(node, one, to)));
}

/* Comments, notices, files, other cases */

const NOTICE_STATES = {
  waiting: 'Waiting 待發送', sending: 'Sending 發送中', sent: 'Sent 已發送', dropped: 'Not needed any more 已無需發送', noAddress: 'No address 無地址', failed: 'Failed 發送失敗', doubtful: 'Doubtful 待確認'
};

function notes(one) {
  return [element('h2', null, 'Comments 備註'), one.comments.length === 0 ? element('p', null, 'None 無')
    : table('Comments 備註', ['When 時間', 'Who 人員', 'Step 步驟', 'Text 內容'], one.comments.map(comment => [number(moment(comment.at)), comment.by ? person(one.people, comment.by) : 'Kefu 系統', comment.step,
      element('td', 'kefu-text', comment.text)])),
  element('h2', null, 'Notifications 通知'), one.notices.length === 0 ? element('p', null, 'None 無')
    : table('Notifications 通知', ['When 時間', 'To 收件人', 'About 事由', 'State 狀態'], one.notices.map(notice => [number(moment(notice.at)), person(one.people, notice.to), notice.about,
      NOTICE_STATES[notice.state] ?? notice.state]))];
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
      `${part.version ?? ''}${part.versionTag ? ` (${part.versionTag})` : ''}`, state(part.state), number(moment(part.startedAt)), number(moment(part.endedAt)), part.readable ? part.outcome : 'not for you 無權查看'])),
    element('h2', null, 'Other cases 其他案件'), one.related.length === 0 ? element('p', null, 'None 無') : element('ul', null, ...one.related.map(other => {
      const link = element('a', null, other.caseNumber);
      link.href = caseAddress(other.caseNumber);
      return element('li', null, link, ` · ${other.relation}`);
    }))];
}

const number = text => element('td', 'kefu-number', text);
