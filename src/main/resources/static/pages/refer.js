// Shows a question only while it applies. Which do is decided by the server, with the rules of the
// form; without this script all questions are shown, and those that do not apply are ignored.
const form = document.getElementById('referral');

async function refresh() {
  const answer = await fetch(form.dataset.hiddenUrl, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
  });
  if (!answer.ok) return;
  const hidden = new Set(await answer.json());
  form.querySelectorAll('[data-position]').forEach((part) => {
    part.hidden = hidden.has(Number(part.dataset.position));
  });
}

form.addEventListener('change', refresh);

// Keeps what is typed: two seconds after a pause, and when the page is left.
const kept = document.getElementById('kept');
let timer = null;
let last = answers();
let ended = false;

function answers() {
  return new URLSearchParams(new FormData(form)).toString();
}

async function keep() {
  window.clearTimeout(timer);
  const now = answers();
  if (ended || now === last) return;
  try {
    const answer = await fetch(form.dataset.draftUrl, { method: 'POST', body: new URLSearchParams(now), credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.status);
    last = now;
    const said = answer.status === 200 ? await answer.json() : null;
    if (said && !ended) kept.textContent = 'Kept at ' + new Date(said.keptAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }) + '. Not sent yet.';
  } catch (notKept) {
    kept.textContent = 'What you typed last could not be kept. It is still on this page.';
  }
}

function typed() {
  window.clearTimeout(timer);
  timer = window.setTimeout(keep, 2000);
}

form.addEventListener('input', typed);
form.addEventListener('change', typed);
form.addEventListener('submit', () => {
  ended = true;
});
document.querySelectorAll('form[action$="/draft/deletion"]').forEach((one) =>
  one.addEventListener('submit', () => {
    ended = true;
  })
);
window.addEventListener('pagehide', () => {
  if (!ended && answers() !== last) navigator.sendBeacon(form.dataset.draftUrl, new URLSearchParams(answers()));
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) ended = false;
});
if (form.dataset.refused === 'true') last = '';
document.querySelector('.govuk-error-summary')?.focus();
