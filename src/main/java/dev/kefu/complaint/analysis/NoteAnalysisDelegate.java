package dev.kefu.complaint.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the specialist's analysis into the register. */
@Component
@RequiredArgsConstructor
class NoteAnalysisDelegate implements JavaDelegate {

  private final Analyses analyses;

  @Override
  @Transactional
  public void execute(DelegateExecution execution) {
    AnalysisForm form = FormData.read(execution, "analysis", AnalysisForm.class);
    ComplaintAnalysis analysis = analyses.get((Long) execution.getVariable("analysisId"));
    String person = Performer.of(execution);
    analysis.analyse(form.analysis(), form.orders(), person);
    execution.setVariable("drafter", person);
    execution.setVariable("rate", AnalysisWords.rate(analysis));
    execution.setVariable("causesNamed", form.topCauses().stream().map(one -> Analyses.causeName(one.cause()) + ": " + one.count() + " (cumulative 累計 " + one.cumulative() + " %)")
        .collect(Collectors.joining("; ")));
  }

  /**
   * The form complaint-analysis-analyse.
   *
   * @param orders orders of the period, or null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record AnalysisForm(Integer orders, String analysis, List<NamedCause> topCauses) {
  }

  /** A row of the main causes. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record NamedCause(String cause, int count, String cumulative) {
  }
}
