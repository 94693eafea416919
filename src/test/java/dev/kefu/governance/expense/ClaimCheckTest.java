package dev.kefu.governance.expense;

import static dev.kefu.governance.expense.Claims.DAY;
import static dev.kefu.governance.expense.Claims.item;
import static dev.kefu.governance.expense.Claims.travel;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimCheckTest {

  private static final BigDecimal PLENTY = new BigDecimal("99999.00");

  @Test
  void claimWhoseLinesAddUpIsComplete() {
    assertThat(problems(travel("120.30", item(DAY, "100.10", "R-1"), item(DAY.plusDays(1), "20.2", "R-2")))).isEmpty();
  }

  @Test
  void totalThatTheLinesDoNotGiveIsNamedWithBothSums() {
    assertThat(problems(travel("120.00", item(DAY, "100.00", "R-1"), item(DAY, "20.01", "R-2"))))
        .singleElement().asString().startsWith("Total 合計: 120.00 元 was entered, the lines add up to 120.01 元");
  }

  @Test
  void receiptNumberStandsOnce() {
    assertThat(problems(travel("30.00", item(DAY, "10.00", "R-1"), item(DAY, "10.00", "R-2"), item(DAY, "10.00", " R-1 "))))
        .singleElement().asString().startsWith("Receipt no. 單據號: lines 1 and 3 have the same one");
  }

  @Test
  void firstDayIsThatOfTheEarliestLineAndNothingIsSpentTomorrow() {
    assertThat(problems(travel("20.00", item(DAY.minusDays(1), "10.00", "R-1"), item(DAY.plusDays(3), "10.00", "R-2")))).satisfiesExactly(
        first -> assertThat(first).startsWith("First day 最早支出日期: 2026-11-20 was entered, the earliest line is of 2026-11-19"),
        second -> assertThat(second).startsWith("Date 日期: line 2 is of a day to come"));
  }

  @Test
  void excessIsExplained() {
    Claim claim = travel("100.01");
    assertThat(ClaimCheck.problems(claim, DAY, new BigDecimal("100.01"))).isEmpty();
    assertThat(ClaimCheck.problems(claim, DAY, new BigDecimal("100.00"))).singleElement().asString().startsWith("Reason for excess 超支說明: the total is above 100.00 元");
    Claim explained = new Claim("travel", DAY, claim.total(), false, null, false, null, false, claim.items(), "Strike 罷工");
    assertThat(ClaimCheck.problems(explained, DAY, new BigDecimal("100.00"))).isEmpty();
  }

  private static List<String> problems(Claim claim) {
    return ClaimCheck.problems(claim, DAY.plusDays(2), PLENTY);
  }
}
