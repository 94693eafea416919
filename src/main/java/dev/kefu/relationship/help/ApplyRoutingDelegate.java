package dev.kefu.relationship.help;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the route into the register: the decision's at first, the supervisor's after the case was sorted again. */
@Component
@RequiredArgsConstructor
class ApplyRoutingDelegate implements JavaDelegate {

  private final HelpCases helpCases;

  @Override
  public void execute(DelegateExecution execution) {
    Rerouting routing = execution.hasVariable("rerouting")
        ? FormData.read(execution, "rerouting", Rerouting.class)
        : new Rerouting((String) execution.getVariable("route"), null);
    execution.setVariable("route", routing.route());
    execution.setVariable("owner", routing.owner());
    helpCases.of(execution.getProcessInstanceId())
        .route((String) execution.getVariable(CaseVariables.CUSTOMER_CODE), routing.route(), routing.owner());
  }

  /**
   * The form customer-help-sort-again.
   *
   * @param route code of the way
   * @param owner user id of the specialist in charge, or null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Rerouting(String route, String owner) {
  }
}
