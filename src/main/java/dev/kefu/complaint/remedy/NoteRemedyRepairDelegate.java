package dev.kefu.complaint.remedy;

import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the repair into the register. */
@Component
@RequiredArgsConstructor
class NoteRemedyRepairDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    String result = (String) execution.getVariable("repairResult");
    String by = Performer.of(execution);
    remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.finish(Branch.REPAIR, result, remedies.today(), by));
  }
}
