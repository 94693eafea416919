package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the word of the review; a report is accepted when its figures were checked and all of article 11.4 holds. */
@Component
@RequiredArgsConstructor
class NoteReportReviewDelegate implements JavaDelegate {

  private static final int THINGS_TO_CHECK = 6;

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Review review = FormData.read(execution, "review", Review.class);
    boolean accepted = "accept".equals(review.decision());
    if (accepted && !(review.figuresChecked() && review.checks() != null && Set.copyOf(review.checks()).size() == THINGS_TO_CHECK)) {
      throw new FactsRefused("A report is accepted when all figures are checked and all of article 11.4 holds. 數字已核查且第十一條第四款各項均符合方可通過。");
    }
    if (accepted) {
      surveys.get((Long) execution.getVariable("surveyId")).grade(review.secrecyGrade());
    }
    execution.setVariable("reportAccepted", accepted);
    execution.setVariable("secrecyGrade", review.secrecyGrade());
    execution.setVariable("returnNote", accepted ? "" : "**Returned 退回:** " + review.decisionReason());
  }

  /**
   * The form customer-survey-report-review.
   *
   * @param checks what of article 11.4 holds
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Review(boolean figuresChecked, List<String> checks, String secrecyGrade, String decision, String decisionReason) {
  }
}
