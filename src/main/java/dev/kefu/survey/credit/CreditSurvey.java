package dev.kefu.survey.credit;

import jakarta.persistence.Column;
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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One credit survey, from its occasion to the rating (P17). */
@Entity
@Table(name = "survey_credit_surveys")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CreditSurvey {

  /** Where it stands; all but the first are ends. */
  enum Status { OPEN, RATED, REFUSED, EXPIRED, WITHDRAWN, CANCELLED }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String customerCode;
  private String occasion;
  private BigDecimal wantedLimit;
  private String surveyor;
  @Column(columnDefinition = "longtext")
  private String answers;
  private String missing;
  private String knockOuts;
  private Integer overdueDays;
  private BigDecimal monthlySales;
  private BigDecimal receivable;
  private BigDecimal openOrders;
  private Integer score;
  private String ratedGrade;
  private BigDecimal ratedLimit;
  private boolean firstOrder;
  private String proposedGrade;
  private BigDecimal proposedLimit;
  private BigDecimal formulaLimit;
  private boolean specialApproval;
  private String adjustReason;
  private String proposedBy;
  private String paymentChosen;
  private boolean guarantee;
  private String financeOpinion;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  CreditSurvey(String caseNumber, String processInstanceId, String customerCode, String occasion, BigDecimal wantedLimit, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.customerCode = customerCode;
    this.occasion = occasion;
    this.wantedLimit = wantedLimit;
    this.openedAt = openedAt;
  }

  /** Takes over what the surveyor found, at first or after it was sent back. */
  void answer(String who, String given) {
    mustBeOpen();
    surveyor = who;
    answers = given;
  }

  /** Takes over what others say of the customer, and what is not known at all. */
  void evaluate(Evaluation evaluation, String notKnown, boolean never) {
    mustBeOpen();
    missing = notKnown;
    firstOrder = never;
    knockOuts = evaluation.facts().isEmpty() ? null : String.join(",", evaluation.facts());
    overdueDays = evaluation.overdueDays();
    monthlySales = evaluation.monthlySales();
    receivable = evaluation.receivable();
    openOrders = evaluation.openOrders();
  }

  /** Takes over what the tables say. */
  void rate(int points, String grade, BigDecimal limit) {
    mustBeOpen();
    score = points;
    ratedGrade = grade;
    ratedLimit = limit;
  }

  /** Takes over what the manager proposes; {@code formula} is the limit by the formula for the proposed grade. */
  void propose(String grade, BigDecimal limit, BigDecimal formula, boolean above, String reason, String chosen, boolean guaranteed, String who) {
    mustBeOpen();
    proposedGrade = grade;
    proposedLimit = limit;
    formulaLimit = formula;
    specialApproval = above;
    adjustReason = reason;
    paymentChosen = chosen;
    guarantee = guaranteed;
    proposedBy = who;
  }

  /** Takes over the opinion of the finance manager. */
  void hear(String opinion) {
    mustBeOpen();
    financeOpinion = opinion;
  }

  /** Closes it; one that has ended stays as it is. */
  void end(Status how, Instant when) {
    if (status == Status.OPEN) {
      status = how;
      endedAt = when;
    }
  }

  private void mustBeOpen() {
    if (status != Status.OPEN) {
      throw new IllegalStateException("Credit survey " + caseNumber + " has ended: " + status + ".");
    }
  }
}
