package dev.kefu.survey.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The form annual-survey-plan-draft.
 *
 * @param sellingExpense null where the plan of the year has it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Draft(List<Row> surveys, BigDecimal sellingExpense) {

  /**
   * One survey.
   *
   * @param item number of the proposal
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String item, int priority, String subjectKeyCustomers, String subjectOtherCustomers, int sampleSize, List<String> regions, String leader, LocalDate startOn, LocalDate reportDate,
             BigDecimal budget) {

    private boolean isAboutNobody() {
      return isEmpty(subjectKeyCustomers) && isEmpty(subjectOtherCustomers);
    }

    private static boolean isEmpty(String text) {
      return text == null || text.isBlank();
    }
  }

  /**
   * Looks whether each line can be.
   *
   * @param year the year of a plan of the year; null for an unplanned survey
   * @throws FactsRefused when one cannot, with all its reasons
   */
  void check(Integer year, LocalDate today) {
    List<String> problems = new ArrayList<>();
    Set<String> items = new HashSet<>();
    Set<Integer> priorities = new HashSet<>();
    for (int line = 0; line < surveys.size(); line++) {
      Row row = surveys.get(line);
      List<String> wrong = new ArrayList<>();
      if (!items.add(row.item())) {
        wrong.add("this proposal stands twice 建議項目重複");
      }
      if (!priorities.add(row.priority())) {
        wrong.add("this priority stands twice 優先順序重複");
      }
      if (row.isAboutNobody()) {
        wrong.add("name key customers or other customers 須填重點客戶或其他客戶");
      }
      if (row.startOn().isBefore(today)) {
        wrong.add("begins in the past 開始日期不得早於今天");
      } else if (year != null && row.startOn().getYear() != year) {
        wrong.add("begins outside of %d 開始日期不在 %d 年".formatted(year, year));
      }
      if (!row.reportDate().isAfter(row.startOn())) {
        wrong.add("the report is due after the beginning 報告日期須晚於開始日期");
      }
      if (!wrong.isEmpty()) {
        problems.add("Line 第 %d 行: %s".formatted(line + 1, String.join(", ", wrong)));
      }
    }
    if (!problems.isEmpty()) {
      throw new FactsRefused(String.join("; ", problems));
    }
  }
}
