package dev.kefu.relationship.reception;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the request into the register; a key account is as important as a guest of director rank. */
@Component
@RequiredArgsConstructor
class OpenReceptionDelegate implements JavaDelegate {

  private final Receptions receptions;

  @Override
  public void execute(DelegateExecution execution) {
    receptions.request(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), (String) execution.getVariable(CaseVariables.STARTER),
        (String) execution.getVariable(CaseVariables.CUSTOMER_CODE), FormData.read(execution, "request", ReceptionRequest.class));
    execution.setVariable("receptionNumber", execution.getProcessBusinessKey());
    execution.setVariable("importantGuest", Boolean.TRUE.equals(execution.getVariable("keyAccount")) || Boolean.TRUE.equals(execution.getVariable("importantRank")));
  }
}
