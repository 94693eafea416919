package dev.kefu.aftersales.service;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes satisfaction and what followed from the feedback into the register. */
@Component
@RequiredArgsConstructor
class NoteServiceFeedbackDelegate implements JavaDelegate {

  private final ServiceRequests requests;

  @Override
  public void execute(DelegateExecution execution) {
    requests.get((Long) execution.getVariable("requestId"))
        .noteFeedback((String) execution.getVariable("satisfaction"), (String) execution.getVariable("feedbackOutcome"));
  }
}
