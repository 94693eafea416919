package dev.kefu.survey.credit;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A survey that nobody decided within a year rates nobody: the limit is frozen. A case that never named its customer freezes nothing. */
@Component
@RequiredArgsConstructor
class ExpireCreditSurveyDelegate implements JavaDelegate {

  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    if (execution.getVariable("creditFacts") != null) {
      surveys.freeze(surveys.of(execution.getProcessInstanceId()).getCustomerCode(), execution.getProcessBusinessKey());
    }
    execution.setVariable("creditOutcome", "expired");
  }
}
