/* Comments of a case for those who work on one of its tasks. Tasklist's own dialog shows those of a single task, and among its history. */
import { element } from './page.js';
import { call } from './requests.js';

const LONGEST = 4000;

/** Plugin of point `tasklist.task.detail`. */
export const commentsTab = {
  id: 'kefu-comments',
  pluginPoint: 'tasklist.task.detail',
  priority: 700,
  properties: { label: 'Comments 備註' },
  render: (node, { taskId }) => {
    const address = `/camunda/api/kefu/tasks/${encodeURIComponent(taskId)}/comments`;
    const list = element('ul', 'kefu-comments');
    const problem = element('p', 'kefu-problem');
    problem.setAttribute('role', 'alert');
    const refresh = () => show(list, problem, address);
    node.replaceChildren(newComment(address, problem, refresh), problem, list);
    refresh();
  },
  unmount: () => {}
};

async function show(list, problem, address) {
  try {
    const comments = await call(address);
    list.replaceChildren(...comments.map(({ by, at, message }) => element('li', null,
      element('p', 'kefu-comment-by', `${by} · ${at}`), element('p', 'kefu-comment', message))));
    if (comments.length === 0) {
      list.append(element('li', 'kefu-none', 'No comments yet. 尚無備註。'));
    }
    problem.replaceChildren();
  } catch (error) {
    problem.replaceChildren(`Comments cannot be shown: ${error.message} 無法顯示備註。`);
  }
}

function newComment(address, problem, refresh) {
  const text = element('textarea', 'form-control');
  text.rows = 3;
  text.maxLength = LONGEST;
  text.required = true;
  const label = element('label', 'kefu-comment-label', 'New comment 新備註', text);
  const add = element('button', 'btn btn-primary', 'Add 新增');
  add.type = 'submit';
  const form = element('form', 'kefu-comment-form', label, add);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    add.disabled = true;
    try {
      await call(address, { method: 'POST', body: JSON.stringify({ message: text.value }) });
      text.value = '';
      await refresh();
    } catch (error) {
      problem.replaceChildren(`The comment was not saved: ${error.message} 備註未儲存。`);
    } finally {
      add.disabled = false;
    }
  });
  return form;
}
