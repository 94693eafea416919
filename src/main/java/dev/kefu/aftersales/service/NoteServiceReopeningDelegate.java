package dev.kefu.aftersales.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.aftersales.Moments;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the supervisor's decision into the register and takes the new way. */
@Component
@RequiredArgsConstructor
class NoteServiceReopeningDelegate implements JavaDelegate {

  private final ServiceRequests requests;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ServiceRequest request = requests.get((Long) execution.getVariable("requestId"));
    Reopening reopening = FormData.read(execution, "reopening", Reopening.class);
    Instant appointment = reopening.appointment() == null ? null : reopening.appointment().toInstant();
    request.reopen(reopening.route(), reopening.instruction(), appointment);
    execution.setVariable("route", reopening.route());
    execution.setVariable("appointmentAt", appointment == null ? null : Date.from(appointment));
    execution.setVariable("appointmentText", Moments.shown(reopening.appointment(), clock));
  }

  /**
   * The form after-sales-service-reopen.
   *
   * @param route code of the way
   * @param appointment agreed date of a visit, else null
   * @param instruction what was settled or is to be done
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reopening(String route, OffsetDateTime appointment, String instruction) {
  }
}
