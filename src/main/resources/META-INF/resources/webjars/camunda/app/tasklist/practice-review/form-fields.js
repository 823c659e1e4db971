/*
 * Makes the forms of Tasklist do what docs/forms.md says. Tasklist loads this file at start (customScripts in its
 * config.js). Each embedded form calls practiceReviewForm(camForm, $scope); the last part of the file mends what
 * Tasklist does with Camunda Forms. What is typed is kept by drafts.js. No framework, text only ever set as text.
 */

import { Keeper, formIn, forms } from './drafts.js';
import { HOW, asBritishDate, inputs as dateInputs, isWrong, isoOf, showTyped } from './dates.js';
import { watch } from './tasks.js';
import besideTasks from './case.js';
import '../../../../pages/session.js';

// Tasklist takes them for its plugins.
export default besideTasks;

forms.begun.push(watch, (keeper) => keeper.form && showTyped(keeper.root));

const LARGEST_FILE = 10 * 1024 * 1024;
const LARGEST_TOTAL = 40 * 1024 * 1024;
const LONGEST = 100000;
const SHOWN = ['caseReference', 'partnershipName', 'dueOn'];

/* ---------- small tools ---------- */

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(className, text, onClick) {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
}

function keyOf(input) {
  return input.dataset.key || input.name;
}

function sentence(problem) {
  const text = problem.charAt(0).toUpperCase() + problem.slice(1);
  return /[.!?]$/.test(text) ? text : text + '.';
}

