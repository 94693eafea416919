/* Messages for people: the engine's ids go, what to do comes. */
import { element, watchPage } from './page.js';

const ENGINE_PREFIX = /Cannot (?:submit task form|complete task|instantiate process definition) \S+: /;
const LOGIN_REFUSED = 'Wrong credentials, locked user or missing access rights to application';
const LOGIN_HELP = 'User name or password is wrong. After a wrong password the account rests for some seconds: wait, then try again. '
  + '帳號或密碼不正確；輸錯後帳號會暫停數秒，請稍候再試。';

/** Rewrites what the application reports, as soon as it stands on the page. */
export function plainWords() {
  watchPage(() => document.querySelectorAll('.alert .message').forEach(rewrite));
}

function rewrite(message) {
  const text = message.textContent;
  const plain = text.includes(LOGIN_REFUSED) ? LOGIN_HELP : text.replace(ENGINE_PREFIX, '');
  if (plain !== text && message.children.length === 0) {
    message.textContent = plain;
  }
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
