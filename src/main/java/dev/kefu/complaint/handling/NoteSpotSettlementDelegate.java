package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the ledger whether the complaint was settled at once. */
@Component
@RequiredArgsConstructor
class NoteSpotSettlementDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Spot spot = FormData.read(execution, "spot", Spot.class);
    if (spot.settledOnSpot()) {
      complaint.respond(clock.instant());
      complaint.solve("spot", clock.instant());
    }
    execution.setVariable("settledOnSpot", spot.settledOnSpot());
    execution.setVariable("settlement", spot.settledOnSpot() ? "spot" : null);
  }

  /**
   * The form complaint-handling-spot.
   *
   * @param settledOnSpot whether the customer agrees
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Spot(boolean settledOnSpot) {
  }
}
