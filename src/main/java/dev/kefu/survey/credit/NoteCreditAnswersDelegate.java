package dev.kefu.survey.credit;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds what the surveyor entered to itself and keeps it for the next survey. */
@Component
@RequiredArgsConstructor
class NoteCreditAnswersDelegate implements JavaDelegate {

  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Answers answers = FormData.read(execution, "survey", Answers.class);
    answers.check(surveys.today());
    surveys.of(execution.getProcessInstanceId()).answer(Performer.of(execution), execution.getVariable("survey").toString());
    List<String> missing = answers.missing();
    execution.setVariable("missingNote", missing.isEmpty() ? "—" : String.join(", ", missing));
  }
}
