package dev.kefu.complaint.analysis;

import dev.kefu.complaint.analysis.NoteAnalysisReviewDelegate.Review;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with corrected proposals, in the same transaction. What was approved is returned, not corrected. */
@Component
@RequiredArgsConstructor
class AnalysisCorrectionListener {

  private final Analyses analyses;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().equals(Analyses.PROCESS) && corrected.root().equals("review")) {
      Review review = FormData.read(runtimeService.getVariable(corrected.processInstanceId(), "review"), "review", Review.class);
      analyses.ofInstance(corrected.processInstanceId()).ifPresent(analysis -> analysis.propose(review.proposals()));
    }
  }
}
