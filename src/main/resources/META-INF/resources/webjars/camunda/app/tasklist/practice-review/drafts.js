/*
 * Keeps on the server what is typed into a form of Tasklist, and says so above the form. What was kept comes back with
 * the values of the form when it opens again; see docs/forms.md. No framework; text is only ever set as text.
 */

const PAUSE = 2000;
const PATIENCE = 5000; // someone who never pauses
const LOOK = 15000;
const UNSENT = 'practice-review-unsent';
const ENGINE = /^(.*\/engine\/default\/(?:task|process-definition)\/[^/]+)\/form-variables/;

// path: of the form that was asked for last; opened: what it opened with; begun: called for each keeper
export const forms = { path: null, keeper: null, opened: {}, begun: [], sending: false };

function token() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/* A call to the service; gives its answer, or nothing while the service cannot be reached. */
export async function call(method, path, body, leaving) {
  const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': token() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), keepalive: Boolean(leaving) });
  } catch (unreachable) {
    return null;
  }
}

function same(one, other) {
  const plain = (value) => JSON.stringify(value === undefined || value === '' || value === false ? null : value);
  return plain(one) === plain(other);
}

async function json(answer) {
  try {
    return await answer.json();
  } catch (notJson) {
    return {};
  }
}

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/* "14:32" of today, "26 November at 14:32" of another day, as London's clocks say. */
export function moment(iso) {
  const at = new Date(iso);
  const zone = { timeZone: 'Europe/London' };
  const day = (date) => date.toLocaleDateString('en-GB', { ...zone, day: 'numeric', month: 'long' });
  const time = at.toLocaleTimeString('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' });
  return day(at) === day(new Date()) ? time : day(at) + ' at ' + time;
}

/*
 * Keeps one open form.
 *
 * path: address of its task or process; root: its element; collect: gives its answers by key; choices in which it is
 * only read are set with readOnly().
 */
export class Keeper {
  constructor(path, root, collect, form) {
    this.form = form; // of form-js; none for an embedded form
    this.path = path + '/draft';
    this.isTask = /\/task\/[^/]+$/.test(path);
    this.root = root;
    this.collect = collect;
    this.version = 0;
    this.kept = {};
    this.listeners = [];
    this.bar = element('div', 'practice-bar');
    this.bar.dataset.draft = this.path;
    this.bar.setAttribute('aria-busy', 'true'); // until what was kept has been looked for
    this.state = element('div', 'practice-state'); // stays in sight while the form moves
    this.state.setAttribute('role', 'status');
    this.others = this.bar.appendChild(element('div', 'practice-others'));
    this.others.setAttribute('role', 'status');
    this.ended = false;
    if (forms.keeper) forms.keeper.leave();
    forms.keeper = this;
    root.parentNode.insertBefore(this.bar, root);
    root.parentNode.insertBefore(this.state, root);
    ['input', 'change', 'click'].forEach((event) => root.addEventListener(event, () => this.changed(), true));
    this.ready = this.begin();
  }

  async begin() {
    forms.begun.forEach((watch) => watch(this));
    this.kept = this.answers();
    await this.look();
    this.bar.setAttribute('aria-busy', 'false');
  }

  /* A colleague has the task: it is read here, and nothing is kept. */
  isTheirs() {
    return Boolean(this.holder && !this.holder.self);
  }

  answers() {
    return JSON.parse(JSON.stringify(this.collect()));
  }

  /* What is not as it was kept last. */
  difference(answers) {
    const changed = {};
    Object.keys({ ...this.kept, ...answers }).forEach((key) => {
      if (!same(answers[key], this.kept[key])) changed[key] = answers[key] === undefined ? null : answers[key];
    });
    return changed;
  }

