package dev.kefu.survey.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the valid answers to a released version say.
 *
 * @param version of the questionnaire
 * @param sheets how many valid answers count
 * @param invalid how many answers were left out as invalid
 * @param questions in their order
 */
public record Analysis(String surveyNo, int version, long sheets, long invalid, List<Figures> questions) {

  /**
   * The figures of a question.
   *
   * @param answered how many answered it
   * @param refused how many refused an answer
   * @param blank how many left it blank
   * @param options of a choice or a scale; empty elsewhere
   * @param mean of a scale or a number, two decimals; null elsewhere and where nobody answered
   * @param smallest of numbers; null elsewhere
   * @param largest of numbers; null elsewhere
   * @param earliest of dates, {@code 2026-11-30}; null elsewhere
   * @param latest of dates; null elsewhere
   */
  public record Figures(Question question, long answered, long refused, long blank, List<Counted> options, BigDecimal mean, BigDecimal smallest, BigDecimal largest, String earliest, String latest) {
  }

  /**
   * How often something was chosen.
   *
   * @param percent of those who answered the question, one decimal; of a multiple choice they may add up to more than 100
   */
  public record Counted(String code, String label, long count, BigDecimal percent) {
  }

  /**
   * A row of the report's statistics (form F04, needsResults).
   *
   * @param item the question
   * @param option what was chosen, or what the figure is
   * @param count how often; null for a mean
   * @param percent of those who answered; null for a mean
   * @param score mean of a scale or a number; null elsewhere
   */
  public record Row(String item, String option, Long count, BigDecimal percent, BigDecimal score) {
  }

  /** The figures of a question, for example {@code age}; empty where it was not asked. */
  public Optional<Figures> question(String code) {
    return questions.stream().filter(figures -> figures.question().code().equals(code)).findFirst();
  }

  /** Everything that is counted, row by row, for the printed report. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Figures figures : questions) {
      String item = figures.question().label();
      figures.options().forEach(option -> rows.add(new Row(item, option.label(), option.count(), option.percent(), null)));
      if (figures.mean() != null) {
        rows.add(new Row(item, "Mean 平均值", null, null, figures.mean()));
      }
    }
    return rows;
  }
}
