package dev.kefu.complaint.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the supervisor's review and proposals into the register. */
@Component
@RequiredArgsConstructor
class NoteAnalysisReviewDelegate implements JavaDelegate {

  private final Analyses analyses;

  @Override
  @Transactional
  public void execute(DelegateExecution execution) {
    Review review = FormData.read(execution, "review", Review.class);
    boolean accepted = "accept".equals(review.decision());
    execution.setVariable("reviewAccepted", accepted);
    execution.setVariable("returnNote", accepted ? "" : "Returned 退回: " + review.decisionReason());
    if (accepted) {
      ComplaintAnalysis analysis = analyses.get((Long) execution.getVariable("analysisId"));
      analysis.review(review.proposals(), Performer.of(execution));
      execution.setVariable("analysisFacts", AnalysisWords.facts(analysis));
    }
  }

  /**
   * The form complaint-analysis-review.
   *
   * @param decision {@code accept} or {@code return}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Review(String decision, String decisionReason, List<Proposal> proposals) {

    Review {
      proposals = proposals == null ? List.of() : List.copyOf(proposals);
    }
  }
}
