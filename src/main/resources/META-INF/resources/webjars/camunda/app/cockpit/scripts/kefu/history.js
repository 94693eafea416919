/* The tab "History" on a process: its cases, running and finished, and counts on its diagram. */
import { element } from '../../../tasklist/scripts/kefu/page.js';
import { askHistory, brief, caseAddress, choice, duration, fill, late, moment, person, problem, secondsBetween, state, table } from './server.js';

const MEASURES = {
  running: ['Running 進行中', one => one.running],
  finished: ['Finished 已完成', one => one.finished],
  overdue: ['Overdue 逾期', one => one.overdue],
  time: ['Average time 平均用時', one => one.averageSeconds]
};
const OVERLAYS = 'kefu-history';

/** The diagram on the page and the process it shows; null while there is none. */
let diagram = null;
/** Draws the counts anew; null while the tab is closed. */
let draw = null;

/** Plugin of point `cockpit.processDefinition.diagram.plugin`: only keeps the diagram, on which the tab draws. */
export const historyBadges = {
  id: 'kefu-history-badges',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  render: viewer => {
    diagram = viewer;
    draw?.();
  },
  unmount: () => {
    diagram = null;
  }
};

/** Plugin of point `cockpit.processDefinition.runtime.tab`. */
export const historyTab = {
  id: 'kefu-history',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 20,
  properties: { label: 'History 歷史' },
  render: (node, { processDefinitionId }) => showHistory(node, processDefinitionId),
  unmount: () => {
    draw = null;
    wipe();
  }
};

function wipe() {
  try {
    diagram?.get('overlays').remove({ type: OVERLAYS });
  } catch {
    // The diagram is gone already.
  }
}

async function showHistory(node, definitionId) {
  // key:version:id
  const [key] = definitionId.split(':');
  const address = `/processes/${encodeURIComponent(key)}`;
  try {
    const process = await askHistory(address);
    new History(node, process, address).begin();
  } catch (error) {
    node.replaceChildren(problem(error));
  }
}

class History {

  #process;
  #address;
  #node;
  #fields;
  #sort = { by: 'started', descending: true };
  #page = 0;
  #question = 0;
  #counting = 0;
  #measure = 'running';
  #counts = [];
  #list = element('div', 'kefu-history-list');
  #message = element('p', 'kefu-history-count');

  constructor(node, process, address) {
    this.#node = node;
    this.#process = process;
    this.#address = address;
    this.#fields = this.#makeFields();
    this.#message.setAttribute('role', 'status');
  }

  begin() {
    this.#node.replaceChildren(element('div', 'kefu-history', this.#form(), this.#switch(), this.#message, this.#list));
    draw = () => this.#draw();
    this.#count();
    this.#look();
  }

