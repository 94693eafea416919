/* What is done in the field: files of answers, the sample, call-backs. */
import { dialog } from './dialogs.js';
import { notice } from './notices.js';
import { element } from './page.js';
import { call } from './requests.js';

const LOOK_EVERY = 1000;
const METHODS = [['SIMPLE', 'Simple random 簡單隨機'], ['SYSTEMATIC', 'Systematic 系統'], ['STRATIFIED', 'Stratified 分層'], ['GIVEN', 'Brought by whoever asks 由調查方自選']];
const STRATA = [['REGION', 'Region 區域'], ['GRADE', 'Grade 等級'], ['REGION_AND_GRADE', 'Region and grade 區域與等級']];

const post = (address, body) => call(address, { method: 'POST', body: JSON.stringify(body) });
const label = (text, input) => element('label', null, text, input);
const choice = options => element('select', 'form-control', ...options.map(([value, text]) => Object.assign(element('option', null, text), { value })));
const input = (type, value = '', size = null) => Object.assign(element('input', 'form-control'), { type, value, ...size && { size } });

function button(text, style = 'btn-default', type = 'button') {
  return Object.assign(element('button', `btn ${style}`, text), { type });
}

function problemLine() {
  const problem = element('p', 'kefu-problem');
  problem.setAttribute('role', 'alert');
  return problem;
}

/** Says that something is done, and shows the survey as it is now. */
async function done(unit, text) {
  notice(text);
  await unit.refresh();
}

/** Runs what a form or button does, and says why it cannot be done; what was typed stays. */
async function act(control, problem, action) {
  problem.replaceChildren();
  control.disabled = true;
  try {
    await action();
  } catch (error) {
    problem.replaceChildren(error.message);
  } finally {
    control.disabled = false;
  }
}

/** Files of answers: upload, progress, errors. */
export async function importsOf(unit) {
  const { survey, address } = unit;
  const problem = problemLine();
  const list = element('div', 'kefu-imports');
  const file = Object.assign(element('input'), { type: 'file', accept: '.csv,.txt,.xlsx', required: true });
  const send = button('Import 導入', 'btn-primary', 'submit');
  const template = Object.assign(element('a', 'btn btn-default', 'Empty file 空白範本'), { href: `${address}/imports/template.csv`, download: '' });
  const form = element('form', 'kefu-import-form', label('File 檔案 (CSV, XLSX)', file), send, template);
  let running = false;
  const look = async () => {
    const imports = await call(`${address}/imports`);
    list.replaceChildren(importTable(imports, address));
    const goesOn = imports.some(one => one.running);
    if (running && !goesOn) {
      await unit.refresh();
    }
    running = goesOn;
    if (running) {
      setTimeout(() => list.isConnected && look().catch(error => problem.replaceChildren(error.message)), LOOK_EVERY);
    }
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    act(send, problem, async () => {
      const [chosen] = file.files;
      await call(`${address}/imports?${new URLSearchParams({ fileName: chosen.name })}`, { method: 'POST', body: chosen, headers: { 'Content-Type': 'application/octet-stream' } });
      file.value = '';
      running = true;
      await look();
    });
  });
  await look();
  return [element('p', 'kefu-note', 'One row, one respondent; the first row holds the questions or their codes. A wrong row is left out as a whole and named; a respondent who is known is not taken twice. '
    + '每行一位受訪者，首行為題目或代碼。錯誤的行整行不導入並列出原因；已有的受訪者不重複導入。'), survey.open ? form : element('p', 'kefu-none', 'No answers are taken now. 目前不接收答卷。'), problem,
    element('h4', null, 'Imports 導入記錄'), list];
}

