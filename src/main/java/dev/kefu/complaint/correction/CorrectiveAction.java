package dev.kefu.complaint.correction;

import dev.kefu.complaint.SameComplaints.Matter;
import dev.kefu.engine.FactsRefused;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/**
 * One corrective action, from the order to its effect (P62). An order that did not help is given again: a new round. Whoever planned does not check, and
 * neither accepts it nor does whoever carried it out (C6). What people hand in against these rules is refused with {@link FactsRefused}.
 */
@Entity
@Table(name = "complaint_corrections")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CorrectiveAction {

  /** Where a corrective action stands; what was accepted is watched at once; those from {@code EFFECTIVE} on are ends. */
  enum Status {
    OPENED, ORDERED, PLANNED, CARRYING, CARRIED, WATCHING, EFFECTIVE, ESCALATED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(WATCHING) > 0;
    }
  }

  /** C3: after so many returns the next higher role checks instead of another return. */
  private static final int RETURNS_TO_DEPARTMENT = 3;
  /** P62: the second refusal of an order ends it. */
  private static final int MOST_REFUSALS = 2;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String sourceCase;
  private String facts;
  private String product;
  private String kind;
  private String causeCategory;
  private String customerCode;
  private String department;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPENED;
  private int roundNo = 1;
  private Instant openedAt;

  private String orderText;
  private String orderedBy;
  private Instant orderedAt;

  private String planOwner;
  private LocalDate planDue;
  private String plannedBy;
  private Instant plannedAt;
  private int planReturns;
  private String checkedBy;
  private Instant checkedAt;

  private String workDone;
  private String proof;
  private LocalDate carriedOn;
  private String carriedBy;
  private Boolean carriedInTime;
  private int refusals;
  private int roundRefusals;
  private String acceptedBy;
  private Instant acceptedAt;
  private Instant watchedUntil;

  private String withdrawalReason;
  private Instant endedAt;

  @ElementCollection
  @CollectionTable(name = "complaint_correction_measures", joinColumns = @JoinColumn(name = "correction_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Measure> measures = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "complaint_correction_repeats", joinColumns = @JoinColumn(name = "correction_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Repeat> repeats = new ArrayList<>();

  @Version
  private int version;

  /**
   * Why a corrective action is opened.
   *
   * @param sourceCase number of the complaint, or null when an analysis asks
   * @param facts what happened, the cause, the measure
   * @param department role id, or null when it is not known
   * @param customerCode or null
   */
  record Cause(String sourceCase, String facts, Matter matter, String department, String customerCode) {
  }

  CorrectiveAction(String caseNumber, String processInstanceId, Cause cause, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.openedAt = openedAt;
    sourceCase = cause.sourceCase();
    facts = cause.facts();
    product = cause.matter().product();
    kind = cause.matter().kind();
    causeCategory = cause.matter().causeCategory();
    department = cause.department();
    customerCode = cause.customerCode();
  }

  /**
   * Orders the improvement; what is known already stays when it is not named.
   *
   * @param departmentRole role id, or null
   * @param kindOfComplaint code, or null
   * @param aboutProduct or null
   */
  void order(String text, String departmentRole, String kindOfComplaint, String aboutProduct, String by, Instant when) {
    mustBe("order", Status.OPENED);
    orderText = text;
    department = departmentRole == null ? department : departmentRole;
    kind = kindOfComplaint == null ? kind : kindOfComplaint;
    product = aboutProduct == null ? product : aboutProduct;
    if (department == null || kind == null) {
      throw new IllegalStateException(caseNumber + " cannot be ordered: department and kind of complaint must be known.");
    }
    orderedBy = by;
    orderedAt = when;
    status = Status.ORDERED;
  }

  /**
   * Takes a corrected order.
   *
   * @throws FactsRefused when it names another department: that one works on it already
   */
  void correctOrder(String text, String departmentRole, String kindOfComplaint, String aboutProduct) {
    mustBe("correct the order", Status.ORDERED, Status.PLANNED);
    if (departmentRole != null && !departmentRole.equals(department)) {
      throw new FactsRefused("The department works on it already; withdraw the order and give it anew. 該部門已在辦理，請撤銷後重新提出");
    }
    orderText = text;
    kind = kindOfComplaint == null ? kind : kindOfComplaint;
    product = aboutProduct == null ? product : aboutProduct;
  }

  /**
   * Takes a plan, at first or after a return.
   *
   * @throws FactsRefused when its date is over, or before one of its measures is done
   */
  void plan(Plan plan, String by, LocalDate today, Instant when) {
    mustBe("plan", Status.ORDERED);
    if (plan.dueOn().isBefore(today)) {
      throw new FactsRefused("The plan's date is over. 完成日期已過");
    }
    take(plan);
    plannedBy = by;
    plannedAt = when;
    status = Status.PLANNED;
  }

  /** Takes a corrected plan; see {@link #plan}. Its date may be over by now. */
  void correctPlan(Plan plan) {
    mustBe("correct the plan", Status.PLANNED);
    take(plan);
  }

  private void take(Plan plan) {
    if (plan.improvementPlan().stream().anyMatch(row -> row.date().isAfter(plan.dueOn()))) {
      throw new FactsRefused("A measure is done later than the whole plan. 有措施晚於全部完成日期");
    }
    planOwner = plan.planOwner();
    planDue = plan.dueOn();
    measures.clear();
    plan.improvementPlan().forEach(row -> measures.add(new Measure(row)));
  }

  void acceptPlan(String by, Instant when) {
    mustBe("accept the plan", Status.PLANNED);
    mustBeAnother(by, plannedBy);
    checkedBy = by;
    checkedAt = when;
    status = Status.CARRYING;
  }

  /**
   * Returns the plan to the department.
   *
   * @return whether it goes to the next higher role instead, which checks it as it is (C3); that happens once
   */
  boolean returnPlan(String by) {
    mustBe("return the plan", Status.PLANNED);
    mustBeAnother(by, plannedBy);
    planReturns++;
    boolean higher = planReturns == RETURNS_TO_DEPARTMENT;
    status = higher ? Status.PLANNED : Status.ORDERED;
    return higher;
  }

  /**
   * Notes what was done.
   *
   * @throws FactsRefused for a day to come
   */
  void carryOut(String done, String evidence, LocalDate on, String by, LocalDate today) {
    mustBe("note what was done", Status.CARRYING);
    takeWork(done, evidence, on, today);
    carriedBy = by;
    status = Status.CARRIED;
  }

  /** Takes corrected words or another day; see {@link #carryOut}. */
  void correctWork(String done, String evidence, LocalDate on, LocalDate today) {
    mustBe("correct what was done", Status.CARRIED);
    takeWork(done, evidence, on, today);
  }

  private void takeWork(String done, String evidence, LocalDate on, LocalDate today) {
    if (on.isAfter(today)) {
      throw new FactsRefused("What was done was not done on a day to come. 完成日期不能晚於今天");
    }
    workDone = done;
    proof = evidence;
    carriedOn = on;
    carriedInTime = !on.isAfter(planDue);
  }

  /** Accepts what was done; from now on it is watched. */
  void accept(String by, Instant when) {
    mustBe("accept", Status.CARRIED);
    mustBeAnother(by, plannedBy);
    mustBeAnother(by, carriedBy);
    acceptedBy = by;
    acceptedAt = when;
    status = Status.WATCHING;
  }

  /**
   * Refuses what was done.
   *
   * @param redoBy when it is to be done again, the plan's new date
   * @return whether that was the last time for this order
   * @throws FactsRefused when the new date is over
   */
  boolean refuse(LocalDate redoBy, String by, LocalDate today) {
    mustBe("refuse", Status.CARRIED);
    mustBeAnother(by, plannedBy);
    mustBeAnother(by, carriedBy);
    if (redoBy.isBefore(today)) {
      throw new FactsRefused("The date for doing it again is over. 返工期限已過");
    }
    refusals++;
    roundRefusals++;
    planDue = redoBy;
    status = Status.CARRYING;
    return isRefusedForGood();
  }

  private boolean isRefusedForGood() {
    return roundRefusals >= MOST_REFUSALS;
  }

  /**
   * Ends the watch with the numbers of the same complaints that came during it; when there are any, the improvement is to be ordered again.
   *
   * @return whether there are any
   */
  boolean endWatch(List<String> complaints, Instant when) {
    mustBe("end the watch", Status.WATCHING);
    watchedUntil = when;
    if (complaints.isEmpty()) {
      return false;
    }
    complaints.forEach(complaint -> repeats.add(new Repeat(roundNo, complaint)));
    roundNo++;
    planReturns = 0;
    roundRefusals = 0;
    status = Status.OPENED;
    return true;
  }

  /** Whether a complaint received at that moment is one after the acceptance, while that is watched. */
  boolean watches(Matter complaint, Instant receivedAt) {
    return status == Status.WATCHING && receivedAt.isAfter(acceptedAt) && matter().isRepeatedBy(complaint);
  }

  Matter matter() {
    return new Matter(product, kind, causeCategory);
  }

  /** The product for people; empty when it is about none. Forms cannot show a variable called product: FEEL has a function of that name. */
  String shownProduct() {
    return product == null ? "" : product;
  }

  void withdraw(String reason) {
    mustBe("withdraw", Status.OPENED, Status.ORDERED, Status.PLANNED);
    withdrawalReason = reason;
  }

  /**
   * Ends the corrective action; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or what the end needs is not there
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    boolean hasGround = !status.isEnd() && switch (outcome) {
      case EFFECTIVE -> status == Status.WATCHING && watchedUntil != null && !watchedUntil.isBefore(acceptedAt);
      case ESCALATED -> isRefusedForGood();
      case WITHDRAWN -> withdrawalReason != null;
      case CANCELLED -> true;
      default -> false;
    };
    if (!hasGround) {
      throw new IllegalStateException(caseNumber + " cannot end as " + outcome + ": it is " + status + " and what this end needs is not noted.");
    }
    status = outcome;
    endedAt = when;
  }

  List<Measure> getMeasures() {
    return List.copyOf(measures);
  }

  List<Repeat> getRepeats() {
    return List.copyOf(repeats);
  }

  private static void mustBeAnother(String by, String first) {
    if (by != null && by.equals(first)) {
      throw new FactsRefused("Whoever planned or carried it out does not check it. 擬訂或執行者不得審核驗收");
    }
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ", not " + List.of(allowed) + ".");
    }
  }
}