function isEmpty(value) {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/* ---------- one set of questions: the form itself, or one row ---------- */

function Questions(root, around) {
  this.root = root;
  this.around = around; // the questions of the whole form, when this is a row
  this.files = {};
}

Questions.prototype.inputs = function () {
  return Array.from(this.root.querySelectorAll('input, select, textarea')).filter(
    (input) => keyOf(input) && input.closest('.practice-questions') === this.root
  );
};

Questions.prototype.keys = function () {
  return Array.from(new Set(this.inputs().map(keyOf)));
};

Questions.prototype.value = function (key) {
  const inputs = this.inputs().filter((input) => keyOf(input) === key);
  if (inputs.length === 0) return this.around ? this.around.value(key) : undefined;
  const first = inputs[0];
  if (first.type === 'file') return this.files[key] || [];
  if (first.type === 'radio') {
    const chosen = inputs.find((input) => input.checked);
    if (!chosen) return null;
    return chosen.value === 'true' ? true : chosen.value === 'false' ? false : chosen.value;
  }
  if (first.type === 'checkbox') return first.checked;
  if (first.multiple) return Array.from(first.selectedOptions).map((option) => option.value);
  if (first.type === 'number') return first.value === '' ? null : Number(first.value);
  if (first.dataset.date !== undefined && first.value.trim() !== '') return isoOf(first.value) || first.value;
  return first.value.trim() === '' ? null : first.value;
};

Questions.prototype.fill = function (key, value) {
  this.inputs()
    .filter((input) => keyOf(input) === key && input.type !== 'file')
    .forEach((input) => {
      if (input.type === 'radio') input.checked = String(value) === input.value;
      else if (input.type === 'checkbox') input.checked = value === true;
      else if (input.multiple)
        Array.from(input.options).forEach((option) => {
          option.selected = Array.isArray(value) && value.includes(option.value);
        });
      else if (input.dataset.date !== undefined || input.type === 'date') input.value = asBritishDate(value || '');
      else input.value = value === null || value === undefined ? '' : value;
      if (input.multiple) ticks(input);
    });
};

/* A fact that is only shown is left out while nothing is known of it. */
Questions.prototype.hideUnknownFacts = function () {
  this.inputs()
    .filter((input) => input.disabled && input.value === '')
    .forEach((input) => {
      const question = input.closest('.form-group');
      if (question) question.hidden = true;
    });
};

Questions.prototype.asked = function (input) {
  return !input.disabled && !input.closest('[hidden]');
};

/* Shows what applies: data-show-when="key=value" on a question or around several. */
Questions.prototype.showWhatApplies = function () {
  Array.from(this.root.querySelectorAll('[data-show-when]'))
    .filter((at) => at.closest('.practice-questions') === this.root)
    .forEach((at) => {
      const cut = at.dataset.showWhen.indexOf('=');
      const key = at.dataset.showWhen.slice(0, cut).trim();
      const hidden = this.inputs().some((input) => keyOf(input) === key && input.closest('[hidden]'));
      const value = hidden ? null : this.value(key);
      const place = at.matches('input, select, textarea') ? at.closest('.form-group') : at;
      place.hidden = String(value) !== at.dataset.showWhen.slice(cut + 1).trim();
    });
};

Questions.prototype.answers = function () {
  const answers = {};
  this.inputs().forEach((input) => {
    if (this.asked(input)) {
      answers[keyOf(input)] = this.value(keyOf(input));
    }
  });
  return answers;
};

/* What was typed, also where it is not asked at the moment; without files. */
Questions.prototype.typed = function () {
  const typed = {};
  this.inputs()
    .filter((input) => !input.disabled && input.type !== 'file')
    .forEach((input) => (typed[keyOf(input)] = this.value(keyOf(input))));
  return typed;
};

Questions.prototype.limit = function (rule) {
  if (!rule) return null;
  const date = rule === 'today' ? today() : this.value(rule);
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
};

/* What is wrong with each answer, by key. The server checks the same again, and counts. */
Questions.prototype.problems = function () {
  const wrong = {};
  this.inputs().forEach((input) => {
    const key = keyOf(input);
    if (!this.asked(input) || wrong[key]) return;
    const value = this.value(key);
    if (input.validity.badInput) wrong[key] = 'This is not a number.';
    else if (isEmpty(value) || value === false) {
      const unticked = input.type === 'checkbox' && input.required;
      const unanswered = input.required && (isEmpty(value) || unticked);
      if (unanswered) wrong[key] = unticked ? 'Please tick the box.' : 'Please give an answer.';
    } else wrong[key] = this.problem(input, value);
    if (!wrong[key]) delete wrong[key];
  });
  return wrong;
};

Questions.prototype.problem = function (input, value) {
  const most = Number(input.dataset.longest || LONGEST);
  if (typeof value === 'string' && value.length > most) {
    return 'This is ' + value.length + ' characters long; ' + most + ' is the most that is kept.';
  }
  if (input.type === 'email' && !/^[^@\s,;<>"]+@[^@\s,;<>"]+\.[^@\s,;<>".]+$/.test(value)) {
    return 'This is not an e-mail address.';
  }
  if (input.type === 'number' && (!input.checkValidity() || !isFinite(value))) return input.validationMessage;
  if (input.dataset.date !== undefined) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value.trim() + ' is not a date. ' + HOW;
    const latest = this.limit(input.dataset.notAfter);
    const earliest = this.limit(input.dataset.notBefore);
    if (latest && value > latest) {
      return input.dataset.notAfter === 'today' ? 'This must not be in the future.' : 'This must not be after ' + asBritishDate(latest) + '.';
    }
    if (earliest && value < earliest) {
      return input.dataset.notBefore === 'today' ? 'This must not be in the past.' : 'This must not be before ' + asBritishDate(earliest) + '.';
    }
  }
  return null;
};

/* Shows what is wrong beside the questions; returns the first input it concerns. */
Questions.prototype.show = function (wrong) {
  let first = null;
  this.inputs().forEach((input) => {
    const group = input.closest('.form-group');
    if (!group || group.dataset.saidFor === keyOf(input)) return;
    if (!wrong[keyOf(input)]) return;
    group.dataset.saidFor = keyOf(input);
    group.classList.add('has-error');
    const message = element('p', 'help-block practice-error', sentence(wrong[keyOf(input)]));
    message.id = 'practice-error-' + (Questions.counter += 1);
    group.appendChild(message);
    group.querySelectorAll('input, select, textarea').forEach((one) => {
      one.setAttribute('aria-invalid', 'true');
      one.dataset.described = one.getAttribute('aria-describedby') || '';
      one.setAttribute('aria-describedby', (one.dataset.described + ' ' + message.id).trim());
    });
    first = first || input;
  });
  return first;
};
Questions.counter = 0;

function forgetProblems(root) {
  root.querySelectorAll('.practice-error, .practice-refused').forEach((message) => message.remove());
  root.querySelectorAll('.has-error').forEach((group) => {
    group.classList.remove('has-error');
    delete group.dataset.saidFor;
    group.querySelectorAll('[aria-invalid]').forEach((one) => {
      one.removeAttribute('aria-invalid');
      one.setAttribute('aria-describedby', one.dataset.described || '');
      if (!one.dataset.described) one.removeAttribute('aria-describedby');
    });
  });
}

/* Labels say what is needed; long text is counted, never cut off. */
function dress(root) {
  root.querySelectorAll('select[multiple]').forEach(ticks);
  root.querySelectorAll('input, select, textarea').forEach((input) => {
    const group = input.closest('.form-group');
    const hint = group && group.querySelector('.help-block');
    if (hint) {
      hint.id = hint.id || 'practice-hint-' + (Questions.counter += 1);
      input.setAttribute('aria-describedby', hint.id);
    }
    // A browser writes dates in its own language, and hides what is no date.
    if (input.type === 'date') {
      input.type = 'text';
      input.dataset.date = '';
      input.placeholder = 'dd/mm/yyyy';
      input.autocomplete = 'off';
    }
    if (input.hasAttribute('maxlength')) {
      input.dataset.longest = input.getAttribute('maxlength');
      input.removeAttribute('maxlength');
    }
    if (input.required && group && !group.querySelector('.practice-needed')) {
      const label = group.querySelector(input.type === 'radio' ? 'legend' : 'label');
      if (label) label.appendChild(element('span', 'practice-needed', ' *'));
    }
  });
}

/* A list comes as text or as a list already. */
function fromJson(given) {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch (notJson) {
    return [];
  }
}

/* Several are chosen by ticking boxes; the list itself, which needs a key held down, stays out of sight. */
function ticks(select) {
  const group = select.closest('.form-group');
  const label = group && group.querySelector('label[for="' + select.id + '"]');
  let list = select.nextElementSibling;
  if (!list || !list.classList.contains('practice-ticks')) {
    list = element('div', 'practice-ticks');
    list.setAttribute('role', 'group');
    select.after(list);
  }
  if (label) {
    label.id = 'label-' + select.id;
    list.setAttribute('aria-labelledby', label.id);
  }
  select.classList.add('practice-behind');
  select.tabIndex = -1;
  select.setAttribute('aria-hidden', 'true');
  list.textContent = '';
  Array.from(select.options).forEach((option) => {
    const line = list.appendChild(element('div', 'checkbox')).appendChild(element('label'));
    const box = line.appendChild(element('input'));
    box.type = 'checkbox';
    box.checked = option.selected;
    box.addEventListener('change', () => {
      option.selected = box.checked;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    line.append(' ' + option.text);
  });
}

/* What may be chosen where the case decides it: data-choices names the fact. */
function offer(root, choices) {
  root.querySelectorAll('select[data-choices]').forEach((select) => {
    const chosen = select.value;
    Array.from(select.options).forEach((option) => option.value && option.remove());
    (choices[select.dataset.choices] || []).forEach((one) => {
      const option = select.appendChild(element('option', '', one.label || one.value));
      option.value = one.value;
    });
    if (select.multiple) ticks(select);
    else select.value = chosen;
  });
}

/* ---------- repeated rows ---------- */

function Rows(fieldset, form) {
  this.fieldset = fieldset;
  this.form = form;
  this.key = fieldset.dataset.rows;
  this.name = fieldset.dataset.rowName || 'Row';
  this.fewest = Number(fieldset.dataset.min || 0);
  this.most = Number(fieldset.dataset.max || 200);
  this.template = fieldset.querySelector('.practice-row');
  this.template.remove();
  this.rows = [];
  this.made = 0;
  this.list = fieldset.appendChild(element('div', 'practice-rows'));
  this.adder = fieldset.appendChild(
    button('btn btn-default', 'Add ' + this.name.toLowerCase(), () => this.add({}).querySelector('input, select, textarea').focus())
  );
  this.set([]);
}

Rows.prototype.asked = function () {
  return !this.fieldset.closest('[hidden]');
};

Rows.prototype.set = function (values) {
  this.list.textContent = '';
  this.rows = [];
  const given = Array.isArray(values) ? values : [];
  const count = Math.max(given.length, this.fewest);
  for (let i = 0; i < count; i += 1) this.add(given[i] || {});
  this.number();
};

Rows.prototype.add = function (values) {
  const made = this.template.cloneNode(true);
  const number = (this.made += 1);
  const row = element('fieldset', 'practice-row practice-questions');
  row.appendChild(element('legend'));
  while (made.firstChild) row.appendChild(made.firstChild);
  row.querySelectorAll('[id]').forEach((at) => (at.id += '-' + this.key + number));
  row.querySelectorAll('label[for]').forEach((at) => (at.htmlFor += '-' + this.key + number));
  row.querySelectorAll('input, select, textarea').forEach((input) => {
    input.dataset.key = input.name;
    input.name = this.key + '-' + number + '-' + input.name;
  });
  const questions = new Questions(row, this.form);
  row.appendChild(
    button('btn btn-link practice-remove', 'Remove', () => {
      this.rows = this.rows.filter((one) => one !== questions);
      row.remove();
      this.number();
      this.adder.focus();
    })
  );
  dress(row);
  this.rows.push(questions);
  this.list.appendChild(row);
  Object.keys(values).forEach((key) => questions.fill(key, values[key]));
  questions.showWhatApplies();
  row.addEventListener('input', () => questions.showWhatApplies());
  row.addEventListener('change', () => questions.showWhatApplies());
  this.number();
  return row;
};

Rows.prototype.number = function () {
  this.rows.forEach((questions, index) => {
    const name = this.name + ' ' + (index + 1);
    questions.root.querySelector('legend').textContent = name;
    const remove = questions.root.querySelector('.practice-remove');
    remove.textContent = 'Remove ' + name.toLowerCase();
    remove.hidden = this.rows.length <= this.fewest;
  });
  this.adder.hidden = this.rows.length >= this.most;
};

/* What the server says of rows: children[0].childName. */
Rows.prototype.show = function (fields) {
  let first = null;
  this.rows.forEach((row, index) => {
    const start = this.key + '[' + index + '].';
    const wrong = {};
    Object.keys(fields)
      .filter((key) => key.startsWith(start))
      .forEach((key) => (wrong[key.slice(start.length)] = fields[key]));
    first = first || row.show(wrong);
  });
  return first;
};

/* The first row starts from facts of the case, so that no one types a thing twice. */
Rows.prototype.start = function (form) {
  if (!this.fieldset.hasAttribute('data-first-row') || this.rows.length === 0) return;
  this.rows[0].keys().forEach((key) => {
    const fact = form.value(key);
    if (!isEmpty(fact)) this.rows[0].fill(key, fact);
  });
  this.rows[0].showWhatApplies();
};

/* ---------- files ---------- */

function takeFiles(questions, input) {
  const key = keyOf(input);
  const list = input.parentNode.appendChild(element('ul', 'practice-files'));
  questions.files[key] = [];
  questions.reading = 0;
  function draw() {
    list.textContent = '';
    questions.files[key].forEach((file) => {
      const item = list.appendChild(element('li', '', file.name + ' '));
      item.appendChild(
        button('btn btn-link', 'Remove ' + file.name, () => {
          questions.files[key] = questions.files[key].filter((one) => one !== file);
          draw();
        })
      );
    });
  }
  input.addEventListener('change', () => {
    Array.from(input.files).forEach((file) => {
      const total = questions.files[key].reduce((sum, one) => sum + one.content.length * 0.75, file.size);
      if (file.size === 0 || file.size > LARGEST_FILE || total > LARGEST_TOTAL) {
        const problem = file.size === 0 ? ' is empty.' : file.size > LARGEST_FILE ? ' is larger than 10 MB.' : ': all files together may be 40 MB.';
        questions.show({ [key]: file.name + problem });
        return;
      }
      const reader = new FileReader();
      questions.reading += 1;
      reader.onload = () => {
        const content = String(reader.result);
        if (!input.multiple) questions.files[key] = [];
        questions.files[key].push({ name: file.name, mediaType: file.type, content: content.slice(content.indexOf(',') + 1) });
        draw();
      };
      reader.onloadend = () => (questions.reading -= 1);
      reader.readAsDataURL(file);
    });
    input.value = '';
  });
}

/* ---------- an embedded form ---------- */

let embedded = null; // the embedded form that is open

window.practiceReviewForm = function (camForm) {
  const root = camForm.formElement[0];
  const choiceKeys = Array.from(root.querySelectorAll('[data-choices]')).map((at) => at.dataset.choices);
  root.classList.add('practice-questions', 'practice-form');
  root.setAttribute('novalidate', 'novalidate');
  const form = new Questions(root, null);
  const rows = Array.from(root.querySelectorAll('[data-rows]')).map((fieldset) => new Rows(fieldset, form));
  dress(root);
  form.inputs().filter((input) => input.type === 'file').forEach((input) => takeFiles(form, input));
  const header = root.insertBefore(element('p', 'practice-header'), root.firstChild);
  const variables = camForm.variableManager;
  const names = form.keys().concat(rows.map((one) => one.key));

  function show() {
    form.showWhatApplies();
  }
  root.addEventListener('input', show);
  root.addEventListener('change', show);
  show();

  function collect() {
    const answers = form.answers();
    rows.filter((one) => one.asked()).forEach((one) => {
      answers[one.key] = one.rows.map((row) => row.answers());
    });
    return answers;
  }

  function typed() {
    const all = form.typed();
    rows.forEach((one) => (all[one.key] = one.rows.map((row) => row.typed())));
    return all;
  }

  function put(answers) {
    Object.keys(answers).forEach((name) => {
      const value = answers[name];
      if (!variables.variable(name)) variables.createVariable({ name: name });
      const variable = variables.variable(name);
      variable.value = value;
      variable.type = value !== null && typeof value === 'object' ? 'Json' : typeof value === 'boolean' ? 'Boolean' : typeof value === 'number' ? 'Double' : 'String';
    });
  }

  function refuse(message, first) {
    const summary = element('div', 'alert alert-danger practice-refused', message);
    summary.setAttribute('role', 'alert');
    root.insertBefore(summary, root.firstChild);
    const focus = first && first.multiple && first.tagName === 'SELECT' ? first.nextElementSibling.querySelector('input') || summary : first || summary;
    if (focus === summary) summary.tabIndex = -1;
    focus.focus();
  }

  camForm.on('form-loaded', () => {
    names.concat(SHOWN, choiceKeys, rows.map((one) => one.key + 'Seen')).forEach((name) => variables.variable(name) || variables.fetchVariable(name));
  });

  camForm.on('variables-applied', () => {
    const value = (name) => (variables.variable(name) || {}).value;
    const choices = {};
    choiceKeys.forEach((key) => {
      choices[key] = fromJson(value(key));
    });
    [root].concat(rows.map((one) => one.template)).forEach((at) => offer(at, choices));
    names.forEach((name) => !isEmpty(value(name)) && form.fill(name, value(name)));
    form.hideUnknownFacts();
    rows.forEach((one) => {
      const given = fromJson(value(one.key));
      one.set(given);
      if (isEmpty(given)) one.start(form);
    });
    header.textContent = 'Case ' + (value('caseReference') || '') + ', ' + (value('partnershipName') || '') + '. ';
    if (value('dueOn') && value('dueOn') !== 'no date') header.append('Due ' + value('dueOn') + '. ');
    const link = header.appendChild(element('a', '', 'Open the case'));
    link.href = '/case/' + encodeURIComponent(value('caseReference') || '');
    show();
    const seen = {};
    rows.forEach((one) => (seen[one.key + 'Seen'] = value(one.key + 'Seen')));
    new Keeper(forms.path, root, () => ({ ...typed(), ...seen }));
  });

  camForm.on('submit', () => {
    forgetProblems(root);
    let wrongs = 0;
    let first = null;
    const tell = (questions, wrong) => {
      wrongs += Object.keys(wrong).length;
      const input = questions.show(wrong);
      if (input && (!first || input.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)) first = input;
    };
    tell(form, form.problems());
    rows.filter((one) => one.asked()).forEach((one) => one.rows.forEach((row) => tell(row, row.problems())));
    if (wrongs > 0 || form.reading > 0) {
      camForm.submitPrevented = true;
      refuse(
        form.reading > 0
          ? 'A file is still being read. Please try again in a moment.'
          : 'Nothing was sent. Please correct ' + (wrongs === 1 ? 'one answer' : wrongs + ' answers') + ' below.',
        first
      );
      return;
    }
    const answers = collect();
    // What is hidden or only shown is not sent, whatever it held before.
    variables.variableNames().forEach((name) => name in answers || variables.destroyVariable(name));
    put(answers);
  });

  // Tasklist's own event for a refusal does not carry the answer of the server; see the end of this file.
  embedded = {
    root: root,
    refused: (message, fields) => {
      forgetProblems(root);
      let first = form.show(fields);
      rows.forEach((one) => {
        first = one.show(fields) || first;
      });
      refuse(message, first);
    },
  };
};

/* ---------- what holds for every form in Tasklist ---------- */

const style = document.head.appendChild(document.createElement('style'));
style.textContent =
  '.fjs-container .fjs-form-field-label { white-space: normal; overflow: visible; height: auto; }' +
  '.fjs-container .fjs-disabled .fjs-input, .fjs-container .fjs-disabled .fjs-textarea { color: #333; }' +
  '.practice-form { max-width: 60em; } .practice-form [hidden] { display: none !important; }' +
  '.practice-form legend { font-size: 1.15em; font-weight: bold; } .practice-form fieldset { margin-bottom: 1.5em; }' +
  '.practice-form .form-group legend { font-size: 1em; border: 0; margin-bottom: .3em; } .practice-form fieldset.form-group { margin-bottom: 1em; }' +
  '.practice-form .practice-row { border: 1px solid #aaa; padding: 1em; margin-bottom: 1em; } .practice-form .practice-row > legend { width: auto; border: 0; padding: 0 .5em; margin: 0; }' +
  '.practice-form .practice-behind { position: absolute; width: 1px; height: 1px; padding: 0; border: 0; overflow: hidden; opacity: 0; } .practice-form .practice-ticks { columns: 22em; } .practice-form .practice-ticks .checkbox { margin: 0 0 .4em 0; break-inside: avoid; }' +
  '.practice-form textarea { min-height: 7em; resize: vertical; } .practice-form .help-block { color: #555; margin: .2em 0; }' +
  '.practice-form .practice-error, .practice-error { color: #a94442 !important; font-weight: bold; } .practice-form .radio-inline, .practice-form .radio label { font-weight: normal; }' +
  '.practice-form .btn-link.practice-remove { padding-left: 0; }' +
  '.practice-state:not(:empty) { position: sticky; top: 0; z-index: 5; } .practice-bar, .practice-state { max-width: 60em; } .practice-bar > :not(:empty), .practice-state:not(:empty) { border-left: 5px solid #1d70b8; background: #f3f2f1; padding: .5em 1em; margin-bottom: .5em; }' +
  '.practice-bar > .practice-refused { border-color: #d4351c; } .practice-refused h3 { margin: 0 0 .3em 0; font-size: 1.1em; } .practice-refused a { color: #a94442; font-weight: bold; text-decoration: underline; }' +
  '.fjs-form-field:has(+ .practice-error[data-date]) .fjs-form-field-error { display: none; } .practice-bar p { margin: 0; } .practice-bar .btn-link, .practice-state .btn-link { padding: 0 .3em; } .practice-state.practice-not-kept { border-color: #d4351c; }';

/* Enter in a Camunda Form would send it at once, without the word just typed. */
document.addEventListener(
  'keydown',
  (event) => {
    if (event.key === 'Enter' && event.target.matches && event.target.matches('.fjs-container input, .practice-form input:not([type=file])')) event.preventDefault();
  },
  true
);

/* A link beside a question must not take away what was typed. */
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('.fjs-container a[href], .practice-form a[href]');
  if (link) {
    event.preventDefault();
    window.open(link.href, '_blank', 'noopener');
  }
});

/* ---------- what is wrong in a Camunda Form ---------- */

function inputOf(container, key) {
  return Array.from(container.querySelectorAll('input[id], textarea[id], select[id], [id]')).find((one) => {
    const name = one.id.replace(/^fjs-form-[^-]+-/, '');
    return name === key || name === key + '-date' || name === key + '-0';
  });
}

function labelOf(container, key) {
  const form = formIn(container);
  const field = form && form.get('formFieldRegistry').getAll().find((one) => one.key === key);
  return (field && (field.label || field.dateLabel)) || key;
}

function goTo(input) {
  input.focus();
  input.scrollIntoView({ block: 'center' });
  // The calendar of a date would open over the message.
  if (input._flatpickr) input._flatpickr.close();
}

/* Names the fields above the form, each a link to its field, and puts the focus on the first. */
function summary(container, message, fields) {
  const bar = forms.keeper && forms.keeper.root === container ? forms.keeper.bar : container.parentNode.insertBefore(element('div', 'practice-bar'), container);
  bar.querySelectorAll('.practice-refused').forEach((one) => one.remove());
  const box = bar.appendChild(element('div', 'practice-refused'));
  box.setAttribute('role', 'alert');
  const found = Object.keys(fields).filter((key) => inputOf(container, key));
  box.appendChild(element('h3', '', 'There is a problem. Nothing was sent.'));
  if (found.length === 0) box.appendChild(element('p', '', message));
  const list = box.appendChild(element('ul'));
  found.forEach((key) => {
    const item = list.appendChild(element('li')).appendChild(element('a', '', labelOf(container, key) + ': ' + sentence(fields[key])));
    item.href = '#';
    item.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      goTo(inputOf(container, key));
    });
  });
  const first = found.map((key) => inputOf(container, key)).sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
  if (first) {
    goTo(first);
  } else {
    box.tabIndex = -1;
    box.focus();
    box.scrollIntoView({ block: 'center' });
  }
}

