package dev.kefu.information.leak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/**
 * The form leak-incident-tell.
 *
 * @param toldOn day on which the customers were told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LeakTelling(LocalDate toldOn) {
}
