package dev.kefu.aftersales.support;

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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A technical problem of a customer, from the call for help to its solution (P57). */
@Entity
@Table(name = "aftersales_tickets")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SupportTicket {

  /** Where a ticket stands; the last four are ends. */
  enum Status {
    OPEN, REGISTERED, HANDLING, ANSWERED, ACCEPTED, WISH, SOLVED, WISH_REGISTERED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(WISH) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String customerCode;
  private String product;
  private String serialNumber;
  private String problem;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private String productVersion;
  private String scene;
  private String errorMessage;
  private String environment;
  private String impact;
  private String problemKind;
  private String severity;
  private Instant registeredAt;
  private Instant reactDue;
  private Instant halfSolveAt;
  private Instant solveDue;
  private boolean knownProblem;
  private String engineer;
  private Instant reactedAt;
  private String diagnosis;
  private String cause;
  private String solution;
  private String rollBack;
  private Instant solvedAt;
  private String confirmed;
  private Instant confirmedAt;
  private int rounds;
  private String withdrawalReason;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  @ElementCollection
  @CollectionTable(name = "aftersales_ticket_news", joinColumns = @JoinColumn(name = "ticket_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<TicketNews> news = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "aftersales_ticket_rungs", joinColumns = @JoinColumn(name = "ticket_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<TicketRung> rungs = new ArrayList<>();

  SupportTicket(String caseNumber, String processInstanceId, Concern concern, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.customerCode = concern.customerCode();
    this.product = concern.product();
    this.serialNumber = concern.serialNumber();
    this.problem = concern.problem();
    this.openedAt = openedAt;
  }

  /**
   * What the caller hands over.
   *
   * @param customerCode null when nobody is known
   * @param product null when the ticket asks for it
   * @param serialNumber null when there is none
   */
  record Concern(String customerCode, String product, String serialNumber, String problem) {
  }

  /** Takes the ticket and its grade. */
  void register(Ticket ticket, Grade grade, Instant when) {
    must("register", Status.OPEN);
    take(ticket);
    knownProblem = ticket.isKnown();
    severity = grade.severity();
    reactDue = grade.reactDue();
    halfSolveAt = grade.halfSolveAt();
    solveDue = grade.solveDue();
    registeredAt = when;
    status = Status.REGISTERED;
  }

  /**
   * Follows a corrected ticket; level and times stay.
   *
   * @throws FactsRefused another impact: it graded the ticket already
   */
  void correct(Ticket ticket) {
    mustRun("correct");
    if (impact != null && !impact.equals(ticket.impact())) {
      throw new FactsRefused("Impact 業務影響: the ticket is graded by it already; tell the support manager instead 工單已據此定級，請告知技術支持部經理");
    }
    take(ticket);
  }

  private void take(Ticket ticket) {
    product = ticket.product() == null ? product : ticket.product();
    productVersion = ticket.productVersion();
    scene = ticket.scene();
    errorMessage = ticket.errorMessage();
    environment = ticket.environment();
    impact = ticket.impact();
    problemKind = ticket.problemKind();
  }

  /** Takes an answer from the knowledge base. */
  void answerFromBase(String answer, Instant when) {
    must("answer", Status.REGISTERED);
    reactedAt = when;
    settle(answer, null, when);
  }

  /** Hands it to the support unit, at first or again. */
  void handOver() {
    must("hand over", Status.REGISTERED, Status.ANSWERED, Status.WISH);
    rounds++;
    status = Status.HANDLING;
  }

  /** Names the engineer. */
  void assign(String person) {
    must("assign", Status.HANDLING);
    engineer = person;
  }

  /**
   * Takes reaction and diagnosis; the first reply stays the reaction.
   *
   * @throws FactsRefused a reply before the ticket, or one to come
   */
  void diagnose(Diagnosis found, String by, Instant now) {
    must("diagnose", Status.HANDLING);
    Instant reply = found.reactedAt().toInstant();
    if (reply.isBefore(registeredAt.truncatedTo(ChronoUnit.MINUTES)) || reply.isAfter(now)) {
      throw new FactsRefused("Customer was answered at 響應時間: not before the ticket, and not in the future 不得早於工單登記，也不得晚於現在");
    }
    reactedAt = reactedAt == null ? reply : reactedAt;
    engineer = engineer == null ? by : engineer;
    diagnosis = found.diagnosis();
    cause = found.cause();
    problemKind = found.problemKind();
    if ("wish".equals(found.way())) {
      status = Status.WISH;
    }
  }

  /** Takes what research and development found. */
  void fix(String foundCause, String wayBack) {
    must("fix", Status.HANDLING);
    cause = foundCause;
    rollBack = wayBack;
  }

  /**
   * Takes the solution.
   *
   * @param wayBack null when nothing was installed
   * @throws FactsRefused a moment before the ticket, or one to come
   */
  void solve(String answer, String wayBack, Instant when, Instant now) {
    must("solve", Status.HANDLING);
    if (when.isBefore(registeredAt.truncatedTo(ChronoUnit.MINUTES)) || when.isAfter(now)) {
      throw new FactsRefused("Solved at 解決時間: not before the ticket, and not in the future 不得早於工單登記，也不得晚於現在");
    }
    settle(answer, wayBack == null ? rollBack : wayBack, when);
  }

  private void settle(String answer, String wayBack, Instant when) {
    solution = answer;
    rollBack = wayBack;
    solvedAt = when;
    status = Status.ANSWERED;
  }

  /**
   * Takes the customer's word.
   *
   * @param word {@code yes}, {@code no} or {@code silence}, which counts as yes
   */
  void confirm(String word, Instant when) {
    must("confirm", Status.ANSWERED);
    confirmed = word;
    if ("no".equals(word)) {
      solvedAt = null;
    } else {
      confirmedAt = when;
      status = Status.ACCEPTED;
    }
  }

  /** Takes cause and solution as the knowledge base keeps them. */
  void close(String foundCause, String answer) {
    must("close", Status.ACCEPTED);
    cause = foundCause;
    solution = answer;
  }

  /** Adds what the customer was told. */
  void tell(TicketNews told) {
    must("tell news", Status.HANDLING);
    news.add(told);
  }

  /** The next time that is to come and was not reached before; empty when there is none. */
  Optional<Rung> nextRung() {
    return Arrays.stream(Rung.values()).filter(rung -> rungs.stream().noneMatch(reached -> reached.getRung() == rung)).findFirst();
  }

  /** When a time comes. */
  Instant dueOf(Rung rung) {
    return switch (rung) {
      case REACT -> reactDue;
      case HALF -> halfSolveAt;
      case FULL -> solveDue;
    };
  }

  /**
   * Notes that a time has come.
   *
   * @param toldRoles role ids with commas between them, empty when nobody is to be told
   * @return whether anybody is to be told: a reaction in time tells nobody
   */
  boolean reach(Rung rung, String toldRoles, Instant when) {
    boolean missed = !toldRoles.isEmpty() && (rung != Rung.REACT || reactedAt == null);
    rungs.add(new TicketRung(rung, when, missed ? toldRoles : ""));
    return missed;
  }

  /** Keeps why it was withdrawn. */
  void withdraw(String reason) {
    mustRun("withdraw");
    withdrawalReason = reason;
  }

  /** Ends the ticket; repeating the same end changes nothing. */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun("end as " + outcome);
    if (outcome == Status.SOLVED && status != Status.ACCEPTED || outcome == Status.WISH_REGISTERED && status != Status.WISH) {
      throw new IllegalStateException("The ticket of " + caseNumber + " cannot end as " + outcome + ": it is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  List<TicketNews> getNews() {
    return List.copyOf(news);
  }

  List<TicketRung> getRungs() {
    return List.copyOf(rungs);
  }

  private void must(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": the ticket of " + caseNumber + " is " + status + ".");
    }
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": the ticket of " + caseNumber + " has ended as " + status + ".");
    }
  }
}
