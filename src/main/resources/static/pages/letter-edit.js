// Shows the letter as it would be printed while its words are written. The service prints it, with
// invented facts; nothing is kept until it is saved.
const form = document.getElementById('editing');
const byId = (id) => document.getElementById(id);
const words = byId('letterBody');
const QUIET = 700;
let timer = null;
let asking = false;
let again = false;

function say(text) {
  byId('said').textContent = text;
}

function position(line) {
  return words.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
}

function show(element) {
  const line = /^line-(\d+)$/.exec(element);
  if (!line) {
    (byId(element) || words).focus();
    return;
  }
  const from = position(Number(line[1]));
  const to = words.value.indexOf('\n', from);
  words.focus();
  words.setSelectionRange(from, to < 0 ? words.value.length : to);
  words.scrollTop = (words.scrollHeight * (Number(line[1]) - 4)) / words.value.split('\n').length;
}

function faultLine(fault) {
  const line = document.createElement('li');
  const name = document.createElement('strong');
  name.textContent = (fault.name || 'The letter') + ': ';
  line.append(name, fault.wrong.charAt(0).toUpperCase() + fault.wrong.slice(1) + '. ' + fault.remedy + ' ');
  if (fault.element) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary pr-small';
    button.textContent = 'Show ' + fault.name.toLowerCase();
    button.onclick = () => show(fault.element);
    line.append(document.createElement('br'), button);
  }
  return line;
}

function printed(answer) {
  byId('faults-list').replaceChildren(...answer.faults.map(faultLine));
  if (answer.faults.length > 0) {
    byId('pages').classList.add('pr-old');
    say((answer.faults.length === 1 ? '1 thing is wrong.' : answer.faults.length + ' things are wrong.') + ' Below is the letter as it was before.');
    return;
  }
  const shown = (answer.pages || []).map((page, at) => {
    const picture = document.createElement('img');
    picture.src = page;
    picture.alt = 'Page ' + (at + 1) + ' of the letter';
    return picture;
  });
  if (answer.mail) {
    const mail = document.createElement('pre');
    mail.textContent = answer.mail;
    shown.push(mail);
  }
  byId('pages').classList.remove('pr-old');
  byId('pages').replaceChildren(...shown);
  say(answer.mail ? 'It goes as a mail without a PDF.' : shown.length === 1 ? '1 page.' : shown.length + ' pages.');
}

async function ask() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const answer = await fetch(form.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' });
    if (answer.status === 401 || answer.status === 403) throw new Error('You are signed out. Copy your words before you load this page again and sign in.');
    if (!answer.ok) throw new Error('The service could not print it. Your words are still here; try again in a moment.');
    printed(await answer.json());
  } catch (failed) {
    say(failed.message);
  }
  asking = false;
  if (again) {
    again = false;
    ask();
  }
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(ask, QUIET);
}

function put(before, after) {
  const [from, to] = [words.selectionStart, words.selectionEnd];
  const chosen = words.value.slice(from, to);
  words.setRangeText(before + chosen + after, from, to, 'end');
  if (after && !chosen) words.setSelectionRange(from + before.length, from + before.length);
  words.focus();
  words.dispatchEvent(new Event('input', { bubbles: true }));
}

function atLine() {
  byId('at-line').textContent = 'Line ' + words.value.slice(0, words.selectionStart).split('\n').length;
}

byId('put-in').onclick = () => put(byId('put').value, '');
document.querySelectorAll('[data-before]').forEach((button) => {
  button.onclick = () => put(button.dataset.before, button.dataset.after);
});
document.querySelectorAll('.govuk-error-summary a').forEach((link) => {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    show(link.hash.slice(1));
  });
});
['keyup', 'click', 'select'].forEach((event) => words.addEventListener(event, atLine));
form.addEventListener('input', soon);
ask();
