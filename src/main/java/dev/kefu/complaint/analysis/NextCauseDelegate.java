package dev.kefu.complaint.analysis;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the next cause to the table complaint-focus; after the last one it says which must be corrected. */
@Component
@RequiredArgsConstructor
class NextCauseDelegate implements JavaDelegate {

  private final Analyses analyses;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintAnalysis analysis = analyses.get((Long) execution.getVariable("analysisId"));
    List<Cause> causes = analysis.getCauses();
    int index = (Integer) execution.getVariable("causeIndex");
    execution.setVariable("anotherCause", index < causes.size());
    if (index < causes.size()) {
      Cause cause = causes.get(index);
      execution.setVariable("causeShare", cause.getShare().doubleValue());
      execution.setVariable("monthGrowth", cause.getMonthGrowth().doubleValue());
      execution.setVariable("monthCases", cause.getMonthCases());
    } else {
      execution.setVariable("obligatory", AnalysisWords.obligatory(analysis));
    }
  }
}
