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
document.querySelector('.govuk-error-summary')?.focus();
