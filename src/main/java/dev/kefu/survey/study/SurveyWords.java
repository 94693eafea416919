package dev.kefu.survey.study;

import dev.kefu.reporting.FormLabels;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Codes and figures of surveys as people read them. */
final class SurveyWords {

  static final Map<String, String> DEPARTMENTS = FormLabels.of("survey/customer-survey-agree-purpose", "purpose.requestingDepartment");
  static final Map<String, String> PURPOSES = FormLabels.of("survey/customer-survey-agree-purpose", "purpose.purposes");
  static final Map<String, String> TOPICS = FormLabels.of("survey/customer-survey-set-content", "content.topics");
  static final Map<String, String> REGIONS = FormLabels.of("survey/customer-survey-set-content", "content.regions");
  static final Map<String, String> GRADES = FormLabels.of("survey/customer-survey-report-review", "review.secrecyGrade");
  static final Map<String, String> MODES = Map.of(SurveyWords.COMMISSIONED, "Commissioned 委託調查", SurveyWords.IN_HOUSE, "In house 自行調查", SurveyWords.PART_TIME, "In house with part-time interviewers 自行調查（兼職調查員）");

  static final String COMMISSIONED = "commissioned";
  static final String IN_HOUSE = "inHouse";
  static final String PART_TIME = "partTime";
  /** How a survey stands while nothing has ended it. */
  static final String OPEN = "open";

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int MOST_CHARACTERS = 4000;
  private static final String REST = "\n\n…";
  private static final int PERCENT_OF_A_BLOCK = 5;

  private SurveyWords() {
  }

  /** Labels of codes with commas between them. */
  static String listed(Collection<String> codes, Map<String, String> labels) {
    return codes.stream().map(code -> labels.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  /** The same of codes with commas between them; empty for null. */
  static String listed(String codes, Map<String, String> labels) {
    return codes == null ? "" : listed(Arrays.asList(codes.split(",")), labels);
  }

  /** A moment in words; empty for null. */
  static String shown(Instant moment, Clock clock) {
    return moment == null ? "" : SHOWN.format(moment.atZone(clock.getZone()));
  }

  /** Per cent; null for null. */
  static String percent(BigDecimal percent) {
    return percent == null ? null : percent.stripTrailingZeros().toPlainString() + " %";
  }

  /** Yuan; null for null. */
  static String money(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString() + " 元";
  }

  /** A share as a bar, a block for each five per cent. */
  static String bar(BigDecimal percent) {
    return percent == null ? "" : "█".repeat(percent.intValue() / PERCENT_OF_A_BLOCK);
  }

  /** Parts of a text below one another, as long as an approval takes it. */
  static String facts(List<String> parts) {
    String text = String.join("\n\n", parts);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - REST.length()) + REST;
  }
}
