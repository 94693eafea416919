package dev.kefu.aftersales.service;

import dev.kefu.aftersales.Moments;
import dev.kefu.aftersales.ServiceKind;
import dev.kefu.aftersales.Urgency;
import dev.kefu.aftersales.service.ServiceRequest.Classification;
import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.deadline.Deadlines;
import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes customer, kind, urgency and the promised time into the register, and puts the facts together that every later step shows. */
@Component
@RequiredArgsConstructor
class NoteServiceClassificationDelegate implements JavaDelegate {

  private final ServiceRequests requests;
  private final Deadlines deadlines;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ServiceRequest request = requests.get((Long) execution.getVariable("requestId"));
    String route = (String) execution.getVariable("route");
    Date appointment = (Date) execution.getVariable("appointmentAt");
    Instant promised = appointment == null ? calendar.due(request.getReceivedAt(), TimeSpan.parse((String) execution.getVariable("promisedWithin")))
        : calendar.due(appointment.toInstant(), spanOf("install"));
    request.classify((String) execution.getVariable(CaseVariables.CUSTOMER_CODE), new Classification((String) execution.getVariable("serviceKind"),
        (String) execution.getVariable("urgency"), promised, "inquiry".equals(route) ? calendar.due(clock.instant(), spanOf("answer")) : null));
    execution.setVariable("serviceFacts", facts(request, (String) execution.getVariable("fault")));
    execution.setVariable("serviceOutcome", "unsettled");
    if ("settled".equals(route)) {
      request.serve("settled", request.getDecision(), clock.instant());
      execution.setVariable("serviceOutcome", "served");
    }
    execution.setVariable("serviceResult", "settled".equals(route) ? request.getDecision() : "");
  }

  private TimeSpan spanOf(String step) {
    return deadlines.spanOf("after-sales-service-work", step, "").orElseThrow(() -> new IllegalStateException("The table aftersales-deadlines has no time for " + step + "."));
  }

  private String facts(ServiceRequest request, String fault) {
    return "**" + ServiceWords.of(ServiceWords.TYPES, request.getRequestType()) + "** · " + request.getProduct() + ", " + request.getModel() + ", " + request.getSerialNumber()
        + "\n\n" + fault + "\n\nKind 服務性質: " + ServiceWords.of(ServiceKind.NAMES, request.getServiceKind()) + " · Urgency 緊急程度: "
        + ServiceWords.of(Urgency.NAMES, request.getUrgency()) + " · Promised 承諾時間: " + Moments.shown(request.getPromisedAt(), clock)
        + (request.getDecision() == null ? "" : "\n\nDecision 主管意見: " + request.getDecision());
  }
}
