package dev.kefu.governance.expense;

import dev.kefu.governance.expense.Claim.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Claims for tests. */
final class Claims {

  static final LocalDate DAY = LocalDate.parse("2026-11-20");

  private Claims() {
  }

  static Item item(LocalDate date, String amount, String receiptNo) {
    return new Item(date, "Train 火車", "Shanghai 上海", new BigDecimal(amount), receiptNo, false);
  }

  static Claim travel(String total, Item... items) {
    return new Claim("travel", DAY, new BigDecimal(total), false, null, false, null, false, List.of(items), null);
  }

  static Claim travel(String amount) {
    return travel(amount, item(DAY, amount, "R-1"));
  }
}
