/* What is typed into a task's form is kept by the server while somebody types, for whichever browser the person opens the task in next. The browser itself keeps nothing. */
import { confirmed } from './dialogs.js';
import { aroundForms } from './forms.js';
import { element } from './page.js';
import { currentPerson } from './person.js';
import { call, onAnswer, onSend } from './requests.js';
import { afterLogin, hasEnded, whenAnotherTakesOver } from './session.js';

const HOLDER = '[cam-tasklist-form]';
const COMPLETED = /^\/camunda\/api\/engine\/engine\/default\/task\/([^/]+)\/(?:submit-form|complete|resolve)$/;
const SAVE = '.tab-content button[ng-click="save($event)"]';
const LOG_OUT = '.logout a';
const SAVE_AFTER = 1000;
const TRY_AGAIN_AFTER = 10000;
/** A browser sends no more than this when its page goes. */
const LARGEST_FAREWELL = 60000;
/** Names this page; `crypto.randomUUID` is there on secure pages only. */
const WRITER = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
const NEVER_SAVED = 'What you typed is on this page only. 輸入的內容目前僅在此頁面上。';

/** By task that was opened on this page; what is not saved yet of a task that was left is in here. */
const drafts = new Map();
let editions = 0;
let alarm = null;

/** Keeps and restores what is typed into the forms of tasks. */
export function keepWhatIsTyped() {
  aroundForms(draw);
  whenAnotherTakesOver(endAll);
  onSend(request => completed(request)?.pause());
  onAnswer(request => {
    const draft = completed(request);
    if (request.status >= 200 && request.status < 300) {
      draft?.end();
    } else {
      draft?.resume();
    }
    if (request.path.endsWith('/logout') && request.status < 400) {
      endAll();
    }
  });
  document.addEventListener('click', event => {
    if (event.target.closest?.(SAVE)) {
      saveNow();
    } else if (event.target.closest?.(LOG_OUT)) {
      logOut(event);
    }
  }, true);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveNow());
  window.addEventListener('pagehide', farewell);
  window.addEventListener('beforeunload', event => {
    farewell();
    if (unsaved().some(draft => draft.isStuck())) {
      event.preventDefault();
    }
  });
  window.addEventListener('online', () => unsaved().forEach(draft => draft.save()));
}

const completed = ({ method, path }) => method === 'POST' ? drafts.get(path.match(COMPLETED)?.[1]) : undefined;

const unsaved = () => [...drafts.values()].filter(draft => draft.typed !== null);

/** A date is taken when its field is left. */
function leaveField() {
  if (document.activeElement?.closest?.('.fjs-container')) {
    document.activeElement.dispatchEvent(new FocusEvent('blur'));
    document.activeElement.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }
}

function saveNow() {
  leaveField();
  unsaved().forEach(draft => draft.save());
}

function farewell() {
  leaveField();
  unsaved().forEach(draft => draft.save(true));
}

/** Whoever logs out leaves nothing behind: what is not saved yet is saved first. */
async function logOut(event) {
  leaveField();
  if (unsaved().length === 0) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const link = event.target.closest(LOG_OUT);
  await Promise.all(unsaved().map(draft => draft.save()));
  if (unsaved().length === 0 || await confirmed('Log out 登出', 'What you typed last could not be saved and will be lost. 最後輸入的內容未能儲存，登出後將會遺失。', 'Log out 登出')) {
    endAll();
    link.click();
  }
}

function endAll() {
  [...drafts.values()].forEach(draft => draft.end());
}

async function draw(form, schema, data, drawForm) {
  const holder = form._container?.closest(HOLDER);
  const taskId = holder && window.angular.element(holder).controller('camTasklistForm')?.getParams()?.taskId;
  if (!taskId || !currentPerson()) {
    return drawForm(data);
  }
  const draft = drafts.get(taskId) ?? new Draft(taskId);
  drafts.set(taskId, draft);
  const found = await draft.find();
  const drawn = await drawForm(found?.data ? merged(data, found.data) : data);
  draft.watch(form, rootsOf(schema.components ?? []), holder, found, () => drawForm(data));
  return drawn;
}

class Draft {

  /** What stands in the form and is not saved yet, as JSON; null for nothing. */
  typed = null;
  #address;
  #person = currentPerson();
  #base = null;
  #timer = null;
  #sending = null;
  #problem = null;
  #waits = false;
  #paused = false;
  #farewell = null;
  #ended = false;
  #touched = false;
  #line = element('p', 'kefu-draft');
  #redraw = null;

