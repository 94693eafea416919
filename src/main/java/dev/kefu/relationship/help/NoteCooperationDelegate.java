package dev.kefu.relationship.help;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes a department's result into the register and says whether it was verified. */
@Component
@RequiredArgsConstructor
class NoteCooperationDelegate implements JavaDelegate {

  private final HelpCases helpCases;

  @Override
  public void execute(DelegateExecution execution) {
    CooperationResult cooperation = FormData.read(execution, "cooperationResult", CooperationResult.class);
    helpCases.of(execution.getProcessInstanceId()).noteCooperation(cooperation.result());
    execution.setVariable("cooperationVerified", "passed".equals(cooperation.verified()));
  }

  /**
   * The form customer-help-record-cooperation.
   *
   * @param result what the department did
   * @param verified {@code passed} or {@code failed}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record CooperationResult(String result, String verified) {
  }
}