function forgetRefusal(container) {
  container.parentNode.querySelectorAll('.practice-refused').forEach((one) => one.remove());
  container.querySelectorAll('.practice-error:not([data-date])').forEach((message) => message.remove());
}

/* What the server refuses is said beside the question, too. */
function refusedInCamundaForm(container, message, fields) {
  forgetRefusal(container);
  Object.keys(fields).forEach((key) => {
    const input = inputOf(container, key);
    const field = input && input.closest('.fjs-form-field');
    if (!field) return;
    const beside = element('div', 'practice-error', sentence(fields[key]));
    field.after(beside);
    ['input', 'change', 'click'].forEach((event) => field.addEventListener(event, () => beside.remove(), { once: true }));
  });
  summary(container, message, fields);
}

/* Complete and Start: what the browser itself can see to be wrong is said in the same way, before anything is sent. */
document.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest && event.target.closest('.form-actions .btn-primary, .modal-footer .btn-primary');
    const container = button && document.querySelector('.fjs-container');
    const form = container && formIn(container);
    if (!form) return;
    forgetRefusal(container);
    const wrong = {};
    dateInputs(container)
      .filter(isWrong)
      .forEach((input) => (wrong[input.id.replace(/^fjs-form-[^-]+-/, '').replace(/-date$/, '')] = input.value.trim() + ' is not a date. ' + HOW));
    const errors = form.validate();
    Object.keys(errors).forEach((id) => {
      const field = form.get('formFieldRegistry').get(id);
      if (field && !wrong[field.key]) wrong[field.key] = [].concat(errors[id])[0].replace('Field is required', 'Please give an answer').replace(/^Field /, 'This ');
    });
    if (Object.keys(wrong).length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    summary(container, '', wrong);
  },
  true
);

