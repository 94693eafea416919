package dev.kefu.complaint.quality;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the remedy that the table gives into the register. */
@Component
@RequiredArgsConstructor
class NoteRemedyChoiceDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    String remedy = (String) execution.getVariable("remedy");
    boolean damages = (Boolean) execution.getVariable("damages");
    register.get((Long) execution.getVariable("qualityId")).choose(remedy, damages, number(execution, "allowanceMin"), number(execution, "allowanceMax"));
    execution.setVariable("remedyName", Words.REMEDIES.get(remedy) + (damages ? " + " + Words.REMEDIES.get("compensation") : ""));
    execution.setVariable("approvalReason", null);
    execution.setVariable("returns", 0);
  }

  private static Integer number(DelegateExecution execution, String name) {
    return execution.getVariable(name) instanceof Number number ? number.intValue() : null;
  }
}