  constructor(taskId) {
    this.taskId = taskId;
    this.#address = `/camunda/api/kefu/tasks/${encodeURIComponent(taskId)}/draft`;
  }

  /** The draft to begin with: what this page has not saved yet, else what the server keeps; null for none. */
  async find() {
    if (this.typed !== null) {
      return { data: JSON.parse(this.typed) };
    }
    await this.#sending;
    try {
      const found = await call(this.#address);
      // One that cannot be read is not overwritten unasked.
      this.#base = found?.data ? found.revision : null;
      return found;
    } catch (error) {
      if (hasEnded(error.status, error.message)) {
        await new Promise(afterLogin);
        return this.find();
      }
      return { problem: error.message };
    }
  }

  /** Saves what is typed from now on. */
  watch(form, roots, holder, found, redraw) {
    const read = () => JSON.stringify(Object.fromEntries([...roots].map(root => [root, form._getState().data[root] ?? null])));
    this.#touched = false;
    let known = read();
    ['input', 'change', 'click', 'keydown'].forEach(type => form._container.addEventListener(type, () => { this.#touched = true; }, true));
    form.on('changed', () => {
      const now = read();
      if (this.#touched && now !== known) {
        known = now;
        this.#type(now);
      }
    });
    this.#redraw = async () => {
      this.#touched = false;
      await redraw();
      known = read();
    };
    this.#line = element('p', 'kefu-draft');
    holder.prepend(this.#line);
    this.#tellFound(found);
  }

  #tellFound(found) {
    if (found?.problem) {
      this.#say('kefu-problem', `Your draft could not be loaded: ${found.problem} 無法載入草稿。`);
    } else if (found?.data) {
      const discard = button('Discard 捨棄', () => this.#discard());
      this.#say('kefu-note', found.savedAt ? `Draft of ${found.savedAt} restored 已恢復草稿 ` : 'Draft restored 已恢復草稿 ', discard);
    } else if (found) {
      this.#say('kefu-problem', `Your draft of ${found.savedAt} cannot be read: its key is missing. Tell an administrator. 缺少金鑰，無法讀取草稿，請告知系統管理員。`);
    }
  }

  #say(className, ...content) {
    this.#line.className = `kefu-draft ${className}`;
    this.#line.setAttribute('role', 'status');
    this.#line.replaceChildren(...content);
  }

  /** Said beside the note of what was restored, without being read out each time. */
  #tellState(text) {
    const state = this.#line.querySelector('.kefu-draft-state') ?? element('span', 'kefu-draft-state');
    state.setAttribute('aria-live', 'off');
    state.replaceChildren(text);
    this.#line.append(state);
  }

  #type(now) {
    if (!this.#ended) {
      this.typed = now;
      this.#tellState('Saving … 儲存中');
      this.#timer ??= setTimeout(() => this.save(), SAVE_AFTER);
    }
  }

  /** Sends what is not saved; resolves when that is answered, whatever the answer. */
  save(farewell = false) {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.typed === null || !farewell && (this.#waits || this.#paused) || farewell && this.#farewell === this.typed) {
      return this.#sending ?? Promise.resolve();
    }
    this.#farewell = farewell ? this.typed : null;
    // When the page goes nobody is there to wait for the answer before.
    const sending = (farewell ? Promise.resolve() : this.#sending ?? Promise.resolve()).then(() => this.typed !== null && this.#send(farewell));
    this.#sending = sending;
    return sending;
  }

  async #send(farewell) {
    const sent = this.typed;
    const body = `{"person":${JSON.stringify(this.#person)},"writer":"${WRITER}","edition":${editions += 1},"base":${JSON.stringify(this.#base)},"data":${sent}}`;
    try {
      const kept = await call(this.#address, { method: 'PUT', body, keepalive: farewell && sizeOf(body) < LARGEST_FAREWELL });
      this.#base = kept.revision;
      this.#problem = null;
      if (this.typed === sent) {
        this.typed = null;
        this.#tellState(`Draft saved 草稿已儲存 ${kept.savedAt.split(' ')[1]}`);
      } else if (this.typed !== null) {
        this.#timer ??= setTimeout(() => this.save(), SAVE_AFTER);
      }
    } catch (error) {
      this.#failed(error, farewell);
    }
    showAlarm();
  }

  #failed(error, farewell) {
    if (this.#ended) {
      return;
    }
    this.#farewell = null;
    this.#tellState('Not saved 未儲存');
    if (hasEnded(error.status, error.message)) {
      if (!this.#waits) {
        this.#waits = true;
        afterLogin(() => {
          this.#waits = false;
          this.save();
        });
      }
      return;
    }
    const temporary = error.status === undefined || error.status >= 500;
    this.#problem = { message: temporary ? 'The server cannot be reached. 無法連接伺服器。' : error.message, revision: error.revision };
    if (temporary && !farewell) {
      this.#timer ??= setTimeout(() => this.save(), TRY_AGAIN_AFTER);
    }
  }

  /** While the form is being handed in its draft must not be written once more. */
  pause() {
    this.#paused = true;
  }

  /** It was not handed in after all. */
  resume() {
    this.#paused = false;
    this.save();
  }

  /** Whether something would be lost with the page. */
  isStuck() {
    return this.#problem !== null || this.#waits || sizeOf(this.typed) >= LARGEST_FAREWELL;
  }

  get problem() {
    return this.typed === null ? null : this.#problem;
  }

  /** What the person may do about a problem. */
  get ways() {
    return this.#problem.revision ? [
      button('Keep what stands here 保留此頁內容', () => {
        this.#base = this.#problem.revision;
        this.save();
      }),
      button('Drop it 捨棄此頁內容', () => this.#drop())
    ] : [button('Try again 重試', () => this.save()), button('Drop it 捨棄此頁內容', () => this.#drop())];
  }

  #drop() {
    this.typed = null;
    this.#problem = null;
    clearTimeout(this.#timer);
    this.#timer = null;
    showAlarm();
    if (this.#line.isConnected) {
      // The task opens anew, with what the server keeps.
      window.angular.element(document.body).injector()?.get('$route')?.reload();
    }
  }

  async #discard() {
    if (!await confirmed('Discard draft 捨棄草稿', 'The form will be as it was when the task came. 表單將恢復為任務原先的內容。', 'Discard 捨棄')) {
      return;
    }
    try {
      clearTimeout(this.#timer);
      this.#timer = null;
      this.typed = null;
      await this.#sending;
      await call(this.#address, { method: 'DELETE' });
      this.#base = null;
      await this.#redraw();
      this.#say('kefu-note', 'Draft discarded 已捨棄草稿');
    } catch (error) {
      this.#say('kefu-problem', `The draft could not be discarded: ${error.message} 無法捨棄草稿。`);
    }
  }

  /** The task is done, or the person has left: nothing is kept in memory, nothing is sent any more. */
  end() {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.typed = null;
    this.#problem = null;
    drafts.delete(this.taskId);
    showAlarm();
  }
}

function button(label, action) {
  const node = element('button', 'btn btn-default btn-sm', label);
  node.type = 'button';
  node.addEventListener('click', action);
  return node;
}

/** What cannot be saved is said, wherever the person is on the page. */
function showAlarm() {
  const stuck = unsaved().find(draft => draft.problem);
  const text = stuck?.problem.message ?? null;
  if (alarm?.dataset.text === text) {
    return;
  }
  alarm?.remove();
  alarm = null;
  if (stuck) {
    alarm = element('div', 'kefu-unsaved', element('strong', null, 'Not saved 未儲存: '), text, element('p', null, NEVER_SAVED), ...stuck.ways.flatMap(way => [way, ' ']));
    alarm.dataset.text = text;
    alarm.setAttribute('role', 'alert');
    document.body.append(alarm);
  }
}

const sizeOf = text => new TextEncoder().encode(text ?? '').length;

/** Names of the variables that a form writes. Inside a list keys are below the list's path. */
function rootsOf(components) {
  return new Set(components.flatMap(component => {
    const path = component.path || component.key;
    return path ? [path.split('.')[0]] : [...rootsOf(component.components ?? [])];
  }));
}

/** What was typed, over what came with the task; a list is taken as a whole. */
function merged(below, above) {
  const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject(below) && isObject(above)
    ? Object.fromEntries([...new Set([...Object.keys(below), ...Object.keys(above)])].map(key => [key, key in above ? merged(below[key], above[key]) : below[key]]))
    : above;
}
