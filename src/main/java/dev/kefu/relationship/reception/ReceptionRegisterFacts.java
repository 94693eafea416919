package dev.kefu.relationship.reception;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  public Set<String> names() {
    return facts().names();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    List<Reception> receptions = repository.findByCaseNumberOrderById(caseNumber);
    return receptions.isEmpty() ? Map.of() : facts().of(receptions.get(receptions.size() - 1));
  }

  private static NamedFacts<Reception> facts() {
    return new NamedFacts<Reception>()
        .with("total", reception -> reception.getBudget().toPlainString() + " 元")
        .with("level", reception -> reception.getLevelFixed() == null ? null : ReceptionWords.LEVELS.get(reception.getLevelFixed()))
        .with("costBearing", reception -> reception.getCostBearing() == null ? null : ReceptionWords.BEARINGS.get(reception.getCostBearing()))
        .with("paid", reception -> reception.getPaidAmount() == null ? null : reception.getPaidAmount().toPlainString() + " 元");
  }
}
