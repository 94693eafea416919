package dev.kefu.complaint.analysis;

import dev.kefu.reporting.Period;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that an approved analysis goes to leaders and departments, and where they find the figures: in the report of the same month or year. */
@Component
@RequiredArgsConstructor
class PresentAnalysisDelegate implements JavaDelegate {

  private final Analyses analyses;
  private final Clock clock;

  @Override
  @Transactional
  public void execute(DelegateExecution execution) {
    ComplaintAnalysis analysis = analyses.get((Long) execution.getVariable("analysisId"));
    analysis.present(clock.instant());
    Period period = "year".equals(analysis.getOccasion()) ? Period.parse(analysis.getPeriod())
        : Period.containing(Period.Kind.MONTH, analysis.getEndsBefore().minusDays(1));
    execution.setVariable("reportLink", "#/?report=complaint-analysis-report&period=" + period.text());
  }
}
