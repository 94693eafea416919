package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer's reply into the register; who insists gets one outside test. */
@Component
@RequiredArgsConstructor
class NoteUnjustifiedDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    Explanation explanation = FormData.read(execution, "explanation", Explanation.class);
    boolean insists = register.get((Long) execution.getVariable("qualityId")).explain(explanation.reply(), explanation.evidenceKept());
    execution.setVariable("insists", insists);
    if (insists) {
      execution.setVariable("thirdParty", Laboratory.OUTSIDE.isThirdParty());
      execution.setVariable("laboratoryFacts", Laboratory.OUTSIDE.title());
    }
  }

  /**
   * The form quality-complaint-inquiry-unjustified.
   *
   * @param reply {@code accepts} or {@code insists}
   * @param evidenceKept where the evidence is kept
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Explanation(String reply, String evidenceKept) {
  }
}
