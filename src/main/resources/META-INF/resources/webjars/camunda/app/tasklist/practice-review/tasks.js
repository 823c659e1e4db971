/*
 * Whose task it is: a free task becomes one's own with the first word typed, one's own can be given back, a colleague's
 * can be read and says who is doing it. And what comes after a form was sent. No framework; text only ever set as text.
 */

import { call, element, forms, formIn, moment } from './drafts.js';

const style = document.head.appendChild(document.createElement('style'));
style.textContent =
  '.disabled-form::before { display: none !important; }' +
  '.practice-whose, .practice-sent { border-left: 5px solid #1d70b8; background: #f3f2f1; padding: .5em 1em; margin-bottom: .5em; }' +
  '.practice-whose.practice-theirs { border-color: #d4351c; } .practice-sent { position: absolute; z-index: 2; top: 110px; left: 15px; right: 15px; } .practice-whose p, .practice-sent p { margin: 0 0 .3em 0; }';

function link(text, href) {
  const made = element('a', '', text);
  made.href = href;
  return made;
}

function readOnly(keeper) {
  if (keeper.form) keeper.form.setProperty('readOnly', true);
  else keeper.root.querySelectorAll('input, select, textarea, button').forEach((one) => (one.disabled = true));
}

/* Says above the form whose task it is. */
export function watch(keeper) {
  if (!keeper.isTask) return;
  const whose = keeper.bar.insertBefore(element('div', 'practice-whose'), keeper.bar.firstChild);
  whose.setAttribute('role', 'status');
  keeper.shown = [(state) => draw(keeper, whose, state)];
  const claim = () => {
    if (keeper.state0 !== 'free' || keeper.claiming) return;
    keeper.claiming = true;
    take(keeper);
  };
  keeper.root.addEventListener('input', claim, true);
  keeper.root.addEventListener('change', claim, true);
}

/* Tasklist moves the cursor to its buttons when a task was taken; whoever is typing goes on where they are. */
function holdCursor(keeper) {
  let field = document.activeElement;
  const back = (event) => {
    if (keeper.root.contains(event.target)) field = event.target;
    else if (keeper.root.contains(field)) field.focus({ preventScroll: true });
  };
  const meant = (event) => (event.type === 'pointerdown' || event.key === 'Tab') && end();
  const end = () => {
    document.removeEventListener('focus', back, true);
    ['pointerdown', 'keydown'].forEach((name) => document.removeEventListener(name, meant, true));
  };
  document.addEventListener('focus', back, true);
  ['pointerdown', 'keydown'].forEach((name) => document.addEventListener(name, meant, true));
  window.setTimeout(end, 10000);
}

async function take(keeper) {
  holdCursor(keeper);
  const button = document.querySelector('[cam-tasklist-task-meta] button.claim');
  if (button) button.click();
  for (let tries = 0; tries < 10 && keeper.state0 === 'free'; tries += 1) {
    await new Promise((later) => window.setTimeout(later, 300));
    await keeper.look();
  }
  keeper.claiming = false;
}

function draw(keeper, whose, state) {
  const now = !state.holder ? 'free' : state.holder.self ? 'own' : 'theirs ' + state.holder.name;
  if (keeper.state0 === now) return;
  keeper.state0 = now;
  whose.textContent = '';
  whose.classList.toggle('practice-theirs', now.startsWith('theirs'));
  if (now === 'free') {
    whose.append('No one is doing this task. It becomes yours when you begin to type.');
  } else if (now === 'own') {
    whose.append('You are doing this task. ');
    const back = whose.appendChild(element('button', 'btn btn-link', 'Give it back'));
    back.type = 'button';
    back.addEventListener('click', async () => {
      await keeper.keep();
      const button = document.querySelector('[cam-tasklist-task-meta] button.unclaim');
      if (button) button.click();
      window.setTimeout(() => keeper.look(), 800);
    });
  } else {
    const since = state.holder.since ? ' since ' + moment(state.holder.since) : '';
    const what = whose.appendChild(element('p', '', 'This is being done by ' + state.holder.name + since + '.'));
    what.className = 'practice-holder';
    const may = whose.appendChild(element('p', '', 'You can read it here. If you should be doing it, ask them to give it back; if they are away, the business manager can release it. '));
    may.appendChild(link('My work', '/my-work'));
    readOnly(keeper);
  }
}

/* ---------- after sending ---------- */

let name = '';
let sentBox = null;

function forget() {
  if (sentBox) sentBox.remove();
  sentBox = null;
}

async function tellNext(reference) {
  const answer = await call('GET', '/my-work/next' + (reference ? '?case=' + encodeURIComponent(reference) : ''));
  const next = answer && answer.ok ? await answer.json() : { opened: [] };
  forget();
  sentBox = element('div', 'practice-sent');
  sentBox.setAttribute('role', 'status');
  sentBox.appendChild(element('p', '', name ? 'Done: ' + name + '.' : 'Done.')).style.fontWeight = 'bold';
  next.opened.forEach((one) => sentBox.appendChild(element('p', '', 'Next in this case: ' + one.task + ' (' + one.who + ').')));
  const go = sentBox.appendChild(element('p', ''));
  if (next.task) {
    go.append('Your next task: ');
    go.appendChild(link(next.name + (next.case ? ' · ' + next.case : ''), '#/?task=' + next.task)).addEventListener('click', forget);
    go.append(next.due ? ', due ' + next.due + '. ' : '. ');
  } else {
    go.append('Nothing else waits for you. ');
  }
  go.appendChild(link('All your work', '/my-work'));
  const place = document.querySelector('.column-right') || document.body;
  place.insertBefore(sentBox, place.firstChild);
}

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url) {
  const path = String(url);
  if (/\/submit-form$/.test(path)) {
    forms.sending = true;
    const title = document.querySelector('.task-details h2, .task-details h1, [cam-tasklist-task] h2.name, h2.name');
    this.addEventListener('loadend', () => {
      forms.sending = false;
      if (this.status === 0 || this.status >= 400) return;
      if (/\/task\//.test(path)) {
        const [what, reference] = (title ? title.textContent.trim() : '').split(' · ');
        name = what;
        window.setTimeout(() => tellNext(reference), 1200); // the next steps of the case are on their way
      }
    });
  }
  open.apply(this, arguments);
};

// What was said of a task that was sent goes when another is opened.
window.addEventListener('hashchange', () => /[?&]task=/.test(window.location.hash) && forget());

/* ---------- Complete can be pressed, and says what is missing ---------- */

new MutationObserver(() => {
  const keeper = forms.keeper;
  if (!keeper || forms.sending || (keeper.isTask && keeper.state0 !== 'own') || !formIn(keeper.root)) return;
  document.querySelectorAll('.form-actions .btn-primary[disabled], .modal-footer .btn-primary[disabled]').forEach((one) => one.removeAttribute('disabled'));
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['disabled'] });
