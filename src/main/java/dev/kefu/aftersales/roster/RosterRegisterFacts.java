package dev.kefu.aftersales.roster;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.Map;
import java.util.Set;
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
  public Set<String> names() {
    return facts().names();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    return repository.findByCaseNumber(caseNumber).map(facts()::of).orElse(Map.of());
  }

  private static NamedFacts<Roster> facts() {
    return new NamedFacts<Roster>()
        .with("month", Roster::getRosterMonth)
        .with("forecast", roster -> roster.getForecastHours().toPlainString())
        .with("coverage", roster -> roster.coverage() + " %");
  }
}
