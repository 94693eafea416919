package dev.kefu.complaint.analysis;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the analysis of the period that was taken, in the same transaction. */
@Component
class StartDueAnalysisDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(Analyses.PROCESS,
        Map.of("analysisOccasion", execution.getVariable("analysisOccasion"), "period", execution.getVariable("period")));
  }
}
