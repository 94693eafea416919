package dev.kefu.governance.expense;

import static dev.kefu.governance.expense.Claims.DAY;
import static dev.kefu.governance.expense.Claims.item;
import static dev.kefu.governance.expense.Claims.travel;
import static dev.kefu.governance.expense.ExpenseClaim.Status.APPROVED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.CANCELLED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.CLAIMED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.PAID;
import static dev.kefu.governance.expense.ExpenseClaim.Status.REFUSED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpenseClaimTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final ExpenseClaim claim = new ExpenseClaim("EXP-2026-000001", "instance", new Claimant("ann", "survey-specialist", "survey"), travel("120.00"), DAY, NOW);

  @Test
  void newClaimIsBorneByTheMonthOfItsFirstDay() {
    assertThat(claim.getStatus()).isEqualTo(CLAIMED);
    assertThat(claim.getBudgetMonth()).isEqualTo("2026-11");
    assertThat(claim.getLines()).hasSize(1);
  }

  @Test
  void claimIsApprovedPaidAndEndsPaid() {
    claim.check("customer-service-manager", "Within limit");
    claim.approve();
    claim.approve();
    assertThat(claim.getStatus()).isEqualTo(APPROVED);
    assertThatIllegalStateException().isThrownBy(() -> claim.end(PAID, NOW)).withMessageContaining("nothing was booked");

    claim.pay(new BigDecimal("119.50"), DAY);
    claim.end(PAID, NOW);
    claim.end(PAID, NOW.plusSeconds(5));
    assertThat(claim.getPaidAmount()).isEqualByComparingTo("119.50");
    assertThat(claim.getEndedAt()).isEqualTo(NOW);
  }

  @Test
  void noMoreIsPaidThanClaimedAndNothingBeforeTheApproval() {
    assertThatIllegalStateException().isThrownBy(() -> claim.pay(BigDecimal.TEN, DAY));
    claim.approve();
    assertThatIllegalArgumentException().isThrownBy(() -> claim.pay(new BigDecimal("120.01"), DAY));
    assertThatIllegalArgumentException().isThrownBy(() -> claim.pay(BigDecimal.ZERO, DAY));
    claim.pay(new BigDecimal("120.00"), DAY);
  }

  @Test
  void returnedClaimIsSentAgainAndCountsItsReturns() {
    claim.approve();
    claim.giveBack();
    claim.giveBack();
    assertThat(claim.getStatus()).isEqualTo(RETURNED);
    assertThat(claim.getTimesReturned()).isEqualTo(1);
    assertThatIllegalStateException().isThrownBy(claim::approve);
    assertThatIllegalStateException().isThrownBy(() -> claim.check("x", "y"));

    claim.claimAgain(travel("80.00", item(DAY, "50.00", "R-1"), item(DAY, "30.00", "R-2")));
    assertThat(claim.getStatus()).isEqualTo(CLAIMED);
    assertThat(claim.getTotal()).isEqualByComparingTo("80");
    assertThat(claim.getLines()).hasSize(2);
  }

  @Test
  void approvedClaimIsNotSentAgainUnlessItIsReturned() {
    claim.approve();
    assertThatIllegalStateException().isThrownBy(() -> claim.claimAgain(travel("1.00")));
    assertThatIllegalStateException().isThrownBy(() -> claim.correct(travel("120.00")));
  }

  @Test
  void wordsAreCorrectedAndNothingThatTheRuleWasAsked() {
    Claim.Item line = new Claim.Item(DAY, "Train to Hangzhou 去杭州", "Hangzhou 杭州", new BigDecimal("120"), "R-1", false);
    claim.correct(travel("120.0", line));
    assertThat(claim.getLines().get(0).getPurpose()).isEqualTo("Train to Hangzhou 去杭州");

    assertThatIllegalArgumentException().isThrownBy(() -> claim.correct(travel("121.00")));
    assertThatIllegalArgumentException().isThrownBy(() -> claim.correct(travel("120.00", item(DAY, "60", "R-1"), item(DAY, "60", "R-2"))));
    assertThatIllegalArgumentException().isThrownBy(() -> claim.correct(
        new Claim("training", DAY, new BigDecimal("120.00"), false, null, false, null, false, List.of(line), null)));
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "REJECTED", "WITHDRAWN", "CANCELLED"})
  void endedClaimTakesNothingMore(ExpenseClaim.Status outcome) {
    claim.approve();
    claim.end(outcome, NOW);

    assertThat(claim.getStatus().isEnd()).isTrue();
    assertThatIllegalStateException().isThrownBy(claim::approve);
    assertThatIllegalStateException().isThrownBy(claim::giveBack);
    assertThatIllegalStateException().isThrownBy(() -> claim.pay(BigDecimal.ONE, DAY));
    assertThatIllegalStateException().isThrownBy(() -> claim.end(outcome == REFUSED ? CANCELLED : REFUSED, NOW));
  }
}
