package dev.kefu.relationship.visit;

import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register of visits says on the printed form; a planned visit has no form of its own for its plan. */
@Component
@RequiredArgsConstructor
class VisitRegisterFacts implements RegisterFacts {

  private final VisitRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "visit";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    List<Visit> visits = repository.findByCaseNumberOrderById(caseNumber);
    return visits.isEmpty() ? Map.of() : facts(visits.get(visits.size() - 1));
  }

  private Map<String, Object> facts(Visit visit) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("planMonth", YearMonth.from(visit.getPlannedAt().atZone(clock.getZone())).toString());
    facts.put("purposes", VisitWords.purposes(visit.getPurposes()));
    facts.put("goal", visit.getGoal());
    facts.put("plannedAt", VisitWords.shown(visit.getPlannedAt(), clock));
    facts.put("hours", visit.getPlannedHours().toPlainString());
    facts.put("channel", VisitWords.CHANNELS.get(visit.getChannel()));
    facts.put("cancellations", String.valueOf(visit.getCancellations()));
    facts.put("paid", visit.getPaidAmount() == null ? "" : visit.getPaidAmount().toPlainString());
    return facts;
  }
}
