package dev.kefu.survey.profile;

import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the customer's answers over into the register, or notes that there are none. */
@Component
@RequiredArgsConstructor
class TakeInformationAnswersDelegate implements JavaDelegate {

  private final InformationSurveys surveys;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Answers answers = FormData.read(execution, "answers", Answers.class);
    execution.setVariable("customerRefused", answers.isRefused());
    if (answers.isRefused()) {
      execution.setVariable("answerFacts", answers.refusal());
      return;
    }
    answers.check();
    surveys.get((Long) execution.getVariable("informationSurveyId")).answer(answers, clock.instant());
    execution.setVariable("answerFacts", answers.facts());
  }
}
