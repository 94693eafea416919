package dev.kefu.absence.deputies;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** Somebody is away from one day to another, or has left for good; somebody else does the work. */
@Entity
@Table(name = "absences")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Absence {

  /** Whether the person comes back. */
  enum Kind { ABSENCE, LEAVING }

  /** Where it stands. One that never began is cancelled. */
  enum State {
    PLANNED, ACTIVE, ENDED, CANCELLED;

    static final Set<State> OPEN = EnumSet.of(PLANNED, ACTIVE);
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @Enumerated(EnumType.STRING)
  private Kind kind;
  private String person;
  private String deputy;
  private LocalDate firstDay;
  private LocalDate lastDay;
  private String reason;
  @Enumerated(EnumType.STRING)
  private State state = State.PLANNED;
  private String enteredBy;
  private LocalDateTime enteredAt;
  private String endedBy;
  private LocalDateTime endedAt;
  @Version
  private int version;

  /**
   * An absence to come.
   *
   * @param period for a leaver without a last day
   */
  Absence(Kind kind, String person, String deputy, Period period, String reason, String enteredBy, LocalDateTime at) {
    this.kind = kind;
    this.person = person;
    this.deputy = deputy;
    firstDay = period.from();
    lastDay = period.until();
    this.reason = reason;
    this.enteredBy = enteredBy;
    enteredAt = at;
  }

  Period period() {
    return new Period(firstDay, lastDay);
  }

  boolean isOpen() {
    return State.OPEN.contains(state);
  }

  /** It begins, once; false when it is not time, or it has begun or ended before. */
  boolean begin(LocalDate today) {
    boolean due = state == State.PLANNED && !firstDay.isAfter(today);
    if (due) {
      state = State.ACTIVE;
    }
    return due;
  }

  /** It ends by itself, once; false when it is not time. */
  boolean endByItself(LocalDate today, LocalDateTime at) {
    boolean over = isOpen() && lastDay != null && lastDay.isBefore(today);
    if (over) {
      end(null, at);
    }
    return over;
  }

  /**
   * Somebody ends it before its time, or it ends by itself.
   *
   * @param by user id; null for the system
   */
  void end(String by, LocalDateTime at) {
    if (!isOpen()) {
      throw new IllegalStateException("Absence " + id + " is " + state + " already.");
    }
    state = state == State.PLANNED && by != null ? State.CANCELLED : State.ENDED;
    endedBy = by;
    endedAt = at;
  }

  /** It lasts longer or shorter, or somebody else acts. */
  void change(String newDeputy, LocalDate until, String newReason) {
    deputy = newDeputy;
    lastDay = until;
    reason = newReason;
  }

  /** The deputy has left; another one acts. */
  void passTo(String newDeputy) {
    deputy = newDeputy;
  }
}
