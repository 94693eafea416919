/* A session that ends while somebody types costs nothing: the page stays, what was to be sent waits, a login in another tab sends it. */
import { element } from './page.js';
import { askForPerson, currentPerson, isAuthentication } from './person.js';
import { holdRequests } from './requests.js';

const waiting = [];
const leaving = [];
let box = null;

export function surviveLostSessions() {
  holdRequests(isTooLate, request => afterLogin(() => request.sendAgain()));
}

/** Asks for a new login, and calls `goOn()` once the same person is logged in again. */
export function afterLogin(goOn) {
  waiting.push(goOn);
  box ??= show();
}

/** Calls `forget()` when somebody else has logged in instead. */
export function whenAnotherTakesOver(forget) {
  leaving.push(forget);
}

/** Whether a refusal means that the session has ended. After a restart of the server the first thing noticed is the token of the session that is gone. */
export const hasEnded = (status, message) => status === 401 || status === 403 && Boolean(message?.startsWith('Your session has ended'));

function isTooLate(request) {
  return currentPerson() !== null && request.path.startsWith('/camunda/api/') && !isAuthentication(request.path)
    && hasEnded(request.status, request.json()?.message);
}

function show() {
  const login = element('a', 'btn btn-primary', 'Log in again 重新登入');
  login.href = `${location.pathname}#/login`;
  login.target = '_blank';
  const proceed = element('button', 'btn btn-default', 'I have logged in, continue 已登入，繼續');
  proceed.type = 'button';
  const state = element('p', 'kefu-session-state');
  state.setAttribute('role', 'status');
  proceed.addEventListener('click', () => resume(state));
  window.addEventListener('focus', () => resume(null));
  const shown = element('div', 'kefu-session',
    element('h4', null, 'Your session has ended 登入已過期'),
    element('p', null, 'What you typed stays on this page. Log in again in a new tab, then come back to this one: it goes on where you were. '
      + '您輸入的內容仍保留在此頁。請在新分頁重新登入，再回到此頁即可繼續。'),
    element('p', null, login, ' ', proceed), state);
  shown.setAttribute('role', 'alertdialog');
  document.body.append(shown);
  login.focus();
  return shown;
}

async function resume(state) {
  if (box === null) {
    return;
  }
  const before = currentPerson();
  const now = await askForPerson();
  if (now === null) {
    state?.replaceChildren('You are not logged in yet. 尚未登入。');
  } else if (now !== before) {
    // Somebody else's page: nothing typed here may be sent in another name.
    leaving.forEach(forget => forget());
    location.reload();
  } else if (box !== null) {
    box.remove();
    box = null;
    waiting.splice(0).forEach(goOn => goOn());
  }
}
