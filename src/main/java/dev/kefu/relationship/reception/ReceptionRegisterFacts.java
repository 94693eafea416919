package dev.kefu.relationship.reception;

import dev.kefu.engine.RegisterFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register of receptions says on the printed request. */
@Component
@RequiredArgsConstructor
class ReceptionRegisterFacts implements RegisterFacts {

  private final ReceptionRepository repository;

  @Override
  public String register() {
    return "reception";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    List<Reception> receptions = repository.findByCaseNumberOrderById(caseNumber);
    return receptions.isEmpty() ? Map.of() : facts(receptions.get(receptions.size() - 1));
  }

  private static Map<String, Object> facts(Reception reception) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("total", reception.getBudget().toPlainString() + " 元");
    facts.put("level", ReceptionWords.LEVELS.getOrDefault(reception.getLevelFixed(), ""));
    facts.put("costBearing", ReceptionWords.BEARINGS.getOrDefault(reception.getCostBearing(), ""));
    facts.put("paid", reception.getPaidAmount() == null ? "" : reception.getPaidAmount().toPlainString() + " 元");
    return facts;
  }
}
