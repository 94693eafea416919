package dev.kefu.aftersales.service;

import dev.kefu.aftersales.Moments;
import dev.kefu.aftersales.ServiceKind;
import dev.kefu.aftersales.Urgency;
import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the service ledger says on printed documents. */
@Component
@RequiredArgsConstructor
class ServiceRegisterFacts implements RegisterFacts<ServiceRequest> {

  private final ServiceRequestRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "service";
  }

  @Override
  public Optional<ServiceRequest> entry(String caseNumber) {
    return repository.findByCaseNumber(caseNumber);
  }

  @Override
  public NamedFacts<ServiceRequest> facts() {
    return new NamedFacts<ServiceRequest>()
        .with("type", request -> word(ServiceWords.TYPES, request.getRequestType()))
        .with("kind", request -> word(ServiceKind.NAMES, request.getServiceKind()))
        .with("urgency", request -> word(Urgency.NAMES, request.getUrgency()))
        .with("appointment", request -> shown(request.getAppointmentAt()))
        .with("promised", request -> shown(request.getPromisedAt()))
        .with("finished", request -> shown(request.getServedAt()))
        .with("result", ServiceRequest::getResultText)
        .with("confirmation", request -> word(ServiceWords.CONFIRMATIONS, request.getConfirmation()));
  }

  private static String word(Map<String, String> words, String code) {
    return code == null ? null : words.getOrDefault(code, code);
  }

  private String shown(Instant moment) {
    return moment == null ? null : Moments.shown(moment, clock);
  }
}
