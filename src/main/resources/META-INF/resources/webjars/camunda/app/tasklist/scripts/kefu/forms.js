/* Draws Camunda Forms outside of a task, with the very viewer that Tasklist carries for its tasks. */

let viewer = null;

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

/** Camunda's bundle names no module; the viewer is the one whose class can import a schema and submit. */
function findViewer() {
  let load = null;
  (self.webpackChunkcamunda_bpm_webapp ??= []).push([['kefu-forms'], {}, given => { load = given; }]);
  for (const [id, module] of Object.entries(load?.m ?? {})) {
    if (module.toString().includes('importSchema')) {
      const { Form } = load(id) ?? {};
      if (typeof Form?.prototype?.importSchema === 'function' && typeof Form.prototype.submit === 'function' && !Form.prototype.saveSchema) {
        return Form;
      }
    }
  }
  throw new Error('Forms cannot be drawn here 無法顯示表單');
}
