/* Surveys: fill in a questionnaire, import answers, give out the sample, call back, look at the figures. For the survey section; managers see figures alone. The
   server decides who sees what. */
import { confirmed, dialog } from './dialogs.js';
import { element } from './page.js';
import { call } from './requests.js';
import { answerSheet } from './survey-answers.js';
import { analysis } from './survey-figures.js';
import { importsOf, rechecksOf, sampleOf } from './survey-work.js';

const SURVEYS = '/camunda/api/kefu/surveys';

/** Plugin of point `tasklist.navbar.action`; shows nothing to whoever has nothing to do with surveys. A link with `?survey=…` opens one at once. */
export const surveysEntry = {
  id: 'kefu-surveys',
  pluginPoint: 'tasklist.navbar.action',
  priority: 82,
  render: async node => {
    const right = await call(`${SURVEYS}/right`).catch(() => ({}));
    if (!right.mayRead) {
      return;
    }
    const open = element('a', 'kefu-navbar-entry kefu-surveys-entry', element('span', 'glyphicon glyphicon-list-alt'), ' Surveys 調查');
    open.href = '#';
    open.setAttribute('role', 'button');
    open.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      openSurveys(right, null);
    });
    node.replaceChildren(open);
    const wanted = new URLSearchParams(location.hash.split('?')[1] ?? '').get('survey');
    if (wanted) {
      openSurveys(right, wanted);
    }
  },
  unmount: () => {}
};

async function openSurveys(right, wanted) {
  const choice = element('select', 'form-control kefu-survey-choice');
  const problem = element('p', 'kefu-problem');
  problem.setAttribute('role', 'alert');
  const facts = element('div', 'kefu-survey-facts');
  const parts = element('div', 'kefu-survey-parts');
  parts.setAttribute('role', 'tablist');
  const content = element('div', 'kefu-survey');
  content.setAttribute('role', 'tabpanel');
  const box = dialog('Surveys 調查', element('div', 'kefu-report-choice', element('label', null, 'Survey 調查', choice)), problem, facts, parts, content);
  box.classList.add('kefu-wide');
  // What was typed goes only when the person says so.
  let unsent = () => false;
  const leave = async () => !unsent() || await confirmed('Answers are not sent 答卷尚未提交', 'What was filled in is not kept anywhere yet. 已填寫的內容尚未儲存。', 'Discard 放棄');
  box.addEventListener('cancel', event => {
    if (unsent()) {
      event.preventDefault();
      leave().then(yes => yes && box.close());
    }
  });
  box.querySelector('.close').addEventListener('click', event => {
    if (unsent()) {
      event.stopImmediatePropagation();
      leave().then(yes => yes && box.close());
    }
  }, true);
  const guard = event => unsent() && event.preventDefault();
  window.addEventListener('beforeunload', guard);
  box.addEventListener('close', () => window.removeEventListener('beforeunload', guard));

  let survey = null;
  let shown = null;
  const show = async part => {
    shown = part;
    unsent = () => false;
    problem.replaceChildren();
    parts.querySelectorAll('[role=tab]').forEach(tab => {
      const isShown = tab.dataset.part === part.id;
      tab.setAttribute('aria-selected', String(isShown));
      tab.classList.toggle('btn-primary', isShown);
    });
    const unit = { survey, address: `${SURVEYS}/${encodeURIComponent(survey.surveyNo)}`, right, refresh: look, unsent: holds => { unsent = holds; } };
    content.replaceChildren(...await part.draw(unit).catch(error => [alert(error)]));
  };
  const look = async () => {
    survey = await call(`${SURVEYS}/${encodeURIComponent(choice.value)}`);
    facts.replaceChildren(...factsOf(survey));
  };
  const take = async () => {
    try {
      problem.replaceChildren();
      await look();
      const offered = PARTS.filter(part => part.isOffered(survey, right));
      parts.replaceChildren(...offered.map(part => tab(part, async () => {
        if (await leave()) {
          await show(part);
        }
      })));
      await show(offered.find(part => part.id === shown?.id) ?? offered[0]);
    } catch (error) {
      problem.replaceChildren(error.message);
    }
  };
  let before = null;
  choice.addEventListener('change', async () => {
    if (await leave()) {
      before = choice.value;
      await take();
    } else {
      choice.value = before;
    }
  });
  try {
    const all = await call(SURVEYS);
    if (all.length === 0) {
      content.replaceChildren(element('p', 'kefu-none', 'No survey has a questionnaire yet. 尚無調查問卷。'));
      return;
    }
    choice.replaceChildren(...all.map(one => Object.assign(element('option', null, `${one.surveyNo} · ${one.title} · ${one.stateLabel}`), { value: one.surveyNo })));
    choice.value = all.some(one => one.surveyNo === wanted) ? wanted : all[0].surveyNo;
    before = choice.value;
    await take();
  } catch (error) {
    problem.replaceChildren(error.message);
  }
}