function importTable(imports, address) {
  if (imports.length === 0) {
    return element('p', 'kefu-none', 'Nothing was imported yet. 尚無導入記錄。');
  }
  const titles = ['File 檔案', 'State 狀態', 'Kept 已存', 'Of them invalid 其中無效', 'Refused 退回', 'Known 已有', ''];
  return element('table', 'table kefu-import-table', element('thead', null, element('tr', null, ...titles.map(title => element('th', null, title)))), element('tbody', null, ...imports.map(one => {
    const bar = Object.assign(element('progress'), { max: 100, value: one.percent });
    bar.setAttribute('aria-label', `${one.fileName}: ${one.percent}%`);
    const errors = one.refused > 0 ? Object.assign(element('a', 'btn btn-default btn-sm', 'Errors 錯誤清單'), { href: `${address}/imports/${one.id}/errors`, download: '' }) : null;
    return element('tr', null, element('td', null, element('strong', null, one.fileName), element('div', 'kefu-case-facts', `${one.by} · ${one.at}`),
      one.ignoredColumns ? element('div', 'kefu-case-facts', `Columns left out 未使用的欄位: ${one.ignoredColumns}`) : null),
    element('td', null, `${one.stateLabel} `, bar, ` ${one.percent}% · ${one.read} / ${one.total}`, one.problem ? element('div', 'kefu-problem', one.problem) : null),
    ...[one.accepted, one.invalid, one.refused, one.duplicates].map(count => element('td', 'kefu-count', String(count))), element('td', null, errors));
  })));
}

/** The sample: draw it, give it out, note refusals. */
export async function sampleOf(unit) {
  const { survey, address } = unit;
  const problem = problemLine();
  const body = element('tbody');
  const more = button('More 更多');
  let after = 0;
  const next = async () => {
    const page = await call(`${address}/sample?${new URLSearchParams({ after })}`);
    body.append(...page.rows.map(one => memberRow(one, unit, problem, again)));
    after = page.after;
    more.hidden = !after;
  };
  const again = async () => {
    after = 0;
    body.replaceChildren();
    await next();
  };
  more.addEventListener('click', () => act(more, problem, next));
  await next();
  const titles = ['Respondent 受訪者', 'Customer 客戶', 'Stratum 分層', 'State 狀態', 'Interviewer 調查員', 'Batch 批次', 'Given out 發放', ''];
  return [survey.open ? drawForm(unit, problem, again) : null, survey.open ? issueForm(unit, problem, again) : null, problem,
    element('div', 'kefu-report-scroll', element('table', 'table table-condensed kefu-sample', element('thead', null, element('tr', null, ...titles.map(title => element('th', null, title)))), body)), more].filter(Boolean);
}

function drawForm(unit, problem, again) {
  const method = choice(METHODS);
  const size = input('number', '100');
  const reserve = input('number', '20');
  const strata = choice(STRATA);
  const quotas = Object.assign(input('text', '', 30), { placeholder: 'north=40, south=60' });
  const seed = input('number');
  const draw = button('Draw 抽樣', 'btn-default', 'submit');
  const ofStrata = [label('Stratum 分層依據', strata), label('Quotas, empty: shares 配額(空白為按比例)', quotas)];
  const form = element('form', 'kefu-import-form', label('Method 抽樣方法', method), label('Size 樣本數', size), label('Reserve 備選數', reserve), ...ofStrata, label('Seed, empty: by chance 隨機種子(空白為隨機)', seed), draw);
  const fit = () => ofStrata.forEach(one => { one.hidden = method.value !== 'STRATIFIED'; });
  method.addEventListener('change', fit);
  fit();
  form.addEventListener('submit', event => {
    event.preventDefault();
    act(draw, problem, async () => {
      const stratified = method.value === 'STRATIFIED';
      const card = await post(`${unit.address}/sample`, { method: method.value, size: Number(size.value), reserve: method.value === 'GIVEN' ? 0 : Number(reserve.value), stratification: stratified ? strata.value : 'NONE',
        quotas: stratified ? readQuotas(quotas.value) : {}, seed: seed.value === '' ? null : Number(seed.value) });
      await done(unit, `Sample drawn 已抽樣: ${card.size}`);
      await again();
    });
  });
  return element('details', 'kefu-fold', element('summary', null, 'Draw the sample 抽樣'), form);
}

