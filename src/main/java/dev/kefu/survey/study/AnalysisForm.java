package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The form customer-survey-report-analyse: art. 10.
 *
 * @param crossTables null for those of an agency
 * @param needsResults counts of an agency; null for a survey in house
 * @param satisfactionResults may be null
 * @param creditResults may be null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AnalysisForm(String synthesis, String conflicts, String inference, List<Band> subjectAge, List<Genders> subjectGender, List<Band> subjectIncome, List<Pair> crossTables, List<Count> needsResults,
                    String needsConclusion, List<Score> satisfactionResults, String creditResults) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  /** Shares are rounded. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.5");

  /**
   * Refuses shares that do not add up.
   *
   * @throws FactsRefused naming the list
   */
  AnalysisForm checked() {
    whole("Subjects: age 年齡結構", subjectAge, Band::percent);
    whole("Subjects: gender 性別比例", subjectGender, one -> one.male().add(one.female()));
    whole("Subjects: income 收入水平", subjectIncome, Band::percent);
    return this;
  }

  private static <T> void whole(String label, List<T> shares, Function<T, BigDecimal> share) {
    BigDecimal sum = shares.stream().map(share).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.subtract(HUNDRED).abs().compareTo(TOLERANCE) > 0) {
      throw new FactsRefused(label + ": must add up to 100, not 合計須為 100，而非 " + sum.toPlainString());
    }
  }

  List<Pair> crossed() {
    return crossTables == null ? List.of() : crossTables;
  }

  List<Result> agencyResults() {
    return needsResults == null ? List.of() : needsResults.stream().map(one -> new Result(Result.Sort.COUNT, one.item(), one.option(), one.count(), one.percent(), null)).toList();
  }

  List<Result> scores() {
    return satisfactionResults == null ? List.of() : satisfactionResults.stream().map(one -> new Result(Result.Sort.SCORE, one.item(), "Satisfaction 滿意度", null, null, one.score())).toList();
  }

  /** In words, for whoever writes the report. */
  String facts() {
    List<String> parts = new ArrayList<>(List.of("**Synthesis 綜合分析:** " + synthesis, "**Conflicts 矛盾及解釋:** " + conflicts, "**Inference 推理:** " + inference, "**Needs 需求分析結論:** " + needsConclusion));
    if (creditResults != null && !creditResults.isBlank()) {
      parts.add("**Credit, competition 信用與競爭:** " + creditResults);
    }
    return SurveyWords.facts(parts);
  }

  /** A part of the respondents. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Band(String band, BigDecimal percent) {
  }

  /** Men and women. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Genders(BigDecimal male, BigDecimal female) {
  }

  /** Codes of two questions. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Pair(String rows, String columns) {
  }

  /** A count of an agency. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Count(String item, String option, long count, BigDecimal percent) {
  }

  /** How satisfied people are with something. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Score(String item, BigDecimal score) {
  }
}
