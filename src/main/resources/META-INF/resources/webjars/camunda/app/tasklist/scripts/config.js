/* Settings of Tasklist; stands in for the file of the same name in Camunda's web jar. */
import '../../kefu/patience.js';
import '../../kefu/storage.js';
import { locales } from '../../kefu/language.js';

export default {
  // The header shows the vendor, a blank, the name.
  app: { vendor: 'Kefu', name: '客服' },
  locales,
  // A wrong path here leaves the whole page blank.
  customScripts: ['scripts/kefu'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task 認領所選任務' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter 移至第一個篩選器' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task in the list 移至清單中第一個任務' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form 移至表單第一個欄位' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the list of procedures to start 開啟可啟動的流程清單' }
  }
};
