package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the answer of the report's user; what is wished otherwise goes back with it. */
@Component
class NotePurposeConsentDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Consent consent = FormData.read(execution, "consent", Consent.class);
    boolean agreed = "yes".equals(consent.agreed());
    execution.setVariable("purposeAgreed", agreed);
    execution.setVariable("returnNote", agreed ? "" : "**Not agreed 未達成共識:** " + consent.wish());
  }

  /** The form customer-survey-agree-purpose-requesting-department. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Consent(String agreed, String wish) {
  }
}
