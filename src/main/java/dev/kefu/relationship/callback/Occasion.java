package dev.kefu.relationship.callback;

import java.time.LocalDate;

/**
 * What the table callback-cycle says of one reason, or of one grade; numbers are calendar days, null where the table says nothing.
 *
 * @param reason code of the reason; {@code cycle} for the regular call-back of a grade
 * @param grade the customers' grade, for {@code cycle}
 * @param within how soon after the fact the customer is called
 * @param after how long after the fact the call-back is opened; at once when null
 * @param every how long after the last contact the customer is called again, for {@code cycle}
 */
record Occasion(String reason, String grade, Integer within, Integer after, Integer every) {

  /** Facts of this day and earlier ones are due today. */
  LocalDate latestFact(LocalDate today) {
    return today.minusDays(after == null ? 0 : after);
  }

  /** The day by which the customer is to be called; null when only the opening is fixed. */
  LocalDate callBy(LocalDate happenedOn) {
    return within == null || after != null ? null : happenedOn.plusDays(within);
  }
}
