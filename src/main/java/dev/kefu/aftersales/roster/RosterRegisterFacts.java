package dev.kefu.aftersales.roster;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of rosters says on the printed roster. */
@Component
@RequiredArgsConstructor
class RosterRegisterFacts implements RegisterFacts<Roster> {

  private final RosterRepository repository;

  @Override
  public String register() {
    return "roster";
  }

  @Override
  public Optional<Roster> entry(String caseNumber) {
    return repository.findByCaseNumber(caseNumber);
  }

  @Override
  public NamedFacts<Roster> facts() {
    return new NamedFacts<Roster>()
        .with("month", Roster::getRosterMonth)
        .with("forecast", roster -> roster.getForecastHours().toPlainString())
        .with("coverage", roster -> roster.coverage() + " %");
  }
}
