package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the rating to the table. */
@Component
class TakeAgencyRatingDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("agencyRating", FormData.read(execution, "evaluation", Evaluation.class).rating());
  }

  /** The form commissioned-survey-work-rate. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Evaluation(int rating) {
  }
}
