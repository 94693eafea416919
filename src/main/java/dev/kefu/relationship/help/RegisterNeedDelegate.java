package dev.kefu.relationship.help;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the case in the register. */
@Component
@RequiredArgsConstructor
class RegisterNeedDelegate implements JavaDelegate {

  private final HelpCases helpCases;

  @Override
  public void execute(DelegateExecution execution) {
    helpCases.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(),
        (String) execution.getVariable(CaseVariables.STARTER), FormData.read(execution, "need", Need.class));
  }
}
