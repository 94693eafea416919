package dev.kefu.aftersales.feedback;

import dev.kefu.aftersales.complaints.ServiceComplaints;
import dev.kefu.aftersales.complaints.ServiceComplaints.Grievance;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the complaint of a customer who is dissatisfied with the service; once for each feedback. */
@Component
@RequiredArgsConstructor
class StartFeedbackComplaintDelegate implements JavaDelegate {

  private final Feedbacks feedbacks;
  private final ServiceComplaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ServiceFeedback feedback = feedbacks.get((Long) execution.getVariable("feedbackId"));
    if (feedback.getComplaintCase() == null) {
      feedback.becomeComplaint(complaints.start(new Grievance(feedback.getCaseNumber(), feedback.getCustomerCode(), feedback.getProduct(),
          (String) execution.getVariable("opinionFacts"), "Dissatisfied with the service 對服務不滿意", Performer.of(execution))));
    }
  }
}
