/* A case starts without a form: one click, then its first task is open. */
import { dismissStartNotices, notice } from './notices.js';
import { element, watchPage, words } from './page.js';
import { call, onAnswer } from './requests.js';

const START = /^\/camunda\/api\/engine\/engine\/default\/process-definition\/[^/]+(\/tenant-id\/[^/]+)?\/(submit-form|start)$/;
const sentence = start => `Press ${start}: the case gets its number and its first form opens. 按「${start}」：案件即取得編號，並開啟第一張表單。`;

/** Explains the start dialog and opens the first task of every case that somebody starts here. */
export function openFirstTask() {
  watchPage(explain);
  onAnswer(request => {
    if (request.method === 'POST' && request.status === 200 && START.test(request.path)) {
      openStarted(request.json().id);
    }
  });
}

function explain() {
  const generic = document.querySelector('.modal-body form[name="genericForm"]');
  if (generic && !generic.previousElementSibling?.classList.contains('kefu-start')) {
    generic.before(element('p', 'kefu-start', sentence(words('START'))));
  }
}

/** Goes on to the first task of a case that was just started. */
export async function openStarted(processInstanceId) {
  const first = await call(`/camunda/api/kefu/cases/${encodeURIComponent(processInstanceId)}/first-task`);
  await dialogIsGone();
  dismissStartNotices();
  notice(`Case ${first.caseNumber} started 案件已建立`);
  if (first.taskId) {
    const parameters = new URLSearchParams(location.hash.split('?')[1] ?? '');
    ['processStart', 'processTenant', 'detailsTab'].forEach(name => parameters.delete(name));
    parameters.set('task', first.taskId);
    location.hash = `#/?${parameters}`;
  }
}

/** The dialog writes its own address when it closes. */
function dialogIsGone() {
  return new Promise(resolve => {
    const look = () => document.querySelector('.modal-dialog') ? setTimeout(look, 50) : resolve();
    look();
  });
}
