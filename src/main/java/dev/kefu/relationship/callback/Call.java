package dev.kefu.relationship.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.relationship.callback.Try.Outcome;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form customer-callback-do. What the customer said is null unless the customer was reached.
 *
 * @param outcome what came of the try
 * @param problems problems in the customer's words
 * @param satisfaction how satisfied the customer is
 * @param needsChange what the customer needs now
 * @param competitor named competitor, or empty
 * @param orderChange change of the orders in percent, below zero for fewer
 * @param suggestions the customer's idea, or empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Call(Outcome outcome, String problems, Satisfaction satisfaction, String needsChange, String competitor, BigDecimal orderChange, String suggestions) {

  /** Readable lines for whoever follows up. */
  String facts(String caseNumber) {
    return "Call-back 回訪 " + caseNumber + Stream.of(
            line("Satisfaction 滿意度", satisfaction == null ? null : satisfaction.points() + " / 5"), line("Problems 問題", problems),
            line("Changed needs 需求變化", needsChange), line("Competitor 競爭對手", competitor),
            line("Orders 訂單變化", orderChange == null ? null : orderChange.toPlainString() + " %"), line("Suggestions 建議", suggestions))
        .collect(Collectors.joining());
  }

  /** What makes the customer complain, in a line each. */
  String grievance() {
    return (line("Satisfaction 滿意度", satisfaction.points() + " / 5") + line("Problems 問題", problems)).strip();
  }

  private static String line(String label, String value) {
    return value == null || value.isBlank() ? "" : "\n" + label + ": " + value;
  }
}
