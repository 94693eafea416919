/* Figures of a survey: each question as bars with the table beside them, and two questions together. */
import { element } from './page.js';
import { call } from './requests.js';

const FACTS = [['@region', 'Region 區域'], ['@grade', 'Grade 客戶等級'], ['@interviewer', 'Interviewer 調查員']];
const CLOSED = ['SINGLE', 'MULTIPLE', 'SCALE'];

const label = (text, input) => element('label', null, text, input);
const choice = options => element('select', 'form-control', ...options.map(([value, text]) => Object.assign(element('option', null, text), { value })));

/** Counts, means and bars of each question; tables of two. */
export async function analysis(unit) {
  const { address } = unit;
  const found = await call(`${address}/analysis`);
  const head = element('p', null, `Version 版本 ${found.version} · Valid answers 有效答卷 ${found.sheets} · Invalid, left out 無效(不計) ${found.invalid}`);
  if (found.sheets === 0) {
    return [head, element('p', 'kefu-none', 'There are no valid answers yet. 尚無有效答卷。')];
  }
  return [head, crossing(unit, found), ...found.questions.map((figures, index) => question(unit, figures, index + 1, found.charts[figures.question.code]))].filter(Boolean);
}

function question(unit, figures, number, picture) {
  const { question: asked } = figures;
  const facts = [`Answered 作答 ${figures.answered}`, figures.refused ? `Refused 拒答 ${figures.refused}` : null, figures.blank ? `Blank 未答 ${figures.blank}` : null,
    figures.mean === undefined ? null : `Mean 平均值 ${figures.mean.toFixed(2)}`, figures.smallest === undefined ? null : `${figures.smallest} – ${figures.largest}`,
    figures.earliest ? `${figures.earliest} – ${figures.latest}` : null].filter(Boolean).join(' · ');
  const node = element('section', 'kefu-survey-question', element('h4', null, `${number}. ${asked.label}`), element('p', 'kefu-case-facts', facts));
  node.dataset.question = asked.code;
  if (figures.options.length > 0) {
    node.append(element('div', 'kefu-survey-figures', table(asked, figures), chart(picture)));
  }
  if (asked.kind.endsWith('_TEXT') && figures.answered > 0 && unit.right.mayWork) {
    node.append(texts(unit, asked));
  }
  return node;
}

function chart(picture) {
  const drawn = document.adoptNode(new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement);
  drawn.classList.add('kefu-survey-chart');
  // The table beside it says the same.
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}

function table(asked, figures) {
  return element('table', 'table table-condensed kefu-report-table', element('thead', null, element('tr', null, ...['', 'Count 人數', '%'].map((title, index) => element('th', index ? 'kefu-count' : null, title)))),
    element('tbody', null, ...figures.options.map(option => element('tr', null, element('th', null, option.label), element('td', 'kefu-count', String(option.count)), element('td', 'kefu-count', option.percent.toFixed(1))))));
}

function texts(unit, asked) {
  const list = element('ul', 'kefu-comments');
  const details = element('details', 'kefu-fold', element('summary', null, 'What was written 文字答案'), list);
  const more = Object.assign(element('button', 'btn btn-default btn-sm', 'More 更多'), { type: 'button' });
  let after = 0;
  const next = async () => {
    const page = await call(`${unit.address}/texts/${encodeURIComponent(asked.code)}?${new URLSearchParams({ after })}`).catch(error => ({ rows: [{ text: error.message }] }));
    list.append(...page.rows.map(one => element('li', null, element('p', 'kefu-comment', one.text))));
    after = page.after;
    more.hidden = !after;
  };
  more.addEventListener('click', next);
  details.append(more);
  details.addEventListener('toggle', () => details.open && next(), { once: true });
  return details;
}

function crossing(unit, found) {
  const closed = found.questions.filter(one => CLOSED.includes(one.question.kind)).map(one => [one.question.code, one.question.label]);
  if (closed.length === 0) {
    return null;
  }
  const rows = choice([...closed, ...FACTS]);
  const columns = choice([...closed, ...FACTS]);
  columns.selectedIndex = Math.min(1, columns.options.length - 1);
  const show = Object.assign(element('button', 'btn btn-default', 'Show 顯示'), { type: 'submit' });
  const result = element('div', 'kefu-cross');
  result.setAttribute('aria-live', 'polite');
  const form = element('form', 'kefu-import-form kefu-cross-form', label('Rows 行', rows), label('Columns 列', columns), show);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      result.replaceChildren(crossTable(await call(`${unit.address}/cross-table?${new URLSearchParams({ rows: rows.value, columns: columns.value })}`)));
    } catch (error) {
      result.replaceChildren(element('p', 'kefu-problem', error.message));
    }
  });
  return element('details', 'kefu-fold', element('summary', null, 'Two questions together 交叉分析'), form, result);
}

function crossTable(found) {
  const { rows, columns } = found;
  const heading = element('tr', null, element('th', null, `${rows.label} ╲ ${columns.label}`), ...columns.labels.map(text => element('th', 'kefu-count', text)), element('th', 'kefu-count', 'Total 合計'));
  const cell = (count, total) => element('td', 'kefu-count', total ? `${count} (${(100 * count / total).toFixed(1)} %)` : String(count));
  return element('div', 'kefu-report-scroll', element('p', 'kefu-case-facts', `Answered both 兩題均作答 ${found.sheets}; per cent of the row 百分比按行`),
    element('table', 'table table-condensed kefu-report-table', element('thead', null, heading), element('tbody', null,
      ...rows.labels.map((text, row) => element('tr', null, element('th', null, text), ...found.counts[row].map(count => cell(count, found.rowTotals[row])), cell(found.rowTotals[row]))),
      element('tr', 'kefu-total', element('th', null, 'Total 合計'), ...found.columnTotals.map(count => cell(count)), cell(found.sheets)))));
}
