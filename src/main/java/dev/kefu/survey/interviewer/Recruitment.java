package dev.kefu.survey.interviewer;

import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One selection of part-time interviewers for a survey, from the need to the settlement (P16). */
@Entity
@Table(name = "survey_recruitments")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Recruitment {

  /** Where it stands; the last four are ends. */
  enum Status {
    REQUESTED, INTERVIEWED, PICKED, TRAINED, ENGAGED, SETTLED, NOT_ENGAGED, REJECTED, WITHDRAWN;

    boolean isEnd() {
      return compareTo(ENGAGED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String settlementCase;
  private String surveyNo;
  private String surveyTitle;
  private int numberNeeded;
  private String profile;
  private String needBy;
  private int leastMark;
  private BigDecimal payPerValid;
  private int mostInvalid;
  private LocalDate trainedOn;
  @Enumerated(EnumType.STRING)
  private Status status = Status.REQUESTED;
  private Instant openedAt;
  private Instant endedAt;
  private Instant settledAt;
  @OneToMany(mappedBy = "recruitment", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
  @OrderBy("id")
  private List<Interviewer> interviewers = new ArrayList<>();
  @Version
  private int version;

  Recruitment(String caseNumber, String processInstanceId, String surveyNo, String surveyTitle, Terms terms, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.surveyNo = surveyNo;
    this.surveyTitle = surveyTitle;
    this.leastMark = terms.leastMark();
    this.payPerValid = terms.payPerValid();
    this.mostInvalid = terms.mostInvalid();
    this.openedAt = openedAt;
  }

  /**
   * What the table interviewer-terms says.
   *
   * @param payPerValid yuan for a valid questionnaire
   * @param mostInvalid per cent of a batch; with more it is unpaid
   */
  record Terms(int leastMark, BigDecimal payPerValid, int mostInvalid) {
  }

  /** Takes the need, at first or after it was returned. */
  void need(int number, String who, String by) {
    must(Status.REQUESTED);
    numberNeeded = number;
    profile = who;
    needBy = by;
  }

  /**
   * Takes the applicants.
   *
   * @throws FactsRefused when two bear the same name
   */
  void interview(List<Applicants.Row> rows) {
    must(Status.REQUESTED);
    if (rows.stream().map(row -> row.name().strip()).distinct().count() < rows.size()) {
      throw new FactsRefused("Applicants 應聘者: each person once; tell two of one name apart 每人一行，同名者請加以區分");
    }
    rows.forEach(row -> interviewers.add(new Interviewer(this, row)));
    status = Status.INTERVIEWED;
  }

  /**
   * Picks some of them.
   *
   * @throws FactsRefused when they are more than needed
   */
  void pick(Collection<String> names) {
    must(Status.INTERVIEWED);
    if (names.size() > numberNeeded) {
      throw new FactsRefused("Picked 入選: at most %d are needed 不得超過需要人數".formatted(numberNeeded));
    }
    interviewers.forEach(one -> one.pick(names.contains(one.getName())));
    status = Status.PICKED;
  }

  /** Takes the marks of everybody who was picked. */
  void train(List<Marks.Row> rows, LocalDate day) {
    must(Status.PICKED);
    mustBeAll(rows.stream().map(Marks.Row::name).toList(), picked());
    rows.forEach(row -> find(row.name()).mark(row.testMark()));
    trainedOn = day;
    status = Status.TRAINED;
  }

  /** Engages those who signed; each gets questionnaires. */
  void engage(List<Engagement.Row> rows) {
    must(Status.TRAINED);
    mustBeAll(rows.stream().map(Engagement.Row::name).toList(), passed());
    for (Engagement.Row row : rows) {
      if (row.undertaking() && row.assigned() == 0) {
        throw new FactsRefused("Questionnaires assigned 派發份數: " + row.name() + " gets some 須大於零");
      }
      if (row.undertaking()) {
        find(row.name()).engage(row.assigned());
      }
    }
    status = engaged().isEmpty() ? status : Status.ENGAGED;
  }

  /** The case in which they are settled with. */
  void settledIn(String settlement) {
    settlementCase = settlement;
  }

  /** What so many answers are paid: nothing when more are invalid than the terms allow. */
  BigDecimal payFor(int valid, int invalid) {
    return isToRedo(valid, invalid) ? BigDecimal.ZERO.setScale(2) : payPerValid.multiply(BigDecimal.valueOf(valid)).setScale(2, RoundingMode.HALF_UP);
  }

  boolean isToRedo(int valid, int invalid) {
    return Interviewer.invalidShare(valid, invalid).compareTo(BigDecimal.valueOf(mostInvalid)) > 0;
  }

  /** Those who are not settled with, or whose batch is redone. */
  List<Interviewer> open() {
    return engaged().stream().filter(one -> one.getSettledAt() == null || !one.isRedone() && isToRedo(one.getValidAnswers(), one.getInvalidAnswers())).toList();
  }

  /**
   * Settles with everybody who is open.
   *
   * @throws FactsRefused when somebody is left out, or an amount is not what the terms say
   */
  void settle(List<Assessment.Row> rows, Instant when) {
    must(Status.ENGAGED);
    mustBeAll(rows.stream().map(Assessment.Row::name).toList(), open());
    rows.stream().filter(row -> row.pay().compareTo(payFor(row.valid(), row.invalid())) != 0).findFirst().ifPresent(row -> {
      throw new FactsRefused("Pay 報酬: %s gets %s yuan for so many valid answers 應為 %2$s 元".formatted(row.name(), payFor(row.valid(), row.invalid()).toPlainString()));
    });
    rows.forEach(row -> find(row.name()).settle(row.valid(), row.invalid(), row.pay(), row.rating(), when));
    settledAt = when;
  }

  List<Interviewer> picked() {
    return those(Interviewer::isPicked);
  }

  List<Interviewer> passed() {
    return those(one -> one.getTestMark() != null && one.getTestMark() >= leastMark);
  }

  List<Interviewer> engaged() {
    return those(Interviewer::isUndertaking);
  }

  /** Ends the selection, or the settlement; repeating the same end changes nothing. */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.SETTLED && status != Status.ENGAGED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": selection " + caseNumber + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private List<Interviewer> those(Predicate<Interviewer> which) {
    return interviewers.stream().filter(which).toList();
  }

  private Interviewer find(String name) {
    return interviewers.stream().filter(one -> one.getName().equals(name)).findFirst().orElseThrow();
  }

  private static void mustBeAll(List<String> names, List<Interviewer> all) {
    if (!names.stream().sorted().toList().equals(all.stream().map(Interviewer::getName).sorted().toList())) {
      throw new FactsRefused("Name 姓名: everybody has one line 每人一行，不得遺漏: " + String.join(", ", all.stream().map(Interviewer::getName).toList()));
    }
  }

  private void must(Status wanted) {
    if (status != wanted) {
      throw new IllegalStateException("Selection " + caseNumber + " is " + status + ", not " + wanted + ".");
    }
  }
}
