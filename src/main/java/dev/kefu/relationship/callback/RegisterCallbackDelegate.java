package dev.kefu.relationship.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the call-back in the register; what a person gave as its background becomes the facts that are shown. */
@Component
@RequiredArgsConstructor
class RegisterCallbackDelegate implements JavaDelegate {

  private final Callbacks callbacks;

  @Override
  public void execute(DelegateExecution execution) {
    if (execution.hasVariable("request")) {
      Request request = FormData.read(execution, "request", Request.class);
      execution.setVariable("callbackFacts", request.sourceCase() == null || request.sourceCase().isBlank() ? request.background()
          : request.background() + " (" + request.sourceCase() + ")");
    }
    execution.setVariable("triesNote", "Not tried yet 尚未嘗試");
    callbacks.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), (String) execution.getVariable("callbackReason"),
        (String) execution.getVariable("callbackRole"), (String) execution.getVariable(CaseVariables.CUSTOMER_CODE));
  }

  /**
   * The form customer-callback-request.
   *
   * @param background why the customer is to be called back
   * @param sourceCase number of the case behind it, or empty
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Request(String background, String sourceCase) {
  }
}
