package dev.kefu.relationship.reception;

import dev.kefu.engine.CaseVariables;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Fills in the customer that a calling process names; a reception that a person starts has none. */
@Component
class PrepareReceptionDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(Map.of("returnNote", "", "managerReturns", 0, "financeReturns", 0, "gmReturns", 0));
    if (execution.getVariable(CaseVariables.CUSTOMER_CODE) != null) {
      execution.setVariable("request", Spin.JSON(Map.of("customer", execution.getVariable(CaseVariables.CUSTOMER_CODE))));
    }
  }
}
