package dev.kefu.aftersales.service;

import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the service ledger says on printed documents. */
@Component
@RequiredArgsConstructor
class ServiceRegisterFacts implements RegisterFacts {

  private final ServiceRequestRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "service";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    return repository.findByCaseNumber(caseNumber).map(this::facts).orElse(Map.of());
  }

  private Map<String, Object> facts(ServiceRequest request) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("type", word(ServiceWords.TYPES, request.getRequestType()));
    facts.put("kind", word(ServiceWords.KINDS, request.getServiceKind()));
    facts.put("urgency", word(ServiceWords.URGENCIES, request.getUrgency()));
    facts.put("appointment", shown(request.getAppointmentAt()));
    facts.put("promised", shown(request.getPromisedAt()));
    facts.put("finished", shown(request.getServedAt()));
    facts.put("result", request.getResultText());
    facts.put("confirmation", word(ServiceWords.CONFIRMATIONS, request.getConfirmation()));
    return facts;
  }

  private static String word(Map<String, String> words, String code) {
    return code == null ? null : words.getOrDefault(code, code);
  }

  private String shown(Instant moment) {
    return moment == null ? null : Moments.shown(moment, clock);
  }
}
