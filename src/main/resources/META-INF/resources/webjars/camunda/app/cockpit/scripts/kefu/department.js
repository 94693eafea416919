/* The department on Cockpit's first page and as a report: open, overdue and finished cases, how long they took, and what went up to a superior. The table says all; charts repeat it. */
import { element } from '../../../tasklist/scripts/kefu/page.js';
import { barsByMonth, barsByProcess, timesByMonth } from './charts.js';
import { askHistory, choice, duration, fill, problem, table } from './server.js';

const MEASURES = {
  finished: ['Finished 已完成', month => month.finished, String],
  started: ['Started 新開', month => month.started, String],
  median: ['Median time 用時中位數', month => month.medianSeconds ?? 0, seconds => (seconds > 0 ? duration(seconds) : '—')],
  slowest: ['Nine of ten within 九成用時不超過', month => month.slowestSeconds ?? 0, seconds => (seconds > 0 ? duration(seconds) : '—')],
  escalations: ['Escalations 升級', month => month.escalations, String]
};
const ALL = '';

/** Plugin of point `cockpit.dashboard`. */
export const departmentView = {
  id: 'kefu-department',
  pluginPoint: 'cockpit.dashboard',
  priority: 50,
  render: async node => {
    await show(node);
    // Cockpit heads the section "Custom Plugins"; it has no other plugin.
    node.closest('.inner')?.querySelector('.section-title')?.replaceChildren('Department 部門');
  },
  unmount: () => {}
};

/** Plugin of point `cockpit.report`. */
export const departmentReport = {
  id: 'kefu-department-report',
  pluginPoint: 'cockpit.report',
  priority: 50,
  properties: { label: 'Department 部門' },
  render: node => show(node),
  unmount: () => {}
};

async function show(node) {
  const charts = element('div', 'kefu-charts');
  const sheet = element('div', 'kefu-department-sheet');
  const months = choice([['3', '3 months 三個月'], ['6', '6 months 半年'], ['12', '12 months 一年'], ['24', '24 months 兩年']]);
  months.value = '6';
  const chosen = choice([[ALL, 'All 全部']]);
  const measure = choice(Object.entries(MEASURES).map(([name, [words]]) => [name, words]));
  let department = null;
  let drawn = [];
  const draw = () => {
    if (department) {
      drawn.forEach(chart => chart.destroy());
      drawn = [];
      sheet.replaceChildren(...figures(department, measure.value));
      picture(charts, department, chosen.value, chart => drawn.push(chart));
    }
  };
  const look = async () => {
    const asked = months.value;
    const answer = await askHistory(`/department?months=${asked}`).catch(error => error);
    if (asked !== months.value) {
      return;
    }
    if (answer instanceof Error) {
      sheet.replaceChildren(problem(answer));
    } else {
      const before = chosen.value;
      department = answer;
      fill(chosen, [[ALL, 'All 全部'], ...answer.processes.map(process => [process.key, process.name])]);
      chosen.value = answer.processes.some(process => process.key === before) ? before : ALL;
      draw();
    }
  };
  months.addEventListener('change', look);
  chosen.addEventListener('change', draw);
  measure.addEventListener('change', draw);
  node.replaceChildren(element('section', 'kefu-department', element('div', 'kefu-history-search', element('label', null, 'Period 期間', months),
    element('label', null, 'Charts of 圖表程序', chosen)), charts, element('div', 'kefu-history-search', element('label', null, 'Figure by month 每月指標', measure)), sheet));
  await look();
}

/** Cases by month; beside it, of one process how long its cases took, of all which processes have open cases. */
function picture(node, { months, processes }, key, keep) {
  if (processes.length === 0) {
    node.replaceChildren();
    return;
  }
  const of = key === ALL ? processes : processes.filter(process => process.key === key);
  const sum = value => months.map((month, at) => of.reduce((all, process) => all + value(process.months[at]), 0));
  const counts = barsByMonth(months, sum(month => month.started), sum(month => month.finished), sum(month => month.escalations));
  const beside = key === ALL ? barsByProcess(processes) : timesByMonth(months, of[0].months);
  node.replaceChildren(counts.node, beside.node);
  [counts, beside].forEach(one => one.draw().then(keep, error => one.node.replaceChildren(problem(error))));
}

function figures({ months, processes }, name) {
  if (processes.length === 0) {
    return [element('p', null, 'No cases that you may read. 沒有您可查看的案件。')];
  }
  const [words, value, text] = MEASURES[name];
  const largest = Math.max(1, ...processes.flatMap(process => process.months.map(value)));
  const rows = processes.map(process => [process.name, count(process.open), count(process.overdue, process.overdue > 0), ...process.months.map(month => bar(value(month), largest, text(value(month))))]);
  return [table(`${words}, by month 按月`, ['Process 程序', 'Open now 進行中', 'Overdue now 現逾期', ...months], rows)];
}

const count = (number, marked) => element('td', 'kefu-count', marked ? element('span', 'kefu-late', `⚠ ${number}`) : String(number));

function bar(value, largest, text) {
  const line = element('span', 'kefu-bar');
  line.style.width = `${Math.round(100 * value / largest)}%`;
  line.setAttribute('aria-hidden', 'true');
  return element('td', 'kefu-bar-cell', element('span', 'kefu-number', text), element('span', 'kefu-bar-track', line));
}
