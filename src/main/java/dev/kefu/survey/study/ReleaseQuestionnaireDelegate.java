package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.survey.questionnaire.Questionnaires;
import dev.kefu.survey.questionnaire.SampleCard;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fixes the questionnaire and draws the sample, or sends it back with what the trial showed. */
@Component
@RequiredArgsConstructor
class ReleaseQuestionnaireDelegate implements JavaDelegate {

  private final Questionnaires questionnaires;
  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Pretest pretest = FormData.read(execution, "pretest", Pretest.class);
    boolean released = "release".equals(pretest.outcome());
    execution.setVariable("questionnaireReleased", released);
    execution.setVariable("returnNote", released ? "" : "**The trial showed 試調查發現:** " + pretest.findings());
    if (released) {
      Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
      questionnaires.release(survey.getSurveyNo());
      SampleCard sample = questionnaires.sample(survey.getSurveyNo(), FormData.read(execution, "questionnaire", QuestionSheet.class).sample(survey.getSampleSize(), survey.getRegions()));
      survey.goIntoField();
      execution.setVariable("fieldFacts", "**Sample 樣本:** " + sample.size() + " · **Reserve 備用:** " + sample.reserve() + " · " + sample.method().label());
      execution.setVariable("collectNote", "**End of field work 截止:** " + survey.getFieldEnd());
    }
  }

  /** The form customer-survey-fieldwork-pretest. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Pretest(String outcome, String findings) {
  }
}
