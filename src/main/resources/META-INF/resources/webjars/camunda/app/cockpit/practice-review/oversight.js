/*
 * What the service shows in Cockpit: where cases stand on its first page, the case beside an instance, and how many
 * cases are at each step on a picture. Pages of the service are put in without their scripts.
 */

import { read } from './who.js';

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

async function show(place, label, path, otherwise) {
  const shown = place.appendChild(element('div', 'practice-board', 'Loading …'));
  shown.setAttribute('role', 'region');
  shown.setAttribute('aria-label', label);
  shown.setAttribute('aria-busy', 'true');
  const answer = path ? await read(path, 'text/html') : null;
  const page = answer ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const section = page && page.querySelector('.practice-case, .practice-standing');
  shown.textContent = section ? '' : otherwise;
  if (section) shown.appendChild(document.adoptNode(section));
  shown.setAttribute('aria-busy', 'false');
}

const board = {
  id: 'practice-review-standing',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render(place) {
    show(place, 'Where cases stand', '/oversight/cockpit/standing', 'You watch over no partnership, so no cases are shown here.');
  },
  unmount() {}
};

const tab = {
  id: 'practice-review-case',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: { label: 'Case' },
  async render(place, { processInstanceId }) {
    const answer = await read('/camunda/api/engine/engine/default/process-instance/' + encodeURIComponent(processInstanceId), 'application/json');
    const reference = answer ? (await answer.json()).businessKey : null;
    const path = reference ? '/case/' + encodeURIComponent(reference) + '/brief' : '';
    show(place, 'Case', path, 'There is no case to show: this belongs to no one case, or its case is not open to you.');
  },
  unmount() {}
};

/* "3 cases here, 1 late", in full for a screen reader and as a title. */
function badge(step) {
  const made = element('div', 'practice-count' + (step.late > 0 ? ' practice-count--late' : ''));
  made.setAttribute('role', 'img');
  made.setAttribute('aria-label', step.words);
  made.title = step.words;
  made.appendChild(element('strong', '', String(step.cases)));
  made.appendChild(document.createTextNode(step.late > 0 ? (step.cases === 1 ? ' case, late' : ' cases, ' + step.late + ' late') : step.cases === 1 ? ' case' : ' cases'));
  return made;
}

const overlay = {
  id: 'practice-review-steps',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 10,
  async render(viewer, { processDefinitionId }) {
    const key = String(processDefinitionId).split(':')[0];
    const answer = await read('/oversight/cockpit/steps/' + encodeURIComponent(key), 'application/json');
    if (!answer) return;
    const drawn = viewer.get('elementRegistry');
    (await answer.json())
      .filter((step) => drawn.get(step.id))
      .forEach((step) => viewer.get('overlays').add(step.id, { position: { top: -14, left: 0 }, show: { minZoom: 0, maxZoom: 5 }, html: badge(step) }));
  },
  unmount() {}
};

export default [board, tab, overlay];
