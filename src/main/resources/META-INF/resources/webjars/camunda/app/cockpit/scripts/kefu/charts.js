/* Charts that are told apart without colour: by hatching, by dashes, by the shape of points. */
import { element } from '../../../tasklist/scripts/kefu/page.js';
import { library } from '../../../kefu/library.js';

const BLUE = '#14509b';
const LIGHT = '#cfe0f5';
const ORANGE = '#b35900';
const MOST_PROCESSES = 12;
const UNITS = [[86400, 'days 天'], [3600, 'hr 小時'], [60, 'min 分'], [1, 'sec 秒']];
const WHOLE = { beginAtZero: true, ticks: { precision: 0 } };

/** Started, finished, and what went up to a superior. */
export function barsByMonth(months, started, finished, escalations) {
  return chart('Cases by month 每月案件', told(months, [['started 新開', started], ['finished 已完成', finished], ['escalations 升級', escalations]]), () => ({
    data: { labels: months, datasets: [
      { type: 'line', label: 'Escalations 升級', data: escalations, borderColor: ORANGE, backgroundColor: '#fff', borderWidth: 2, borderDash: [6, 4], pointStyle: 'triangle', pointRadius: 6, order: 0 },
      { type: 'bar', label: 'Started 新開', data: started, backgroundColor: LIGHT, borderColor: BLUE, borderWidth: 2, pointStyle: 'rect', order: 1 },
      { type: 'bar', label: 'Finished 已完成', data: finished, backgroundColor: BLUE, borderColor: BLUE, borderWidth: 2, pointStyle: 'rect', order: 1 }] },
    options: { scales: { y: WHOLE } }
  }));
}

/** How long the cases of one process took that were finished in a month. */
export function timesByMonth(months, figures) {
  const longest = Math.max(1, ...figures.map(month => month.slowestSeconds ?? 0));
  const [length, unit] = UNITS.find(([seconds]) => longest >= 2 * seconds) ?? UNITS.at(-1);
  const inUnit = seconds => (seconds === undefined ? null : Math.round(10 * seconds / length) / 10);
  const median = figures.map(month => inUnit(month.medianSeconds));
  const slowest = figures.map(month => inUnit(month.slowestSeconds));
  return chart(`Time to finish 用時 (${unit})`, told(months, [['median 中位數', median], ['nine of ten within 九成不超過', slowest]]), () => ({
    type: 'line',
    data: { labels: months, datasets: [
      { label: 'Median 中位數', data: median, borderColor: BLUE, backgroundColor: BLUE, borderWidth: 2, pointStyle: 'circle', pointRadius: 5 },
      { label: 'Nine of ten within 九成不超過', data: slowest, borderColor: ORANGE, backgroundColor: '#fff', borderWidth: 2, borderDash: [6, 4], pointStyle: 'rectRot', pointRadius: 7 }] },
    options: { spanGaps: true, scales: { y: { beginAtZero: true } } }
  }));
}

/** Open cases of the processes that have most of them, and which are overdue. */
export function barsByProcess(processes) {
  const most = processes.filter(process => process.open > 0).sort((one, other) => other.open - one.open).slice(0, MOST_PROCESSES);
  const names = most.map(process => process.name);
  const inTime = most.map(process => process.open - process.overdue);
  const overdue = most.map(process => process.overdue);
  return chart('Open cases by process 各程序進行中案件', told(names, [['in time 未逾期', inTime], ['overdue 逾期', overdue]]), () => ({
    type: 'bar',
    data: { labels: names, datasets: [
      { label: 'In time 未逾期', data: inTime, backgroundColor: BLUE, borderColor: BLUE, borderWidth: 2, pointStyle: 'rect' },
      { label: 'Overdue 逾期', data: overdue, backgroundColor: hatched(), borderColor: ORANGE, borderWidth: 2, pointStyle: 'rect' }] },
    options: { indexAxis: 'y', scales: { x: { ...WHOLE, stacked: true }, y: { stacked: true } } }
  }));
}

/** A chart with its name; drawn when it stands on the page. Whoever does not see it hears the same figures. */
function chart(name, words, settings) {
  const canvas = element('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${name}: ${words}`);
  const node = element('figure', 'kefu-chart', element('figcaption', null, name), element('div', 'kefu-chart-canvas', canvas));
  const draw = async () => {
    const Chart = await library('chart.umd.min.js', 'Chart');
    const { options, ...rest } = settings();
    return new Chart(canvas, { ...rest, options: { animation: false, responsive: true, maintainAspectRatio: false, color: '#222', plugins: { legend: { position: 'bottom', labels: { color: '#222', usePointStyle: true } } }, ...options } });
  };
  return { node, draw };
}

const told = (labels, rows) => labels.map((label, at) => `${label}: ${rows.map(([words, values]) => `${words} ${values[at] ?? '—'}`).join(', ')}`).join('; ');

function hatched() {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const pen = tile.getContext('2d');
  pen.fillStyle = '#fff3e0';
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = ORANGE;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(0, 8);
  pen.lineTo(8, 0);
  pen.stroke();
  return pen.createPattern(tile, 'repeat');
}
