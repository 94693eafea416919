/* What Kefu adds to Tasklist. Loaded before the application starts, so that its requests are watched from the first one on. */
import { keepDraftsApart } from './kefu/drafts.js';
import { healLists } from './kefu/lists.js';
import { plainWords } from './kefu/notices.js';
import { surviveLostSessions } from './kefu/session.js';
import { openFirstTask } from './kefu/start.js';
import { taskCard } from './kefu/cards.js';
import { caseActionsTab, casesEntry } from './kefu/cases.js';
import { commentsTab } from './kefu/comments.js';

keepDraftsApart();
surviveLostSessions();
plainWords();
openFirstTask();
healLists();

export default [taskCard, commentsTab, caseActionsTab, casesEntry];
