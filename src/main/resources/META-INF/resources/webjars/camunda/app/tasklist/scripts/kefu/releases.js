/* Releases: process owners take a file away, change it in Camunda Modeler and bring it back; the server checks it, a second person sees what differs and approves. */
import { confirmed, dialog } from './dialogs.js';
import { picture } from './models.js';
import { notice } from './notices.js';
import { element } from './page.js';
import { fold, section, table } from './parts.js';
import { call, csrfToken } from './requests.js';

const ADDRESS = '/camunda/api/kefu/releases';
const LONGEST_TEXT = 1000;
const AGAIN_AFTER = 1000;
const KINDS = { ADDED: 'Added 新增', REMOVED: 'Removed 移除', CHANGED: 'Changed 變更' };
const HOW = 'Take a file away, change it in Camunda Modeler, and bring it back. It is checked as the build does it; a second process owner approves. '
  + '下載檔案，以 Camunda Modeler 修改後上傳；系統檢查通過後，由另一位流程負責人核准。';
const BACK = 'The versions before are in effect again at once; running cases follow as they did. 立即恢復前一版本，運行案件隨之移回。';

/** Plugin of point `tasklist.navbar.action`; shows nothing to whoever is no process owner. */
export const releasesEntry = {
  id: 'kefu-releases',
  pluginPoint: 'tasklist.navbar.action',
  priority: 83,
  render: async node => {
    const right = await call(`${ADDRESS}/right`).catch(() => ({}));
    if (!right.processOwner) {
      return;
    }
    const open = element('a', 'kefu-navbar-entry kefu-releases-entry', element('span', 'glyphicon glyphicon-random'), ' Release 發佈');
    open.href = '#';
    open.setAttribute('role', 'button');
    open.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      openReleases();
    });
    node.replaceChildren(open);
  },
  unmount: () => {}
};

function openReleases() {
  const content = element('div', 'kefu-releases');
  content.setAttribute('aria-live', 'polite');
  dialog('Release 發佈', content).classList.add('kefu-wide');
  list(content);
}

async function list(content) {
  try {
    const page = await call(ADDRESS);
    content.replaceChildren(element('p', 'kefu-note', HOW), proposals(content, page.proposals), upload(content), files(page.files));
  } catch (error) {
    content.replaceChildren(problem(error.message));
  }
}

function proposals(content, all) {
  const rows = all.map(one => [String(one.id), one.files.join(', '), one.reason, `${one.proposedBy} · ${one.proposedAt}`, one.stateLabel, button(`Open 查看 ${one.id}`, () => open(content, one.id))]);
  return section('Proposals and releases 提案與發佈', all.length === 0 ? element('p', 'kefu-none', 'Nothing was proposed yet. 尚無提案。')
    : element('div', 'kefu-report-scroll', table('kefu-release-list', ['No 編號', 'Files 檔案', 'Reason 原因', 'Proposed by 提案人', 'State 狀態', 'Action 操作'], rows)));
}

function upload(content) {
  const choose = Object.assign(element('input'), { type: 'file', multiple: true, accept: '.bpmn,.dmn,.form', name: 'files' });
  const reason = Object.assign(element('textarea', 'form-control'), { maxLength: LONGEST_TEXT, rows: 2, name: 'reason' });
  const move = Object.assign(element('input'), { type: 'checkbox', checked: true, name: 'moveCases' });
  const send = Object.assign(element('button', 'btn btn-primary', 'Check and propose 檢查並提案'), { type: 'submit' });
  const said = element('div', 'kefu-release-said');
  said.setAttribute('role', 'alert');
  const form = element('form', 'kefu-release-form', element('label', null, 'Changed files 修改後的檔案 *', choose), element('label', null, 'Reason 原因 *', reason),
    element('label', 'kefu-release-move', move, ' Running cases follow to the new version 運行案件隨新版本'), send, said);
  form.noValidate = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    send.disabled = true;
    said.replaceChildren(element('p', null, 'Being checked … 檢查中 …'));
    const data = new FormData();
    [...choose.files].forEach(file => data.append('files', file, file.name));
    data.append('reason', reason.value);
    data.append('moveCases', String(move.checked));
    try {
      const proposed = await sent(data);
      notice(`Release ${proposed.id} proposed 已提案`);
      show(content, proposed);
    } catch (error) {
      said.replaceChildren(...refusal(error));
    } finally {
      send.disabled = false;
    }
  });
  return section('Propose a change 提出變更', form);
}

async function sent(data) {
  const answer = await fetch(ADDRESS, { method: 'POST', body: data, headers: { Accept: 'application/json', 'X-XSRF-TOKEN': csrfToken() } });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw Object.assign(new Error(body.message || body.detail || answer.statusText), { wrong: body.wrong });
  }
  return body;
}

/** What the check says, one line for each element. */
function refusal(error) {
  return error.wrong ? [element('p', 'kefu-problem', 'The check found what must be corrected: 檢查發現以下問題：'),
    element('ul', 'kefu-release-wrong', ...error.wrong.map(one => element('li', null, one.path ? element('strong', null, `${one.path}: `) : null, one.message)))] : [problem(error.message)];
}

