package dev.kefu.document.attachments;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A file that belongs to a case. It is never deleted: its removal is a mark. */
@Entity
@Table(name = "document_attachments")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Attachment {

  private static final String ERASED = "Erased with the customer's data 隨客戶資料匿名化";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String taskId;
  private String activityId;
  private String kind;
  private String fileName;
  private String mediaType;
  private long fileSize;
  private String sha256;
  private String storageKey;
  private String addedBy;
  private Instant addedAt;
  private String removedBy;
  private Instant removedAt;
  private String removalReason;
  @Version
  private int version;

  Attachment(Place place, CheckedFile file, String storageKey, String addedBy, Instant addedAt) {
    this.caseNumber = place.caseNumber();
    this.processInstanceId = place.processInstanceId();
    this.taskId = place.taskId();
    this.activityId = place.activityId();
    this.kind = place.kind();
    this.fileName = file.name();
    this.mediaType = file.mediaType();
    this.fileSize = file.size();
    this.sha256 = file.sha256();
    this.storageKey = storageKey;
    this.addedBy = addedBy;
    this.addedAt = addedAt;
  }

  /**
   * Where an attachment is added.
   *
   * @param taskId null when it was not added by somebody who works on a task
   * @param activityId the task's step, or null
   * @param kind what a form requires it as, or null
   */
  record Place(String caseNumber, String processInstanceId, String taskId, String activityId, String kind) {
  }

  /** Whether it is there and this would be the very same once more. */
  boolean isSame(CheckedFile file, String otherKind, String person) {
    return !isRemoved() && sha256.equals(file.sha256()) && fileName.equals(file.name()) && Objects.equals(kind, otherKind) && addedBy.equals(person);
  }

  boolean isRemoved() {
    return removedAt != null;
  }

  /**
   * Marks it as removed.
   *
   * @param reason or null
   * @throws IllegalStateException when it is removed already
   */
  void remove(String by, Instant at, String reason) {
    if (isRemoved()) {
      throw new IllegalStateException("Attachment " + id + " is removed already.");
    }
    removedBy = by;
    removedAt = at;
    removalReason = reason;
  }

  /** Marks it as removed for good, with a name that says nothing; its content goes with it. */
  void erase(String person, Instant now) {
    fileName = "erased 已匿名化";
    if (!isRemoved()) {
      removedBy = person;
      removedAt = now;
    }
    removalReason = ERASED;
  }

  boolean isErased() {
    return ERASED.equals(removalReason);
  }
}