function readQuotas(text) {
  return Object.fromEntries(text.split(/[,，;；\n]/).map(part => part.trim()).filter(Boolean).map(part => {
    const [name, number] = part.split('=').map(one => one.trim());
    if (!/^\d+$/.test(number ?? '')) {
      throw new Error(`Quotas 配額: "${part}" is not like north=40 格式須如 north=40`);
    }
    return [name, Number(number)];
  }));
}

function issueForm(unit, problem, again) {
  const interviewer = Object.assign(input('text'), { maxLength: 64, required: true });
  const batch = Object.assign(input('text'), { maxLength: 40 });
  const number = Object.assign(input('number', '10'), { min: 1 });
  const give = button('Give out 發放', 'btn-default', 'submit');
  const form = element('form', 'kefu-import-form kefu-issue-form', label('Interviewer 調查員', interviewer), label('Batch 批次', batch), label('Number 份數', number), give);
  form.addEventListener('submit', event => {
    event.preventDefault();
    act(give, problem, async () => {
      const { number: issued } = await post(`${unit.address}/sample/issues`, { interviewer: interviewer.value, batch: batch.value || null, number: Number(number.value) });
      await done(unit, `Given out 已發放: ${issued}`);
      await again();
    });
  });
  return form;
}

function memberRow(one, unit, problem, again) {
  const state = one.answered ? 'Answered 已填寫' : `${one.stateLabel}${one.refusal ? `: ${one.refusal}` : ''}${one.replacedBy ? ` → ${one.replacedBy}` : ''}`;
  const actions = element('td');
  if (unit.survey.open && !one.answered && (one.state === 'DRAWN' || one.state === 'ISSUED')) {
    const refuse = button('Refuses 拒訪', 'btn-default btn-xs');
    refuse.addEventListener('click', () => askReason(`${one.respondent}: refuses to be asked 拒訪`, 'Note and replace 登記並遞補', async reason => {
      const { respondent } = await post(`${unit.address}/sample/${encodeURIComponent(one.respondent)}/refusal`, { reason });
      await done(unit, respondent ? `${one.respondent} → ${respondent}` : 'Noted; the reserve has run out. 已登記；備選樣本已用完。');
      await again();
    }));
    actions.append(refuse);
  }
  return element('tr', null, ...[one.respondent, one.name ?? '', one.stratum ?? '', state, one.interviewer ?? '', one.batch ?? '', one.issuedAt ?? ''].map(text => element('td', null, text)), actions);
}

function askReason(title, action, send, extra = null) {
  const reason = Object.assign(element('textarea', 'form-control'), { rows: 2, maxLength: 300 });
  const problem = problemLine();
  const go = button(action, 'btn-primary', 'submit');
  const form = element('form', null, extra, element('label', 'kefu-reason', 'Reason 原因', reason), problem, go);
  const box = dialog(title, form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    act(go, problem, async () => {
      await send(reason.value);
      box.close();
    });
  });
  reason.focus();
}

