package dev.kefu.aftersales.service;

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

/** One service request, from its registration to the customer's satisfaction (P54). */
@Entity
@Table(name = "aftersales_requests")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ServiceRequest {

  /** Where a request stands; from CLOSED on it has ended. */
  enum Status {
    RECEIVED, CLASSIFIED, SERVED, CLOSED, COMPLAINT, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(SERVED) > 0;
    }
  }

  /**
   * What the tables say of a request.
   *
   * @param kind contract, free, paid or internal
   * @param urgency urgent, high, normal or low
   * @param promisedAt until when the customer is promised service
   * @param answerDue until when an inquiry is to be answered, null for other requests
   */
  record Classification(String kind, String urgency, Instant promisedAt, Instant answerDue) {
  }

  private static final int LONGEST_RESULT = 4000;
  /** Stands for a customer who said nothing. */
  private static final String SILENT = "silent";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String registeredBy;
  private String channel;
  private Instant receivedAt;
  private String customerCode;
  private String contact;
  private String product;
  private String model;
  private String serialNumber;
  private String requestType;
  private String fault;
  @Enumerated(EnumType.STRING)
  private Status status = Status.RECEIVED;
  private String route;
  private String serviceKind;
  private String urgency;
  private Instant appointmentAt;
  private Instant promisedAt;
  private Instant answerDue;
  private Instant answeredAt;
  private Instant arrivedAt;
  private Instant servedAt;
  private String result;
  private String resultText;
  private String confirmation;
  private String confirmationWords;
  private int reopenings;
  private String decision;
  private String satisfaction;
  private String feedbackOutcome;
  private String complaintCase;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  ServiceRequest(String caseNumber, String processInstanceId, String registeredBy, RequestEntry entry, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.registeredBy = registeredBy;
    this.openedAt = openedAt;
    route = entry.requestType();
    take(entry);
  }

  private void take(RequestEntry entry) {
    channel = entry.channel();
    receivedAt = entry.receivedAt().toInstant();
    contact = entry.contact();
    product = entry.product();
    model = entry.model();
    serialNumber = entry.serialNo();
    requestType = entry.requestType();
    fault = entry.faultDescription();
    appointmentAt = entry.appointment() == null ? null : entry.appointment().toInstant();
  }

  /**
   * Takes a corrected registration; kind, urgency, promise and way stay.
   *
   * @throws IllegalStateException when the request has ended
   */
  void correct(RequestEntry entry) {
    mustRun("correct");
    take(entry);
  }

  /**
   * Notes customer, kind and urgency, at first or after the supervisor routed it again; what was promised first stays promised.
   *
   * @throws IllegalStateException when the request has ended
   */
  void classify(String customer, Classification classification) {
    mustRun("classify");
    customerCode = customer;
    serviceKind = classification.kind();
    urgency = classification.urgency();
    if (promisedAt == null) {
      promisedAt = classification.promisedAt();
    }
    if (answerDue == null && answeredAt == null) {
      answerDue = classification.answerDue();
    }
    status = Status.CLASSIFIED;
  }

  /**
   * Notes the first guidance by phone.
   *
   * @throws IllegalStateException when the request is not classified
   */
  void answer(Instant when) {
    mustBe(Status.CLASSIFIED, "answer");
    if (answeredAt == null) {
      answeredAt = when;
    }
  }

  /**
   * Notes when the technician arrived for the first time.
   *
   * @throws IllegalStateException when the request is not classified
   */
  void visit(Instant arrived) {
    mustBe(Status.CLASSIFIED, "visit for");
    if (arrivedAt == null) {
      arrivedAt = arrived;
    }
  }

  /**
   * Notes what was done.
   *
   * @param newResult code: guided, visited, explained, settled, repaired, exchange and so on
   * @param text readable
   * @throws IllegalStateException when the request is not classified
   */
  void serve(String newResult, String text, Instant when) {
    mustBe(Status.CLASSIFIED, "serve");
    result = newResult;
    resultText = text == null || text.length() <= LONGEST_RESULT ? text : text.substring(0, LONGEST_RESULT);
    servedAt = when;
    status = Status.SERVED;
  }

  /**
   * Notes the customer's word.
   *
   * @param word satisfied, fair or dissatisfied
   * @param words what the customer says, or null
   * @throws IllegalStateException when nothing was done yet
   */
  void confirm(String word, String words) {
    mustBe(Status.SERVED, "confirm");
    confirmation = word;
    confirmationWords = words;
  }

  /**
   * Notes that the customer did not say anything.
   *
   * @throws IllegalStateException when nothing was done yet
   */
  void staySilent() {
    confirm(SILENT, null);
  }

  /**
   * Takes the supervisor's decision: the request begins again.
   *
   * @throws IllegalStateException when it was not classified yet or has ended
   */
  void reopen(String newRoute, String instruction, Instant newAppointment) {
    if (status != Status.SERVED && status != Status.CLASSIFIED) {
      throw new IllegalStateException("Cannot reopen: " + caseNumber + " is " + status + ".");
    }
    route = newRoute;
    decision = instruction;
    appointmentAt = newAppointment;
    confirmation = null;
    servedAt = null;
    reopenings++;
    status = Status.CLASSIFIED;
  }

  /** Notes what the feedback brought. */
  void noteFeedback(String newSatisfaction, String outcome) {
    mustBe(Status.SERVED, "note feedback for");
    satisfaction = newSatisfaction;
    feedbackOutcome = outcome;
  }

  /** Notes the complaint that the request became. */
  void becomeComplaint(String number) {
    mustRun("complain about");
    complaintCase = number;
  }

  /**
   * Ends the request; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be closed although nobody served the customer or the customer is dissatisfied
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun("end as " + outcome);
    if (outcome == Status.CLOSED && (status != Status.SERVED || confirmation == null || "dissatisfied".equals(confirmation))) {
      throw new IllegalStateException(caseNumber + " cannot be closed: it is " + status + ", confirmed " + confirmation + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " has ended as " + status + ".");
    }
  }

  private void mustBe(Status wanted, String action) {
    if (status != wanted) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ", not " + wanted + ".");
    }
  }
}
