package dev.kefu.complaint.analysis;

import dev.kefu.complaint.analysis.ComplaintAnalysis.Reason;
import dev.kefu.reporting.Period;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the complaints of the period and freezes the figures in the register. */
@Component
@RequiredArgsConstructor
class CountComplaintsDelegate implements JavaDelegate {

  private final Analyses analyses;

  @Override
  public void execute(DelegateExecution execution) {
    Reason reason = new Reason((String) execution.getVariable("analysisOccasion"), Period.parse((String) execution.getVariable("period")),
        (String) execution.getVariable("subject"));
    ComplaintAnalysis analysis = analyses.count(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), reason);
    execution.setVariable("analysisId", analysis.getId());
    execution.setVariable("periodShown", AnalysisWords.period(analysis));
    execution.setVariable("numbers", AnalysisWords.numbers(analysis));
    execution.setVariable("tables", AnalysisWords.tables(analysis));
    execution.setVariable("mainCauses", AnalysisWords.mainCauses(analysis));
    execution.setVariable("causeIndex", 0);
    execution.setVariable("returnNote", "");
    execution.setVariable("returns", 0);
  }
}
