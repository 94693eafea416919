/* Who is logged in on this page, learned from what the application asks the server itself. */
import { onAnswer } from './requests.js';

const AUTHENTICATION = '/camunda/api/admin/auth/user/default';

let person = null;
const listeners = [];

/** Whether the path belongs to logging in and out. */
export const isAuthentication = path => path.startsWith(AUTHENTICATION);

/** User id of the person on this page; null before the first login. */
export const currentPerson = () => person;

/** Calls `listener(userId)` as soon as somebody is known to be logged in. */
export function onPerson(listener) {
  listeners.push(listener);
}

/** Asks the server who is logged in now; null for nobody. */
export async function askForPerson() {
  const answer = await fetch(AUTHENTICATION, { headers: { Accept: 'application/json' } });
  return answer.ok ? (await answer.json()).userId : null;
}

onAnswer(request => {
  if (!isAuthentication(request.path)) {
    return;
  }
  if (request.path.endsWith('/logout')) {
    person = null;
  } else if (request.status === 200) {
    person = request.json()?.userId ?? null;
    listeners.forEach(listener => listener(person));
  }
});
