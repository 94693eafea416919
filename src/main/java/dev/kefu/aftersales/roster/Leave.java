package dev.kefu.aftersales.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/** Days on which a person has no shift. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Leave(String person, LocalDate firstDay, LocalDate lastDay) {

  boolean covers(PlannedShift shift) {
    return shift.person().equals(person) && !shift.day().isBefore(firstDay) && !shift.day().isAfter(lastDay);
  }
}
