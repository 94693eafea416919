package dev.kefu.aftersales.feedback;

import dev.kefu.aftersales.feedback.NoteFeedbackAnswerDelegate.Reply;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with what was corrected of the customer's words or the department's answer, in the same transaction. */
@Component
@RequiredArgsConstructor
class FeedbackCorrectionListener {

  private final Feedbacks feedbacks;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().equals(Feedbacks.PROCESS)) {
      String instance = corrected.processInstanceId();
      follow(feedbacks.get((Long) runtimeService.getVariable(instance, "feedbackId")), instance, corrected.root());
    }
  }

  private void follow(ServiceFeedback feedback, String instance, String root) {
    Object form = runtimeService.getVariable(instance, root);
    switch (root) {
      case "feedback" -> {
        FeedbackEntry entry = FormData.read(form, root, FeedbackEntry.class);
        feedback.correct(entry);
        runtimeService.setVariable(instance, "opinionFacts", entry.facts());
      }
      case "reply" -> feedback.correctReply(FormData.read(form, root, Reply.class).departmentReply());
      default -> throw FactsRefused.actedOn();
    }
  }
}
