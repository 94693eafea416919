/* Asks the server, and writes down what it says. */
import { element } from '../../../tasklist/scripts/kefu/page.js';

const HISTORY = '/camunda/api/kefu/history';

/** Answer to a question about history; rejects with the server's own words. */
export const askHistory = path => ask(HISTORY + path);

/** Answer of one of Kefu's addresses; rejects with the server's own words. */
export async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    const body = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(body.message || body.detail || answer.statusText), { status: answer.status });
  }
  return answer.json();
}

/** A message in place of what could not be shown. */
export function problem(error) {
  const text = element('p', 'kefu-problem', error.message);
  text.setAttribute('role', 'alert');
  return text;
}

/** A moment in the person's own time. */
export function moment(instant) {
  if (!instant) {
    return '';
  }
  const at = new Date(instant);
  const two = number => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** How long something took, in its two largest units. */
export function duration(seconds) {
  const units = [['days 天', 86400], ['hr 小時', 3600], ['min 分', 60], ['sec 秒', 1]];
  const first = units.findIndex(([, length]) => seconds >= length);
  if (first < 0) {
    return '0 sec 秒';
  }
  const parts = [];
  let rest = seconds;
  units.slice(first, first + 2).forEach(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) {
      parts.push(`${count} ${unit}`);
    }
  });
  return parts.join(' ');
}

/** How long something took, as short as it can be said. */
export function brief(seconds) {
  const [unit, length] = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]].find(([, one]) => seconds >= one) ?? ['s', 1];
  return `${Math.round(seconds / length)} ${unit}`;
}

/** Seconds between two moments; up to now without the second. */
export const secondsBetween = (from, to) => Math.max(0, Math.floor((new Date(to ?? Date.now()) - new Date(from)) / 1000));

/** Address of the page of a case. */
export const caseAddress = caseNumber => `#/history/${encodeURIComponent(caseNumber)}`;

/** A table with headings; rows are lists of nodes or texts. */
export function table(name, headings, rows) {
  const head = element('tr', null, ...headings.map(heading => {
    const cell = element('th', null, heading);
    cell.scope = 'col';
    return cell;
  }));
  const body = rows.map(cells => element('tr', null, ...cells.map(cell => (cell instanceof HTMLTableCellElement ? cell : element('td', null, cell ?? '')))));
  const drawn = element('table', 'table kefu-table', element('caption', 'kefu-spoken', name), element('thead', null, head), element('tbody', null, ...body));
  const scroll = element('div', 'kefu-scroll', drawn);
  // What is wider than the page is reached by the keyboard, too.
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', name);
  return scroll;
}

/** How a case or a part of it stands, in words and a sign; colour only repeats it. */
export function state(name) {
  const [sign, words] = { running: ['▶', 'Running 進行中'], finished: ['✔', 'Finished 已完成'], cancelled: ['✖', 'Cancelled 已取消'] }[name];
  const mark = element('span', null, sign);
  mark.setAttribute('aria-hidden', 'true');
  return element('span', `kefu-state kefu-state-${name}`, mark, ` ${words}`);
}

/** A sign that a deadline has passed. */
export const late = words => element('span', 'kefu-late', `⚠ ${words}`);

/** What people call somebody. */
export const person = (people, id) => (id ? people[id] || id : '');

/** A field with options, each a value and its words. */
export function choice(options) {
  const chosen = element('select', 'form-control');
  fill(chosen, options);
  return chosen;
}

/** Gives a field these options. */
export function fill(chosen, options) {
  chosen.replaceChildren(...options.map(([value, words]) => {
    const option = element('option', null, words);
    option.value = value;
    return option;
  }));
}

/** A field to type in. */
export function field(name, type, value) {
  const typed = element('input', 'form-control');
  typed.name = name;
  typed.type = type;
  typed.value = value;
  return typed;
}
