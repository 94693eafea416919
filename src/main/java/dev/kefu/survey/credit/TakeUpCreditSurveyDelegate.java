package dev.kefu.survey.credit;

import dev.kefu.engine.CaseVariables;
import dev.kefu.information.Customers;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees who asks for the survey: a caller hands over customer and occasion, a person is asked for both. */
@Component
@RequiredArgsConstructor
class TakeUpCreditSurveyDelegate implements JavaDelegate {

  private final Customers customers;

  @Override
  public void execute(DelegateExecution execution) {
    String customer = (String) execution.getVariable(CaseVariables.CUSTOMER_CODE);
    String occasion = (String) execution.getVariable("creditOccasion");
    execution.setVariables(Map.of("customerKnown", customer != null && customers.find(customer).isPresent(), "creditOccasion", occasion == null ? "request" : occasion,
        "creditOutcome", "withdrawn"));
  }
}