function alert(error) {
  const text = element('p', 'kefu-problem', error.message);
  text.setAttribute('role', 'alert');
  return text;
}

const PARTS = [
  { id: 'figures', title: 'Field work 調查進度', isOffered: () => true, draw: async unit => fieldWork(unit) },
  { id: 'answer', title: 'Fill in 填寫', isOffered: (survey, right) => right.mayWork && survey.open, draw: async unit => answerSheet(unit) },
  { id: 'imports', title: 'Import 導入', isOffered: (survey, right) => right.mayWork, draw: importsOf },
  { id: 'sample', title: 'Sample 樣本', isOffered: (survey, right) => right.mayWork, draw: sampleOf },
  { id: 'rechecks', title: 'Check 抽查', isOffered: (survey, right) => right.mayWork, draw: rechecksOf },
  { id: 'analysis', title: 'Analysis 分析', isOffered: () => true, draw: analysis }
];

function tab(part, choose) {
  const button = element('button', 'btn btn-default', part.title);
  button.type = 'button';
  button.dataset.part = part.id;
  button.setAttribute('role', 'tab');
  button.addEventListener('click', choose);
  return button;
}

function factsOf(survey) {
  const trial = survey.state === 'TRIAL' ? ` · Trial answers 試調查答卷: ${survey.trialAnswers} (5–10)` : '';
  return [element('p', null, element('strong', null, survey.title), ` · Version 版本 ${survey.version} · ${survey.stateLabel}${trial}`,
    survey.open || survey.state === 'DRAFT' ? '' : ' · Field work has ended 資料收集已結束')];
}

const COLUMNS = [
  ['Issued 發放', line => line.issued], ['Returned 回收', line => line.returned], ['Valid 有效', line => line.valid], ['Response 回收率', line => `${line.responseRate.toFixed(1)} %`],
  ['Invalid 無效率', line => `${line.invalidShare.toFixed(1)} %`], ['Called back 抽查', line => `${line.rechecked} (${line.recheckedShare.toFixed(1)} %)`],
  ['Not confirmed 抽查不合格', line => `${line.recheckedInvalid} (${line.recheckedInvalidShare.toFixed(1)} %)`]
];

function fieldWork({ survey }) {
  const { sample } = survey;
  const drawn = sample ? `${sample.methodLabel} · ${sample.size}${sample.frame ? ` of 共 ${sample.frame} · Reserve 備選 ${sample.reserve} · Seed 隨機種子 ${sample.seed}` : ''}` : 'None was drawn 未抽樣';
  const rows = (title, lines) => [element('tr', 'kefu-total', element('th', null, title), ...COLUMNS.map(() => element('td'))), ...lines.map(one => line(one.name || '— Not given 未填', one))];
  return [element('p', null, `Sample 樣本: ${drawn}`), element('p', null, `Returned of the sample 樣本回收率: ${survey.responseOfSample.toFixed(1)} %`),
    element('div', 'kefu-report-scroll', element('table', 'table table-condensed kefu-report-table kefu-field-work',
      element('thead', null, element('tr', null, element('th', null, ''), ...COLUMNS.map(([title]) => element('th', 'kefu-count', title)))),
      element('tbody', null, line('Total 合計', survey.total), ...rows('Interviewer 調查員', survey.interviewers), ...rows('Batch 批次', survey.batches))))];
}

const line = (name, one) => element('tr', null, element('th', null, name), ...COLUMNS.map(([, value]) => element('td', 'kefu-count', String(value(one)))));
