package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register whether the follow-ups are done, and who takes them over when they are late. */
@Component
@RequiredArgsConstructor
class NoteVisitFollowUpsDelegate implements JavaDelegate {

  private final Visits visits;

  @Override
  public void execute(DelegateExecution execution) {
    Check check = FormData.read(execution, "check", Check.class);
    boolean done = "done".equals(check.followUpsDone());
    if (!done) {
      visits.get((Long) execution.getVariable("visitId")).late(check.newOwner());
    }
    execution.setVariable("followUpsDone", done);
  }

  /**
   * The form customer-visit-closing-check-follow.
   *
   * @param followUpsDone done or late
   * @param newOwner user id; null when all is done
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Check(String followUpsDone, String newOwner) {
  }
}
