package dev.kefu.aftersales.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer's reply to a refused return into the register. */
@Component
@RequiredArgsConstructor
class NoteRefusalTalkDelegate implements JavaDelegate {

  private final ServiceRequests requests;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ServiceRequest request = requests.get((Long) execution.getVariable("requestId"));
    Explanation explanation = FormData.read(execution, "explanation", Explanation.class);
    boolean accepted = "accepts".equals(explanation.reply());
    if (accepted) {
      request.serve("explained", explanation.said(), clock.instant());
    }
    execution.setVariable("refusalReply", explanation.reply());
    execution.setVariable("serviceOutcome", accepted ? "served" : "unsettled");
    execution.setVariable("serviceResult", explanation.said());
  }

  /**
   * The form after-sales-service-return-explain.
   *
   * @param said what the customer was told
   * @param reply accepts, repairWanted or disagrees
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Explanation(String said, String reply) {
  }
}
