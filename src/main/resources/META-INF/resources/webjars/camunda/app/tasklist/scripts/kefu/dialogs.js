/* Dialogs of the browser's own: they keep the focus inside, and Escape closes them. */
import { element } from './page.js';

let counter = 0;

/** Opens a dialog with a title and content; it is gone from the page once closed. */
export function dialog(title, ...content) {
  const heading = element('h3', null, title);
  heading.id = `kefu-dialog-${counter += 1}`;
  const close = element('button', 'close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', 'Close 關閉');
  const box = element('dialog', 'kefu-dialog', close, heading, ...content);
  box.setAttribute('aria-labelledby', heading.id);
  close.addEventListener('click', () => box.close());
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

/** Asks before something that cannot be taken back; resolves with whether it was confirmed. */
export function confirmed(title, text, action) {
  return new Promise(resolve => {
    const yes = element('button', 'btn btn-danger', action);
    const no = element('button', 'btn btn-default', 'Keep 保留');
    [yes, no].forEach(button => { button.type = 'button'; });
    const box = dialog(title, element('p', null, text), element('p', 'kefu-dialog-buttons', no, yes));
    yes.addEventListener('click', () => {
      resolve(true);
      box.close();
    });
    no.addEventListener('click', () => box.close());
    box.addEventListener('close', () => resolve(false));
    no.focus();
  });
}
