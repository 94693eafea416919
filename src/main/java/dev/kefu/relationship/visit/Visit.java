package dev.kefu.relationship.visit;

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
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One visit to a customer, from its plan to its follow-ups (P40). */
@Entity
@Table(name = "relationship_visits")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Visit {

  /** Where a visit stands; the last five are ends. */
  enum Status {
    PLANNED, PREPARED, APPOINTED, VISITED, RECORDED, COMPLETED, REFUSED, REJECTED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(RECORDED) > 0;
    }
  }

  private static final String COLLECT_INFORMATION = "collectInformation";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String planNumber;
  private String visitor;
  private String visitorRole;
  private String customerCode;
  private String purposes;
  private String goal;
  private String channel;
  private Instant plannedAt;
  private BigDecimal plannedHours;
  private Instant appointedAt;
  private int cancellations;
  private Instant cancelledAt;
  private boolean unreportedChange;
  private Instant actualFrom;
  private Instant actualTo;
  private String receiverName;
  private String receiverPosition;
  private String receiverDecides;
  private BigDecimal trainingHours;
  private Integer satisfaction;
  private String needs;
  private boolean disputeNamed;
  private boolean idea;
  private boolean fault;
  private boolean creditChange;
  private boolean prospectNamed;
  private boolean competitorNews;
  private boolean contactChanged;
  private String complaintCase;
  private Boolean weak;
  private BigDecimal paidAmount;
  private int followUpsLate;
  private String followUpOwner;
  @Enumerated(EnumType.STRING)
  private Status status = Status.PLANNED;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  Visit(String caseNumber, String processInstanceId, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.openedAt = openedAt;
  }

  /**
   * Takes over a plan, at first or after it was returned.
   *
   * @throws IllegalStateException when the visit is past its plan
   */
  void plan(VisitPlan plan) {
    must(Status.PLANNED, Status.PLANNED);
    planNumber = plan.planNumber();
    visitor = plan.visitor();
    visitorRole = plan.visitorRole();
    customerCode = plan.customerCode();
    purposes = plan.purposes();
    goal = plan.goal();
    channel = plan.channel();
    plannedAt = plan.plannedAt();
    plannedHours = plan.hours();
  }

  /** The visitor is ready. */
  void prepare() {
    must(Status.PLANNED, Status.PREPARED);
    status = Status.PREPARED;
  }

  /** The customer agreed to a date. */
  void appoint(Instant when) {
    must(Status.PREPARED, Status.PREPARED);
    appointedAt = when;
    status = Status.APPOINTED;
  }

  /** The customer cancelled; another date is looked for. */
  void cancelDate(Instant when) {
    must(Status.APPOINTED, Status.APPOINTED);
    cancellations++;
    cancelledAt = when;
    appointedAt = null;
    status = Status.PREPARED;
  }

  /** The visit took place; a correction says it again. */
  void visited(Instant from, Instant to, Receiver receiver, boolean changedWithoutReport) {
    must(Status.APPOINTED, Status.RECORDED);
    actualFrom = from;
    actualTo = to;
    receiverName = receiver.name();
    receiverPosition = receiver.position();
    receiverDecides = receiver.decides();
    needs = receiver.needs();
    unreportedChange |= changedWithoutReport;
    status = status == Status.RECORDED ? status : Status.VISITED;
  }

  /** Takes over what was found; a correction says it again. */
  void record(Findings findings, int howSatisfied, BigDecimal hoursOfTraining) {
    must(Status.VISITED, Status.RECORDED);
    disputeNamed = findings.disputeNamed();
    idea = findings.idea();
    fault = findings.fault();
    creditChange = findings.creditChange();
    prospectNamed = findings.prospectNamed();
    competitorNews = findings.competitorNews();
    contactChanged = findings.contactChanged();
    satisfaction = howSatisfied;
    trainingHours = hoursOfTraining;
    status = Status.RECORDED;
  }

  /** Whether one of its purposes is to collect information. */
  boolean isToCollectInformation() {
    return List.of(purposes.split(",")).contains(COLLECT_INFORMATION);
  }

  /** Names the complaint that the visit led to. */
  void becomeComplaint(String complaint) {
    must(Status.RECORDED, Status.RECORDED);
    complaintCase = complaint;
  }

  /** The supervisor's word on the record. */
  void review(boolean isWeak) {
    must(Status.RECORDED, Status.RECORDED);
    weak = isWeak;
  }

  /** What was paid of the visitor's expenses. */
  void paid(BigDecimal amount) {
    must(Status.RECORDED, Status.RECORDED);
    paidAmount = amount;
  }

  /** Follow-ups are late and go over to somebody else. */
  void late(String newOwner) {
    must(Status.RECORDED, Status.RECORDED);
    followUpsLate++;
    followUpOwner = newOwner;
  }

  /**
   * Ends the visit; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be completed without a record
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.COMPLETED && status != Status.RECORDED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": visit " + caseNumber + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private void must(Status least, Status most) {
    if (status.compareTo(least) < 0 || status.compareTo(most) > 0) {
      throw new IllegalStateException("Visit " + caseNumber + " is " + status + ", not " + least + (least == most ? "." : " to " + most + "."));
    }
  }

  /**
   * Who received the visitor and what was said at first.
   *
   * @param decides yes, no or unknown
   */
  record Receiver(String name, String position, String decides, String needs) {
  }
}