function files(all) {
  const find = Object.assign(element('input', 'form-control'), { type: 'search' });
  const body = element('div', 'kefu-report-scroll');
  const draw = () => {
    const words = find.value.trim().toLowerCase();
    body.replaceChildren(table('kefu-release-files', ['File 檔案', 'Deployment 部署', 'In effect 生效版本'], all.filter(file => file.path.toLowerCase().includes(words)).map(file => {
      const link = element('a', null, file.path);
      link.href = `${ADDRESS}/file?path=${encodeURIComponent(file.path)}`;
      link.download = file.name;
      return [link, file.deployment, file.released ? 'released here 由此頁發佈' : 'from the program 程序自帶'];
    })));
  };
  find.addEventListener('input', draw);
  draw();
  const away = element('a', 'btn btn-default', 'All releases as files 匯出全部發佈');
  away.href = `${ADDRESS}/export.zip`;
  away.download = 'releases.zip';
  return fold('Files in effect, to take away 下載生效檔案', element('label', null, 'Find 查找', find), body, away);
}

async function open(content, id) {
  try {
    show(content, await call(`${ADDRESS}/${id}`));
  } catch (error) {
    notice(error.message);
  }
}

function show(content, one, isNew = true) {
  const said = element('div', 'kefu-release-said');
  said.setAttribute('role', 'alert');
  const note = Object.assign(element('input', 'form-control'), { type: 'text', maxLength: LONGEST_TEXT });
  const act = async (what, done, body = {}) => {
    try {
      const now = await call(`${ADDRESS}/${one.id}/${what}`, { method: 'POST', body: JSON.stringify(body) });
      notice(`Release 發佈 ${one.id}: ${done}`);
      show(content, now);
    } catch (error) {
      said.replaceChildren(...refusal(error));
    }
  };
  const decisions = one.mayDecide ? [element('label', null, 'Note 批註', note), element('p', 'kefu-dialog-buttons', button('Refuse 否決', () => act('refusal', 'refused 已否決', { note: note.value })),
    main('Approve and release 核准並發佈', () => act('approval', 'in effect 已發佈', { note: note.value })))] : [];
  const withdraw = one.mayWithdraw ? [element('p', 'kefu-note', 'A second process owner approves it. 須由另一位流程負責人核准。'), button('Withdraw 撤回', () => act('withdrawal', 'withdrawn 已撤回'))] : [];
  const back = one.mayTakeBack ? [button('Back to the version before 退回前一版本', async () => {
    if (await confirmed(`Release ${one.id}: back to the version before 退回前一版本?`, BACK, 'Back 退回')) {
      await act('return', 'taken back 已退回');
    }
  })] : [];
  content.replaceChildren(button('‹ All releases 全部發佈', () => list(content)), element('h4', null, `Release 發佈 ${one.id}: ${one.stateLabel}`),
    element('p', null, one.reason), element('p', 'kefu-case-facts', `${one.proposedBy} · ${one.proposedAt}${one.decidedBy ? ` → ${one.decidedBy} · ${one.decidedAt}` : ''}`),
    ...(one.decisionNote ? [element('p', null, one.decisionNote)] : []), ...(one.forecast ? [forecast(one)] : []), ...(one.following ? [section('Running cases 運行案件', element('p', null, `Are being taken along 移轉中: ${one.moved} done 已完成, ${one.toMove} left 待移轉`))] : []), ...(one.report ? [section('Report 發佈報告', element('ul', null, ...one.report.map(line => element('li', null, line))))] : []),
    ...one.files.map(file), said, ...decisions, ...withdraw, ...back);
  if (isNew) {
    content.querySelector('button')?.focus();
  }
  if (one.following) {
    const shown = content.firstChild;
    setTimeout(async () => {
      const now = await call(`${ADDRESS}/${one.id}`).catch(() => one);
      if (shown.isConnected) {
        show(content, now, false);
      }
    }, AGAIN_AFTER);
  }
}

function forecast(one) {
  const { moved, stuck } = one.forecast;
  if (!one.moveCases) {
    return section('Running cases 運行案件', element('p', null, 'They stay with their version, as proposed. 依提案按原版本繼續。'));
  }
  return section('Running cases 運行案件', element('p', null, `${moved} would follow to the new version. 個案件將隨新版本。`), stuck.length === 0 ? null
    : element('div', null, element('p', 'kefu-problem', `${stuck.length} would stay with their version: 個案件將留在原版本：`),
      table('kefu-release-stuck', ['Case 案件', 'Process 流程', 'Step 步驟', 'Why 原因'], stuck.map(each => [each.caseNumber, each.process, each.step, each.reason]))));
}

function file(one) {
  const pictures = one.after ? [element('div', 'kefu-release-pictures', one.before ? picture('Before 變更前', one.before, one.changes.filter(change => change.kind !== 'ADDED')) : null,
    picture('After 變更後', one.after, one.changes.filter(change => change.kind !== 'REMOVED')))] : [];
  const words = table('kefu-release-changes', ['What 對象', 'How 方式', 'In words 說明'], one.changes.map(change => [change.name, KINDS[change.kind],
    element('ul', 'list-unstyled', ...change.words.map(line => element('li', null, line)))]));
  return section(one.path, ...pictures, element('div', 'kefu-report-scroll', words));
}

function button(text, action) {
  const node = Object.assign(element('button', 'btn btn-default btn-sm', text), { type: 'button' });
  node.addEventListener('click', action);
  return node;
}

function main(text, action) {
  const node = button(text, action);
  node.className = 'btn btn-primary';
  return node;
}

function problem(message) {
  return element('p', 'kefu-problem', message);
}