  changed() {
    this.active = true;
    if (this.ended || this.elsewhere || this.isTheirs()) return;
    if (!this.timer) this.began = Date.now();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), Date.now() - this.began > PATIENCE ? 0 : PAUSE);
  }

  async keep() {
    window.clearTimeout(this.timer);
    this.timer = null;
    if (this.ended || this.elsewhere || this.isTheirs() || this.keeping) return this.keeping;
    const answers = this.answers();
    if (Object.keys(this.difference(answers)).length === 0) return;
    this.listeners.forEach((typed) => typed());
    this.keeping = this.send(answers);
    await this.keeping;
    this.keeping = null;
    if (Object.keys(this.difference(this.answers())).length > 0) this.changed();
  }

  async send(answers) {
    const answer = await call('PUT', this.path, { version: this.version, answers });
    if (this.ended) return;
    if (answer && answer.ok) {
      this.kept = answers;
      window.sessionStorage.removeItem(UNSENT);
      this.show(await json(answer));
    } else if (answer && answer.status === 409 && (await json(answer.clone())).type === 'TypedElsewhere') {
      this.askWhich();
    } else if (answer && answer.status === 404) {
      this.notKept('This task is done already, or it is no longer yours to do.');
    } else {
      this.remember(answers);
      const why = answer && answer.status !== 401 && answer.status < 500 ? (await json(answer)).message : '';
      this.notKept(why || 'It stays in this window, and is kept when the service answers again or you have signed in again.');
      if (!answer || answer.status >= 500) this.timer = window.setTimeout(() => this.keep(), 10000);
    }
  }

  /* Until the service has taken it, it stays in this tab, for the same person. */
  remember(answers) {
    if (this.user) window.sessionStorage.setItem(UNSENT, JSON.stringify({ user: this.user, path: this.path, version: this.version, answers }));
  }

  async look() {
    const answer = await call('GET', this.path);
    if (answer && answer.ok && !this.ended) this.show(await json(answer));
  }

  show(state) {
    this.user = state.user;
    this.holder = state.holder;
    if (state.version) this.version = state.version;
    if (state.keptAt) {
      this.say('Kept at ' + moment(state.keptAt) + '. Only you can see it until you send it. Files are not kept.');
      if (!this.state.querySelector('button')) this.state.appendChild(this.button('Delete what I typed', () => this.startAfresh()));
    }
    this.others.textContent = '';
    state.others.forEach((one) => this.others.appendChild(element('p', '', one.name + ' began writing in this form at ' + moment(one.since) + '.')));
    (this.shown || []).forEach((listener) => listener(state));
  }

  say(text) {
    if (this.state.dataset.said === text) return;
    this.state.dataset.said = text;
    this.state.classList.remove('practice-not-kept');
    this.state.textContent = text + ' ';
  }

  notKept(why) {
    this.say('Not kept. ' + why);
    this.state.classList.add('practice-not-kept');
  }

  button(text, onClick) {
    const made = element('button', 'btn btn-link', text);
    made.type = 'button';
    made.addEventListener('click', onClick);
    return made;
  }

  askWhich() {
    this.elsewhere = true;
    this.notKept('You typed in this form in another window or at another computer since this one was opened. ');
    this.state.appendChild(this.button('Show what I typed there', () => this.again()));
    this.state.appendChild(
      this.button('Keep what is here', async () => {
        const answer = await call('GET', this.path);
        if (!answer || !answer.ok) return;
        this.version = (await json(answer)).version;
        this.elsewhere = false;
        this.kept = {};
        this.keep();
      })
    );
  }

  again() {
    this.end();
    window.location.reload();
  }

  async startAfresh() {
    if (this.asked) {
      this.end();
      await call('DELETE', this.path);
      window.location.reload();
      return;
    }
    this.asked = true;
    this.state.querySelector('button').textContent = 'Yes, delete what I typed and begin again';
  }

  /* Another task, another page, another window: what was typed in the last moments goes, too. */
  leave() {
    if (this.ended || this.elsewhere || this.isTheirs()) return;
    const answers = this.answers();
    const changed = this.difference(answers);
    if (Object.keys(changed).length > 0) {
      this.remember(answers);
      // The browser lets a page that is closing send 64 KB; a page that is only left may send all.
      const path = this.path;
      const version = this.version;
      (this.keeping || Promise.resolve()).then(() =>
        call('POST', path, { version: this.version > version ? this.version : version, answers: changed }, true).then((answer) => {
          if (answer && answer.ok) window.sessionStorage.removeItem(UNSENT);
        })
      );
    }
    this.ended = true;
    window.clearTimeout(this.timer);
  }

  /* It was sent, or is not to be kept any more. */
  end() {
    this.ended = true;
    window.clearTimeout(this.timer);
    window.sessionStorage.removeItem(UNSENT);
  }
}

/* What could not be kept goes to the service as soon as the same person has signed in again. */
export async function sendUnsent() {
  const text = window.sessionStorage.getItem(UNSENT);
  if (!text) return;
  const unsent = JSON.parse(text);
  const who = await call('GET', document.querySelector('base').getAttribute('app-root') + '/api/admin/auth/user/default');
  if (!who || !who.ok) return;
  if ((await json(who)).userId === unsent.user) {
    const answer = await call('PUT', unsent.path, { version: unsent.version, answers: unsent.answers });
    if (!answer || (answer.status !== 409 && answer.status !== 404 && !answer.ok)) return;
  }
  window.sessionStorage.removeItem(UNSENT);
}

