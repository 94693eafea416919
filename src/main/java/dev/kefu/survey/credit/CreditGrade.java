package dev.kefu.survey.credit;

import dev.kefu.information.CreditStanding;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;

/** One line in the history of a customer's credit: written once, never changed. */
@Entity
@Immutable
@Table(name = "survey_credit_grades")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CreditGrade {

  /** What happened. */
  enum Fact { RATED, REFUSED, FROZEN }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String customerCode;
  private String caseNumber;
  @Enumerated(EnumType.STRING)
  private Fact fact;
  private String grade;
  private String previousGrade;
  private int moved;
  private Integer score;
  private BigDecimal creditLimit;
  private BigDecimal formulaLimit;
  private int termDays;
  private boolean guarantee;
  private String paymentMode;
  private boolean specialApproval;
  private String reason;
  private BigDecimal monthlySales;
  private BigDecimal receivable;
  private BigDecimal openOrders;
  private LocalDate validUntil;
  private String notedBy;
  private Instant notedAt;

  private CreditGrade(Fact fact, String customerCode, String caseNumber, CreditStanding standing, String notedBy, Instant notedAt) {
    this.fact = fact;
    this.customerCode = customerCode;
    this.caseNumber = caseNumber;
    this.grade = standing.grade();
    this.score = standing.score();
    this.creditLimit = standing.limit();
    this.termDays = standing.termDays();
    this.guarantee = standing.guarantee();
    this.paymentMode = standing.paymentMode();
    this.validUntil = standing.validUntil();
    this.notedBy = notedBy;
    this.notedAt = notedAt;
  }

  /** What a survey led to. */
  static CreditGrade of(Fact fact, CreditSurvey survey, String previousGrade, CreditStanding standing, String notedBy, Instant notedAt) {
    CreditGrade line = new CreditGrade(fact, survey.getCustomerCode(), survey.getCaseNumber(), standing, notedBy, notedAt);
    line.previousGrade = previousGrade;
    line.moved = CreditGrades.moved(previousGrade, standing.grade());
    line.formulaLimit = survey.getFormulaLimit();
    line.specialApproval = fact == Fact.RATED && survey.isSpecialApproval();
    line.reason = survey.getAdjustReason();
    line.monthlySales = survey.getMonthlySales();
    line.receivable = survey.getReceivable();
    line.openOrders = survey.getOpenOrders();
    return line;
  }

  /**
   * That the limit stands still because the rating is too old.
   *
   * @param caseNumber the survey that expired; null when the round found it
   */
  static CreditGrade frozen(String customerCode, String caseNumber, CreditStanding standing, Instant notedAt) {
    CreditGrade line = new CreditGrade(Fact.FROZEN, customerCode, caseNumber, standing, null, notedAt);
    line.previousGrade = standing.grade();
    return line;
  }
}
