package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The form complaint-remedy-goods-pick-up.
 *
 * @param reply {@code accepted} or {@code refused}
 * @param rows every line that was to be fetched
 * @param resaleUntil day until which returned goods may be sold again; absent where nothing is refunded
 * @param refusalReason when refused
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PickUp(String reply, List<Row> rows, LocalDate pickedUpOn, LocalDate resaleUntil, String refusalReason) implements Answer {

  /**
   * What was found of a line.
   *
   * @param line number on the slip
   * @param received in all, earlier pick-ups included
   * @param state {@code intact}, {@code defective} or {@code mixed}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(int line, BigDecimal received, String state) {
  }
}
