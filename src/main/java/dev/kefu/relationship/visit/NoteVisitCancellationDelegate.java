package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the cancellation; from the second one on the customer is called instead, by customer relations or by the key-account desk. */
@Component
@RequiredArgsConstructor
class NoteVisitCancellationDelegate implements JavaDelegate {

  private static final int TWICE = 2;
  private static final String KEY_ACCOUNTS = "key-account-specialist";

  private final Visits visits;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Cancellation cancellation = FormData.read(execution, "cancellation", Cancellation.class);
    Visit visit = visits.get((Long) execution.getVariable("visitId"));
    visit.cancelDate(clock.instant());
    boolean keyAccount = KEY_ACCOUNTS.equals(visit.getVisitorRole());
    execution.setVariables(Map.of("cancellations", visit.getCancellations(), "callReason", "visitCancelled", "callRole", keyAccount ? KEY_ACCOUNTS : "relationship-specialist",
        "callReviewer", keyAccount ? "key-account-supervisor" : "relationship-supervisor",
        "callFacts", "Visit cancelled twice, call instead 拜訪兩次被取消，改為電話: " + cancellation.reason() + "\n\n" + execution.getVariable("visitFacts"),
        "visitOutcome", visit.getCancellations() >= TWICE ? "cancelled" : "open"));
  }

  /** The form customer-visit-cancel. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Cancellation(String reason) {
  }
}
