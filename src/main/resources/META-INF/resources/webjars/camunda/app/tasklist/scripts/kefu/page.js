/* Small helpers. Data enters the page as text, never as markup. */

export { chinese } from '../../../kefu/language.js';

/** Builds an element with a class and children (nodes or texts). */
export function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) {
    node.className = className;
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** Calls `look` now and after every change of the page's elements, at most once per frame. */
export function watchPage(look) {
  let planned = false;
  const later = () => {
    if (!planned) {
      planned = true;
      requestAnimationFrame(() => {
        planned = false;
        look();
      });
    }
  };
  new MutationObserver(later).observe(document.documentElement, { subtree: true, childList: true });
  later();
}

const ENGINE_PREFIX = /Cannot (?:submit task form|complete task|instantiate process definition) \S+: /;

/** What the engine says, without the ids that it begins with. */
export const withoutIds = message => message.replace(ENGINE_PREFIX, '');

/** What the application says for one of its keys, in the person's language; the key itself while it has not begun. */
export const words = key => window.angular?.element(document.body).injector()?.get('$translate').instant(key) ?? key;

/** Id of the task that is open; null for none. */
export const openTask = () => new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
