/* Parts that our pages are made of. */
import { element } from './page.js';
import { call } from './requests.js';

let counter = 0;

/** A part of the page that the keyboard and a screen reader find by its heading. */
export function section(title, ...content) {
  const heading = element('h4', null, title);
  heading.id = `kefu-part-${counter += 1}`;
  const part = element('section', null, heading, ...content);
  part.setAttribute('aria-labelledby', heading.id);
  return part;
}

/** Names and values side by side; what has no value is left out. */
export function facts(pairs) {
  return element('dl', 'kefu-facts', ...pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => element('div', null, element('dt', null, name), element('dd', null, value))));
}

/** A list that comes page by page. */
export function paged(first, draw, address) {
  const node = element('div');
  const problem = element('p', 'kefu-problem');
  problem.setAttribute('role', 'alert');
  const show = (page, focused) => {
    const from = page.number * page.size;
    const turn = (title, to, possible) => {
      const button = element('button', 'btn btn-default btn-sm', title);
      button.type = 'button';
      button.disabled = !possible;
      button.addEventListener('click', async () => {
        try {
          show(await call(address(to)), true);
        } catch (error) {
          problem.replaceChildren(error.message);
        }
      });
      return button;
    };
    const count = element('span', 'kefu-count', `${from + 1}–${Math.min(from + page.size, page.total)} of 共 ${page.total}`);
    count.tabIndex = -1;
    node.replaceChildren(draw(page), page.total > page.size ? element('p', 'kefu-pages', turn('Back 上一頁', page.number - 1, page.number > 0), count,
      turn('More 下一頁', page.number + 1, from + page.size < page.total)) : '', problem);
    // The button that was pressed is gone: the keyboard goes on beside it.
    if (focused) {
      count.focus();
    }
  };
  show(first, false);
  return node;
}

/** Something that is opened when somebody wants to read it. */
export function fold(title, ...content) {
  return element('details', 'kefu-fold', element('summary', null, title), ...content);
}

/** A table whose columns are named. */
export function table(className, titles, rows) {
  const head = element('tr', null, ...titles.map(title => {
    const cell = element('th', null, title);
    cell.scope = 'col';
    return cell;
  }));
  return element('table', `table ${className}`, element('thead', null, head), element('tbody', null, ...rows.map(row => element('tr', null, ...row.map(cell => element('td', null, cell))))));
}

/** A number, a date or an id: not broken, digits of one width. */
export const number = text => element('span', 'kefu-number', text);
