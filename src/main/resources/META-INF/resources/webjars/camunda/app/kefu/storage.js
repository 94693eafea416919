/* Forms leave nothing in the browser: others use it too. What Camunda's pages would keep of a form goes nowhere, and what earlier versions kept is cleared. */

const OF_FORMS = /^(?:camunda-form:|camForm:|kefu-drafts-of$|kefu-survey-facts-of$)/;

const { setItem } = Storage.prototype;

Storage.prototype.setItem = function (key, value) {
  if (!OF_FORMS.test(key)) {
    setItem.call(this, key, value);
  }
};

[localStorage, sessionStorage].forEach(storage => Object.keys(storage).filter(key => OF_FORMS.test(key)).forEach(key => storage.removeItem(key)));
