package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register that the customer does not want an undone repair to be tried again. */
@Component
@RequiredArgsConstructor
class SettleUndoneRepairDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    RepairTalk talk = FormData.read(execution, "repairTalk", RepairTalk.class);
    String by = Performer.of(execution);
    if ("refused".equals(talk.way())) {
      remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.refuse(Branch.REPAIR, talk.agreement(), by));
      throw new BpmnError(Answer.REFUSED_BY_CUSTOMER);
    }
  }

  /**
   * The form complaint-remedy-settle-repair.
   *
   * @param way {@code again} or {@code refused}
   * @param agreement what was agreed, or why not
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record RepairTalk(String way, String agreement) {
  }
}
