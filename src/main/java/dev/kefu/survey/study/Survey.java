package dev.kefu.survey.study;

import dev.kefu.survey.questionnaire.FieldWork;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One survey, from the agreed purpose to the filed report (P14). */
@Entity
@Table(name = "survey_studies")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Survey {

  /** Where a survey stands; the last four are ends. */
  enum Status {
    AGREED, PLANNED, IN_FIELD, COLLECTED, ANALYSED, REPORTED, SUBMITTED, COMPLETED, REJECTED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(SUBMITTED) > 0;
    }
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String surveyNo;
  private String caseNumber;
  private String processInstanceId;
  private String planNumber;
  private String title;
  private String requestingDepartment;
  private String purposes;
  private String purpose;
  private String scope;
  private String expectedGoal;
  private LocalDate reportDate;
  private BigDecimal budget;
  private String topics;
  private int sampleSize;
  private String regions;
  private int staffFree;
  private String mode;
  private String leader;
  private BigDecimal plannedCost;
  private LocalDate fieldEnd;
  private boolean extended;
  private BigDecimal spent;
  private String agencyName;
  private BigDecimal agencyFee;
  private LocalDate surveyFrom;
  private LocalDate surveyTo;
  private Integer issued;
  private Integer validAnswers;
  private BigDecimal recheckShare;
  private BigDecimal recheckInvalid;
  private String reportTitle;
  private Integer conclusions;
  private String secrecyGrade;
  private Instant warnedAt;
  private Instant submittedAt;
  @Enumerated(EnumType.STRING)
  private Status status = Status.AGREED;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  @ElementCollection
  @CollectionTable(name = "survey_study_results", joinColumns = @JoinColumn(name = "survey_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Result> results = new ArrayList<>();

  Survey(String surveyNo, String caseNumber, String processInstanceId, String planNumber, Instant openedAt) {
    this.surveyNo = surveyNo;
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.planNumber = planNumber;
    this.openedAt = openedAt;
  }

  /** The frozen figures in their order. */
  List<Result> results() {
    return List.copyOf(results);
  }

  /** Takes over what was agreed or ruled. */
  void agree(Purpose agreed, BigDecimal annualBudget) {
    must(Status.AGREED, Status.AGREED);
    title = agreed.surveyTitle();
    requestingDepartment = agreed.requestingDepartment();
    purposes = String.join(",", agreed.purposes());
    purpose = agreed.surveyPurpose();
    scope = agreed.scope();
    expectedGoal = agreed.expectedGoal();
    reportDate = agreed.reportDate();
    budget = annualBudget;
  }

  /** What is asked, of how many, where. */
  void content(Content content) {
    must(Status.AGREED, Status.AGREED);
    topics = String.join(",", content.topics());
    sampleSize = content.sampleSize();
    regions = String.join(",", content.regions());
    staffFree = content.staffFree();
  }

  /** In house, with part-time interviewers, or by an agency. */
  void mode(String way) {
    mode = way;
  }

  /** The annual plan gives more. */
  void raiseBudget(BigDecimal more) {
    must(Status.AGREED, Status.IN_FIELD);
    budget = more;
  }

  /** Takes over an approved plan, the first one or an amended one. */
  void plan(String who, BigDecimal cost, LocalDate endOfField) {
    must(Status.AGREED, Status.IN_FIELD);
    leader = who;
    plannedCost = cost;
    fieldEnd = endOfField;
    status = status == Status.AGREED ? Status.PLANNED : status;
  }

  /** Per cent by which a cost is above what may be spent; 0 where no limit is known. */
  static BigDecimal over(BigDecimal cost, BigDecimal limit) {
    return limit == null || limit.signum() == 0 ? BigDecimal.ZERO : cost.subtract(limit).multiply(HUNDRED).divide(limit, 4, RoundingMode.HALF_UP);
  }

  /** The questionnaire is asked. */
  void goIntoField() {
    must(Status.PLANNED, Status.IN_FIELD);
    status = Status.IN_FIELD;
  }

  /** What a round of field work took. */
  void collect(LocalDate from, LocalDate to, BigDecimal spentSoFar) {
    must(Status.IN_FIELD, Status.IN_FIELD);
    surveyFrom = from;
    surveyTo = to;
    spent = spentSoFar;
  }

  /** More time for the field work, once. */
  void extend(LocalDate endOfField) {
    must(Status.IN_FIELD, Status.IN_FIELD);
    extended = true;
    fieldEnd = endOfField;
  }

  /** The field work is over. */
  void collected(FieldWork work) {
    must(Status.IN_FIELD, Status.IN_FIELD);
    figures(work.issued(), work.valid(), work.recheckedShare(), work.recheckedInvalidShare());
    status = Status.COLLECTED;
  }

  /** Nothing about an agency was agreed before its data came. */
  void bought(String agency, BigDecimal fee) {
    must(Status.AGREED, Status.AGREED);
    agencyName = agency;
    agencyFee = fee;
    spent = fee;
    status = Status.COLLECTED;
  }

  /** How many were asked, as an agency says or as the field work stands after the data were tidied. */
  void figures(int given, int valid, BigDecimal calledBack, BigDecimal notConfirmed) {
    issued = given;
    validAnswers = valid;
    recheckShare = calledBack;
    recheckInvalid = notConfirmed;
  }

  /** When an agency asked. */
  void askedBetween(LocalDate from, LocalDate to) {
    surveyFrom = from;
    surveyTo = to;
  }

  /** Freezes the figures of the analysis. */
  void analyse(List<Result> figures) {
    must(Status.COLLECTED, Status.ANALYSED);
    results.clear();
    results.addAll(figures);
    status = Status.ANALYSED;
  }

  /** The report is written, at first or after it was returned. */
  void report(String titleOfReport, int numberOfConclusions) {
    must(Status.ANALYSED, Status.REPORTED);
    reportTitle = titleOfReport;
    conclusions = numberOfConclusions;
    status = Status.REPORTED;
  }

  /** The reviewer fixes how secret the report is. */
  void grade(String secrecy) {
    must(Status.REPORTED, Status.REPORTED);
    secrecyGrade = secrecy;
  }

  /** The report went to department and leaders. */
  void submit(Instant when) {
    must(Status.REPORTED, Status.REPORTED);
    submittedAt = when;
    status = Status.SUBMITTED;
  }

  /** The user of the report was told that its date comes near. */
  void warned(Instant when) {
    warnedAt = when;
  }

  /**
   * Ends the survey; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be completed without a report
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.COMPLETED && status != Status.SUBMITTED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": survey " + surveyNo + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private void must(Status least, Status most) {
    if (status.compareTo(least) < 0 || status.compareTo(most) > 0) {
      throw new IllegalStateException("Survey " + surveyNo + " is " + status + ", not " + least + (least == most ? "." : " to " + most + "."));
    }
  }
}
