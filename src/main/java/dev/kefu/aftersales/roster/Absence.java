package dev.kefu.aftersales.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.time.LocalDate;

/** The form service-roster-absence-report. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Absence(String person, LocalDate firstDay, LocalDate lastDay, String reason) {

  /**
   * The days.
   *
   * @throws FactsRefused when they end before they begin
   */
  Leave leave() {
    if (lastDay.isBefore(firstDay)) {
      throw new FactsRefused("Last day 至: %s is before %s 早於開始日期".formatted(lastDay, firstDay));
    }
    return new Leave(person, firstDay, lastDay);
  }
}
