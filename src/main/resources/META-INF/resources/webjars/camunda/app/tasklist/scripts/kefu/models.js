/* Draws two versions of a model. */
import { library } from '../../../kefu/library.js';
import { element } from './page.js';

const SIGNS = { ADDED: '＋', REMOVED: '−', CHANGED: '≠' };

/** The model with what differs marked by colour, line and sign. */
export function picture(title, xml, changes) {
  const canvas = element('div', 'kefu-release-picture');
  canvas.setAttribute('role', 'group');
  canvas.setAttribute('aria-label', `${title}; the list below says the same 下表內容相同`);
  const figure = element('figure', null, element('figcaption', null, title), canvas);
  draw(canvas, xml, changes).catch(error => canvas.replaceChildren(element('p', 'kefu-problem', error.message)));
  return figure;
}

async function draw(canvas, xml, changes) {
  const Viewer = await library('bpmn-navigated-viewer.production.min.js', 'BpmnJS');
  const shown = new Viewer({ container: canvas });
  await shown.importXML(xml);
  const view = shown.get('canvas');
  const registry = shown.get('elementRegistry');
  view.zoom('fit-viewport', 'auto');
  changes.filter(change => registry.get(change.element)).forEach(change => {
    view.addMarker(change.element, `kefu-${change.kind.toLowerCase()}`);
    const badge = element('span', `kefu-release-badge kefu-badge-${change.kind.toLowerCase()}`, SIGNS[change.kind]);
    badge.title = [change.name, ...change.words].join('\n');
    if (!registry.get(change.element).waypoints) {
      shown.get('overlays').add(change.element, 'kefu-release', { position: { top: -10, right: 10 }, html: badge });
    }
  });
}
