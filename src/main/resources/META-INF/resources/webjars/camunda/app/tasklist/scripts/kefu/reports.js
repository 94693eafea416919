/* Statistics: choose one and a period, see table and bars, look at the cases behind a figure, take all away as a file; whole registers as files. The server
   decides who sees what. */
import { dialog } from './dialogs.js';
import { element } from './page.js';
import { call } from './requests.js';

const ADDRESS = '/camunda/api/kefu/reports';
const REGISTERS = '/camunda/api/kefu/registers';
const MOST_BARS = 10;
const OPEN = '—';
const INPUTS = { week: 'week', month: 'month', half_year: 'text', year: 'number' };

/** Plugin of point `tasklist.navbar.action`; shows nothing to whoever may see no report and take no register. A link with `?report=…&period=…` opens it at once. */
export const reportsEntry = {
  id: 'kefu-reports',
  pluginPoint: 'tasklist.navbar.action',
  priority: 80,
  render: async node => {
    const [reports, registers] = await Promise.all([ADDRESS, REGISTERS].map(address => call(address).catch(() => [])));
    if (reports.length === 0 && registers.length === 0) {
      return;
    }
    const open = element('a', 'kefu-navbar-entry kefu-reports-entry', element('span', 'glyphicon glyphicon-stats'), ' Reports 統計');
    open.href = '#';
    open.setAttribute('role', 'button');
    open.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      openReports(reports, registers, {});
    });
    node.replaceChildren(open);
    const wanted = Object.fromEntries(new URLSearchParams(location.hash.split('?')[1] ?? ''));
    if (reports.some(report => report.id === wanted.report)) {
      openReports(reports, registers, wanted);
    }
  },
  unmount: () => {}
};

function openReports(reports, registers, wanted) {
  if (reports.length === 0) {
    dialog('Reports 統計', takeAway(registers)).classList.add('kefu-wide');
    return;
  }
  const report = choice(reports.map(one => [one.id, one.title]));
  const kind = choice([]);
  const period = element('input', 'form-control');
  const grouping = choice([]);
  const earlier = step('‹', 'Period before 上一期');
  const later = step('›', 'Period after 下一期');
  const file = element('a', 'btn btn-default', element('span', 'glyphicon glyphicon-download-alt'), ' XLSX');
  file.download = '';
  const sheet = element('div', 'kefu-report');
  sheet.setAttribute('aria-live', 'polite');
  const box = dialog('Reports 統計', element('div', 'kefu-report-choice', label('Report 報表', report), label('Period 期間', kind),
    element('span', 'kefu-report-period', earlier, label('Which 期', period), later), label('Grouped by 分組', grouping), file), sheet, registers.length > 0 ? takeAway(registers) : null);
  box.classList.add('kefu-wide');
  const chosen = () => reports.find(one => one.id === report.value);
  let shown = null;
  let asked = 0;

  const look = async () => {
    const query = new URLSearchParams({ period: period.value, grouping: grouping.value });
    file.href = `${ADDRESS}/${report.value}.xlsx?${query}`;
    // An answer that a later question has overtaken is not shown.
    const question = asked += 1;
    const answer = await call(`${ADDRESS}/${report.value}?${query}`).catch(error => error);
    if (question !== asked) {
      return;
    }
    if (answer instanceof Error) {
      const problem = element('p', 'kefu-problem', answer.message);
      problem.setAttribute('role', 'alert');
      sheet.replaceChildren(problem);
    } else {
      shown = answer;
      sheet.replaceChildren(...draw(shown));
    }
  };
  const takeKind = which => {
    kind.value = which.kind;
    // Seven days that begin on no Monday have no input of their own.
    period.type = wanted.period?.includes('--') ? 'text' : INPUTS[which.kind];
    period.value = wanted.period ?? which.current;
    wanted = {};
  };
  const takeReport = () => {
    const one = chosen();
    fill(kind, one.periods.map(which => [which.kind, which.label]));
    fill(grouping, one.groupings.map(which => [which.id, which.label]));
    if (wanted.grouping) {
      grouping.value = wanted.grouping;
    }
    takeKind(one.periods.find(which => which.kind === kindOf(wanted.period)) ?? one.periods[0]);
    look();
  };
  report.addEventListener('change', takeReport);
  kind.addEventListener('change', () => {
    takeKind(chosen().periods.find(which => which.kind === kind.value));
    look();
  });
  [period, grouping].forEach(input => input.addEventListener('change', look));
  [[earlier, 'previous'], [later, 'next']].forEach(([button, which]) => button.addEventListener('click', () => {
    if (shown) {
      period.value = shown[which];
      look();
    }
  }));
  report.value = wanted.report ?? reports[0].id;
  takeReport();
  report.focus();
}

