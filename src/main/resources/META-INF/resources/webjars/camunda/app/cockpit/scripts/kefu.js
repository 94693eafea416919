/* What Kefu adds to Cockpit: the history of processes and of single cases. */
import { casePage, caseTab, findPage, findEntry } from './kefu/case.js';
import { departmentReport, departmentView } from './kefu/department.js';
import { historyBadges, historyTab } from './kefu/history.js';

export default [historyTab, historyBadges, caseTab, casePage, findPage, findEntry, departmentView, departmentReport];
