package dev.kefu.information.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A registration or change of customer data, from the report to its end. */
@Entity
@Table(name = "information_registrations")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Registration {

  /** Where it stands; the last five are ends. */
  enum Status {
    REPORTED, ENTERED, APPLIED, REGISTERED, MERGED, REJECTED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(APPLIED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String operation;
  private String customerCode;
  private String customerName;
  private String section;
  private String reporter;
  private Instant contactedAt;
  private Instant reportedAt;
  private boolean late;
  private boolean incomplete;
  private String duplicates;
  private String mergeDecision;
  private String mergeDecidedBy;
  private String enteredBy;
  private boolean needsCheck;
  private String checkedBy;
  private String mergedCodes;
  private Integer recordVersion;
  @Enumerated(EnumType.STRING)
  private Status status = Status.REPORTED;
  private Instant endedAt;
  @Version
  private int version;

  /**
   * Opens it with its first report.
   *
   * @param reporter user id, or null when a procedure reported and nobody looked at it
   * @param late whether the report came later than allowed after the contact
   */
  Registration(String caseNumber, String processInstanceId, String operation, String reporter, Instant contactedAt, Instant reportedAt, boolean late) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.operation = operation;
    this.reporter = reporter;
    this.contactedAt = contactedAt;
    this.reportedAt = reportedAt;
    this.late = late;
  }

  /** Takes over what was reported, at first or completed. */
  void report(String code, String name, String responsibleSection, String possibleDoubles) {
    must(Status.REPORTED, Status.REPORTED);
    customerCode = code;
    customerName = name;
    section = responsibleSection;
    duplicates = possibleDoubles.isEmpty() ? null : possibleDoubles;
  }

  /** The report lacked something. */
  void lack() {
    must(Status.REPORTED, Status.REPORTED);
    incomplete = true;
  }

  /** Somebody decided whether it is a known customer. */
  void decideMerge(String decision, String survivor, String merged, String by) {
    must(Status.REPORTED, Status.REPORTED);
    mergeDecision = decision;
    mergeDecidedBy = by;
    mergedCodes = merged.isEmpty() ? null : merged;
    customerCode = survivor;
  }

  /** The data were entered, at first or again. */
  void enter(String name, String responsibleSection, String by) {
    must(Status.REPORTED, Status.ENTERED);
    customerName = name;
    section = responsibleSection;
    enteredBy = by;
    status = Status.ENTERED;
  }

  /**
   * The record took the data.
   *
   * @param checked user id of the second person, or null where none was needed
   */
  void apply(String code, int newVersion, String checked) {
    must(Status.ENTERED, Status.ENTERED);
    customerCode = code;
    recordVersion = newVersion;
    needsCheck = checked != null;
    checkedBy = checked;
    status = Status.APPLIED;
  }

  /**
   * Ends it; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be registered before the record took the data
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    boolean succeeds = outcome == Status.REGISTERED || outcome == Status.MERGED;
    if (status.isEnd() || succeeds && status != Status.APPLIED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": registration " + caseNumber + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private void must(Status least, Status most) {
    if (status.compareTo(least) < 0 || status.compareTo(most) > 0) {
      throw new IllegalStateException("Registration " + caseNumber + " is " + status + ", not " + least + (least == most ? "." : " to " + most + "."));
    }
  }
}
