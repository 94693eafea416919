/* Says beside the form, and on the tab's name, which attachments a task has and which its form still asks for. */
import { closeNotices } from './notices.js';
import { element, openTask, watchPage } from './page.js';
import { call } from './requests.js';

const TAB = 'Attachments 附件';

let shownTask = null;
let listing = null;
/** Kinds whose text the form shows; null while no form was seen. */
let visible = null;

/** Marks the tab and the form's texts. */
export function markAskedAttachments() {
  watchPage(look);
}

/** Takes what the tab has just learned. */
export function noteAttachments(taskId, known) {
  if (taskId === shownTask) {
    listing = known;
    look();
  }
}

function look() {
  const tab = [...document.querySelectorAll('.nav-tabs a')].find(one => one.textContent.trim().startsWith(TAB));
  const taskId = tab && openTask();
  if (!taskId) {
    shownTask = null;
    return;
  }
  if (taskId !== shownTask) {
    shownTask = taskId;
    listing = null;
    visible = null;
    ask(taskId);
  }
  if (listing) {
    const texts = textsOfForm();
    if (texts) {
      visible = new Set(texts.keys());
      texts.forEach((text, kind) => put(text, '.kefu-asked-here', hint(kind, tab)));
    }
    put(tab, '.kefu-tab-mark', mark());
  }
}

async function ask(taskId) {
  // A task whose attachments this person may not read has no mark; the tab says why.
  const known = await call(`/camunda/api/kefu/tasks/${encodeURIComponent(taskId)}/attachments`).catch(() => null);
  if (known && taskId === shownTask) {
    listing = known;
    look();
  }
}

/** Where the form asks for what; null while the form is not in sight. A text with a condition comes and goes. */
function textsOfForm() {
  const form = document.querySelector('.tab-content .fjs-form');
  if (!form?.querySelector('.fjs-form-field')) {
    return null;
  }
  const all = [...form.querySelectorAll('.fjs-form-field-text')];
  return new Map(listing.required.map(({ kind, label }) => [kind, all.find(text => plain(text).includes(plainWords(label)))]).filter(([, text]) => text));
}

const plain = text => plainWords([...text.childNodes].filter(child => !child.classList?.contains('kefu-asked-here')).map(child => child.textContent).join(' '));
const plainWords = words => words.replace(/\s+/g, ' ').trim();

function hint(kind, tab) {
  const { there } = listing.required.find(required => required.kind === kind);
  const open = element('button', 'btn btn-link', there ? 'Show attachments 查看附件' : 'Attach it now 前往上傳');
  open.type = 'button';
  open.addEventListener('click', () => {
    tab.click();
    closeNotices();
  });
  const node = element('p', `kefu-asked-here ${there ? 'kefu-there' : 'kefu-missing'}`,
    element('span', `glyphicon glyphicon-${there ? 'ok' : 'exclamation-sign'}`), there ? ' Attached 已上傳 ' : ' Missing 尚缺 ', open);
  node.dataset.state = String(there);
  return node;
}

function mark() {
  const count = listing.attachments.filter(one => !one.removed).length;
  const missing = listing.required.filter(({ kind, there }) => !there && (visible === null || visible.has(kind))).length;
  const node = element('span', 'kefu-tab-mark', count > 0 ? element('span', 'badge', String(count)) : null,
    missing > 0 ? element('span', 'kefu-missing', element('span', 'glyphicon glyphicon-exclamation-sign'), ' missing 尚缺') : null);
  node.dataset.state = `${count} ${missing}`;
  return node;
}

/** Adds a mark, or changes it when it says something else now: a change would be looked at again. */
function put(parent, selector, node) {
  const old = parent.querySelector(selector);
  if (old?.dataset.state === node.dataset.state) {
    return;
  }
  old?.remove();
  parent.append(node);
}
