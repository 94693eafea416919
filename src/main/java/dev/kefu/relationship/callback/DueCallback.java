package dev.kefu.relationship.callback;

import dev.kefu.information.CustomerCard;
import java.time.LocalDate;

/**
 * A customer who is to be called back now.
 *
 * @param reason code of the reason
 * @param source what the call-back is due for: the number of the case that was closed, or the day of the regular round
 * @param happenedOn the day of it
 * @param callBy the day by which the customer is to be called, or null
 */
record DueCallback(CustomerCard customer, String reason, String source, LocalDate happenedOn, LocalDate callBy) {

  /** Readable, for whoever plans the call-back. */
  String facts() {
    String why = CallbackReason.of(reason).map(CallbackReason::getLabel).orElse(reason) + " · " + source + " · " + happenedOn;
    return callBy == null ? why : why + " · call back by 回訪期限 " + callBy;
  }
}
