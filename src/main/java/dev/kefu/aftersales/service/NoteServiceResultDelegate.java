package dev.kefu.aftersales.service;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what a called procedure did into the register. Input parameters: {@code result}, readable; {@code outcome}, how the procedure ended. */
@Component
@RequiredArgsConstructor
class NoteServiceResultDelegate implements JavaDelegate {

  private final ServiceRequests requests;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    String outcome = (String) execution.getVariableLocal("outcome");
    String result = (String) execution.getVariableLocal("result");
    requests.get((Long) execution.getVariable("requestId")).serve(outcome, result, clock.instant());
    execution.setVariable("serviceOutcome", "withdrawn".equals(outcome) ? outcome : "served");
    execution.setVariable("serviceResult", result == null ? "" : result);
  }
}
