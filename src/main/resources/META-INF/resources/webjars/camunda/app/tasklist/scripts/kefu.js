/* What Kefu adds to Tasklist. Loaded before the application starts, so that its requests are watched from the first one on. */
import { markAskedAttachments } from './kefu/asked.js';
import { sayOnWhoseBehalf } from './kefu/behalf.js';
import { keepWhatIsTyped } from './kefu/drafts.js';
import { explainErrors } from './kefu/forms.js';
import { healLists } from './kefu/lists.js';
import { plainWords } from './kefu/notices.js';
import { explainRefusals } from './kefu/refusals.js';
import { surviveLostSessions } from './kefu/session.js';
import { openFirstTask } from './kefu/start.js';
import { absencesEntry } from './kefu/absences.js';
import { attachmentsTab } from './kefu/attachments.js';
import { taskCard } from './kefu/cards.js';
import { caseActionsTab, casesEntry } from './kefu/cases.js';
import { commentsTab } from './kefu/comments.js';
import { documentsTab } from './kefu/documents.js';
import { importsEntry } from './kefu/imports.js';
import { caseTab } from './kefu/overview.js';
import { releasesEntry } from './kefu/releases.js';
import { reportsEntry } from './kefu/reports.js';
import { showStartPage, startEntry } from './kefu/startpage.js';
import { surveysEntry } from './kefu/surveys.js';
import { teamEntry } from './kefu/team.js';

keepWhatIsTyped();
surviveLostSessions();
plainWords();
openFirstTask();
healLists();
explainErrors();
explainRefusals();
markAskedAttachments();
sayOnWhoseBehalf();
showStartPage();

export default [
  taskCard, caseTab, attachmentsTab, documentsTab, commentsTab, caseActionsTab,
  startEntry, casesEntry, absencesEntry, teamEntry, importsEntry, surveysEntry, reportsEntry, releasesEntry
];
