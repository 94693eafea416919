package dev.kefu.survey.credit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;

/**
 * The form customer-credit-survey-bank-check. What nobody says is null.
 *
 * @param bankCredit veryGood to veryPoor, as the other ratings
 * @param paymentAttitude prompt to owesBalance
 * @param knockOuts facts that mean grade C
 * @param overdueDays most days overdue in the last twelve months
 * @param monthlySales average of twelve months, of a new customer those expected
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Evaluation(String bankCredit, String peerRating, String neighbourRating, String paymentAttitude, List<String> knockOuts, int overdueDays, BigDecimal monthlySales,
                  BigDecimal receivable, BigDecimal openOrders) {

  /** The knock-out facts, never null. */
  List<String> facts() {
    return knockOuts == null ? List.of() : knockOuts;
  }
}
