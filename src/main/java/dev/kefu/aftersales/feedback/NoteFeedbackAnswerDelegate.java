package dev.kefu.aftersales.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the department's answer into the register. */
@Component
@RequiredArgsConstructor
class NoteFeedbackAnswerDelegate implements JavaDelegate {

  private final Feedbacks feedbacks;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Reply reply = FormData.read(execution, "reply", Reply.class);
    feedbacks.get((Long) execution.getVariable("feedbackId")).answer(reply.departmentReply(), Performer.of(execution), clock.instant());
  }

  /**
   * The form service-feedback-answer.
   *
   * @param departmentReply answer and measure
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reply(String departmentReply) {
  }
}