/** Call-backs: draw them, look at an answer, note what was found; judge any answer. */
export async function rechecksOf(unit) {
  const { address, right, survey } = unit;
  const problem = problemLine();
  const which = choice([['recheck', 'To call back 抽查名單'], ['invalid', 'Invalid 無效答卷'], ['all', 'All 全部']]);
  const body = element('tbody');
  const more = button('More 更多');
  let after = 0;
  const next = async () => {
    const page = await call(`${address}/answers?${new URLSearchParams({ which: which.value, after })}`);
    body.append(...page.rows.map(one => sheetRow(one, unit, again)));
    after = page.after;
    more.hidden = !after;
  };
  const again = async () => {
    after = 0;
    body.replaceChildren();
    await next();
  };
  which.addEventListener('change', () => act(which, problem, again));
  more.addEventListener('click', () => act(more, problem, next));
  await next();
  const percent = Object.assign(input('number', '10'), { min: 1, max: 100 });
  const draw = button('Draw 抽取', 'btn-default', 'submit');
  const form = element('form', 'kefu-import-form kefu-recheck-form', label('Share of each interviewer, % 每位調查員抽查比例', percent), draw);
  form.addEventListener('submit', event => {
    event.preventDefault();
    act(draw, problem, async () => {
      const { number } = await post(`${address}/rechecks`, { percent: Number(percent.value) });
      await done(unit, `Drawn to be called back 已抽取: ${number}`);
      await again();
    });
  });
  const titles = ['Respondent 受訪者', 'Interviewer 調查員', 'Batch 批次', 'Valid 有效', 'Call-back 抽查', 'Entered 錄入', ''];
  return [right.mayCheck && survey.open ? form : null, element('div', 'kefu-report-choice', label('Answers 答卷', which)), problem,
    element('div', 'kefu-report-scroll', element('table', 'table table-condensed kefu-sheets', element('thead', null, element('tr', null, ...titles.map(title => element('th', null, title)))), body)), more].filter(Boolean);
}

function sheetRow(one, unit, again) {
  const open = button('Open 查看', 'btn-default btn-xs');
  open.addEventListener('click', () => openSheet(one.id, unit, again));
  return element('tr', null, element('td', null, one.respondent, one.trial ? ' · trial 試調查' : ''), element('td', null, one.interviewer ?? ''), element('td', null, one.batch ?? ''),
    element('td', null, one.valid ? 'valid 有效' : `${one.reasons}${one.judgement ? ` · ${one.judgement}` : ''}`), element('td', null, one.recheckLabel ?? '', one.recheckNote ? ` · ${one.recheckNote}` : ''),
    element('td', null, `${one.by} · ${one.at}`), element('td', null, open));
}

async function openSheet(id, unit, again) {
  const { survey, address, right } = unit;
  const sheet = await call(`${address}/answers/${id}`);
  const rows = survey.questions.map((question, index) => element('tr', null, element('th', null, `${index + 1}. ${question.label}`), element('td', null, readable(question, sheet.answers[question.code]))));
  const judge = (title, valid) => {
    const control = button(title);
    control.addEventListener('click', () => askReason(`${sheet.respondent}: ${title}`, title, async reason => {
      await post(`${address}/answers/${id}/judgement`, { valid, reason });
      box.close();
      await done(unit, `${sheet.respondent}: ${title}`);
      await again();
    }));
    return control;
  };
  const finding = (title, confirmed) => {
    const control = button(title, confirmed ? 'btn-primary' : 'btn-danger');
    control.addEventListener('click', () => askReason(`${sheet.respondent}: ${title}`, title, async note => {
      await post(`${address}/answers/${id}/recheck`, { confirmed, note });
      box.close();
      await done(unit, `${sheet.respondent}: ${title}`);
      await again();
    }));
    return control;
  };
  const actions = !right.mayCheck || sheet.trial ? [] : [
    ...survey.open && (!sheet.recheck || sheet.recheck === 'DRAWN') ? [finding('Confirmed 合格', true), finding('Not confirmed 不合格', false)] : [],
    judge(sheet.valid ? 'Judge invalid 判為無效' : 'Judge valid 判為有效', !sheet.valid)];
  const box = dialog(`${sheet.respondent} · ${survey.surveyNo}`, element('p', null, [sheet.interviewer, sheet.batch, sheet.way, sheet.interviewedAt].filter(Boolean).join(' · ')),
    element('table', 'table table-condensed kefu-sheet', element('tbody', null, ...rows)), element('p', 'kefu-dialog-buttons', ...actions));
}

function readable(question, answer) {
  const name = code => code === '#refused' ? 'refused 拒答' : question.options.find(option => option.code === code)?.label ?? String(code);
  return answer === undefined ? '—' : Array.isArray(answer) ? answer.map(name).join(', ') : name(answer);
}
