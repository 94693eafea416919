package dev.kefu.survey.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The surveys that are planned for a year, or one unplanned survey that amends the plan of its year (P13). */
@Entity
@Table(name = "survey_plans")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SurveyPlan {

  /** Where a plan stands; the last four are ends. */
  enum Status {
    OPEN, DRAFTED, APPROVED, REJECTED, WITHDRAWN, CANCELLED;

    /** In work or approved: no other plan is made for the year. */
    static final Set<Status> STANDING = EnumSet.of(OPEN, DRAFTED, APPROVED);

    boolean isEnd() {
      return compareTo(DRAFTED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private int planYear;
  private boolean planned;
  private String drafter;
  private BigDecimal sellingExpense;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private Instant openedAt;
  private Instant endedAt;
  private LocalDate ranOnUntil;
  @Version
  private int version;

  SurveyPlan(String caseNumber, String processInstanceId, int planYear, boolean planned, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.planYear = planYear;
    this.planned = planned;
    this.openedAt = openedAt;
  }

  /** It becomes a plan of a whole year. */
  void planYear(int year) {
    must(Status.OPEN, Status.OPEN);
    planYear = year;
    planned = true;
  }

  /** Takes over a draft, at first or after it came back. */
  void draft(String by, BigDecimal expense) {
    must(Status.OPEN, Status.DRAFTED);
    drafter = by;
    sellingExpense = expense;
    status = Status.DRAFTED;
  }

  /** Its surveys of a quarter run on in the next year; a second time changes nothing. */
  boolean runOn(LocalDate until) {
    if (ranOnUntil != null) {
      return false;
    }
    must(Status.APPROVED, Status.APPROVED);
    ranOnUntil = until;
    return true;
  }

  /**
   * Ends it; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be approved without a draft
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.APPROVED && status != Status.DRAFTED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": survey plan " + caseNumber + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private void must(Status least, Status most) {
    if (status.compareTo(least) < 0 || status.compareTo(most) > 0) {
      throw new IllegalStateException("Survey plan " + caseNumber + " is " + status + ", not " + least + (least == most ? "." : " to " + most + "."));
    }
  }
}
