package dev.kefu.document.attachments;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, Long> {

  Attachment save(Attachment attachment);

  Optional<Attachment> findById(long id);

  /** Until the end of the transaction nobody else removes it, and no form that requires it is accepted. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Attachment a where a.id = ?1")
  Optional<Attachment> lock(long id);

  /** Locks them: a removal at the same moment waits, and sees afterwards that the task is completed. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Attachment a where a.caseNumber = ?1 and a.kind = ?2 and a.removedAt is null")
  List<Attachment> lock(String caseNumber, String kind);

  List<Attachment> findByCaseNumberOrderById(String caseNumber);

  @Query("select coalesce(sum(a.fileSize), 0) from Attachment a where a.caseNumber = ?1")
  long bytesOf(String caseNumber);

  @Query("select a.storageKey from Attachment a where a.storageKey in ?1")
  Set<String> known(Collection<String> storageKeys);
}
