package dev.kefu.information.leak;

import dev.kefu.engine.CaseVariables;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/**
 * Tells a person's report from a complaint's. A complaint hands over {@code complaintNumber}, {@code complaintFacts}, {@code complaintReceiver} (the finder,
 * absent when a program brought it) and {@code personsComplainedAbout}; its case has no starter, so that whoever handled the complaint does not see the leak.
 */
@Component
class OpenLeakDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Object complaint = execution.getVariable("complaintNumber");
    boolean fromComplaint = complaint != null;
    Object finder = execution.getVariable(fromComplaint ? "complaintReceiver" : CaseVariables.STARTER);
    Object barred = execution.getVariable("personsComplainedAbout");

    execution.setVariable("fromComplaint", fromComplaint);
    execution.setVariable("sourceNote", fromComplaint ? "**Complaint 投訴 " + complaint + "**\n\n" + execution.getVariable("complaintFacts") : "");
    execution.setVariable("personsComplainedAbout", barred == null ? "" : barred);
    if (fromComplaint) {
      execution.setVariable(CaseVariables.STARTER, null);
    }
    if (finder != null) {
      execution.setVariable("incident", Spin.JSON(Map.of("finder", finder)));
    }
  }
}
