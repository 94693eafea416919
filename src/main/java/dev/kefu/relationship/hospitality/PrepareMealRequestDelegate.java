package dev.kefu.relationship.hospitality;

import dev.kefu.engine.CaseVariables;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Fills in what the process that asks for the meal knows of it: the plain variable {@code customerCode}, which the specialist sees in the form and may change, and {@code mealWish}, which the form shows. */
@Component
class PrepareMealRequestDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    if (execution.hasVariable(CaseVariables.CUSTOMER_CODE)) {
      execution.setVariable("request", Spin.JSON(Map.of("customer", execution.getVariable(CaseVariables.CUSTOMER_CODE))));
    }
    if (!execution.hasVariable("mealWish")) {
      execution.setVariable("mealWish", "");
    }
    execution.setVariables(Map.of("paidAmount", "0.00", "returnReason", ""));
  }
}
