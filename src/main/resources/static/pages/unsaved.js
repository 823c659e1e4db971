// Asks before what was changed on the page is left without saving it.
const form = document.getElementById('editing');
let unsaved = form.dataset.unsaved === 'true';
form.addEventListener('input', () => {
  unsaved = true;
});
form.addEventListener('submit', () => {
  unsaved = false;
});
window.addEventListener('beforeunload', (event) => {
  if (unsaved) {
    event.preventDefault();
    event.returnValue = '';
  }
});
document.querySelector('.govuk-error-summary')?.focus();