/* Tasklist keeps text in the browser by itself, where a colleague at the same computer could find it. It shall not. */
const plain = { setItem: Storage.prototype.setItem, getItem: Storage.prototype.getItem };
const OF_TASKLIST = /^(camunda-form|camForm):/;
Storage.prototype.setItem = function (key) {
  if (!OF_TASKLIST.test(key)) plain.setItem.apply(this, arguments);
};
Storage.prototype.getItem = function (key) {
  return OF_TASKLIST.test(key) ? null : plain.getItem.apply(this, arguments);
};

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url) {
  const opened = ENGINE.exec(String(url));
  if (opened) {
    forms.path = opened[1];
    this.addEventListener('load', () => {
      try {
        forms.opened = JSON.parse(this.responseText);
      } catch (notJson) {
        forms.opened = {};
      }
    });
  }
  if (/\/submit-form$/.test(String(url))) {
    const keeper = forms.keeper;
    this.addEventListener('load', () => {
      if (this.status >= 400 || !keeper) return;
      keeper.end();
      if (!keeper.isTask) call('DELETE', keeper.path); // a keeping that was on its way
    });
  }
  open.apply(this, arguments);
};

function visible() {
  return forms.keeper && !forms.keeper.ended && document.body.contains(forms.keeper.root);
}

window.addEventListener('pagehide', () => forms.keeper && forms.keeper.leave());
document.addEventListener('visibilitychange', () => document.hidden && visible() && forms.keeper.keep());
new MutationObserver(() => {
  if (forms.keeper && !document.body.contains(forms.keeper.root)) {
    forms.keeper.leave();
    forms.keeper = null;
  }
}).observe(document.body, { childList: true, subtree: true });

// Who else writes. Only while someone is at work here: looking alone must not keep a session alive.
window.setInterval(() => {
  if (!visible() || !forms.keeper.active || forms.keeper.timer) return;
  forms.keeper.active = false;
  forms.keeper.look();
}, LOOK);

/* ---------- Camunda Forms ---------- */

/* The form behind what is drawn: form-js 1.8.7 hands it to its parts through their context. */
export function formIn(container) {
  const seen = new Set();
  const search = (node, depth) => {
    if (!node || typeof node !== 'object' || depth > 15 || seen.has(node)) return null;
    seen.add(node);
    if (Array.isArray(node)) {
      for (const one of node) {
        const found = search(one, depth + 1);
        if (found) return found;
      }
      return null;
    }
    const context = node.props && node.props.value;
    return context && typeof context.getService === 'function' ? context.getService('form') : search(node.__k, depth + 1);
  };
  for (let at = container; at; at = at.parentElement) {
    const found = search(at.__k, 0);
    if (found) return found;
  }
  return null;
}

/* form-js takes over what is typed a moment later; the page may be gone by then. */
function typedText(container, data) {
  const typed = {};
  container.querySelectorAll('.fjs-form-field-textfield input, .fjs-form-field-textarea textarea').forEach((input) => {
    const key = input.id.replace(/^fjs-form-[^-]+-/, '');
    if (!input.disabled && input.value !== (data[key] || '')) typed[key] = input.value;
  });
  return typed;
}

const begun = new WeakSet();
new MutationObserver(() => {
  const container = document.querySelector('.fjs-container');
  if (!container || begun.has(container) || !forms.path || !container.querySelector('.fjs-form')) return;
  const form = formIn(container);
  if (!form) return;
  begun.add(container);
  const keeper = new Keeper(forms.path, container, () => {
    const data = {};
    const given = form._getState().data;
    // What is only shown is no one's to keep.
    form.get('formFieldRegistry').getAll().forEach((field) => field.key && !field.disabled && (data[field.key] = given[field.key]));
    return { ...data, ...typedText(container, data), ...typedDates(container) };
  }, form);
  form.on('changed', () => keeper.changed());
}).observe(document.body, { childList: true, subtree: true });

/* Set by dates.js: what stands in a date field and is no date yet. */
let typedDates = () => ({});
export function withTypedDates(read) {
  typedDates = read;
}

// Tasklist waits for its scripts before it shows a form.
await sendUnsent();

const loggedIn = /\/auth\/user\/[^/]+\/login\//;
const openAgain = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url) {
  if (loggedIn.test(String(url))) this.addEventListener('load', () => this.status < 400 && sendUnsent());
  openAgain.apply(this, arguments);
};
