package dev.kefu.relationship.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Writes the plan into the register; whoever made it is in charge from now on. */
@Component
@RequiredArgsConstructor
class NotePlanDelegate implements JavaDelegate {

  private final Callbacks callbacks;

  @Override
  public void execute(DelegateExecution execution) {
    Plan plan = FormData.read(execution, "plan", Plan.class);
    callbacks.plan(execution.getProcessInstanceId(), plan.purpose(), plan.way());
    Authentication planner = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    execution.setVariable(CaseVariables.OWNER, planner == null ? execution.getVariable(CaseVariables.OWNER) : planner.getUserId());
  }

  /**
   * The form customer-callback-plan.
   *
   * @param purpose code of the purpose, for example {@code afterSales}
   * @param way code of the way, for example {@code phone}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Plan(String purpose, String way) {
  }
}
