package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.survey.questionnaire.Questionnaires;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes a round of field work: time, cost and what came back; draws answers to call back. */
@Component
@RequiredArgsConstructor
class NoteFieldRoundDelegate implements JavaDelegate {

  private final Questionnaires questionnaires;
  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Collected collected = FormData.read(execution, "collection", Collected.class);
    if (collected.surveyTo().isBefore(collected.surveyFrom())) {
      throw new FactsRefused("To 調查結束: must not be before the beginning 不得早於開始");
    }
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    survey.collect(collected.surveyFrom(), collected.surveyTo(), collected.spent());
    questionnaires.drawRechecks(survey.getSurveyNo(), FieldQuality.SHARE_TO_CALL_BACK);
    execution.setVariable("overPercent", Survey.over(collected.spent(), survey.getPlannedCost()).doubleValue());
    execution.setVariable("amendFacts", "**Spent 已支出:** " + SurveyWords.money(collected.spent()) + " · **Plan 計劃:** " + SurveyWords.money(survey.getPlannedCost()));
    execution.setVariable("fieldFacts", FieldQuality.facts(questionnaires.fieldWork(survey.getSurveyNo())));
  }

  /**
   * The form customer-survey-fieldwork-collect.
   *
   * @param spent yuan from the beginning on
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Collected(LocalDate surveyFrom, LocalDate surveyTo, BigDecimal spent) {
  }
}
