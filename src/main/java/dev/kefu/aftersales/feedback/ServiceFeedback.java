package dev.kefu.aftersales.feedback;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What one customer says about one service, and what the department answers (P56). */
@Entity
@Table(name = "aftersales_feedback")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ServiceFeedback {

  /** Where a feedback stands; from CLOSED on it has ended. */
  enum Status {
    ASKED, ANSWERED, CLOSED, COMPLAINT, PROPOSAL, CANCELLED;

    boolean isEnd() {
      return compareTo(ANSWERED) > 0;
    }
  }

  /**
   * Where a feedback belongs.
   *
   * @param caseNumber number of the service request
   * @param processInstanceId the engine's id
   * @param customerCode or null
   * @param product or null
   */
  record Origin(String caseNumber, String processInstanceId, String customerCode, String product) {
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String customerCode;
  private String product;
  private boolean reached;
  private boolean onTime;
  private Integer attitude;
  private Integer skill;
  private Integer speed;
  private Integer charge;
  private String problemSolved;
  private String satisfaction;
  private String productOpinion;
  private String serviceOpinion;
  private boolean productIdea;
  private String opinionTypes;
  private String receiver;
  @Enumerated(EnumType.STRING)
  private Status status = Status.ASKED;
  private String complaintCase;
  private String askedBy;
  private Instant askedAt;
  private Instant answerDue;
  private String reply;
  private String repliedBy;
  private Instant repliedAt;
  private LocalDate toldOn;
  private Instant endedAt;
  @Version
  private int version;

  ServiceFeedback(Origin origin, FeedbackEntry entry, String askedBy, Instant askedAt) {
    caseNumber = origin.caseNumber();
    processInstanceId = origin.processInstanceId();
    customerCode = origin.customerCode();
    product = origin.product();
    this.askedBy = askedBy;
    this.askedAt = askedAt;
    take(entry);
  }

  private void take(FeedbackEntry entry) {
    reached = entry.isReached();
    onTime = entry.onTime();
    attitude = points(entry.attitude());
    skill = points(entry.skill());
    speed = points(entry.speed());
    charge = points(entry.charge());
    problemSolved = entry.solved();
    satisfaction = entry.satisfaction();
    productOpinion = entry.productOpinion();
    serviceOpinion = entry.serviceOpinion();
    productIdea = entry.productIdea();
    opinionTypes = entry.opinionTypes().isEmpty() ? null : String.join(",", entry.opinionTypes());
    receiver = entry.receiver() == null ? null : entry.receiver().code();
  }

  private static Integer points(Rating rating) {
    return rating == null ? null : rating.points();
  }

  /**
   * Takes a corrected answer of the customer; where it went stays.
   *
   * @throws IllegalStateException when the feedback has ended
   */
  void correct(FeedbackEntry entry) {
    mustRun("correct");
    String passedTo = receiver;
    take(entry);
    receiver = passedTo;
  }

  /** Notes until when the department is to answer. */
  void passOn(Instant due) {
    mustRun("pass on");
    answerDue = due;
  }

  /**
   * Notes the department's answer.
   *
   * @throws IllegalStateException when the feedback has ended
   */
  void answer(String text, String person, Instant when) {
    mustRun("answer");
    reply = text;
    repliedBy = person;
    repliedAt = when;
    status = Status.ANSWERED;
  }

  /**
   * Takes a corrected answer of the department; who gave it, and when, stays.
   *
   * @throws IllegalStateException when the department has not answered
   */
  void correctReply(String text) {
    if (status != Status.ANSWERED) {
      throw new IllegalStateException("Cannot correct the answer: the feedback on " + caseNumber + " is " + status + ".");
    }
    reply = text;
  }

  /**
   * Notes that the customer was told.
   *
   * @throws IllegalStateException when the department has not answered
   */
  void tell(LocalDate day) {
    if (status != Status.ANSWERED) {
      throw new IllegalStateException("Cannot tell the customer: the feedback on " + caseNumber + " is " + status + ".");
    }
    toldOn = day;
  }

  /** Notes the complaint that the feedback became. */
  void becomeComplaint(String number) {
    mustRun("complain about");
    complaintCase = number;
  }

  /**
   * Ends the feedback; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise
   */
  void end(Status outcome, Instant when) {
    if (status != outcome) {
      mustRun("end as " + outcome);
      status = outcome;
      endedAt = when;
    }
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": the feedback on " + caseNumber + " has ended as " + status + ".");
    }
  }
}
