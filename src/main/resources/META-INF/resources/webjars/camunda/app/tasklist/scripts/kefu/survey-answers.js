/* A questionnaire as a form, made of its questions: every field by keyboard, nothing lost when it is refused. */
import { element } from './page.js';
import { onPerson } from './person.js';
import { call } from './requests.js';

const REFUSED = '#refused';
const SCALE = [1, 2, 3, 4, 5];

/** What the last answers have in common with the next ones; in memory only, because an interviewer's name is not for whoever uses the browser next. */
let shared = {};
onPerson(() => { shared = {}; });

/** Fields of one respondent's answers. */
export function answerSheet(unit) {
  const { survey, address } = unit;
  const problem = element('p', 'kefu-problem');
  problem.setAttribute('role', 'alert');
  const receipt = element('p', 'kefu-survey-receipt');
  receipt.setAttribute('role', 'status');
  const facts = factFields(survey);
  const fields = survey.questions.map((question, index) => questionField(question, index + 1));
  const send = element('button', 'btn btn-primary', 'Send answers 提交答卷');
  send.type = 'submit';
  const form = element('form', 'kefu-answer-form', survey.state === 'TRIAL' ? element('p', 'kefu-note', 'Trial answers: they do not count in the survey. 試調查答卷，不計入正式結果。') : null,
    element('fieldset', 'kefu-answer-facts', element('legend', null, 'Respondent 受訪者'), ...Object.values(facts).map(one => one.node)), ...fields.map(one => one.node), problem, send, receipt);
  form.noValidate = true;
  let typed = false;
  let blanksShown = false;
  form.addEventListener('input', () => { typed = true; blanksShown = false; });
  unit.unsent(() => typed);

  form.addEventListener('submit', async event => {
    event.preventDefault();
    problem.replaceChildren();
    receipt.replaceChildren();
    fields.forEach(one => one.mark(null));
    Object.values(facts).forEach(one => one.mark(null));
    const blanks = fields.filter(one => one.question.required && one.value() === null);
    if (blanks.length > 0 && !blanksShown) {
      // A blank item may be what the respondent left blank: it is asked once, then taken.
      blanksShown = true;
      blanks.forEach(one => one.mark('is blank 未作答'));
      problem.replaceChildren(`${blanks.length} obligatory questions are blank. Fill them in, or send again as they are; with more than one the answers are invalid. `
        + `${blanks.length} 道必填題未作答。請補填，或再次提交；超過一題未答即為無效答卷。`);
      blanks[0].focus();
      return;
    }
    send.disabled = true;
    try {
      const answers = Object.fromEntries(fields.map(one => [one.question.code, one.value()]).filter(([, value]) => value !== null));
      const given = Object.fromEntries(Object.entries(facts).map(([code, one]) => [code, one.value()]));
      const taken = await call(`${address}/answers`, { method: 'POST', body: JSON.stringify({ ...given, answers }) });
      typed = false;
      shared = { interviewer: given.interviewer, batch: given.batch, way: given.way };
      form.reset();
      fields.forEach(one => one.clear());
      Object.values(facts).forEach(one => one.recall());
      blanksShown = false;
      receipt.replaceChildren(said(given.respondent, taken));
      await unit.refresh();
      facts.respondent.focus();
    } catch (error) {
      problem.replaceChildren(error.message);
      const marked = (error.errors ?? []).map(one => {
        const field = facts[one.code] ?? fields.find(other => other.question.code === one.code);
        field?.mark(one.message);
        return field;
      }).filter(Boolean);
      (marked[0] ?? facts.respondent).focus();
    } finally {
      send.disabled = false;
    }
  });
  setTimeout(() => facts.respondent.focus());
  return [form];
}

function said(respondent, { outcome, reasons }) {
  switch (outcome) {
    case 'KNOWN': return `${respondent}: these answers are kept already. 此答卷已存在。`;
    case 'INVALID': return `${respondent}: kept as invalid 已存為無效答卷: ${reasons.join('; ')}`;
    default: return `${respondent}: kept 已儲存。`;
  }
}