/* Tasklist would say the refusal once more, over the form, and leave it there while another case is opened. */
let refusedAt = 0;
function noSecondMessage() {
  document.querySelectorAll('.page-notifications .alert .close').forEach((close) => close.click());
}
new MutationObserver(() => Date.now() - refusedAt < 2000 && noSecondMessage()).observe(document.body, { childList: true, subtree: true });
let task = '';
window.addEventListener('hashchange', () => {
  const now = new URLSearchParams(window.location.hash.split('?')[1] || '').get('task');
  if (now && now !== task) noSecondMessage();
  task = now || task;
});

function refused(answer) {
  refusedAt = Date.now();
  const container = document.querySelector('.fjs-container');
  if (embedded && document.body.contains(embedded.root)) embedded.refused(answer.message, answer.fields || {});
  else if (container) refusedInCamundaForm(container, answer.message, answer.fields || {});
}

/* A referral carries a mark until the service has answered, so that a second click or a reload opens no second case. */
const STARTS = /\/process-definition\/[^/]+\/submit-form$/;
const MARK = 'practice-review-once';

function newMark() {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function sendOnce(request) {
  const mark = window.sessionStorage.getItem(MARK) || newMark();
  window.sessionStorage.setItem(MARK, mark);
  request.setRequestHeader('X-Form-Once', mark);
  request.addEventListener('load', () => {
    if (request.status < 400 || request.status === 409) window.sessionStorage.removeItem(MARK);
  });
}

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url) {
  if (/\/submit-form$/.test(String(url))) {
    this.addEventListener('load', () => {
      if (this.status < 400) return;
      let answer = null;
      try {
        answer = JSON.parse(this.responseText);
      } catch (notJson) {
        return; // Tasklist shows its own message
      }
      if (['FormRefused', 'Taken', 'DoneAlready', 'Refused', 'NotYourTask', 'Fault'].includes(answer.type)) refused(answer);
    });
  }
  open.apply(this, arguments);
  if (STARTS.test(String(url))) sendOnce(this);
};

/* Most urgent first: Tasklist itself begins with the newest, and says so while it starts. Later on anyone may choose. */
let beginning = 0;
function mostUrgentFirst() {
  const [path, query] = window.location.hash.replace(/^#!?/, '').split('?');
  const asked = new URLSearchParams(query || '');
  if (path !== '/' || !asked.get('filter') || !asked.get('sorting')) return;
  beginning = beginning || Date.now();
  if (Date.now() - beginning > 3000 || !asked.get('sorting').includes('"created"')) return;
  asked.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  window.location.replace('#/?' + asked);
}
window.addEventListener('hashchange', () => window.setTimeout(mostUrgentFirst, 50));
mostUrgentFirst();
