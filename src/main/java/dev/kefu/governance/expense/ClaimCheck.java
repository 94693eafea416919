package dev.kefu.governance.expense;

import dev.kefu.budget.Money;
import dev.kefu.governance.expense.Claim.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is wrong with a claim that its form alone cannot tell: sums, numbers that stand twice, days that do not fit. Each sentence names the field. */
final class ClaimCheck {

  private final Claim claim;
  private final List<String> problems = new ArrayList<>();

  private ClaimCheck(Claim claim) {
    this.claim = claim;
  }

  /**
   * Returns one sentence for each mistake.
   *
   * @param claimedOn day of the claim; nothing was spent after it
   * @param limit what may be spent without a reason: the amount approved in advance, or what is left of the month's budget
   */
  static List<String> problems(Claim claim, LocalDate claimedOn, BigDecimal limit) {
    ClaimCheck check = new ClaimCheck(claim);
    check.total();
    check.receiptNumbers();
    check.days(claimedOn);
    check.excess(limit);
    return check.problems;
  }

  private void total() {
    if (claim.total().compareTo(claim.sum()) != 0) {
      problems.add("Total 合計: %s was entered, the lines add up to %s 與明細合計不符".formatted(Money.text(claim.total()), Money.text(claim.sum())));
    }
  }

  private void receiptNumbers() {
    Map<String, Integer> first = new HashMap<>();
    IntStream.rangeClosed(1, claim.items().size()).forEach(line -> {
      Integer earlier = first.putIfAbsent(claim.items().get(line - 1).receiptNo().strip(), line);
      if (earlier != null) {
        problems.add("Receipt no. 單據號: lines %d and %d have the same one 單據號重複".formatted(earlier, line));
      }
    });
  }

  private void days(LocalDate claimedOn) {
    LocalDate earliest = claim.items().stream().map(Item::date).min(Comparator.naturalOrder()).orElseThrow();
    if (!claim.spentOn().equals(earliest)) {
      problems.add("First day 最早支出日期: %s was entered, the earliest line is of %s 與明細日期不符".formatted(claim.spentOn(), earliest));
    }
    IntStream.rangeClosed(1, claim.items().size()).filter(line -> claim.items().get(line - 1).date().isAfter(claimedOn))
        .forEach(line -> problems.add("Date 日期: line %d is of a day to come 明細日期不得晚於今日".formatted(line)));
  }

  private void excess(BigDecimal limit) {
    if (claim.total().compareTo(limit) > 0 && (claim.overReason() == null || claim.overReason().isBlank())) {
      problems.add("Reason for excess 超支說明: the total is above %s, which was approved or is left of the month's budget: say why 超出批準額或本月預算餘額,請說明原因"
          .formatted(Money.text(limit)));
    }
  }
}
