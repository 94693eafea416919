package dev.kefu.complaint.quality;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes cause and measures into the register. */
@Component
@RequiredArgsConstructor
class NoteCauseDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    CauseAnalysis analysis = FormData.read(execution, "causeAnalysis", CauseAnalysis.class);
    CauseAnalysis.Design design = FormData.read(execution, "designAnalysis", CauseAnalysis.Design.class);
    quality.analyse(analysis, design);
    execution.setVariable("reworkPossible", analysis.repairable());
    execution.setVariable("usable", analysis.usable());
    execution.setVariable("causeFacts", Words.paragraphs(analysis.cause(), "Design 設計: " + design.statement(), "Measures 對策:\n" + Words.lines(quality.getMeasures(), QualityMeasure::line)));
  }
}
