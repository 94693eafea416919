/* Says above the open task on whose behalf it is done, when that person is away. */
import { element, openTask, watchPage } from './page.js';
import { call } from './requests.js';

let asked = null;
let person = null;

/** Marks the open task. */
export function sayOnWhoseBehalf() {
  watchPage(look);
}

/** After a claim or a release the task is asked again: its buttons change. */
function look() {
  const tabs = document.querySelector('.tabbed-content .nav-tabs')?.closest('.tabbed-content');
  const taskId = tabs && openTask();
  const state = taskId && `${taskId} ${document.querySelectorAll('[ng-click="unclaim()"], [ng-click="claim()"]').length} ${Boolean(document.querySelector('[ng-click="unclaim()"]'))}`;
  if (state !== asked) {
    asked = state;
    person = null;
    if (state) {
      ask(taskId, state);
    }
  }
  const shown = document.querySelector('.kefu-behalf');
  if (!tabs || !person) {
    shown?.remove();
  } else if (shown?.dataset.person !== person) {
    shown?.remove();
    const banner = element('p', 'kefu-note kefu-behalf', element('span', 'glyphicon glyphicon-user'), ` On behalf of 代 ${person} 辦理`);
    banner.dataset.person = person;
    tabs.before(banner);
  }
}

async function ask(taskId, state) {
  const cards = await call(`/camunda/api/kefu/cards?taskIds=${encodeURIComponent(taskId)}`).catch(() => []);
  if (asked === state) {
    person = cards[0]?.onBehalfOf ?? null;
    look();
  }
}
