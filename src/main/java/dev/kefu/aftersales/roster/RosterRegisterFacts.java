package dev.kefu.aftersales.roster;

import dev.kefu.engine.RegisterFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register of rosters says on the printed roster. */
@Component
@RequiredArgsConstructor
class RosterRegisterFacts implements RegisterFacts {

  private final RosterRepository repository;

  @Override
  public String register() {
    return "roster";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    return repository.findByCaseNumber(caseNumber).map(RosterRegisterFacts::facts).orElse(Map.of());
  }

  private static Map<String, Object> facts(Roster roster) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("month", roster.getRosterMonth());
    facts.put("forecast", roster.getForecastHours().toPlainString());
    facts.put("coverage", roster.coverage() + " %");
    return facts;
  }
}
