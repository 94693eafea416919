/* The forms of the handbook that can be printed of a case; beside a task, and of a case without a task. */
import { element } from './page.js';
import { call } from './requests.js';

/** Plugin of point `tasklist.task.detail`. */
export const documentsTab = {
  id: 'kefu-documents',
  pluginPoint: 'tasklist.task.detail',
  priority: 890,
  properties: { label: 'Documents 文件' },
  render: (node, { taskId }) => showDocuments(node, `/camunda/api/kefu/tasks/${encodeURIComponent(taskId)}/documents`),
  unmount: () => {}
};

/**
 * Shows in a node what can be printed.
 *
 * @param address where it is listed
 */
export async function showDocuments(node, address) {
  try {
    const { caseNumber, documents, fileFrozen } = await call(address);
    node.replaceChildren(element('div', 'kefu-documents', documents.length === 0
      ? element('p', 'kefu-none', 'Nothing to print yet: no form of the handbook is filled in. 尚無可列印的表單。') : table(caseNumber, documents),
    fileFrozen ? caseFile(caseNumber, fileFrozen) : null));
  } catch (error) {
    const problem = element('p', 'kefu-problem', error.message);
    problem.setAttribute('role', 'alert');
    node.replaceChildren(problem);
  }
}

function table(caseNumber, documents) {
  const head = element('tr', null, ...['No. 編號', 'Form 表單', 'Last filled in 最近填寫'].map(title => element('th', null, title)));
  return element('table', 'table kefu-files', element('thead', null, head), element('tbody', null, ...documents.map(one => row(caseNumber, one))));
}

function row(caseNumber, { formId, number, title, filledIn }) {
  const link = download('print', title, caseNumber, `documents/${encodeURIComponent(formId)}.pdf`, `${caseNumber}-${formId}.pdf`);
  link.setAttribute('aria-label', `Print as PDF 列印: ${title}`);
  return element('tr', null, element('td', 'kefu-number', number), element('td', null, link), element('td', 'kefu-number', filledIn));
}

/** The whole case as it was frozen when it ended. */
function caseFile(caseNumber, fileFrozen) {
  return element('p', 'kefu-case-file', download('book', 'Whole case file 完整案卷 (PDF)', caseNumber, 'case-file.pdf', `${caseNumber}.pdf`), ` frozen 歸檔 ${fileFrozen}`);
}

function download(icon, title, caseNumber, path, name) {
  const link = element('a', null, element('span', `glyphicon glyphicon-${icon}`), ' ', title);
  link.href = `/camunda/api/kefu/cases/${encodeURIComponent(caseNumber)}/${path}`;
  link.setAttribute('download', name);
  return link;
}
