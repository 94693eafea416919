package dev.kefu.document.casefiles;

import dev.kefu.document.attachments.FiledAttachments.Filed;
import dev.kefu.engine.CaseRecord;
import java.util.List;

/**
 * A case file as JSON. Classified values are not in it: a field with {@code readers} has its value, if any, in the register of classified values under the form's
 * {@code partId} and the field's {@code path}.
 *
 * @param format of this content; 1
 * @param record everything on record of the case
 * @param attachments names, hashes and who added them; their contents stand in the store
 */
record CaseFileContent(int format, CaseRecord record, List<Filed> attachments) {
}
