/*
 * Leads from Tasklist to the pages of the service, and shows beside each task its case in brief. What the service sends
 * is a page of its own, from which scripts do not run; docs/operations/desk.md.
 */

import { call, element } from './drafts.js';

function link(text, href) {
  const made = element('a', '', text);
  made.href = href;
  return made;
}

const menu = {
  id: 'practice-review-menu',
  pluginPoint: 'tasklist.navbar.action',
  priority: 500,
  async render(place) {
    const doors = place.appendChild(element('nav', 'practice-menu'));
    doors.setAttribute('aria-label', 'Practice Review');
    const answer = await call('GET', '/my-work/menu');
    if (!answer || !answer.ok || answer.redirected) return;
    (await answer.json()).forEach((one) => doors.appendChild(link(one.name, one.path)));
  },
  unmount() {}
};

const tab = {
  id: 'practice-review-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: 'Case' },
  async render(place, { taskId }) {
    const shown = place.appendChild(element('div', 'practice-case-tab'));
    shown.setAttribute('role', 'region');
    shown.setAttribute('aria-label', 'Case');
    shown.setAttribute('aria-busy', 'true');
    shown.textContent = 'Looking for the case …';
    const answer = await fetch('/my-work/' + encodeURIComponent(taskId) + '/case', { headers: { Accept: 'text/html' } }).catch(() => null);
    const page = answer && answer.ok && !answer.redirected ? await answer.text() : '';
    const section = new DOMParser().parseFromString(page, 'text/html').querySelector('.practice-case');
    shown.textContent = '';
    if (section) shown.appendChild(document.adoptNode(section));
    else if (answer && answer.status === 404) shown.textContent = 'There is no case to show: this task belongs to no one case, or its case is not open to you.';
    else shown.textContent = 'The case cannot be shown at the moment. Open the task again, or sign in again.';
    shown.setAttribute('aria-busy', 'false');
  },
  unmount() {}
};

export default [menu, tab];
