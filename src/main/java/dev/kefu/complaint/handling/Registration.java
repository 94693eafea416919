package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the specialist adds: the form complaint-handling-register.
 *
 * @param nature {@code complaint} or {@code help}
 * @param kind code of the kind
 * @param quantity of a quality complaint, else null
 * @param shippedOn of a quality complaint, else null
 * @param batchNo or null
 * @param personsComplainedAbout user ids
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Registration(String nature, String kind, BigDecimal quantity, LocalDate shippedOn, String batchNo, List<String> personsComplainedAbout) {

  Registration {
    personsComplainedAbout = personsComplainedAbout == null ? List.of() : List.copyOf(personsComplainedAbout);
  }
}
