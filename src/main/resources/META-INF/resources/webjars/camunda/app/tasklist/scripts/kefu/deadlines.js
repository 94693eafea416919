/* The clocks of a case in words. Colour and sign only repeat what the words say. */
import { element } from './page.js';
import { call } from './requests.js';

const PHASES = {
  running: ['time', 'Running 進行中'],
  dueSoon: ['hourglass', 'Due soon 即將到期'],
  overdue: ['warning-sign', 'Overdue 逾期'],
  paused: ['pause', 'Paused: waits for others 等待外部'],
  done: ['ok', 'Done 已完成']
};

/** How a clock stands: sign, words, and when given what goes with them. */
export function phase(name, addition) {
  const [sign, words] = PHASES[name];
  return element('span', `kefu-phase kefu-${name}`, element('span', `glyphicon glyphicon-${sign}`), ` ${words}`, addition && ' ', addition && element('span', 'kefu-number', addition));
}

/** What the superior role has to do with it; null for nothing. */
export function escalation(escalated, handedOver) {
  return escalated || handedOver ? element('span', 'kefu-phase kefu-escalated', element('span', 'glyphicon glyphicon-bullhorn'),
    handedOver ? ' Handed to superior 已移交上級' : ' Superior told 已通知上級') : null;
}

/** Fills a node with the deadlines of a case, those first that still run. */
export async function showDeadlines(node, caseNumber) {
  const all = await call(`/camunda/api/kefu/cases/${encodeURIComponent(caseNumber)}/deadlines`).catch(() => []);
  if (all.length === 0) {
    return;
  }
  const ended = one => one.state === 'done';
  const rows = [...all.filter(one => !ended(one)), ...all.filter(ended)].map(one => element('tr', ended(one) ? 'kefu-ended' : null,
    element('td', null, one.stepName), element('td', 'kefu-number', readable(one.due)),
    element('td', null, one.countedFromName, element('br'), element('span', 'kefu-number', readable(one.from))),
    element('td', null, phase(one.state, one.pausedSince && `since 自 ${readable(one.pausedSince)}`), ' ', ended(one) ? null : escalation(one.escalated, one.handedOver))));
  node.replaceChildren(element('h4', null, 'Deadlines 時限'), element('table', 'table kefu-deadlines',
    element('thead', null, element('tr', null, ...['Step 步驟', 'Due 期限', 'Counted from 起算', 'State 狀態'].map(title => element('th', null, title)))),
    element('tbody', null, ...rows)));
}

/** The server writes the department's own time. */
const readable = moment => moment.slice(0, 16).replace('T', ' ');
