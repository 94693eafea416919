/* Draws Camunda Forms outside of a task, with the very viewer that Tasklist carries for its tasks, and lets it say what a form's author wrote, in the person's language. */
import { watchPage } from './page.js';
import { speakChinese, translated } from './wording.js';

const WRONG_PATTERN = 'Field must match pattern ';

let viewer = null;
let load = null;
let drawing = (form, schema, data, draw) => draw(data);

/** Lets `onDraw(form, schema, data, draw)` stand between every form and its data: it draws the form by `draw(data)`, as often as it likes, and resolves as that does. */
export function aroundForms(onDraw) {
  drawing = onDraw;
}

/** Shows `patternErrorMessage` of a field, where the viewer would show the regular expression, and whatever else it says in Chinese to whoever reads it. */
export function explainErrors() {
  let done = false;
  watchPage(() => {
    // Once the application runs, its forms are loaded, and none is drawn yet.
    if (!done && document.querySelector('.ng-scope')) {
      done = true;
      viewer ??= findViewer();
      explain(viewer.prototype);
      speakChinese(findModule('l10ns', exported => typeof exported?.localize === 'function' && exported.l10ns && exported));
    }
  });
}

function explain(prototype) {
  const { importSchema } = prototype;
  prototype.importSchema = function (schema, given) {
    const validator = this.get('validator');
    const fields = this.get('formFieldRegistry');
    const { validateFieldInstance } = validator;
    // The viewer takes a text a third of a second after the last key; drawn again for another field meanwhile, it would put back what it knew before.
    this.get('config').debounce = false;
    validator.validateFieldInstance = (instance, value) => validateFieldInstance.call(validator, instance, value)
      .map(error => error.startsWith(WRONG_PATTERN) && fields.get(instance.id).validate.patternErrorMessage || translated(error));
    return drawing(this, schema, given ?? {}, data => importSchema.call(this, schema, data));
  };
}

/**
 * Draws a form into a node.
 *
 * @param sheet `schema`, `data` and `root` as the server gives them
 * @returns the form: `submit()` gives `data` and `errors`
 */
export async function drawForm(node, { schema, data }) {
  viewer ??= findViewer();
  const form = new viewer({ container: node });
  await form.importSchema(schema, data);
  return form;
}

/** Brings a field into the middle and the focus into it. */
export function focusField(field) {
  field.scrollIntoView({ block: 'center' });
  focusWithin(field);
}

/** A select or a calendar opens when it gets the focus, and the click that wants to open it would close it: there the focus goes to the node itself. */
export function focusWithin(node) {
  const first = node.querySelector('input, textarea, select, button');
  if (!first || first.closest('.fjs-form-field-select, .fjs-form-field-datetime')) {
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
  } else {
    first.focus({ preventScroll: true });
  }
}

/** Camunda's bundle names no module; the viewer is the one whose class can import a schema and submit. */
function findViewer() {
  const found = findModule('importSchema', exported => {
    const { Form } = exported ?? {};
    return typeof Form?.prototype?.importSchema === 'function' && typeof Form.prototype.submit === 'function' && !Form.prototype.saveSchema && Form;
  });
  if (!found) {
    throw new Error('Forms cannot be drawn here 無法顯示表單');
  }
  return found;
}

/** What a module of the bundle exports, if it names `word` and `pick` finds it there; null for none. */
function findModule(word, pick) {
  // A second time the bundle would not answer.
  if (load === null) {
    (self.webpackChunkcamunda_bpm_webapp ??= []).push([['kefu-forms'], {}, given => { load = given; }]);
  }
  for (const [id, module] of Object.entries(load?.m ?? {})) {
    if (module.toString().includes(word)) {
      const picked = pick(load(id));
      if (picked) {
        return picked;
      }
    }
  }
  return null;
}
