/*
 * Who is at Cockpit. Its parts are chosen when it is loaded, so it is loaded again if someone else signs in.
 */

const ALL_OF = [
  'cockpit.processDefinition.runtime.action',
  'cockpit.processInstance.runtime.action',
  'cockpit.jobDefinition.action',
  'cockpit.incident.action',
  'cockpit.decisionDefinition.action',
  'cockpit.tasks.dashboard'
];

const PARTS = [
  'cockpit.navigation:tasks',
  'cockpit.navigation:deployments',
  'cockpit.navigation:batch',
  'cockpit.navigation:reports',
  'cockpit.processDefinition.runtime.tab:job-definition-table',
  'cockpit.processInstance.runtime.tab:variables-tab',
  'cockpit.processInstance.runtime.tab:user-tasks-tab',
  'cockpit.processInstance.runtime.tab:jobs-tab',
  'cockpit.processInstance.runtime.tab:external-tasks-process-instance-runtime',
  'cockpit.decisionDefinition.tab:decision-instances-table'
];

/* What the service sends to who is signed in; null for others. */
export async function read(path, type) {
  const answer = await fetch(path, { headers: { Accept: type } }).catch(() => null);
  return answer && answer.ok && !answer.redirected ? answer : null;
}

async function reader() {
  const answer = await read('/oversight/cockpit/reader', 'application/json');
  return answer ? answer.json() : { administrator: false, watching: true };
}

const { administrator, watching } = await reader();
export { administrator };
document.documentElement.classList.toggle('practice-administrator', administrator);

/* Where the last crumb is the id of an instance. */
function place() {
  document.documentElement.classList.toggle('practice-instance', location.hash.startsWith('#/process-instance/'));
}

place();
let signedOut = location.hash.startsWith('#/login');
window.addEventListener('hashchange', async () => {
  place();
  const before = signedOut;
  signedOut = location.hash.startsWith('#/login');
  if (before && !signedOut && (await reader()).administrator !== administrator) location.reload();
});

/* What only administrators may do or read; and for those who watch over no partnership, where its cases stand. */
export const leftOut = (administrator ? [] : ALL_OF.concat(PARTS)).concat(watching ? [] : ['cockpit.dashboard:practice-review-standing']).join(',');
