/* Tasklist keeps what "Save" saves in the browser. On a shared computer the next person must not find it. */
import { onPerson } from './person.js';

const OWNER = 'kefu-drafts-of';
const DRAFTS = ['camunda-form:', 'camForm:'];

/** Removes the drafts of whoever worked here before, as soon as another person logs in. */
export function keepDraftsApart() {
  onPerson(userId => {
    if (localStorage.getItem(OWNER) !== userId) {
      Object.keys(localStorage).filter(key => DRAFTS.some(prefix => key.startsWith(prefix)))
        .forEach(key => localStorage.removeItem(key));
      localStorage.setItem(OWNER, userId);
    }
  });
}
