package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.complaint.Department;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the review into the ledger, and what a corrective action needs to know (P62). */
@Component
@RequiredArgsConstructor
class NoteComplaintReviewDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Review review = FormData.read(execution, "closingReview", Review.class);
    boolean accepted = "accept".equals(review.decision());
    if (accepted) {
      complaint.review(review.correctiveNeeded(), review.penaltyNeeded(), clock.instant());
    }
    execution.setVariable("reportAccepted", accepted);
    execution.setVariable("reviewReason", review.reason());
    execution.setVariable("correctiveNeeded", accepted && review.correctiveNeeded());
    execution.setVariable("penaltyNeeded", accepted && review.penaltyNeeded());
    execution.setVariable("product", complaint.getProduct());
    execution.setVariable("responsibleDepartment", Department.ofCode(complaint.getLiableDepartment()).map(Department::role).orElse(""));
    execution.setVariable("correctionFacts", ComplaintFacts.join((String) execution.getVariable("complaintFacts"), (String) execution.getVariable("inquiryFacts"),
        (String) execution.getVariable("remedyFacts")));
  }

  /**
   * The form complaint-handling-closing-review.
   *
   * @param decision {@code accept} or {@code return}
   * @param reason of a return
   * @param correctiveNeeded whether P62 starts
   * @param penaltyNeeded whether P05 is told
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Review(String decision, String reason, boolean correctiveNeeded, boolean penaltyNeeded) {
  }
}
