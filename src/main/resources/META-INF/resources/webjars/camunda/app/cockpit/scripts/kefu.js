/* What Kefu adds to Cockpit: the history of processes and of single cases. */
import { findEntry, findPage, rightsPage } from './kefu/audit.js';
import { casePage, caseTab } from './kefu/case.js';
import { departmentReport, departmentView } from './kefu/department.js';
import { historyBadges, historyTab } from './kefu/history.js';

export default [historyTab, historyBadges, caseTab, casePage, findPage, rightsPage, findEntry, departmentView, departmentReport];
