package dev.kefu.information.registration;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;
import static dev.kefu.engine.CaseVariables.STARTER;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells a person's registration from a procedure's. A procedure hands over {@code customerCode} (null for a new customer) and {@code registrationProposal}; it has just spoken
 * to the customer. Where no person stands behind it, the information section reports.
 */
@Component
@RequiredArgsConstructor
class OpenRegistrationDelegate implements JavaDelegate {

  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Object customer = execution.getVariable(CUSTOMER_CODE);
    execution.setVariable("called", execution.getSuperExecution() != null || customer != null || execution.hasVariable("registrationProposal"));
    execution.setVariable("operation", customer == null ? "new" : "change");
    execution.setVariable("contactedAt", Date.from(clock.instant()));
    execution.setVariable("registrationOutcome", "rejected");
    execution.setVariables(Map.of("recordNote", "", "autoFacts", "", "returnNote", "", "checkReturns", 0, "keptApart", ""));
    for (String name : new String[] {CUSTOMER_CODE, CUSTOMER_NAME, STARTER}) {
      execution.setVariable(name, execution.getVariable(name));
    }
  }
}
