package dev.kefu.survey.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One survey of a plan, with its day and its budget. */
@Entity
@Table(name = "survey_plan_items")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class PlannedSurvey {

  /** Where it stands. What is struck out or dropped never begins. */
  enum Status {
    DRAFTED, STRUCK_OUT, RELEASED, BEGUN, DONE, FAILED, DROPPED;

    /** What counts for budget and report. */
    static final Set<Status> COUNTING = EnumSet.of(DRAFTED, RELEASED, BEGUN, DONE, FAILED);
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private long planId;
  private int itemNo;
  private int priority;
  private String title;
  private String department;
  private String goals;
  private String topics;
  private String methods;
  private String keyCustomers;
  private String otherCustomers;
  private String leader;
  private LocalDate startsOn;
  @Column(name = "report_on")
  private LocalDate reportOn;
  private BigDecimal askedBudget;
  private BigDecimal budget;
  @Embedded
  private Scope scope;
  private boolean carriedOver;
  @Enumerated(EnumType.STRING)
  private Status status = Status.DRAFTED;
  private String surveyCase;
  private LocalDate doneOn;
  private BigDecimal cost;
  @Version
  private int version;

  PlannedSurvey(long planId, int itemNo, Draft.Row row, Proposal.Row proposal) {
    this.planId = planId;
    this.itemNo = itemNo;
    priority = row.priority();
    title = proposal.surveyTitle();
    department = proposal.requestingDepartment();
    goals = proposal.surveyGoals();
    topics = String.join(",", proposal.topics());
    methods = String.join(",", proposal.methods());
    keyCustomers = row.subjectKeyCustomers() == null ? "" : row.subjectKeyCustomers();
    otherCustomers = row.subjectOtherCustomers() == null ? "" : row.subjectOtherCustomers();
    leader = row.leader();
    startsOn = row.startOn();
    reportOn = row.reportDate();
    askedBudget = row.budget();
    budget = row.budget();
    scope = new Scope(row.sampleSize(), String.join(",", row.regions()), null);
  }

  /** The same survey one year later, while there is no new plan. */
  PlannedSurvey(PlannedSurvey lastYear, int itemNo) {
    planId = lastYear.planId;
    this.itemNo = itemNo;
    priority = lastYear.priority;
    title = lastYear.title;
    department = lastYear.department;
    goals = lastYear.goals;
    topics = lastYear.topics;
    methods = lastYear.methods;
    keyCustomers = lastYear.keyCustomers;
    otherCustomers = lastYear.otherCustomers;
    leader = lastYear.leader;
    startsOn = lastYear.startsOn.plusYears(1);
    reportOn = lastYear.reportOn.plusYears(1);
    askedBudget = lastYear.budget;
    budget = lastYear.budget;
    scope = lastYear.scope;
    carriedOver = true;
    status = Status.RELEASED;
  }

  /** An approver does not want it. */
  void strikeOut() {
    must(Status.DRAFTED);
    status = Status.STRUCK_OUT;
  }

  /** An approver gives it less. */
  void cut(BigDecimal amount) {
    must(Status.DRAFTED);
    budget = amount;
  }

  /** Whether it got less than was asked for and is not re-scoped yet. */
  boolean isToRescope() {
    return status == Status.DRAFTED && budget.compareTo(askedBudget) < 0 && scope.note() == null;
  }

  /** Makes it as small as the money. */
  void rescope(Scope smaller) {
    must(Status.DRAFTED);
    scope = smaller;
  }

  /** It gets its day. */
  void release() {
    must(Status.DRAFTED);
    status = Status.RELEASED;
  }

  /** It is not begun any more. */
  void drop() {
    must(Status.RELEASED);
    status = Status.DROPPED;
  }

  /** Its survey was started under this number. */
  void begin(String caseNumber) {
    must(Status.RELEASED);
    surveyCase = caseNumber;
    status = Status.BEGUN;
  }

  /** Its survey came to an end; repeating it changes nothing. */
  void end(boolean completed, LocalDate day) {
    if (status == Status.BEGUN) {
      status = completed ? Status.DONE : Status.FAILED;
      doneOn = completed ? day : null;
    }
  }

  /** What its survey has cost so far. */
  void settle(BigDecimal amount) {
    cost = amount;
  }

  private void must(Status wanted) {
    if (status != wanted) {
      throw new IllegalStateException("Survey " + itemNo + " of plan " + planId + " is " + status + ", not " + wanted + ".");
    }
  }
}