  #makeFields() {
    const fields = {
      version: choice([['', 'All versions 所有版本'], ...this.#process.versions.map(one => [String(one.number), `${one.number}${one.tag ? ` (${one.tag})` : ''} · ${moment(one.deployedAt)}`])]),
      state: choice([['', 'All 全部'], ['running', 'Running 進行中'], ['overdue', 'Overdue 逾期'], ['finished', 'Finished 已完成'], ['cancelled', 'Cancelled 已取消']]),
      number: input('text', 'CMP-2026-000123'),
      customer: input('text', ''),
      person: input('text', ''),
      activity: choice([['', 'All 全部']]),
      from: input('date', ''),
      to: input('date', '')
    };
    return fields;
  }

  #form() {
    const labels = { version: 'Version 版本', state: 'State 狀態', number: 'Case no. 案件編號', customer: 'Customer 客戶（編號或名稱）', person: 'Person 人員（帳號）',
      activity: 'Came to step 經過步驟', from: 'Started from 開始自', to: 'Started until 開始至' };
    const find = element('button', 'btn btn-primary', 'Search 查找');
    find.type = 'submit';
    const clear = element('button', 'btn btn-default', 'Clear 清除');
    clear.type = 'reset';
    const shown = Object.entries(labels).filter(([name]) => name !== 'customer' || this.#process.facts);
    const form = element('form', 'kefu-history-search', ...shown.map(([name, text]) => element('label', null, text, this.#fields[name])), element('span', 'kefu-buttons', find, ' ', clear));
    form.setAttribute('role', 'search');
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#search();
    });
    form.addEventListener('reset', () => setTimeout(() => this.#search()));
    this.#fields.version.addEventListener('change', () => this.#search());
    this.#fields.state.addEventListener('change', () => this.#search());
    this.#fields.activity.addEventListener('change', () => this.#search());
    return form;
  }

  /** What the badges on the diagram say. */
  #switch() {
    const legend = element('legend', null, 'On the diagram 圖上標示');
    const buttons = Object.entries(MEASURES).map(([name, [words]]) => {
      const radio = element('input');
      radio.type = 'radio';
      radio.name = 'kefu-measure';
      radio.value = name;
      radio.checked = name === this.#measure;
      radio.addEventListener('change', () => {
        this.#measure = name;
        this.#draw();
      });
      return element('label', 'kefu-measure', radio, ` ${words}`);
    });
    return element('fieldset', 'kefu-measures', legend, ...buttons);
  }

  #search() {
    this.#page = 0;
    this.#count();
    this.#look();
  }

  #given(...names) {
    return Object.fromEntries(names.map(name => [name, this.#fields[name].value.trim()]).filter(([, value]) => value));
  }

  async #count() {
    const question = this.#counting += 1;
    let counts = [];
    try {
      counts = await askHistory(`${this.#address}/activities?${new URLSearchParams(this.#given('version', 'from', 'to'))}`);
    } catch {
      // The list below says what is wrong.
    }
    if (question !== this.#counting) {
      return;
    }
    this.#counts = counts;
    const chosen = this.#fields.activity.value;
    const named = this.#counts.filter(one => one.name !== one.activity || one.running + one.finished + one.cancelled > 0);
    fill(this.#fields.activity, [['', 'All 全部'], ...named.map(one => [one.activity, one.name])]);
    this.#fields.activity.value = named.some(one => one.activity === chosen) ? chosen : '';
    this.#draw();
  }

  #draw() {
    wipe();
    if (diagram === null || !this.#node.isConnected) {
      return;
    }
    const [words, value] = MEASURES[this.#measure];
    const registry = diagram.get('elementRegistry');
    const overlays = diagram.get('overlays');
    this.#counts.filter(one => value(one) > 0 && registry.get(one.activity)).forEach(one => {
      const text = this.#measure === 'time' ? duration(value(one)) : String(value(one));
      const badge = element('button', `kefu-badge kefu-badge-${this.#measure}`, this.#measure === 'time' ? brief(value(one)) : text);
      badge.type = 'button';
      badge.title = `${one.name}: ${words} ${text}`;
      badge.setAttribute('aria-label', badge.title);
      badge.addEventListener('click', () => {
        this.#fields.activity.value = one.activity;
        this.#fields.state.value = this.#measure === 'running' || this.#measure === 'overdue' ? this.#measure : '';
        this.#search();
      });
      overlays.add(one.activity, OVERLAYS, { position: { top: -14, right: 14 }, scale: { min: 0.75, max: 1 }, html: badge });
    });
  }

  async #look() {
    const question = this.#question += 1;
    const search = { ...this.#given('version', 'state', 'number', 'customer', 'person', 'activity', 'from', 'to'), sort: this.#sort.by, descending: this.#sort.descending, page: this.#page };
    this.#list.setAttribute('aria-busy', 'true');
    const answer = await askHistory(`${this.#address}/cases?${new URLSearchParams(search)}`).catch(error => error);
    // An answer that a later question has overtaken is not shown.
    if (question !== this.#question) {
      return;
    }
    this.#list.removeAttribute('aria-busy');
    const held = this.#list.contains(document.activeElement) ? document.activeElement.dataset.by : undefined;
    if (answer instanceof Error) {
      this.#message.replaceChildren('');
      this.#list.replaceChildren(problem(answer));
    } else {
      this.#message.replaceChildren(answer.total === 0 ? 'No case found. 未找到案件。' : `${answer.more ? 'More than 超過 ' : ''}${answer.total} cases 個案件`);
      this.#list.replaceChildren(...(answer.total === 0 ? [] : [this.#table(answer), this.#pager(answer)]));
      // Whoever goes by keys stays at the heading.
      this.#list.querySelector(`[data-by="${held}"]`)?.focus();
    }
  }

  #table({ cases, people }) {
    const headings = [this.#heading('number', 'Case 案件'), 'Version 版本', 'State 狀態', this.#heading('started', 'Started 開始'), this.#heading('ended', 'Ended 結束'),
      this.#heading('duration', 'Took 用時'), 'Customer 客戶', 'Stands at, outcome 目前步驟、結果', 'Started by 發起人'];
    const drawn = table('Cases 案件', headings, cases.map(one => [link(one), `${one.version ?? ''}${one.versionTag ? ` (${one.versionTag})` : ''}`, state(one.state), number(moment(one.startedAt)),
      number(moment(one.endedAt)), number(one.endedAt ? duration(secondsBetween(one.startedAt, one.endedAt)) : ''), one.customer, where(one, people), person(people, one.starter)]));
    drawn.querySelectorAll('th').forEach(cell => {
      const by = cell.querySelector('button')?.dataset.by;
      if (by === this.#sort.by) {
        cell.setAttribute('aria-sort', this.#sort.descending ? 'descending' : 'ascending');
      }
    });
    return drawn;
  }

  #heading(by, words) {
    const chosen = this.#sort.by === by;
    const mark = element('span', null, chosen ? (this.#sort.descending ? ' ▼' : ' ▲') : ' ↕');
    mark.setAttribute('aria-hidden', 'true');
    const button = element('button', 'kefu-sort', words, mark);
    button.type = 'button';
    button.dataset.by = by;
    button.addEventListener('click', () => {
      this.#sort = { by, descending: chosen ? !this.#sort.descending : true };
      this.#page = 0;
      this.#look();
    });
    return button;
  }

  #pager({ page, size, total }) {
    const pages = Math.ceil(total / size);
    const step = (words, to) => {
      const button = element('button', 'btn btn-default', words);
      button.type = 'button';
      button.disabled = to < 0 || to >= pages;
      button.addEventListener('click', () => {
        this.#page = to;
        this.#look();
      });
      return button;
    };
    const pager = element('nav', 'kefu-pager', step('‹ Before 上一頁', page - 1), ` ${page + 1} / ${pages} `, step('Next 下一頁 ›', page + 1));
    pager.setAttribute('aria-label', 'Pages 分頁');
    return pager;
  }
}

function link(one) {
  const cell = element('td', 'kefu-number');
  if (one.caseNumber) {
    const anchor = element('a', null, one.caseNumber);
    anchor.href = caseAddress(one.caseNumber);
    cell.append(anchor);
  } else {
    cell.append(one.id);
  }
  if (one.called) {
    cell.append(' ', element('span', 'kefu-called', 'part 子流程'));
  }
  return cell;
}

function where(one, people) {
  if (one.steps.length === 0) {
    return one.outcome;
  }
  return element('ul', 'kefu-steps', ...one.steps.map(step => element('li', null, step.name ?? step.activity, step.assignee ? ` · ${person(people, step.assignee)}` : ' · unclaimed 未領取',
    step.due ? ` · due 期限 ${moment(step.due)}` : '', step.overdue ? ' ' : null, step.overdue ? late('overdue 逾期') : null)));
}

const number = text => element('td', 'kefu-number', text);

function input(type, hint) {
  const field = element('input', 'form-control');
  field.type = type;
  field.placeholder = hint;
  return field;
}
