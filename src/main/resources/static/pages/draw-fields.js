// Fields of the panel beside the drawing. Each shows what stands in the model and hands on what is
// chosen; a key is chosen from a list and never typed.
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function group(id, label, hint) {
  const box = element('div', 'govuk-form-group');
  const name = element('label', 'govuk-label', label);
  name.htmlFor = id;
  box.append(name);
  if (hint) {
    const help = element('div', 'govuk-hint', hint);
    help.id = id + '-hint';
    box.append(help);
  }
  return box;
}

function input(box, made, id, hint, value, changed) {
  made.id = id;
  made.value = value || '';
  if (hint) made.setAttribute('aria-describedby', id + '-hint');
  made.addEventListener('change', () => changed(made.value.trim()));
  box.append(made);
  return box;
}

export function words(id, label, hint, value, changed, rows) {
  const made = element(rows ? 'textarea' : 'input', rows ? 'govuk-textarea' : 'govuk-input');
  if (rows) made.rows = rows;
  made.maxLength = 2000;
  return input(group(id, label, hint), made, id, hint, value, changed);
}

function option(value, label) {
  const made = element('option', '', label);
  made.value = value;
  return made;
}

// One of a list, which may be parted: [{ label, choices: [{ value, label }] }].
export function one(id, label, hint, parts, value, changed, none) {
  const made = element('select', 'govuk-select');
  made.append(option('', none || 'None'));
  let known = !value;
  parts.forEach((part) => {
    const into = part.label ? element('optgroup') : made;
    if (part.label) {
      into.label = part.label;
      made.append(into);
    }
    part.choices.forEach((choice) => {
      if (choice.value === '') return;
      known = known || choice.value === value;
      into.append(option(choice.value, choice.label));
    });
  });
  if (!known) made.append(option(value, 'As it stands: ' + value));
  return input(group(id, label, hint), made, id, hint, value, changed);
}

// Any number of a list, kept with commas between.
export function many(id, label, hint, choices, value, changed) {
  const chosen = (value || '').split(/,(?![^{]*})/).map((one) => one.trim()).filter(Boolean);
  const box = element('fieldset', 'govuk-fieldset govuk-form-group');
  box.append(element('legend', 'govuk-fieldset__legend', label));
  if (hint) box.append(element('div', 'govuk-hint', hint));
  const list = element('div', 'pr-many');
  const others = chosen.filter((one) => !choices.some((choice) => choice.value === one)).map((one) => ({ value: one, label: 'As it stands: ' + one }));
  // What is chosen comes first, in its order.
  const first = chosen.map((one) => choices.find((choice) => choice.value === one) || others.find((other) => other.value === one));
  const rest = choices.filter((choice) => !chosen.includes(choice.value));
  first.concat(rest).forEach((choice, at) => {
    const line = element('label');
    const tick = element('input');
    tick.type = 'checkbox';
    tick.value = choice.value;
    tick.id = id + '-' + choice.value.replace(/[^A-Za-z0-9-]/g, '_');
    tick.checked = at < first.length;
    tick.addEventListener('change', () => {
      changed(tick.checked ? chosen.concat(choice.value).join(',') : chosen.filter((one) => one !== choice.value).join(','));
    });
    line.append(tick, choice.label);
    list.append(line);
  });
  box.append(list);
  return box;
}

export function fact(label, text) {
  const made = element('p', 'govuk-body');
  made.append(element('strong', '', label + ': '), text);
  return made;
}

export function button(text, pressed) {
  const made = element('button', 'govuk-button govuk-button--secondary pr-small', text);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}
