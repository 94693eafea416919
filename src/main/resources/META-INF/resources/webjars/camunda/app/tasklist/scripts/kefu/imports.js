/* Complaints from a file: choose it, watch it being read, take away what was refused. For the complaint section only; the server decides who that is. */
import { dialog } from './dialogs.js';
import { element } from './page.js';
import { call, csrfToken } from './requests.js';

const ADDRESS = '/camunda/api/kefu/complaints/imports';
const LOOK_EVERY = 2000;

/** Plugin of point `tasklist.navbar.action`; shows nothing to whoever may not import. */
export const importsEntry = {
  id: 'kefu-imports',
  pluginPoint: 'tasklist.navbar.action',
  priority: 85,
  render: async node => {
    if (!await call(`${ADDRESS}/right`).then(right => right.mayImport, () => false)) {
      return;
    }
    const open = element('a', 'kefu-navbar-entry kefu-imports-entry', element('span', 'glyphicon glyphicon-import'), ' Import complaints 導入投訴');
    open.href = '#';
    open.setAttribute('role', 'button');
    open.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      openImports();
    });
    node.replaceChildren(open);
  },
  unmount: () => {}
};

async function openImports() {
  const problem = element('p', 'kefu-problem');
  problem.setAttribute('role', 'alert');
  const columns = element('p', 'kefu-columns');
  const file = element('input');
  file.type = 'file';
  file.accept = '.csv,.txt,.xlsx';
  file.required = true;
  const channel = element('select', 'form-control', element('option', null, ''));
  const send = element('button', 'btn btn-primary', 'Import 導入');
  send.type = 'submit';
  const form = element('form', 'kefu-import-form',
    element('label', null, 'File 檔案 (CSV, XLSX)', file),
    element('label', null, 'Way for rows without one 未填方式的行', channel), send);
  const list = element('div', 'kefu-imports');
  const box = dialog('Import complaints 導入投訴',
    element('p', 'kefu-note', 'One row, one complaint; the first row names the columns. A row that was imported before opens nothing again. '
      + '每行一宗投訴，首行為欄位名稱；已導入過的行不會重複立案。'),
    columns, form, problem, element('h4', null, 'Imports 導入記錄'), list);
  let largestFile = Infinity;
  let timer = null;
  box.addEventListener('close', () => clearTimeout(timer));

  const look = async () => {
    clearTimeout(timer);
    try {
      const page = await call(ADDRESS);
      largestFile = page.largestFile;
      if (channel.options.length === 1) {
        columns.replaceChildren(`Columns 欄位: Reference 來文編號, ${page.columns.join(', ')}`);
        channel.append(...page.channels.map(option => Object.assign(element('option', null, option.label), { value: option.value })));
      }
      list.replaceChildren(table(page.imports, cancel));
      if (box.isConnected && page.imports.some(one => one.running)) {
        timer = setTimeout(look, LOOK_EVERY);
      }
    } catch (error) {
      problem.replaceChildren(error.message);
    }
  };
  const act = async action => {
    problem.replaceChildren();
    send.disabled = true;
    try {
      await action();
    } catch (error) {
      problem.replaceChildren(error.message);
    } finally {
      send.disabled = false;
    }
    await look();
  };
  const cancel = one => act(() => call(`${ADDRESS}/${one.id}/cancellation`, { method: 'POST' }));

  form.addEventListener('submit', event => {
    event.preventDefault();
    act(async () => {
      const [chosen] = file.files;
      if (chosen.size > largestFile) {
        throw new Error(`The file is larger than ${Math.floor(largestFile / 1048576)} MB 檔案過大`);
      }
      const parameters = new URLSearchParams({ fileName: chosen.name, channel: channel.value });
      await call(`${ADDRESS}?${parameters}`, { method: 'POST', body: chosen, headers: { 'Content-Type': 'application/octet-stream' } });
      file.value = '';
    });
  });
  await look();
  file.focus();
}

function table(imports, cancel) {
  if (imports.length === 0) {
    return element('p', 'kefu-none', 'Nothing was imported yet. 尚無導入記錄。');
  }
  const heading = element('tr', null, ...['File 檔案', 'State 狀態', 'Opened 立案', 'Refused 退回', 'Known 已有', ''].map(title => element('th', null, title)));
  return element('table', 'table kefu-import-table', element('thead', null, heading), element('tbody', null, ...imports.map(one => row(one, cancel))));
}

function row(one, cancel) {
  const bar = element('progress');
  bar.max = 100;
  bar.value = one.percent;
  bar.setAttribute('aria-label', `${one.fileName}: ${one.percent}%`);
  const actions = element('td');
  if (one.refused > 0) {
    const errors = element('a', 'btn btn-default btn-sm', 'Errors 錯誤清單');
    errors.href = `${ADDRESS}/${one.id}/errors`;
    errors.download = '';
    actions.append(errors, ' ');
  }
  if (one.running) {
    const stop = element('button', 'btn btn-default btn-sm', 'Cancel 取消');
    stop.type = 'button';
    stop.addEventListener('click', () => {
      stop.disabled = true;
      cancel(one);
    });
    actions.append(stop);
  }
  return element('tr', null,
    element('td', null, element('strong', null, one.fileName), element('div', 'kefu-case-facts', `${one.by} · ${one.at}`),
      one.ignoredColumns ? element('div', 'kefu-case-facts', `Columns left out 未使用的欄位: ${one.ignoredColumns}`) : null),
    element('td', null, `${one.stateLabel} `, bar, ` ${one.percent}% · ${one.read} / ${one.total}`, one.problem ? element('div', 'kefu-problem', one.problem) : null),
    element('td', 'kefu-count', String(one.accepted)), element('td', 'kefu-count', String(one.refused)), element('td', 'kefu-count', String(one.duplicates)),
    actions);
}
