/* The attachments of a case: seen, added, downloaded, removed; beside a task, and of a case without a task. */
import { noteAttachments } from './asked.js';
import { confirmed } from './dialogs.js';
import { element } from './page.js';
import { call } from './requests.js';
import { readableSize, uploadsTo } from './uploads.js';

const OTHER = '';

/** Plugin of point `tasklist.task.detail`. */
export const attachmentsTab = {
  id: 'kefu-attachments',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: 'Attachments 附件' },
  render: (node, { taskId }) => showAttachments(node, `/camunda/api/kefu/tasks/${encodeURIComponent(taskId)}/attachments`, taskId),
  unmount: () => {}
};

/**
 * Shows attachments in a node.
 *
 * @param address where they are listed and sent to
 * @param taskId whose form may ask for some; null for a case
 */
export async function showAttachments(node, address, taskId = null) {
  try {
    draw(node, await call(address), address, taskId);
  } catch (error) {
    const problem = element('p', 'kefu-problem', error.message);
    problem.setAttribute('role', 'alert');
    node.replaceChildren(problem);
  }
}

function draw(node, listing, address, taskId) {
  const uploads = uploadsTo(address);
  const [wanted, adding, files] = [element('div'), element('div'), element('div')];
  // Parts change one by one: what is being uploaded, and what a screen reader listens to, stays where it is.
  node.replaceChildren(element('div', 'kefu-attachments', wanted, adding, uploads.list, uploads.spoken, files));
  const fill = fresh => {
    if (taskId) {
      noteAttachments(taskId, fresh);
    }
    const focused = adding.contains(document.activeElement) ? document.activeElement.tagName : null;
    wanted.replaceChildren(...asked(fresh));
    adding.replaceChildren(fresh.mayAdd ? chooser(fresh, uploads)
      : element('p', 'kefu-none', 'You may read the attachments of this case, not add to them. 您可查閱本案附件，不可新增。'));
    files.replaceChildren(table(fresh, async () => fill(await call(address))));
    if (focused) {
      adding.querySelector(focused)?.focus();
    }
  };
  uploads.arrived = fill;
  fill(listing);
}

function asked({ required }) {
  return required.length === 0 ? [] : [element('ul', 'kefu-asked', ...required.map(({ label, there }) => element('li', there ? 'kefu-there' : 'kefu-missing',
    element('span', `glyphicon glyphicon-${there ? 'ok' : 'exclamation-sign'}`), ' ', element('strong', null, there ? 'Attached 已上傳' : 'Missing 尚缺'), ` ${label}`)))];
}

function chooser(listing, uploads) {
  const kind = kindChoice(listing.required);
  const input = element('input');
  input.type = 'file';
  input.multiple = true;
  input.hidden = true;
  input.accept = listing.endings.map(ending => `.${ending}`).join(',');
  const choose = element('button', 'btn btn-primary', 'Choose files 選擇檔案');
  choose.type = 'button';
  choose.addEventListener('click', () => input.click());
  const add = files => uploads.add(files, kind?.select.value, listing);
  input.addEventListener('change', () => {
    add(input.files);
    input.value = '';
  });
  const zone = element('div', 'kefu-drop', kind?.label, element('p', 'kefu-drop-choose', choose, input, element('span', null, 'or drop them here 或拖放至此')),
    element('p', 'kefu-drop-limits', `Up to ${readableSize(listing.largestFile)} each 每個上限; ${listing.endings.join(', ')}`));
  ['dragenter', 'dragover'].forEach(type => zone.addEventListener(type, event => {
    event.preventDefault();
    zone.classList.add('kefu-drop-over');
  }));
  zone.addEventListener('dragleave', event => zone.contains(event.relatedTarget) || zone.classList.remove('kefu-drop-over'));
  zone.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('kefu-drop-over');
    add(event.dataTransfer.files);
  });
  return zone;
}

/** What the form asks for first, the first that is missing chosen; null where there is no choice. */
function kindChoice(required) {
  if (required.length === 0) {
    return null;
  }
  const select = element('select', 'form-control');
  required.forEach(({ kind, label, there }) => select.append(option(kind, there ? short(label) : `${short(label)} (missing 尚缺)`)));
  select.append(option(OTHER, 'Other 其他'));
  select.value = required.find(({ there }) => !there)?.kind ?? OTHER;
  return { select, label: element('label', 'kefu-kind', 'Kind 種類', select) };
}

function option(value, text) {
  const node = element('option', null, text);
  node.value = value;
  return node;
}

/** The first words of what a form says about an attachment. */
const short = label => label.split(/[,.;:，。；：]/)[0].trim();

function table({ attachments }, refresh) {
  if (attachments.length === 0) {
    return element('p', 'kefu-none', 'No attachments yet. 尚無附件。');
  }
  const there = attachments.filter(one => !one.removed);
  const removed = attachments.filter(one => one.removed);
  const head = element('tr', null, ...['Name 檔名', 'Kind 種類', 'Size 大小', 'Added by 上傳者', 'Added 上傳時間', ''].map(title => element('th', null, title)));
  return element('div', null,
    there.length === 0 ? element('p', 'kefu-none', 'No attachments any more. 已無附件。')
      : element('table', 'table kefu-files', element('thead', null, head), element('tbody', null, ...there.map(one => row(one, refresh)))),
    removed.length === 0 ? null : element('details', 'kefu-removed', element('summary', null, `Removed 已移除 (${removed.length})`),
      element('ul', null, ...removed.map(one => element('li', null, element('s', null, one.name), ` · ${one.removed}`)))));
}

function row(one, refresh) {
  const link = element('a', null, element('span', 'glyphicon glyphicon-download-alt'), ' ', one.name);
  link.href = `/camunda/api/kefu/attachments/${one.id}`;
  link.setAttribute('download', one.name);
  link.setAttribute('aria-label', `Download 下載: ${one.name}`);
  return element('tr', null, element('td', 'kefu-file-name', link), element('td', null, one.kindLabel ? short(one.kindLabel) : one.kind ?? 'Other 其他'),
    element('td', 'kefu-number', readableSize(one.size)), element('td', null, one.by), element('td', 'kefu-number', one.at),
    element('td', 'kefu-file-buttons', one.removable ? removal(one, refresh) : null));
}

function removal(one, refresh) {
  const remove = element('button', 'btn btn-default btn-xs', 'Remove 移除');
  remove.type = 'button';
  remove.setAttribute('aria-label', `Remove 移除: ${one.name}`);
  remove.addEventListener('click', async () => {
    if (!await confirmed('Remove attachment 移除附件', `${one.name} is no longer shown to others. That it was there stays on record. `
      + '移除後他人不再看到此附件，紀錄仍會保留。', 'Remove 移除')) {
      return;
    }
    try {
      await call(`/camunda/api/kefu/attachments/${one.id}`, { method: 'DELETE' });
      await refresh();
    } catch (error) {
      const problem = element('p', 'kefu-problem', error.message);
      problem.setAttribute('role', 'alert');
      remove.replaceWith(problem);
    }
  });
  return remove;
}
