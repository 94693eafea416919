package dev.kefu.aftersales.feedback;

import dev.kefu.aftersales.feedback.ServiceFeedback.Origin;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.deadline.Deadlines;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what the customer said into the register and reads what the table feedback-route and the department need. */
@Component
@RequiredArgsConstructor
class OpenFeedbackDelegate implements JavaDelegate {

  private final Feedbacks feedbacks;
  private final Deadlines deadlines;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    FeedbackEntry entry = FormData.read(execution, "feedback", FeedbackEntry.class);
    ServiceFeedback feedback = feedbacks.open(new Origin(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), (String) execution.getVariable(CaseVariables.CUSTOMER_CODE),
        (String) execution.getVariable("serviceProduct")), entry, Performer.of(execution));
    if (entry.receiver() != null) {
      feedback.passOn(calendar.due(clock.instant(), deadlines.spanOf("service-feedback", "answer", "").orElseThrow()));
    }
    execution.setVariable("feedbackId", feedback.getId());
    execution.setVariable("lowestRating", entry.lowestRating());
    execution.setVariable("problemSolved", entry.solved());
    execution.setVariable("productIdea", entry.productIdea());
    execution.setVariable("opinionGiven", entry.receiver() != null);
    execution.setVariable("satisfaction", entry.satisfaction());
    execution.setVariable("receiverRole", entry.receiver() == null ? null : entry.receiver().role());
    execution.setVariable("opinionFacts", entry.facts());
  }
}
