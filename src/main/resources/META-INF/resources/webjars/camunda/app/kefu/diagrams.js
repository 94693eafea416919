/* Draws the diagram of a process, with buttons to come nearer. */
import { element } from '../tasklist/scripts/kefu/page.js';
import { library } from './library.js';

/** Draws into a canvas that is on the page; the viewer, for marks. */
export async function diagram(canvas, xml) {
  const Viewer = await library('bpmn-navigated-viewer.production.min.js', 'BpmnJS');
  const viewer = new Viewer({ container: canvas });
  await viewer.importXML(xml);
  viewer.get('canvas').zoom('fit-viewport', 'auto');
  buttons(canvas, viewer.get('canvas'));
  return viewer;
}

function buttons(canvas, view) {
  const zoom = (words, sign, change) => {
    const button = element('button', 'btn btn-default btn-sm', sign);
    button.type = 'button';
    button.title = words;
    button.setAttribute('aria-label', words);
    button.addEventListener('click', change);
    return button;
  };
  canvas.after(element('p', 'kefu-zoom', zoom('Larger 放大', '+', () => view.zoom(view.zoom() * 1.25, 'auto')), ' ', zoom('Smaller 縮小', '−', () => view.zoom(view.zoom() / 1.25, 'auto')), ' ',
    zoom('Whole diagram 全圖', '⤢', () => view.zoom('fit-viewport', 'auto'))));
}
