package dev.kefu.aftersales.feedback;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with what was corrected of the customer's words, in the same transaction. */
@Component
@RequiredArgsConstructor
class FeedbackCorrectionListener {

  private final Feedbacks feedbacks;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().equals(Feedbacks.PROCESS) && corrected.root().equals("feedback")) {
      String instance = corrected.processInstanceId();
      FeedbackEntry entry = FormData.read(runtimeService.getVariable(instance, "feedback"), "feedback", FeedbackEntry.class);
      feedbacks.get((Long) runtimeService.getVariable(instance, "feedbackId")).correct(entry);
      runtimeService.setVariable(instance, "opinionFacts", entry.facts());
    }
  }
}
