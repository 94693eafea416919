package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the supervisor's word on the record into the register. */
@Component
@RequiredArgsConstructor
class NoteVisitReviewDelegate implements JavaDelegate {

  private final Visits visits;

  @Override
  public void execute(DelegateExecution execution) {
    boolean weak = "yes".equals(FormData.read(execution, "review", Review.class).weak());
    visits.get((Long) execution.getVariable("visitId")).review(weak);
    execution.setVariable("weak", weak);
  }

  /**
   * The form customer-visit-closing-review.
   *
   * @param weak yes or no
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Review(String weak) {
  }
}
