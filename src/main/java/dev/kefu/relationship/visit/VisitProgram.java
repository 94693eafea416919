package dev.kefu.relationship.visit;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The visits that a person plans for a month, or for a year (P40). */
@Entity
@Table(name = "relationship_visit_plans")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class VisitProgram {

  /** Where it stands; the last four are ends. */
  enum Status {
    PLANNING, SUBMITTED, ADOPTED, REJECTED, WITHDRAWN, CANCELLED;

    /** In work or adopted: no other plan is made for the time. */
    static final Set<Status> STANDING = EnumSet.of(PLANNING, SUBMITTED, ADOPTED);

    boolean isEnd() {
      return compareTo(SUBMITTED) > 0;
    }
  }

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String planner;
  private String planPeriod;
  private int plannedVisits;
  private BigDecimal monthlyHours = BigDecimal.ZERO;
  @Enumerated(EnumType.STRING)
  private Status status = Status.PLANNING;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  @ElementCollection
  @CollectionTable(name = "relationship_visit_plan_lines", joinColumns = @JoinColumn(name = "plan_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<PlanLine> lines = new ArrayList<>();

  VisitProgram(String caseNumber, String processInstanceId, String planner, String planPeriod, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.planner = planner;
    this.planPeriod = planPeriod;
    this.openedAt = openedAt;
  }

  /** The lines in their order. */
  List<PlanLine> lines() {
    return List.copyOf(lines);
  }

  /** Whether it is for a year, not for a month. */
  boolean isOfYear() {
    return planPeriod.length() == 4;
  }

  /**
   * Takes over what was handed in, at first or after a return.
   *
   * @throws IllegalStateException when it was adopted or ended
   */
  void submit(String period, List<PlanLine> newLines) {
    if (status.isEnd()) {
      throw new IllegalStateException("Plan " + caseNumber + " is " + status + ".");
    }
    planPeriod = period;
    lines.clear();
    lines.addAll(newLines);
    plannedVisits = lines.stream().mapToInt(PlanLine::times).sum();
    BigDecimal hours = lines.stream().map(line -> line.hours().multiply(BigDecimal.valueOf(line.times()))).reduce(BigDecimal.ZERO, BigDecimal::add);
    monthlyHours = isOfYear() ? hours.divide(MONTHS, 1, RoundingMode.HALF_UP) : hours;
    status = Status.SUBMITTED;
  }

  /**
   * Ends it; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be adopted without having been handed in
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.ADOPTED && status != Status.SUBMITTED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": plan " + caseNumber + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }
}