/** Whole registers, or those rows of them that lie in a year or a month. */
function takeAway(registers) {
  const register = choice(registers.map(one => [one.id, one.title]));
  const range = choice([]);
  const when = element('input', 'form-control');
  const which = label('Of 時段', when);
  const file = element('a', 'btn btn-default', element('span', 'glyphicon glyphicon-download-alt'), ' Download 下載');
  file.download = '';
  const columns = element('p', 'kefu-note');
  const now = new Date().toISOString();
  const address = () => {
    const period = range.value === 'all' ? '' : `?${new URLSearchParams({ period: when.value })}`;
    file.href = `${REGISTERS}/${register.value}.xlsx${period}`;
  };
  const takeRange = () => {
    which.hidden = range.value === 'all';
    when.type = range.value === 'month' ? 'month' : 'number';
    when.value = range.value === 'month' ? now.slice(0, 7) : now.slice(0, 4);
    address();
  };
  const takeRegister = () => {
    const one = registers.find(other => other.id === register.value);
    fill(range, [['all', 'All 全部'], ...one.byPeriod ? [['year', 'Year 年'], ['month', 'Month 月']] : []]);
    columns.textContent = one.columns.join(' · ');
    takeRange();
  };
  register.addEventListener('change', takeRegister);
  range.addEventListener('change', takeRange);
  when.addEventListener('change', address);
  takeRegister();
  return element('section', 'kefu-registers', element('h4', null, 'Registers 台帳'),
    element('div', 'kefu-report-choice', label('Table 台帳', register), label('Rows 範圍', range), which, file), columns);
}

const kindOf = period => !period ? null : period.includes('H') ? 'half_year' : period.includes('W') || period.includes('--') ? 'week' : period.includes('-') ? 'month' : 'year';

function choice(options) {
  const select = element('select', 'form-control');
  fill(select, options);
  return select;
}

const fill = (select, options) => select.replaceChildren(...options.map(([value, text]) => Object.assign(element('option', null, text), { value })));

const label = (text, input) => element('label', null, text, input);

function step(text, title) {
  const button = element('button', 'btn btn-default', text);
  button.type = 'button';
  button.title = title;
  button.setAttribute('aria-label', title);
  return button;
}

function draw(report) {
  const behind = element('div', 'kefu-behind');
  const heading = element('h4', null, `${report.title} · ${report.periodLabel}`);
  if (report.lines.length === 0) {
    return [heading, element('p', 'kefu-none', 'Nothing was counted in this period. 本期無數據。'), definition(report)];
  }
  return [heading, bars(report), table(report, behind), report.more ? element('p', 'kefu-note', 'Only the largest groups are shown; the file has all. 僅顯示最大的分組，文件中有全部。') : null,
    behind, definition(report)].filter(Boolean);
}

const definition = report => element('p', 'kefu-definition', report.definition);

function bars(report) {
  const [first] = report.columns;
  const largest = Math.max(...report.lines.map(line => line.values[first.id] ?? 0), 1);
  const chart = element('figure', 'kefu-chart', element('figcaption', null, `${first.label} · ${report.groupingLabel}`),
    ...report.lines.slice(0, MOST_BARS).map(line => {
      const value = line.values[first.id] ?? 0;
      const bar = element('span', 'kefu-bar');
      bar.style.width = `${100 * Math.max(value, 0) / largest}%`;
      return element('div', 'kefu-bar-line', element('span', 'kefu-bar-label', line.label), element('span', 'kefu-bar-track', bar), element('span', 'kefu-count', String(value)));
    }));
  // The table says the same.
  chart.setAttribute('aria-hidden', 'true');
  return chart;
}

function table(report, behind) {
  const heading = element('tr', null, element('th', null, report.groupingLabel), ...report.columns.map(column => element('th', 'kefu-count', column.label)));
  const rows = [{ ...report.total, all: true }, ...report.lines].map(line => element('tr', line.all ? 'kefu-total' : null, element('th', null, line.label),
    ...report.columns.map(column => element('td', 'kefu-count', figure(report, line, column, behind)))));
  return element('div', 'kefu-report-scroll', element('table', 'table table-condensed kefu-report-table', element('thead', null, heading), element('tbody', null, ...rows)));
}

function figure(report, line, column, behind) {
  const value = line.values[column.id];
  if (value === undefined) {
    return OPEN;
  }
  const text = shown(value, column.unit);
  if (value === 0) {
    return text;
  }
  const open = element('button', 'btn-link kefu-figure', text);
  open.type = 'button';
  open.setAttribute('aria-label', `${line.label}, ${column.label}: ${text}, cases 案件`);
  open.addEventListener('click', () => showCases(report, line, column, behind));
  return open;
}

function shown(value, unit) {
  switch (unit) {
    case 'percent': return `${value.toFixed(1)} %`;
    case 'days': return value.toFixed(1);
    case 'yuan': return value.toFixed(2);
    default: return String(value);
  }
}

function showCases(report, line, column, behind) {
  const body = element('tbody');
  const more = element('button', 'btn btn-default', 'More 更多');
  more.type = 'button';
  const heading = element('tr');
  behind.replaceChildren(element('h4', null, `${line.label} · ${column.label}`), element('div', 'kefu-report-scroll',
    element('table', 'table table-condensed', element('thead', null, heading), body)), more);
  let after = 0;
  const next = async () => {
    const query = new URLSearchParams({ period: report.period, grouping: report.grouping, column: column.id, after });
    if (!line.all) {
      query.set('group', line.group);
    }
    try {
      const page = await call(`${ADDRESS}/${report.id}/cases?${query}`);
      heading.replaceChildren(...['Case 案件', 'Date 日期', ...page.facts].map(title => element('th', null, title)));
      body.append(...page.cases.map(one => element('tr', null, element('td', 'kefu-number', one.caseNumber), element('td', 'kefu-number', one.moment),
        ...one.facts.map(fact => element('td', null, fact)))));
      after = page.after;
      if (!after) {
        more.remove();
      }
      behind.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      behind.replaceChildren(element('p', 'kefu-problem', error.message));
    }
  };
  more.addEventListener('click', next);
  next();
}
