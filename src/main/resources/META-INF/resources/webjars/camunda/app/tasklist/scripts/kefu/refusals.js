/* What the server refuses stands beside the field that it names, in the person's language; the focus goes there, and what was typed stays. */
import { focusField } from './forms.js';
import { chinese, element, withoutIds } from './page.js';
import { onAnswer } from './requests.js';

const SUBMIT = /^\/camunda\/api\/engine\/engine\/default\/task\/[^/]+\/(submit-form|complete|resolve)$/;
const FORM = '.tab-content .fjs-container';
const FIELD = '.fjs-form-field';
const MARK = 'kefu-refused';
const OPENING = /^Please correct 請更正: /;
const SPECIAL = /[.*+?^${}()|[\]\\/]/g;
const HAN = /\p{Script=Han}/u;
const TWO_WORDS = /[A-Za-z]{2,} [A-Za-z]{2,}/;

let marks = [];
let counter = 0;

/** Watches what becomes of submitted tasks, and drops a mark as soon as its field is changed. */
export function explainRefusals() {
  onAnswer(request => {
    if (request.method === 'POST' && SUBMIT.test(request.path)) {
      const form = document.querySelector(FORM);
      const message = request.status >= 400 && request.json()?.message;
      if (form && message) {
        markRefused(form, withoutIds(message));
      }
    }
  });
  const later = () => marks.length > 0 && requestAnimationFrame(dropMended);
  ['input', 'change', 'click', 'keyup', 'focusout'].forEach(type => document.addEventListener(type, later, true));
}

/**
 * Marks the fields that a refusal names and goes to the first of them.
 *
 * @param form node that the form is drawn in
 * @param message `<label>: <what is wrong>; <label>: …`, labels as they stand in the form; several fields as `First, second 其一、其二: …`
 * @returns whether it names any
 */
export function markRefused(form, message) {
  marks.splice(0).forEach(drop);
  const fields = fieldsOf(form);
  marks = refusedFields(fields, message.replace(OPENING, '')).map(mark);
  if (marks.length > 0) {
    focusField(marks[0].field);
  }
  return marks.length > 0;
}

/** Fields and lists in sight, and texts that ask for an attachment, each with its label. */
function fieldsOf(form) {
  return [...form.querySelectorAll(FIELD)].map(field => {
    const own = [...field.querySelectorAll('.fjs-form-field-label')].find(label => label.closest(FIELD) === field)
      ?? (field.matches('.fjs-form-field-text:has(.kefu-asked-here)') ? field : null);
    return { field, label: own ? wordsOf(own) : '' };
  }).filter(({ label }) => label);
}

const wordsOf = node => [...node.childNodes].filter(child => !child.matches?.('.fjs-asterix, .kefu-asked-here')).map(child => child.textContent).join(' ').replace(/\s+/g, ' ').trim();

function refusedFields(fields, message) {
  const labels = [...new Set(fields.map(({ field, label }) => field.matches('.fjs-form-field-text') ? firstLine(field) : label))].sort((one, other) => other.length - one.length);
  const found = [...message.matchAll(new RegExp(`(?:^|; )(${labels.map(label => label.replace(SPECIAL, '\\$&')).join('|')})(?: \\(row (\\d+) 第 \\d+ 行\\))?: `, 'g'))];
  const each = found.map(({ 0: all, 1: label, 2: row, index }, place) => {
    const text = message.slice(index + all.length, found[place + 1]?.index);
    return { field: pick(fields.filter(one => one.label === label || one.field.matches('.fjs-form-field-text') && firstLine(one.field) === label), row), text };
  });
  return (found.length > 0 ? each : severalAtOnce(fields, message)).filter(({ field }) => field);
}

/** As the server cuts the label of a text that asks for an attachment. */
const firstLine = field => wordsOf(field.querySelector('p, h1, h2, h3, h4, h5, li') ?? field);

function pick(fields, row) {
  if (!row) {
    return fields[0]?.field;
  }
  const inRow = fields.find(({ field }) => rowOf(field) === Number(row));
  return (inRow ?? fields[Number(row) - 1])?.field;
}

/** Counted from 1; 0 outside of a list. */
function rowOf(field) {
  const row = field.closest('.fjs-repeat-row-container');
  return row ? [...row.parentElement.children].filter(other => other.matches('.fjs-repeat-row-container')).indexOf(row) + 1 : 0;
}

function severalAtOnce(fields, message) {
  const [, names, text] = message.match(/^([^:]*\p{Script=Han}[^:]*): (.*)$/su) ?? [];
  const wanted = names ? onlyChinese(names).split(/[、及與,，]/u).map(name => name.trim()).filter(name => name.length > 1) : [];
  return wanted.map(name => ({ field: named(fields, name), text }));
}

/** The field whose Chinese name this is, or the only one whose name holds it. */
function named(fields, name) {
  const holding = fields.filter(({ label }) => onlyChinese(label).includes(name));
  return (holding.find(({ label }) => onlyChinese(label) === name) ?? (holding.length === 1 ? holding[0] : null))?.field;
}

const onlyChinese = text => HAN.test(text) ? text.slice(text.search(HAN)) : '';

function mark({ field, text }) {
  const node = element('p', MARK, inOwnLanguage(text.trim()));
  node.id = `${MARK}-${counter += 1}`;
  field.append(node);
  const inputs = [...field.querySelectorAll('input, textarea, select')].filter(input => input.closest(FIELD) === field);
  inputs.forEach(input => input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), node.id].filter(Boolean).join(' ')));
  return { field, node, inputs, state: stateOf(field) };
}

/** The half of "English 中文" that the person reads; the whole where it is not that simple. */
function inOwnLanguage(text) {
  const begin = text.search(HAN);
  const [english, han] = [text.slice(0, begin).trim(), text.slice(begin)];
  return begin <= 0 || !/[A-Za-z]{2}/.test(english) || TWO_WORDS.test(han) ? text : chinese ? han : english;
}

function stateOf(field) {
  return JSON.stringify([[...field.querySelectorAll('input, textarea, select')].map(({ value, checked }) => [value, checked]),
    [...field.childNodes].filter(child => !child.matches?.(`.${MARK}`)).map(child => child.textContent)]);
}

function dropMended() {
  marks = marks.filter(one => stateOf(one.field) === one.state || drop(one));
}

function drop({ node, inputs }) {
  node.remove();
  inputs.forEach(input => input.setAttribute('aria-describedby', (input.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id !== node.id).join(' ')));
  return false;
}
