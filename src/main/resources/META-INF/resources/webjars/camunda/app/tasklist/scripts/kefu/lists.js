/* form-js keeps an empty entry for every mended error inside a list, Tasklist counts entries, and its red button stays grey for good. */

const BUTTON = 'button[ng-click="complete()"]';
// form-js draws later than the event, by more than one timer.
const DELAYS = [30, 150, 400, 900];

/** Frees the Complete button of a form with a list whose fields are all right; a click still checks the whole form. */
export function healLists() {
  const later = () => DELAYS.forEach(delay => setTimeout(heal, delay));
  ['input', 'change', 'click', 'focusout'].forEach(type =>
    document.addEventListener(type, event => event.target.closest?.('.fjs-container') && later(), true));
  // A field shows that it is mended by its class, on a slow machine long after the last key.
  new MutationObserver(changes => changes.some(({ target }) => target.matches('.fjs-form-field') || target.matches(BUTTON) && target.disabled) && later())
    .observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['disabled', 'class'] });
}

function heal() {
  const form = document.querySelector('.fjs-form');
  // The form of a task that nobody has claimed, or that somebody else has, is to be read only.
  if (form?.querySelector('.fjs-form-field-dynamiclist') && !form.querySelector('.fjs-has-errors') && !form.closest('.disabled-form')) {
    document.querySelectorAll(BUTTON).forEach(button => button.removeAttribute('disabled'));
  }
}
