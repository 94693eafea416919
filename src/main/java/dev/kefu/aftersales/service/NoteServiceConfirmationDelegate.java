package dev.kefu.aftersales.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer's word into the register. */
@Component
@RequiredArgsConstructor
class NoteServiceConfirmationDelegate implements JavaDelegate {

  private final ServiceRequests requests;

  @Override
  public void execute(DelegateExecution execution) {
    ServiceRequest request = requests.get((Long) execution.getVariable("requestId"));
    Confirmation confirmation = FormData.read(execution, "confirmation", Confirmation.class);
    request.confirm(confirmation.confirmed(), confirmation.complaint());
    execution.setVariable("satisfied", confirmation.isSatisfied());
    execution.setVariable("customerWords", Objects.requireNonNullElse(confirmation.complaint(), ""));
  }

  /**
   * The form after-sales-service-confirm.
   *
   * @param confirmed satisfied, fair or dissatisfied
   * @param words of a customer who is dissatisfied, else null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Confirmation(String confirmed, String words) {

    boolean isSatisfied() {
      return !"dissatisfied".equals(confirmed);
    }

    /** Null of a customer who is not dissatisfied. */
    String complaint() {
      return isSatisfied() ? null : words;
    }
  }
}
