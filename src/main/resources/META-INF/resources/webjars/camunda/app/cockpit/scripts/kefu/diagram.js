/* The picture of a process with the way that a case took. What colour says is also said by the width of lines, by signs and in the table below. */
import { element } from '../../../tasklist/scripts/kefu/page.js';
import { diagram } from '../../../kefu/diagrams.js';
import { duration, moment, problem, table } from './server.js';

/** Draws one part of a case into a node. */
export async function drawPath(node, path) {
  if (!path.diagram) {
    node.replaceChildren(element('p', 'kefu-note', 'This version of the process is not deployed any more; the table tells the path. 此流程版本已不再部署，路徑見下表。'), places(path));
    return;
  }
  const canvas = element('div', 'kefu-diagram');
  canvas.setAttribute('role', 'group');
  canvas.setAttribute('aria-label', 'Diagram with the path that the case took; the table below says the same 標示案件路徑的流程圖，下表內容相同');
  node.replaceChildren(element('ul', 'kefu-legend', mark('taken', 'path taken 已走路徑'), mark('open', 'stands here 目前位置'), mark('canceled', 'ended from outside 被中斷')), canvas, places(path));
  try {
    paint(await diagram(canvas, path.diagram), path);
  } catch (error) {
    canvas.replaceWith(problem(error));
  }
}

function paint(viewer, path) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  path.flows.map(flow => registry.get(flow.flow)).filter(Boolean).forEach(flow => {
    canvas.addMarker(flow, 'kefu-taken');
    // The engine writes no history of links.
    [flow.source, flow.target].filter(isLink).forEach(link => canvas.addMarker(link, 'kefu-passed'));
  });
  path.places.filter(place => registry.get(place.activity)).forEach(place => {
    canvas.addMarker(place.activity, place.open > 0 ? 'kefu-open' : place.canceled === place.times ? 'kefu-canceled' : 'kefu-passed');
    const sign = place.open > 0 ? '▶ ' : place.canceled === place.times ? '✖ ' : '';
    if (sign || place.times > 1) {
      const badge = element('span', 'kefu-badge', `${sign}${place.times > 1 ? `${place.times}×` : ''}`.trim());
      badge.title = told(place);
      overlays.add(place.activity, 'kefu-path', { position: { top: -12, right: 12 }, scale: { min: 0.75, max: 1 }, html: badge });
    }
  });
}

const isLink = shape => (shape.businessObject.eventDefinitions ?? []).some(definition => definition.$type === 'bpmn:LinkEventDefinition');

function mark(name, words) {
  const line = element('span', `kefu-legend-line kefu-legend-${name}`);
  line.setAttribute('aria-hidden', 'true');
  return element('li', null, line, ` ${words}`);
}

const told = place => `${place.name}: ${place.times}× ${moment(place.first)}${place.last ? ` – ${moment(place.last)}` : ''}`;

/** The same in words, in the order in which the case came there. */
function places(path) {
  return table('Path 路徑', ['Element 節點', 'Times 次數', 'First 首次', 'Last ended 末次結束', 'Time in all 合計用時', 'Now 現狀'], path.places.map(place => [place.name, String(place.times), moment(place.first),
    moment(place.last), duration(place.seconds), place.open > 0 ? '▶ stands here 目前位置' : place.canceled > 0 ? `✖ ${place.canceled}× ended from outside 被中斷` : '✔ done 已完成']));
}
