package dev.kefu.relationship.reception;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of receptions says on the printed request. */
@Component
@RequiredArgsConstructor
class ReceptionRegisterFacts implements RegisterFacts<Reception> {

  private final ReceptionRepository repository;

  @Override
  public String register() {
    return "reception";
  }

  @Override
  public Optional<Reception> entry(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later);
  }

  @Override
  public NamedFacts<Reception> facts() {
    return new NamedFacts<Reception>()
        .with("total", reception -> reception.getBudget().toPlainString() + " 元")
        .with("level", reception -> reception.getLevelFixed() == null ? null : ReceptionWords.LEVELS.get(reception.getLevelFixed()))
        .with("costBearing", reception -> reception.getCostBearing() == null ? null : ReceptionWords.BEARINGS.get(reception.getCostBearing()))
        .with("paid", reception -> reception.getPaidAmount() == null ? null : reception.getPaidAmount().toPlainString() + " 元");
  }
}
