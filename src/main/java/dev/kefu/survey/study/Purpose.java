package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a survey is for: the form customer-survey-agree-purpose, and the same fields where the manager rules.
 *
 * @param purposes codes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Purpose(String surveyTitle, String requestingDepartment, LocalDate reportDate, List<String> purposes, String surveyPurpose, String scope, String expectedGoal) {

  /**
   * Refuses a report that was due before it is begun.
   *
   * @throws FactsRefused when the date does not lie ahead
   */
  Purpose after(LocalDate today) {
    if (!reportDate.isAfter(today)) {
      throw new FactsRefused("Report due 報告提交日期: must lie ahead 須晚於今天");
    }
    return this;
  }

  /** In words. */
  String facts() {
    List<String> parts = new ArrayList<>();
    parts.add("**" + surveyTitle + "** · " + SurveyWords.DEPARTMENTS.getOrDefault(requestingDepartment, requestingDepartment) + " · **Report due 報告提交日期 " + reportDate + "**");
    parts.add("**Purpose 調查目的:** " + SurveyWords.listed(purposes, SurveyWords.PURPOSES) + "\n\n" + surveyPurpose);
    parts.add("**Scope 調查範圍:** " + scope);
    parts.add("**Expected goal 預期目標:** " + expectedGoal);
    return SurveyWords.facts(parts);
  }
}
