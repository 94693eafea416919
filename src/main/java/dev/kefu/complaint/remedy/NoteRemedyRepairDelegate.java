package dev.kefu.complaint.remedy;

import dev.kefu.engine.Performer;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the repair, or the exchange that it became, into the register; one that the customer did not want ends with the error notDone. */
@Component
@RequiredArgsConstructor
class NoteRemedyRepairDelegate implements JavaDelegate {

  private static final Set<String> DONE = Set.of("repaired", "toExchange");

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    if (!DONE.contains((String) execution.getVariable("repairOutcome"))) {
      throw new BpmnError("notDone");
    }
    String result = (String) execution.getVariable("repairResult");
    String by = Performer.of(execution);
    remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.finish(Branch.REPAIR, result, remedies.today(), by));
  }
}
