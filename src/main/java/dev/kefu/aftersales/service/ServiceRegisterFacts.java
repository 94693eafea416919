package dev.kefu.aftersales.service;

import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the service ledger says on printed documents. */
@Component
@RequiredArgsConstructor
class ServiceRegisterFacts implements RegisterFacts {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

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
    put(facts, "type", word(ServiceWords.TYPES, request.getRequestType()));
    put(facts, "kind", word(ServiceWords.KINDS, request.getServiceKind()));
    put(facts, "urgency", word(ServiceWords.URGENCIES, request.getUrgency()));
    put(facts, "appointment", shown(request.getAppointmentAt()));
    put(facts, "promised", shown(request.getPromisedAt()));
    put(facts, "finished", shown(request.getServedAt()));
    put(facts, "result", request.getResultText());
    put(facts, "confirmation", word(ServiceWords.CONFIRMATIONS, request.getConfirmation()));
    return facts;
  }

  private static String word(Map<String, String> words, String code) {
    return code == null ? null : words.getOrDefault(code, code);
  }

  private String shown(Instant moment) {
    return moment == null ? null : MINUTE.format(moment.atZone(clock.getZone()));
  }

  private static void put(Map<String, Object> facts, String name, String value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
