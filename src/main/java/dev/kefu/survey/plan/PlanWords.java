package dev.kefu.survey.plan;

import dev.kefu.budget.Money;
import dev.kefu.reporting.FormLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Codes and parts of survey plans as people read them. */
final class PlanWords {

  private static final String PROPOSAL = "survey/annual-survey-plan-propose";
  private static final String NEED = "survey/annual-survey-plan-state-need";

  static final Map<String, String> DEPARTMENTS = FormLabels.of(NEED, "request.requestingDepartment");
  static final Map<String, String> CYCLES = FormLabels.of(NEED, "request.cycle");
  static final Map<String, String> TOPICS = FormLabels.of(PROPOSAL, "topics");
  static final Map<String, String> METHODS = FormLabels.of(PROPOSAL, "methods");
  static final Map<String, String> REGIONS = FormLabels.of("survey/annual-survey-plan-draft", "regions");

  private static final int MOST_CHARACTERS = 4000;
  private static final String REST = "\n\n…";

  private PlanWords() {
  }

  /** Codes with commas between them, in words. */
  static String names(String codes, Map<String, String> labels) {
    return Arrays.stream(codes.split(",")).map(code -> labels.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  /** A survey in one line. */
  static String facts(PlannedSurvey survey) {
    return "%d · **%s** · %s · %s · %s – %s · n = %d · %s · **%s**%s".formatted(survey.getItemNo(), survey.getTitle(), DEPARTMENTS.getOrDefault(survey.getDepartment(), survey.getDepartment()),
        names(survey.getMethods(), METHODS), survey.getStartsOn(), survey.getReportOn(), survey.getScope().sampleSize(), names(survey.getScope().regions(), REGIONS), Money.text(survey.getBudget()),
        survey.getStatus() == PlannedSurvey.Status.STRUCK_OUT ? " · struck out 已否決" : survey.getBudget().compareTo(survey.getAskedBudget()) < 0 ? " · asked 申請 " + Money.text(survey.getAskedBudget()) : "");
  }

  /** Parts of a text below one another, as long as an approval takes it. */
  static String facts(List<String> parts) {
    String text = String.join("\n\n", parts);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - REST.length()) + REST;
  }
}
