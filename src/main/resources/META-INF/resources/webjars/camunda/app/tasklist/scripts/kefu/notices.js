/* Messages for people: the engine's ids go, what to do comes. */
import { focusField } from './forms.js';
import { element, openTask, watchPage, withoutIds, words } from './page.js';

const NOT_SUBMITTED = 'COMPLETE_ERROR';
const NOT_SUBMITTED_PLAIN = 'Not submitted 未提交';
const MARKED = 'Some fields are empty or wrong; they are marked in red. 有欄位未填或不正確，已用紅色標示。';
const STARTED = ['PROCESS_START_OK', 'ASSIGN_NOTE_PROCESS'];

let quietUntil = 0;
let refusedIn = null;

/** Rewrites what the application reports, as soon as it stands on the page; a refusal goes with its task. */
export function plainWords() {
  watchPage(() => {
    document.querySelectorAll('.alert').forEach(rewrite);
    if (openTask() !== refusedIn) {
      refusedIn = openTask();
      close(NOT_SUBMITTED_PLAIN);
    }
    if (Date.now() < quietUntil) {
      closeStartNotices();
    }
  });
}

function rewrite(alert) {
  const status = alert.querySelector('.status');
  const message = alert.querySelector('.message');
  if (status?.textContent.trim().startsWith(words(NOT_SUBMITTED))) {
    const asked = Boolean(message?.textContent.trim());
    status.textContent = asked ? NOT_SUBMITTED_PLAIN : `${NOT_SUBMITTED_PLAIN}. ${MARKED}`;
    const wrong = document.querySelector('.fjs-has-errors');
    // Without a message the form itself found the mistakes and the server was not asked.
    if (wrong && !asked) {
      focusField(wrong);
    }
  }
  if (message && message.children.length === 0) {
    const text = message.textContent;
    const plain = withoutIds(text);
    if (plain !== text) {
      message.textContent = plain;
    }
  }
}

/** Closes what the application says after a start, at once or some seconds later: the first task is open, and our own notice names the number. */
export function dismissStartNotices() {
  quietUntil = Date.now() + 5000;
  closeStartNotices();
}

function closeStartNotices() {
  close(...STARTED.map(words));
}

function close(...texts) {
  document.querySelectorAll('.page-notifications .alert').forEach(alert => {
    if (texts.some(text => alert.textContent.includes(text))) {
      alert.querySelector('.close:not(.ng-hide)')?.click();
    }
  });
}

/** Closes what the application has reported: whoever reads on goes to mend it. */
export function closeNotices() {
  document.querySelectorAll('.page-notifications .alert .close:not(.ng-hide)').forEach(close => close.click());
}

/** Shows a sentence of our own for some seconds, above the page and clear of its buttons. */
export function notice(text) {
  const close = element('button', 'close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', 'Close 關閉');
  const shown = element('div', 'kefu-notice', close, text);
  shown.setAttribute('role', 'status');
  close.addEventListener('click', () => shown.remove());
  document.body.append(shown);
  setTimeout(() => shown.remove(), 15000);
}
