package dev.kefu.document.attachments;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.document.PersonalFiles;
import dev.kefu.document.store.AttachmentStore;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A picture or a scan cannot be made anonymous: its content goes, its entry stays. */
@Component
@RequiredArgsConstructor
class ErasedAttachments implements PersonalFiles {

  private final AttachmentRepository repository;
  private final AttachmentStore store;
  private final AuditTrail audit;
  private final Clock clock;

  @Override
  @Transactional
  public int erase(String caseNumber, UnaryOperator<String> anonymous, String by) {
    int erased = 0;
    for (Attachment attachment : repository.findByCaseNumberOrderById(caseNumber)) {
      store.deleteOnCommit(attachment.getStorageKey());
      if (!attachment.isErased()) {
        attachment.erase(by, clock.instant());
        audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, by, "erase", "attachment", String.valueOf(attachment.getId()), caseNumber, Map.of("sha256", attachment.getSha256())));
        erased++;
      }
    }
    return erased;
  }
}
