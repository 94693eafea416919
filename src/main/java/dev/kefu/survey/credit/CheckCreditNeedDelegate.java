package dev.kefu.survey.credit;

import dev.kefu.engine.CaseVariables;
import dev.kefu.information.Customers;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Says whether a message asks for a survey of its own. A new customer who was rated already needs none; what is heard while a survey of the customer is open is
 * told to that survey. Input parameter: {@code occasion}.
 */
@Component
@RequiredArgsConstructor
class CheckCreditNeedDelegate implements JavaDelegate {

  private final CreditSurveys surveys;
  private final Customers customers;

  @Override
  public void execute(DelegateExecution execution) {
    String occasion = (String) execution.getVariableLocal("occasion");
    String customer = (String) execution.getVariable(CaseVariables.CUSTOMER_CODE);
    boolean known = customer != null && customers.find(customer).isPresent();
    boolean rated = "newCustomer".equals(occasion) && known && surveys.standing(customer) != null;
    Optional<CreditSurvey> open = known ? surveys.openOf(customer) : Optional.empty();
    open.filter(survey -> "anomaly".equals(occasion)).ifPresent(survey -> tell(execution, survey));
    execution.setVariables(Map.of("surveyNeeded", known && !rated && open.isEmpty(), "creditOccasion", occasion, "creditOutcome", "withdrawn"));
  }

  private static void tell(DelegateExecution execution, CreditSurvey survey) {
    String found = CreditAnomaly.of(execution::getVariable);
    execution.getProcessEngineServices().getRuntimeService().setVariable(survey.getProcessInstanceId(), "anomalyNote", found);
    execution.getProcessEngineServices().getTaskService().createComment(null, survey.getProcessInstanceId(), "Credit anomaly 信用異動 (" + execution.getProcessBusinessKey() + "): " + found);
  }
}
