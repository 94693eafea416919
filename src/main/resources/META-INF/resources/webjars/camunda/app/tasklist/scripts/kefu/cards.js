/* Puts case number, customer, grade and deadline on the cards of the list, with one request for all of them. */
import { escalation, phase } from './deadlines.js';
import { element } from './page.js';
import { call } from './requests.js';

const MOST = 50;
const COLLECT_FOR = 40;

const known = new Map();
let wanted = new Map();

/** Plugin of point `tasklist.card`. */
export const taskCard = {
  id: 'kefu-card',
  pluginPoint: 'tasklist.card',
  priority: 10,
  render: (node, { taskId }) => {
    // What was known a moment ago stands there until the answer comes: the list does not jump.
    draw(node, known.get(taskId));
    if (wanted.size === 0) {
      setTimeout(fetchWanted, COLLECT_FOR);
    }
    wanted.set(taskId, [...(wanted.get(taskId) ?? []), node]);
  },
  unmount: () => {}
};

async function fetchWanted() {
  const nodes = wanted;
  wanted = new Map();
  const ids = [...nodes.keys()];
  for (let from = 0; from < ids.length; from += MOST) {
    const page = ids.slice(from, from + MOST);
    const cards = await call(`/camunda/api/kefu/cards?taskIds=${page.join(',')}`).catch(() => []);
    cards.forEach(card => {
      known.set(card.taskId, card);
      nodes.get(card.taskId).forEach(node => draw(node, card));
    });
  }
}

function draw(node, card) {
  if (!card) {
    return;
  }
  const customer = card.customerName && element('span', 'kefu-customer', card.customerName,
    card.customerGrade && titled(element('span', `kefu-grade kefu-grade-${card.customerGrade}`, card.customerGrade), `Grade ${card.customerGrade} 級`));
  const due = card.phase === 'running' ? element('span', 'kefu-due', `Due 期限 ${card.due}`)
    : card.phase && phase(card.phase, card.phase === 'paused' ? null : card.due);
  node.replaceChildren(element('div', 'kefu-card',
    card.caseNumber && element('span', 'kefu-case', card.caseNumber), customer, due,
    card.onBehalfOf && element('span', 'kefu-card-behalf', `On behalf of 代 ${card.onBehalfOf}`),
    escalation(card.escalated, card.handedOver)));
}

function titled(node, title) {
  node.title = title;
  return node;
}
