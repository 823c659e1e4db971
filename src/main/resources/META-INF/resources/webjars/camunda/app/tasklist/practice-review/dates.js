/*
 * Dates are typed and read as day/month/year in every form, whatever the language of the browser, and a date that does
 * not exist is refused and never turned into another. No framework; text is only ever set as text.
 */

import { element, forms, withTypedDates } from './drafts.js';

export const HOW = 'Write the day, the month and the year, such as 27/3/2026.';

/* The ISO date of what was typed; null for what is no date. */
export function isoOf(typed) {
  const parts = /^\s*(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4})\s*$/.exec(typed);
  if (!parts) return null;
  const [day, month, year] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

export function asBritishDate(iso) {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso.slice(8, 10) + '/' + iso.slice(5, 7) + '/' + iso.slice(0, 4) : iso;
}

/* form-js writes dates as the browser's language does, which it asks here. */
const Native = Intl.DateTimeFormat;
function British(locales, options) {
  return new Native(locales === undefined || locales === 'default' ? 'en-GB' : locales, options);
}
British.prototype = Native.prototype;
British.supportedLocalesOf = Native.supportedLocalesOf;
Intl.DateTimeFormat = British;

const FIELD = '.fjs-form-field-datetime';

function dateInput(target) {
  return target.closest && target.matches('input[type=text]') && target.closest(FIELD) ? target : null;
}

export function inputs(container) {
  return Array.from(container.querySelectorAll(FIELD + ' input.fjs-input[type=text]'));
}

export function isWrong(input) {
  return !input.disabled && input.value.trim() !== '' && isoOf(input.value) === null;
}

function keyOf(input) {
  return input.id.replace(/^fjs-form-[^-]+-/, '').replace(/-date$/, '');
}

function say(input) {
  const field = input.closest(FIELD);
  const there = field.parentNode.querySelector('.practice-error[data-date]');
  if (there) there.remove();
  input.removeAttribute('aria-invalid');
  if (!isWrong(input)) return;
  input.setAttribute('aria-invalid', 'true');
  const message = element('div', 'practice-error', input.value.trim() + ' is not a date. ' + HOW);
  message.dataset.date = '';
  message.setAttribute('role', 'alert');
  field.after(message);
}

// The calendar would take over what is typed, and change it.
document.addEventListener(
  'input',
  (event) => {
    const input = dateInput(event.target);
    if (input && input._flatpickr) input._flatpickr.close();
  },
  true
);

['blur', 'keydown'].forEach((type) =>
  document.addEventListener(
    type,
    (event) => {
      const input = event.target.nodeType === 1 && dateInput(event.target);
      if (!input || (type === 'keydown' && event.key !== 'Enter')) return;
      say(input);
      if (isWrong(input)) event.stopImmediatePropagation();
      else if (input.value.trim() !== '') input.value = asBritishDate(isoOf(input.value));
    },
    true
  )
);

withTypedDates((container) => {
  const typed = {};
  inputs(container)
    .filter((input) => !input.disabled && input.value.trim() !== '')
    .forEach((input) => (typed[keyOf(input)] = isoOf(input.value) || input.value));
  return typed;
});

/* What was kept and is no date yet stands there again, as soon as form-js has drawn the field and left it empty. */
export function showTyped(container) {
  const opened = () => forms.opened;
  [100, 500, 1200].forEach((later) =>
    window.setTimeout(() => {
      inputs(container).forEach((input) => {
        const given = opened()[keyOf(input)];
        if (input.value === '' && document.activeElement !== input && given && typeof given.value === 'string' && given.value !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(given.value)) {
          input.value = given.value;
          say(input);
        }
      });
    }, later)
  );
}
