package dev.kefu.aftersales.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A swap or an absence during a month, and what came of it. */
@Entity
@Table(name = "aftersales_swaps")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RosterChange {

  /** What changed. */
  enum Kind { SWAP, ABSENCE }

  /** Where it stands; only the first two are no ends. */
  enum Status { ASKED, AGREED, DECLINED, REFUSED, PUBLISHED, CANCELLED }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private long rosterId;
  private String processInstanceId;
  @Enumerated(EnumType.STRING)
  private Kind kind;
  @Enumerated(EnumType.STRING)
  private Status status = Status.ASKED;
  private String person;
  private String partner;
  private LocalDate firstDay;
  private LocalDate lastDay;
  private String ownShift;
  private LocalDate otherDay;
  private String otherShift;
  private String reason;
  private int shiftsConcerned;
  private int uncovered;
  private String askedBy;
  private Instant askedAt;
  private String decidedBy;
  private String decisionReason;
  private Instant decidedAt;
  private Integer rosterVersion;

  /** A swap: the shift of the one against that of the other. */
  static RosterChange swap(long rosterId, String processInstanceId, PlannedShift own, PlannedShift other, String reason) {
    RosterChange change = new RosterChange(rosterId, processInstanceId, Kind.SWAP, own.person(), reason, 2);
    change.partner = other.person();
    change.firstDay = own.day();
    change.lastDay = own.day();
    change.ownShift = own.kind().code();
    change.otherDay = other.day();
    change.otherShift = other.kind().code();
    return change;
  }

  /** An absence from so many shifts. */
  static RosterChange absence(long rosterId, String processInstanceId, Leave leave, String reason, int shifts) {
    RosterChange change = new RosterChange(rosterId, processInstanceId, Kind.ABSENCE, leave.person(), reason, shifts);
    change.firstDay = leave.firstDay();
    change.lastDay = leave.lastDay();
    return change;
  }

  private RosterChange(long rosterId, String processInstanceId, Kind kind, String person, String reason, int shiftsConcerned) {
    this.rosterId = rosterId;
    this.processInstanceId = processInstanceId;
    this.kind = kind;
    this.person = person;
    this.reason = reason;
    this.shiftsConcerned = shiftsConcerned;
  }

  /** Notes who asked. */
  RosterChange askedBy(String asker, Instant when) {
    askedBy = asker;
    askedAt = when;
    return this;
  }

  PlannedShift own() {
    return new PlannedShift(firstDay, ShiftKind.of(ownShift), person, null);
  }

  PlannedShift other() {
    return new PlannedShift(otherDay, ShiftKind.of(otherShift), partner, null);
  }

  /** The partner's word. */
  void agree(boolean agrees) {
    must(Status.ASKED);
    status = agrees ? Status.AGREED : Status.DECLINED;
  }

  /** The leader's decision; an approved swap waits for its publication. */
  void decide(boolean approves, String why, String by, Instant when) {
    must(Status.AGREED);
    status = approves ? Status.AGREED : Status.REFUSED;
    decisionReason = why;
    decidedBy = by;
    decidedAt = when;
  }

  /** The version of the roster that has it. */
  void published(int versionOfRoster, int left, String by, Instant when) {
    must(kind == Kind.SWAP ? Status.AGREED : Status.ASKED);
    status = Status.PUBLISHED;
    rosterVersion = versionOfRoster;
    uncovered = left;
    decidedBy = decidedBy == null ? by : decidedBy;
    decidedAt = decidedAt == null ? when : decidedAt;
  }

  /** Ends it when its case was cancelled; one that ended before stays. */
  void cancel() {
    if (status == Status.ASKED || status == Status.AGREED) {
      status = Status.CANCELLED;
    }
  }

  private void must(Status expected) {
    if (status != expected) {
      throw new IllegalStateException("The " + kind + " of " + person + " on " + firstDay + " is " + status + ", not " + expected + ".");
    }
  }
}
