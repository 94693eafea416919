package dev.kefu.relationship.visit;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of visits says on the printed form; a planned visit has no form of its own for its plan. */
@Component
@RequiredArgsConstructor
class VisitRegisterFacts implements RegisterFacts<Visit> {

  private final VisitRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "visit";
  }

  @Override
  public Optional<Visit> entry(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later);
  }

  @Override
  public NamedFacts<Visit> facts() {
    return new NamedFacts<Visit>()
        .with("planMonth", visit -> YearMonth.from(visit.getPlannedAt().atZone(clock.getZone())).toString())
        .with("purposes", visit -> VisitWords.purposes(visit.getPurposes()))
        .with("goal", Visit::getGoal)
        .with("plannedAt", visit -> VisitWords.shown(visit.getPlannedAt(), clock))
        .with("hours", visit -> visit.getPlannedHours().toPlainString())
        .with("channel", visit -> VisitWords.CHANNELS.get(visit.getChannel()))
        .with("paid", visit -> visit.getPaidAmount() == null ? null : visit.getPaidAmount().toPlainString() + " 元");
  }
}
