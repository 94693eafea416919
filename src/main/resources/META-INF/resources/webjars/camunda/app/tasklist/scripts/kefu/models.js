/* Draws two versions of a model. */
import { diagram } from '../../../kefu/diagrams.js';
import { element } from './page.js';

const MARGIN = 220;
const LARGEST_STEP = 400;
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
  const viewer = await diagram(canvas, xml);
  const view = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const places = [];
  changes.filter(change => registry.get(change.element)).forEach(change => {
    const shape = registry.get(change.element);
    view.addMarker(change.element, `kefu-${change.kind.toLowerCase()}`);
    if (!shape.waypoints) {
      const badge = element('span', `kefu-release-badge kefu-badge-${change.kind.toLowerCase()}`, SIGNS[change.kind]);
      badge.title = [change.name, ...change.words].join('\n');
      viewer.get('overlays').add(change.element, 'kefu-release', { position: { top: -10, right: 10 }, show: { minZoom: 0 }, html: badge });
    }
    places.push(...(shape.waypoints ?? [shape, { x: shape.x + shape.width, y: shape.y + shape.height }]).filter(() => !(shape.width > LARGEST_STEP)));
  });
  show(view, places);
}

/** What differs with its neighbours, and not the whole of a large diagram, where nobody could read it. */
function show(view, places) {
  if (places.length > 0) {
    const [xs, ys] = ['x', 'y'].map(axis => places.map(place => place[axis]));
    view.viewbox({ x: Math.min(...xs) - MARGIN, y: Math.min(...ys) - MARGIN, width: Math.max(...xs) - Math.min(...xs) + 2 * MARGIN, height: Math.max(...ys) - Math.min(...ys) + 2 * MARGIN });
  }
}
