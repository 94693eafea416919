package dev.kefu.survey.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One information survey of a customer, from its occasion to its way into the customer master (P18). */
@Entity
@Table(name = "survey_information_surveys")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class InformationSurvey {

  /** Where a survey stands; the last four are ends. */
  enum Status {
    OPEN, ASSIGNED, ANSWERED, ACCEPTED, COMPLETED, REFUSED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(ACCEPTED) > 0;
    }
  }

  private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String customerCode;
  private String occasion;
  private String surveyor;
  private String customerOwner;
  private String reviewer;
  private String operatingStyle;
  private String businessState;
  private String priceLevel;
  private BigDecimal peakMonthSales;
  private BigDecimal offMonthSales;
  private String enterpriseType;
  private Integer staffTotal;
  private String tradePosition;
  private Integer paymentTerm;
  private String paymentMethod;
  private BigDecimal dealingsTotal;
  private int returns;
  private BigDecimal peakSalesDrop;
  private String alerts = "";
  private String registrationOutcome;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private Instant openedAt;
  private Instant answeredAt;
  private Instant endedAt;
  @Version
  private int version;

  InformationSurvey(String caseNumber, String processInstanceId, String customerCode, String occasion, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.customerCode = customerCode;
    this.occasion = occasion;
    this.openedAt = openedAt;
  }

  /** Says who asks, who is in charge of the customer and who reviews; a correction says it again. */
  void assign(String whoAsks, String whoIsInCharge, String whoReviews) {
    must(Status.OPEN, Status.ASSIGNED);
    surveyor = whoAsks;
    customerOwner = whoIsInCharge;
    reviewer = whoReviews;
    status = Status.ASSIGNED;
  }

  /** Takes over the answers, at first, after a return or when they are corrected. */
  void answer(Answers answers, Instant when) {
    must(Status.ASSIGNED, Status.ANSWERED);
    operatingStyle = answers.operatingStyle();
    businessState = answers.businessState();
    priceLevel = answers.priceLevel();
    peakMonthSales = answers.peakMonthSales();
    offMonthSales = answers.offMonthSales();
    enterpriseType = answers.enterpriseType();
    staffTotal = answers.staffTotal();
    tradePosition = answers.tradePosition();
    paymentTerm = answers.paymentTerm();
    paymentMethod = answers.paymentMethod();
    dealingsTotal = answers.dealingsTotal();
    answeredAt = when;
    status = Status.ANSWERED;
  }

  /** The reviewer's word: accepted, or once more. */
  void review(boolean accepted) {
    must(Status.ANSWERED, Status.ANSWERED);
    if (accepted) {
      status = Status.ACCEPTED;
    } else {
      returns++;
    }
  }

  /**
   * Notes what became of the answers in the customer master, and compares them with the survey before.
   *
   * @param customer the customer's number as the master has it now; another one after records were merged
   * @param earlier the last completed survey of the customer; null when there is none
   */
  void update(String customer, String outcome, InformationSurvey earlier) {
    must(Status.ACCEPTED, Status.ACCEPTED);
    customerCode = customer;
    registrationOutcome = outcome;
    peakSalesDrop = earlier == null ? null : drop(earlier.peakMonthSales, peakMonthSales);
  }

  private static BigDecimal drop(BigDecimal before, BigDecimal now) {
    return before == null || now == null || before.signum() == 0 ? null : before.subtract(now).multiply(PER_CENT).divide(before, 1, RoundingMode.HALF_UP);
  }

  /** What the table of alerts found. */
  void alert(Collection<String> findings) {
    must(Status.ACCEPTED, Status.ACCEPTED);
    alerts = String.join(",", findings);
  }

  /** Findings of the table of alerts. */
  List<String> alerts() {
    return alerts.isEmpty() ? List.of() : List.of(alerts.split(","));
  }

  /**
   * Ends the survey; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be completed without being accepted
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.COMPLETED && status != Status.ACCEPTED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": information survey " + caseNumber + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private void must(Status least, Status most) {
    if (status.compareTo(least) < 0 || status.compareTo(most) > 0) {
      throw new IllegalStateException("Information survey " + caseNumber + " is " + status + ", not " + least + (least == most ? "." : " to " + most + "."));
    }
  }
}
