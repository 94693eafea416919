/* Settings of Tasklist; stands in for the file of the same name in Camunda's web jar. */
export default {
  // The header shows the vendor, a blank, the name.
  app: { vendor: 'Kefu', name: '客服' },
  // A wrong path here leaves the whole page blank.
  customScripts: ['scripts/kefu'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
