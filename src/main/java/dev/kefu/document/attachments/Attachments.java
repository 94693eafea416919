package dev.kefu.document.attachments;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.document.access.CaseReading;
import dev.kefu.document.store.AttachmentStore;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseAccess.CaseInSight;
import dev.kefu.engine.CaseFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of attachments. Everything that is added, read or removed is written to the audit trail. */
@Service
@RequiredArgsConstructor
class Attachments implements CaseFiles, FiledAttachments {

  private static final int LEAST_REASON = 5;
  private static final int LONGEST_REASON = 500;

  private final AttachmentRepository repository;
  private final AttachmentStore store;
  private final CaseAccess access;
  private final CaseReading reading;
  private final AuditTrail audit;
  private final DocumentProperties limits;
  private final ObjectProvider<HeldContents> others;
  private final Clock clock;

  @Override
  @Transactional
  public boolean has(String caseNumber, String kind) {
    return !repository.lock(caseNumber, kind).isEmpty();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Filed> filed(String caseNumber) {
    return of(caseNumber).stream().map(Attachments::filed).toList();
  }

  private static Filed filed(Attachment one) {
    return new Filed(one.getId(), one.getFileName(), one.getMediaType(), one.getFileSize(), one.getSha256(), one.getKind(), one.getAddedBy(), one.getAddedAt(),
        one.getRemovedBy(), one.getRemovedAt(), one.getRemovalReason());
  }

  /** All attachments of a case in the order in which they came, removed ones included. */
  @Transactional(readOnly = true)
  public List<Attachment> of(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber);
  }

  /**
   * Keeps files; all of them or none. A file that the same person sends once more, because the first answer was lost, is kept once.
   *
   * @param kind what a form requires them as, or null
   * @throws AttachmentProblem 413 when the case would have too much
   */
  @Transactional
  public void add(CaseInSight place, String kind, List<CheckedFile> sent, String person) {
    List<Attachment> there = repository.findByCaseNumberOrderById(place.caseNumber());
    List<CheckedFile> files = sent.stream().filter(file -> there.stream().noneMatch(one -> one.isSame(file, kind, person))).toList();
    long bytes = repository.bytesOf(place.caseNumber()) + files.stream().mapToLong(CheckedFile::size).sum();
    if (bytes > limits.largestCase().toBytes()) {
      throw AttachmentProblem.of(HttpStatus.PAYLOAD_TOO_LARGE, "Size 大小: the case is full, its attachments may have "
          + limits.largestCase().toMegabytes() + " MB together 案件附件合計已達上限 " + limits.largestCase().toMegabytes() + " MB");
    }
    Attachment.Place where = new Attachment.Place(place.caseNumber(), place.processInstanceId(),
        place.work() == null ? null : place.work().taskId(), place.work() == null ? null : place.work().activityId(), kind);
    for (CheckedFile file : files) {
      Attachment added = repository.save(new Attachment(where, file, keep(file), person, clock.instant()));
      Map<String, String> values = new HashMap<>(Map.of("fileName", file.name(), "sha256", file.sha256()));
      if (kind != null) {
        values.put("kind", kind);
      }
      audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, person, "attach", "attachment", added.getId().toString(), added.getCaseNumber(), values));
    }
  }

  private String keep(CheckedFile file) {
    try (InputStream content = Files.newInputStream(file.content())) {
      return store.put(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An attachment for somebody who reads it.
   *
   * @throws AttachmentProblem 404, 403, 410 for a removed one, which only the repair group still reads, and for an erased one
   */
  @Transactional
  public Attachment read(long id, String person) {
    Attachment found = repository.findById(id).orElseThrow(Attachments::unknown);
    if (!reading.mayRead(found.getCaseNumber()).orElse(access.mayRepair())) {
      throw AttachmentProblem.notYours();
    }
    if (found.isErased() || found.isRemoved() && !access.mayRepair()) {
      throw AttachmentProblem.of(HttpStatus.GONE, "This attachment was removed. 此附件已移除");
    }
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, person, "read", "attachment", String.valueOf(id), found.getCaseNumber(), Map.of()));
    return found;
  }

  /** Opens the content; the caller closes it. */
  InputStream content(Attachment attachment) throws IOException {
    return store.open(attachment.getStorageKey());
  }

  /**
   * Marks an attachment as removed. The person who added it may, while the task is still theirs; the repair group may with a reason.
   *
   * @param reason or null
   * @throws AttachmentProblem 404, 403, 400 for a missing or too long reason, 410 when it was removed before
   */
  @Transactional
  public void remove(long id, String reason, String person) {
    Attachment found = repository.lock(id).orElseThrow(Attachments::unknown);
    boolean own = isRemovable(found, person);
    if (!own && !access.mayRepair()) {
      throw AttachmentProblem.of(HttpStatus.FORBIDDEN, "Only the person who added it removes an attachment, while the task is theirs and not completed."
          + " 僅限新增者於任務完成前移除附件");
    }
    if (found.isRemoved()) {
      throw AttachmentProblem.of(HttpStatus.GONE, "This attachment was removed. 此附件已移除");
    }
    String given = reason == null ? "" : reason.strip();
    if (given.length() > LONGEST_REASON || !own && given.length() < LEAST_REASON) {
      throw AttachmentProblem.of(HttpStatus.BAD_REQUEST, "Reason 原因: give one of " + LEAST_REASON + " to " + LONGEST_REASON + " characters 請填寫 "
          + LEAST_REASON + " 至 " + LONGEST_REASON + " 字");
    }
    found.remove(person, clock.instant(), given.isEmpty() ? null : given);
    audit.write(new AuditRecord(own ? AuditRecord.Kind.OPERATION : AuditRecord.Kind.REPAIR, person, "remove", "attachment", String.valueOf(id),
        found.getCaseNumber(), Map.of("reason", given)));
  }

  /** Whether this person may remove it without being of the repair group. */
  boolean isRemovable(Attachment attachment, String person) {
    return !attachment.isRemoved() && attachment.getAddedBy().equals(person) && attachment.getTaskId() != null && access.holds(attachment.getTaskId());
  }

  /** Deletes contents without a row that were put before yesterday's time of day: what a program that died left behind. Returns how many. */
  int sweep() throws IOException {
    List<String> keys = new ArrayList<>(store.putBefore(clock.instant().minus(Duration.ofDays(1))));
    if (!keys.isEmpty()) {
      keys.removeAll(repository.known(keys));
      others.orderedStream().forEach(other -> keys.removeAll(other.held(keys)));
    }
    for (String key : keys) {
      store.delete(key);
    }
    return keys.size();
  }

  private static AttachmentProblem unknown() {
    return AttachmentProblem.unknown("There is no such attachment. 查無此附件");
  }
}
