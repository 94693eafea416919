package dev.kefu.survey.questionnaire;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the answers to two questions go together, or a question with a fact of the respondents. Of a multiple choice each chosen option counts.
 *
 * @param rows what stands at the left
 * @param columns what stands above
 * @param counts a list for each row, a number for each column
 * @param rowTotals respondents in each row
 * @param columnTotals respondents in each column
 * @param sheets respondents who answered both
 */
public record CrossTable(Axis rows, Axis columns, List<List<Long>> counts, List<Long> rowTotals, List<Long> columnTotals, long sheets) {

  /** Where a customer is, how a customer is graded, who asked: what a question may be put together with besides another question. */
  public static final List<String> FACTS = List.of("@region", "@grade", "@interviewer");

  /**
   * One side of the table.
   *
   * @param code of the question, or one of {@link #FACTS}
   * @param labels of its options
   */
  public record Axis(String code, String label, List<String> labels) {
  }

  /** Per cent of the row's respondents, one decimal. */
  public BigDecimal percent(int row, int column) {
    return FieldWork.percent(counts.get(row).get(column), rowTotals.get(row));
  }
}
