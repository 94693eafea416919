package dev.kefu.survey.interviewer;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Fills in how many interviewers the survey needs. */
@Component
class PrepareInterviewerNeedDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(Map.of("interviewersEngaged", 0, "returnNote", "", "approvalReturns", 0));
    execution.setVariable("need", Spin.JSON(Map.of("numberNeeded", execution.getVariable("interviewersNeeded"))));
  }
}
