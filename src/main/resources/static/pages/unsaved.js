// Asks before what was changed on the page is left without saving it.
const form = document.getElementById('editing');
let unsaved = form.dataset.unsaved === 'true';
form.addEventListener('input', () => {
  unsaved = true;
});
form.addEventListener('submit', (event) => {
  // A button that opens another page beside this one leaves nothing behind.
  unsaved = unsaved && event.submitter?.dataset.leaves === 'no';
});
window.addEventListener('beforeunload', (event) => {
  if (unsaved) {
    event.preventDefault();
    event.returnValue = '';
  }
});
document.querySelector('.govuk-error-summary')?.focus();
