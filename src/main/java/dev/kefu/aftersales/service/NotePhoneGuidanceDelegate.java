package dev.kefu.aftersales.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the guidance by phone into the register and says whether it solved the problem. */
@Component
@RequiredArgsConstructor
class NotePhoneGuidanceDelegate implements JavaDelegate {

  private final ServiceRequests requests;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ServiceRequest request = requests.get((Long) execution.getVariable("requestId"));
    Guidance guidance = FormData.read(execution, "answering", Guidance.class);
    boolean solved = "yes".equals(guidance.solved());
    request.answer(clock.instant());
    if (solved) {
      request.serve("guided", guidance.phoneGuidance(), clock.instant());
    }
    execution.setVariable("guidanceSolved", solved);
    execution.setVariable("serviceOutcome", solved ? "served" : "unsettled");
    execution.setVariable("serviceResult", guidance.phoneGuidance());
  }

  /**
   * The form after-sales-service-work-answer.
   *
   * @param phoneGuidance what the customer was told
   * @param solved yes or no
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Guidance(String phoneGuidance, String solved) {
  }
}
