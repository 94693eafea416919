package dev.kefu.governance.expense;

import dev.kefu.governance.expense.Claim.Item;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One receipt of a claim. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ExpenseLine {

  private LocalDate spentOn;
  private String purpose;
  private String place;
  private BigDecimal amount;
  private String receiptNo;
  private boolean purchase;

  ExpenseLine(Item item) {
    spentOn = item.date();
    purpose = item.purpose();
    place = item.place();
    amount = item.amount();
    receiptNo = item.receiptNo().strip();
    purchase = item.purchase();
  }
}
