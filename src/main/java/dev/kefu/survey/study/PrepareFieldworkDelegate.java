package dev.kefu.survey.study;

import dev.kefu.survey.questionnaire.Questionnaires;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Begins a questionnaire with all that the handbook asks of the topics. */
@Component
@RequiredArgsConstructor
class PrepareFieldworkDelegate implements JavaDelegate {

  private final Questionnaires questionnaires;

  @Override
  public void execute(DelegateExecution execution) {
    Map<String, Object> asked = new HashMap<>();
    questionnaires.suggested(QuestionSheet.topics((String) execution.getVariable("topics"))).forEach(question -> asked.put(QuestionSheet.tickOf(question), true));
    execution.setVariable("questionnaire", Spin.JSON(asked));
    execution.setVariables(Map.of("returnNote", "", "checkNote", "", "collectNote", "", "planOutcome", SurveyWords.OPEN, "fieldFacts", "", "amendFacts", ""));
  }
}