function factFields(survey) {
  const remembered = { ...shared };
  const text = (code, label, longest, required = false) => {
    const input = element('input', 'form-control');
    input.maxLength = longest;
    input.autocomplete = 'off';
    return fact(code, required ? `${label} *` : label, input);
  };
  const fact = (code, label, input) => {
    const wrong = element('span', 'kefu-problem');
    input.name = code;
    const recall = () => { input.value = remembered[code] ?? input.value; };
    recall();
    input.addEventListener('change', () => { remembered[code] = ['interviewer', 'batch', 'way'].includes(code) ? input.value : undefined; });
    return { node: element('label', null, label, input, wrong), value: () => input.value.trim() || null, focus: () => input.focus(), recall, mark: message => marks(input, wrong, message) };
  };
  const way = element('select', 'form-control', element('option', null, ''), ...survey.ways.map(one => Object.assign(element('option', null, one.label), { value: one.code })));
  const when = element('input', 'form-control');
  when.type = 'datetime-local';
  return { respondent: text('respondent', 'Respondent no. 受訪者編號', 40, true), interviewer: text('interviewer', 'Interviewer 調查員', 64), batch: text('batch', 'Batch 批次', 40),
    way: fact('way', 'Way 方式', way), interviewedAt: fact('interviewedAt', 'Asked at 調查時間', when) };
}

function marks(input, wrong, message) {
  wrong.replaceChildren(message ?? '');
  if (message) {
    input.setAttribute('aria-invalid', 'true');
  } else {
    input.removeAttribute('aria-invalid');
  }
}

/** A question: `value()` is null for a blank one, `mark(text)` shows what is wrong, `focus()` goes to it. */
function questionField(question, number) {
  const wrong = element('p', 'kefu-problem');
  wrong.id = `kefu-wrong-${question.code}`;
  const control = CONTROLS[question.kind](question);
  const refusal = question.mayRefuse ? element('input') : null;
  const node = element('fieldset', 'kefu-question', element('legend', null, `${number}. ${question.label}${question.required ? ' *' : ''}`), control.node);
  node.dataset.question = question.code;
  if (refusal) {
    refusal.type = 'checkbox';
    refusal.addEventListener('change', () => { control.inputs.forEach(input => { input.disabled = refusal.checked; }); });
    node.append(element('label', 'kefu-refusal', refusal, ' Refuses to answer 拒答'));
  }
  node.append(wrong);
  control.inputs.forEach(input => input.setAttribute('aria-describedby', wrong.id));
  return {
    node, question,
    value: () => refusal?.checked ? REFUSED : control.value(),
    focus: () => (control.inputs.find(input => input.checked) ?? control.inputs[0]).focus(),
    clear: () => control.inputs.forEach(input => { input.disabled = false; }),
    mark: message => {
      wrong.replaceChildren(message ?? '');
      node.classList.toggle('kefu-question-wrong', Boolean(message));
    }
  };
}

const CONTROLS = {
  SINGLE: question => choices(question, 'radio', question.options),
  MULTIPLE: question => choices(question, 'checkbox', question.options),
  SCALE: question => choices(question, 'radio', SCALE.map(step => ({ code: String(step), label: String(step) })), true),
  NUMBER: question => typedIn(Object.assign(element('input', 'form-control kefu-short'), { type: 'text', inputMode: 'decimal', maxLength: 20 }), question),
  DATE: question => typedIn(Object.assign(element('input', 'form-control kefu-short'), { type: 'date' }), question),
  SHORT_TEXT: question => typedIn(Object.assign(element('input', 'form-control'), { type: 'text', maxLength: 200 }), question),
  LONG_TEXT: question => typedIn(Object.assign(element('textarea', 'form-control'), { rows: 3, maxLength: 4000 }), question)
};

function choices(question, type, options, inARow = false) {
  const inputs = options.map(option => Object.assign(element('input'), { type, name: `kefu-q-${question.code}`, value: option.code }));
  const chosen = () => inputs.filter(input => input.checked).map(input => input.value);
  return {
    inputs,
    node: element('div', inARow ? 'kefu-choices kefu-scale' : 'kefu-choices', ...options.map((option, index) => element('label', null, inputs[index], ` ${option.label}`))),
    value: () => chosen().length === 0 ? null : type === 'checkbox' ? chosen() : chosen()[0]
  };
}

function typedIn(input, question) {
  input.setAttribute('aria-label', question.label);
  return { inputs: [input], node: input, value: () => input.value.trim() || null };
}
