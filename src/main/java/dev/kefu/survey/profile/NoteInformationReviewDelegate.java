package dev.kefu.survey.profile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Takes the reviewer's word; accepted answers are handed on in the fields of the registration form. */
@Component
@RequiredArgsConstructor
class NoteInformationReviewDelegate implements JavaDelegate {

  private final InformationSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Review review = FormData.read(execution, "review", Review.class);
    boolean accepted = "accept".equals(review.decision());
    surveys.get((Long) execution.getVariable("informationSurveyId")).review(accepted);
    execution.setVariable("surveyAccepted", accepted);
    execution.setVariable("returnNote", accepted ? "" : "**Returned 退回:** " + review.reason());
    execution.setVariable("registrationProposal", Spin.JSON(FormData.read(execution, "answers", Answers.class).registration(execution.getProcessBusinessKey())));
    // Else the next confirmation and review would open with the last ones filled in.
    execution.removeVariable("ownerCheck");
    execution.removeVariable("review");
  }

  /**
   * The form customer-information-survey-review.
   *
   * @param decision accept or return
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Review(String decision, String reason) {
  }
}
