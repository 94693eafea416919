package dev.kefu.governance.expense;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the claimant entered: the form expense-claim-review-claim.
 *
 * @param category code of the kind of spending
 * @param spentOn first day of spending
 * @param total in yuan, as entered
 * @param preApproved whether the spending was approved in advance
 * @param preApprovalNo case number of that approval; null when there is none
 * @param oralApproval whether it was approved by word of mouth as an exception
 * @param oralApprover who did so; null when nobody did
 * @param receiptAltered whether a receipt was altered
 * @param items one for each receipt
 * @param overReason why more was spent than approved or budgeted; null or empty when not said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Claim(String category, LocalDate spentOn, BigDecimal total, boolean preApproved, String preApprovalNo, boolean oralApproval, String oralApprover,
             boolean receiptAltered, List<Item> items, String overReason) {

  /**
   * One receipt.
   *
   * @param amount in yuan
   * @param purchase whether one thing was bought with it
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(LocalDate date, String purpose, String place, BigDecimal amount, String receiptNo, boolean purchase) {
  }

  BigDecimal sum() {
    return items.stream().map(Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The dearest thing that was bought; zero when nothing was. */
  BigDecimal largestPurchase() {
    return items.stream().filter(Item::purchase).map(Item::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** Calendar days from the first day of spending to the day of the claim. */
  int daysLate(LocalDate claimedOn) {
    return (int) ChronoUnit.DAYS.between(spentOn, claimedOn);
  }

  /** The month whose budget bears the claim: that of the first day of spending. */
  String budgetMonth() {
    return YearMonth.from(spentOn).toString();
  }
}
