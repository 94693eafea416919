/* Tasklist keeps what "Save" saves in the browser, and drops all else when another tab or task comes. On a shared computer the next person must find nothing. */
import { openTask } from './page.js';
import { onPerson } from './person.js';

const OWNER = 'kefu-drafts-of';
const DRAFTS = ['camunda-form:', 'camForm:'];
const SAVE = '.tab-content button[ng-click="save($event)"]:not([disabled])';
const WAYS_OUT = '.nav-tabs a, .tasks-list li.task';

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

/** Presses "Save" for whoever goes to another tab or task with a form half filled in. What was not saved on purpose goes with the page. */
export function keepWhatIsTyped() {
  const kept = new Set();
  document.addEventListener('click', event => {
    const draft = `camunda-form:${openTask()}`;
    if (event.isTrusted && event.target.closest?.(SAVE)) {
      kept.delete(draft);
    } else if (event.target.closest?.(WAYS_OUT)) {
      // Grey while nothing was typed, hidden on a task that is somebody else's.
      const save = document.querySelector(SAVE);
      if (save && localStorage.getItem(draft) === null) {
        kept.add(draft);
      }
      save?.click();
    }
  }, true);
  window.addEventListener('pagehide', () => kept.forEach(draft => localStorage.removeItem(draft)));
}
