package dev.kefu.complaint.handling;

import dev.kefu.complaint.SameComplaints.Matter;
import dev.kefu.complaint.handling.NoteComplaintReportDelegate.Report;
import dev.kefu.complaint.handling.NoteComplaintReportDelegate.Share;
import dev.kefu.complaint.shares.Shares;
import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One complaint in the ledger, from its receipt to its end (P59). */
@Entity
@Table(name = "complaint_cases")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ComplaintCase {

  private static final List<String> GRADES = List.of("ordinary", "major", "urgent");

  /** Where a complaint stands; those from {@code CLOSED} on are ends. */
  enum Status {
    RECEIVED, REGISTERED, GRADED, ASSIGNED, SOLVED, REVIEWED, CLOSED, MERGED, EXTERNAL, NO_CONTACT, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(REVIEWED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String receiver;
  private Instant openedAt;
  @Enumerated(EnumType.STRING)
  private Status status = Status.RECEIVED;

  private String channel;
  private Instant receivedAt;
  private boolean anonymous;
  private String customerCode;
  private String contact;
  private String product;
  private String orderNo;
  private String content;
  private BigDecimal claimedAmount;
  private boolean repeated;
  private boolean injuryOrDanger;

  private String kind;
  private BigDecimal quantity;
  private LocalDate shippedOn;
  private String batchNo;
  private String personsComplainedAbout;
  private Instant registeredAt;
  private Instant acknowledgedAt;
  private boolean acknowledgedByMail;

  private String severity;
  private String department;
  private String handler;
  private Instant assignedAt;
  private boolean assignedAgain;
  private Instant responseDue;
  private Instant respondedAt;
  private Instant solveDue;
  private Instant solvedAt;

  private String founded;
  private String causeCategory;
  private String liableDepartment;
  private String remedies;
  private BigDecimal amount;
  private String remedyResult;
  private Instant confirmedAt;
  private String settlement;

  private BigDecimal lossAmount;
  private String customerOpinion;
  private String reporter;
  private Instant reportedAt;
  private Instant reviewedAt;
  private boolean correctiveNeeded;
  private boolean penaltyNeeded;
  private Integer satisfaction;
  private Instant calledBackAt;

  private String mergedInto;
  private String reopens;
  private String reopenedBy;
  private String withdrawalReason;
  private Instant endedAt;

  @ElementCollection
  @CollectionTable(name = "complaint_contacts", joinColumns = @JoinColumn(name = "complaint_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<CustomerContact> contacts = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "complaint_escalations", joinColumns = @JoinColumn(name = "complaint_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Escalation> escalations = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "complaint_promises", joinColumns = @JoinColumn(name = "complaint_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Promise> promises = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "complaint_case_corrections", joinColumns = @JoinColumn(name = "complaint_id"))
  @OrderColumn(name = "position")
  @Column(name = "correction_case")
  @Getter(AccessLevel.NONE)
  private List<String> corrections = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "complaint_case_shares", joinColumns = @JoinColumn(name = "complaint_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<LossShare> shares = new ArrayList<>();

  @Version
  private int version;

  ComplaintCase(String caseNumber, String processInstanceId, String receiver, Reception reception, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.receiver = receiver;
    this.openedAt = openedAt;
    take(reception);
  }

  private void take(Reception reception) {
    channel = reception.channel();
    receivedAt = reception.receivedAt().toInstant();
    anonymous = reception.anonymous();
    contact = reception.contact();
    product = reception.product();
    orderNo = reception.orderNo();
    content = reception.content();
    claimedAmount = reception.claimedAmount();
    repeated = reception.repeated();
    injuryOrDanger = reception.injuryOrDanger();
  }

  /** Takes a corrected reception; grade and handler stay. */
  void correct(Reception reception) {
    mustRun("correct");
    take(reception);
  }

  /** Ties this complaint to the one that was closed without contact and that the customer takes up again. */
  void reopen(ComplaintCase earlier) {
    if (earlier.status != Status.NO_CONTACT) {
      throw new IllegalStateException(caseNumber + " cannot reopen " + earlier.caseNumber + ": it is " + earlier.status + ", not NO_CONTACT.");
    }
    reopens = earlier.caseNumber;
    earlier.reopenedBy = caseNumber;
  }

  /** Takes what the specialist registered, at first or corrected. */
  void register(Registration registration, String customer, Instant when) {
    mustRun("register");
    kind = registration.kind();
    quantity = registration.quantity();
    shippedOn = registration.shippedOn();
    batchNo = registration.batchNo();
    personsComplainedAbout = registration.personsComplainedAbout().isEmpty() ? null : String.join(",", registration.personsComplainedAbout());
    customerCode = customer;
    if (status == Status.RECEIVED) {
      status = Status.REGISTERED;
      registeredAt = when;
    }
  }

  void acknowledge(boolean byMail, Instant when) {
    mustBe("acknowledge", Status.REGISTERED);
    acknowledgedByMail = byMail;
    acknowledgedAt = when;
  }

  /**
   * Grades the complaint.
   *
   * @param answerBy until when the customer hears from us first
   * @param solveBy until when there is a solution
   */
  void grade(String newSeverity, String inquiringDepartment, Instant answerBy, Instant solveBy) {
    mustBe("grade", Status.REGISTERED, Status.GRADED);
    severity = newSeverity;
    department = inquiringDepartment;
    responseDue = answerBy;
    solveDue = solveBy;
    status = Status.GRADED;
  }

  /**
   * Raises the grade after the inquiry found that the matter is more serious; a grade as high or higher stays.
   *
   * @param solveBy until when there is a solution
   */
  void raise(String newSeverity, Instant solveBy) {
    mustBe("raise the grade", Status.ASSIGNED);
    if (GRADES.indexOf(newSeverity) > GRADES.indexOf(severity)) {
      severity = newSeverity;
      solveDue = solveBy;
    }
  }

  /**
   * Gives the complaint a handler: once, and once more after the customer was dissatisfied.
   *
   * @throws IllegalStateException for a person complained about, or for a third time
   */
  void assign(String newHandler, Instant when) {
    mustBe("assign", Status.GRADED, Status.ASSIGNED, Status.REVIEWED);
    if (isComplainedAbout(newHandler)) {
      throw new IllegalStateException(caseNumber + " cannot be assigned to " + newHandler + ", who is complained about (C6).");
    }
    if (status == Status.REVIEWED) {
      if (assignedAgain) {
        throw new IllegalStateException(caseNumber + " cannot be assigned again: once is the most.");
      }
      assignedAgain = true;
      solvedAt = null;
      settlement = null;
      reportedAt = null;
      reviewedAt = null;
    }
    handler = newHandler;
    assignedAt = when;
    status = Status.ASSIGNED;
  }

  boolean isComplainedAbout(String userId) {
    return personsComplainedAbout != null && List.of(personsComplainedAbout.split(",")).contains(userId);
  }

  /** Keeps contacts that are not known yet; the first that was answered is the first response. */
  void keepContacts(List<CustomerContact> more) {
    mustRun("note a contact");
    more.stream().filter(contact -> contacts.stream().noneMatch(known -> known.isSameAs(contact))).forEach(contacts::add);
    if (respondedAt == null) {
      respondedAt = contacts.stream().filter(CustomerContact::isAnswered).map(CustomerContact::getContactedAt).min(Comparator.naturalOrder()).orElse(null);
    }
  }

  /** The customer was reached, even if no contact was noted as answered. */
  void respond(Instant when) {
    mustBe("respond", Status.GRADED, Status.ASSIGNED);
    respondedAt = Objects.requireNonNullElse(respondedAt, when);
  }

  /** Moments of the attempts since the customer last answered, the earliest first. */
  List<Instant> attemptsInVain() {
    Instant lastAnswer = contacts.stream().filter(CustomerContact::isAnswered).map(CustomerContact::getContactedAt).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    return contacts.stream().filter(contact -> !contact.isAnswered()).map(CustomerContact::getContactedAt).filter(at -> at.isAfter(lastAnswer)).sorted().toList();
  }

  void investigate(String result, String category) {
    mustBe("note the inquiry", Status.ASSIGNED);
    founded = result;
    causeCategory = category;
  }

  void holdLiable(String departmentCode) {
    mustBe("note the liability", Status.ASSIGNED);
    liableDepartment = departmentCode;
  }

  void propose(List<String> proposed, BigDecimal money) {
    mustBe("note a proposal", Status.ASSIGNED);
    remedies = String.join(",", proposed);
    amount = money;
  }

  /**
   * The customer agrees: with the explanation, the offer, or at once.
   *
   * @param way {@code spot}, {@code help}, {@code explained} or {@code remedied}
   */
  void solve(String way, Instant when) {
    mustBe("solve", Status.GRADED, Status.ASSIGNED, Status.SOLVED);
    if ("remedied".equals(way) && remedies == null) {
      throw new IllegalStateException(caseNumber + " cannot be solved by a remedy: none was proposed.");
    }
    settlement = way;
    solvedAt = when;
    status = Status.SOLVED;
  }

  void remedy(String result) {
    mustBe("note the remedy", Status.SOLVED);
    remedyResult = result;
  }

  void confirm(Instant when) {
    mustBe("confirm", Status.SOLVED);
    confirmedAt = when;
  }

  /** Goes to the next level: what was agreed counts no more. */
  int escalate(Instant when) {
    mustBe("escalate", Status.ASSIGNED, Status.SOLVED);
    escalations.add(new Escalation(when));
    solvedAt = null;
    settlement = null;
    status = Status.ASSIGNED;
    return escalations.size();
  }

  void decideEscalation(String what) {
    if (escalations.isEmpty()) {
      throw new IllegalStateException(caseNumber + " was not escalated.");
    }
    escalations.get(escalations.size() - 1).decided(what);
  }

  /** Whether the complaint is graded and waits for its solution. */
  boolean awaitsSolution() {
    return status == Status.GRADED || status == Status.ASSIGNED;
  }

  /** Keeps what the customer was told of a new date. */
  void promise(LocalDate newDate, String reason, Instant newDue, Instant when) {
    mustBe("promise a new date", Status.GRADED, Status.ASSIGNED);
    promises.add(new Promise(newDate, reason, when, !when.isAfter(solveDue)));
    solveDue = newDue;
  }

  /**
   * Withdraws the complaint (C5).
   *
   * @throws FactsRefused once an approved remedy is carried out
   */
  void withdraw(String reason) {
    mustRun("withdraw");
    if (status == Status.SOLVED && "remedied".equals(settlement)) {
      throw new FactsRefused("The remedy is being carried out: too late to withdraw. 處理方式已在執行，不能再撤訴");
    }
    withdrawalReason = reason;
    settlement = "withdrawn";
  }

  /**
   * Takes the report, at first or corrected.
   *
   * @throws FactsRefused when the shares of responsibility do not add up to 100
   */
  void report(String author, Report report, Instant when) {
    mustBeReportable("report");
    List<Share> rows = report.responsibility() == null ? List.of() : report.responsibility();
    Shares.mustBeWhole("Responsibility 責任歸屬", rows.stream().map(Share::share).toList());
    List<BigDecimal> losses = Shares.divide(report.lossAmount(), rows.stream().map(Share::share).toList());
    shares.clear();
    IntStream.range(0, rows.size()).forEach(i -> shares.add(new LossShare(rows.get(i), losses.get(i))));
    reporter = author;
    lossAmount = report.lossAmount();
    customerOpinion = report.customerOpinion();
    reportedAt = when;
  }

  void review(boolean corrective, boolean penalty, Instant when) {
    mustBeReportable("review");
    if (reportedAt == null) {
      throw new IllegalStateException(caseNumber + " cannot be reviewed: there is no report.");
    }
    correctiveNeeded = corrective;
    penaltyNeeded = penalty;
    reviewedAt = when;
    status = Status.REVIEWED;
  }

  /** Ties a corrective action to this complaint, once. */
  void correctedBy(String correction) {
    if (!corrections.contains(correction)) {
      corrections.add(correction);
    }
  }

  /** What it is about. */
  Matter matter() {
    return new Matter(product, kind, causeCategory);
  }

  /**
   * Keeps the result of the call-back.
   *
   * @param newSatisfaction 1 to 5, or null when the customer was not reached
   * @param dissatisfied whether that is too little
   * @return whether the complaint is to be assigned again, which happens once
   */
  boolean callBack(Integer newSatisfaction, boolean dissatisfied, Instant when) {
    mustBe("note the call-back", Status.REVIEWED);
    satisfaction = newSatisfaction;
    calledBackAt = when;
    return dissatisfied && !assignedAgain;
  }

  /**
   * Ties this complaint to the same one that is kept.
   *
   * @throws IllegalStateException when the kept one has ended or is this one
   */
  void mergeInto(ComplaintCase kept) {
    mustRun("merge");
    if (kept.status.isEnd() || kept.id.equals(id)) {
      throw new IllegalStateException(caseNumber + " cannot be merged into " + kept.caseNumber + ": it must be another complaint that runs.");
    }
    mergedInto = kept.caseNumber;
  }

  /**
   * Ends the complaint; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or what the end needs is not there
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun("end as " + outcome);
    boolean hasGround = switch (outcome) {
      case CLOSED -> status == Status.REVIEWED;
      case MERGED -> mergedInto != null;
      case EXTERNAL -> !escalations.isEmpty() && escalations.get(escalations.size() - 1).getOutcome() != null;
      case NO_CONTACT -> !attemptsInVain().isEmpty();
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

  List<CustomerContact> getContacts() {
    return List.copyOf(contacts);
  }

  List<LossShare> getShares() {
    return List.copyOf(shares);
  }

  List<Escalation> getEscalations() {
    return List.copyOf(escalations);
  }

  List<Promise> getPromises() {
    return List.copyOf(promises);
  }

  /** Case numbers of the corrective actions that this complaint led to (P62). */
  List<String> getCorrections() {
    return List.copyOf(corrections);
  }

  private void mustBeReportable(String action) {
    if (!"withdrawn".equals(settlement)) {
      mustBe(action, Status.SOLVED, Status.REVIEWED);
    }
    mustRun(action);
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " has ended as " + status + ".");
    }
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ", not " + List.of(allowed) + ".");
    }
  }
}
