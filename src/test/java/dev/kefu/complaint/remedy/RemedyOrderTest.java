package dev.kefu.complaint.remedy;

import static dev.kefu.complaint.remedy.Branch.ALLOWANCE;
import static dev.kefu.complaint.remedy.Branch.APOLOGY;
import static dev.kefu.complaint.remedy.Branch.COMPENSATION;
import static dev.kefu.complaint.remedy.Branch.EXCHANGE;
import static dev.kefu.complaint.remedy.Branch.RECALL;
import static dev.kefu.complaint.remedy.Branch.REPAIR;
import static dev.kefu.complaint.remedy.Branch.RETURN;
import static dev.kefu.complaint.remedy.RemedyOrder.Status.CANCELLED;
import static dev.kefu.complaint.remedy.RemedyOrder.Status.DONE;
import static dev.kefu.complaint.remedy.RemedyOrder.Status.OPEN;
import static dev.kefu.complaint.remedy.RemedyOrder.Status.REFUSED_BY_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kefu.complaint.remedy.RemedyItem.Trace;
import dev.kefu.complaint.remedy.RemedyOrder.Promise;
import dev.kefu.complaint.remedy.RemedyOrder.Refund;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RemedyOrderTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final String KEEPER = "warehouse-keeper";
  private static final String CLERK = "finance-clerk";

  @Test
  void remedyOpensWithWhatWasPromised() {
    RemedyOrder order = order("500.00", RETURN, APOLOGY);

    assertThat(order.getStatus()).isEqualTo(OPEN);
    assertThat(order.getApprovedAmount()).isEqualByComparingTo("500");
    assertThat(order.getItems()).extracting(RemedyItem::getBranch).containsExactly(RETURN, APOLOGY);
    assertThat(order.result()).isEqualTo("- Return 退貨: open 未開始\n- Apology 致歉: open 未開始");
  }

  @Test
  void withoutAnyRemedyThereIsNothingToOpen() {
    assertThatIllegalArgumentException().isThrownBy(() -> order("500.00")).withMessageContaining("No remedy was approved");
    assertThatIllegalArgumentException().isThrownBy(() -> Branch.of("voucher")).withMessageContaining("voucher");
    assertThat(Branch.of("rework")).isEqualTo(REPAIR);
  }

  @Test
  void slipHoldsWhatWasApprovedNoMoreAndNoLess() {
    RemedyOrder order = order("500.00", RETURN, ALLOWANCE);

    refused(() -> order.writeSlip(slip(row("return", "3", "100.00", "300.00"))), "Allowance 折讓 was approved, but the slip has no line for it");
    refused(() -> order.writeSlip(slip(row("return", "3", "100.00", "300.00"), row("allowance", "1", "50.00", "50.00"), row("recall", "1", "1.00", "1.00"))),
        "Line 3 第 3 行: Recall 召回 was not approved");
    refused(() -> order.writeSlip(slip(row("return", "3", "100.00", "300.01"), row("allowance", "1", "50.00", "50.00"))), "Line 1 第 1 行: the amount is above");
    refused(() -> order.writeSlip(slip(row("return", "3", "100.00", "300.00"), row("allowance", "10", "100.00", "600.00"))), "600.00 元 is above what is left of the approved 500.00 元");
  }

  @Test
  void goodsAsExpectedAreRefundedByAnotherPerson() {
    RemedyOrder order = returned("500.00", "3");

    assertThat(order.differs()).isFalse();
    assertThat(order.refundable()).isEqualByComparingTo("300");
    refused(() -> order.refund(refund("300.00"), KEEPER), "Four eyes");
    refused(() -> order.refund(refund("300.01"), CLERK), "At most 300.00 元 can be refunded");
    order.refund(refund("300.00"), CLERK);

    assertThat(order.result()).isEqualTo("- Return 退貨: done 已完成, 300.00 元, 2026-11-24");
    assertThat(order.paid()).isEqualByComparingTo("300");
    assertThat(order.getItems().get(0).getCertificate()).isEqualTo("copyStamped");
    assertThat(order.isResold()).isTrue();
    order.end(DONE, NOW);
    assertThat(order.getStatus()).isEqualTo(DONE);
  }

  @Test
  void refundFollowsWhatCameBack() {
    RemedyOrder order = returned("500.00", "2");

    assertThat(order.differs()).isTrue();
    assertThat(order.difference()).isEqualTo("- Line 行 1 · Return 退貨: Pump 泵, batch 批號 B7, received 實收 2 / 3, intact 完好");
    order.settle("The customer keeps one. 客戶留用一件", DAY, "complaint-specialist");
    refused(() -> order.refund(refund("300.00"), CLERK), "At most 200.00 元");
    order.refund(refund("200.00"), CLERK);
    assertThat(order.returnedQuantity()).isEqualByComparingTo("2");
  }

  @Test
  void nothingIsPaidTwice() {
    RemedyOrder order = returned("500.00", "3");
    order.refund(refund("300.00"), CLERK);
    order.refund(refund("300.00"), CLERK);

    assertThat(order.paid()).isEqualByComparingTo("300");
    assertThatIllegalStateException().isThrownBy(() -> order.refund(refund("200.00"), CLERK)).withMessageContaining("paid already: 300.00");

    RemedyOrder compensation = order("100.00", COMPENSATION);
    compensation.pay(new BigDecimal("80.00"), DAY, CLERK);
    compensation.pay(new BigDecimal("80.00"), DAY, CLERK);
    assertThat(compensation.paid()).isEqualByComparingTo("80");
    assertThatIllegalStateException().isThrownBy(() -> compensation.pay(new BigDecimal("20.00"), DAY, CLERK)).withMessageContaining("paid already: 80.00");
  }

  @Test
  void allBranchesTogetherStayWithinWhatWasApproved() {
    RemedyOrder order = order("500.00", RETURN, ALLOWANCE, COMPENSATION);
    order.writeSlip(slip(row("return", "3", "100.00", "300.00"), row("allowance", "1", "150.00", "150.00")));
    order.pay(new BigDecimal("200.00"), DAY, CLERK);
    order.sign("copyStamped", "Li / Wang", DAY, "sales-manager");
    order.receive(pickUp("3", "intact"), KEEPER);

    refused(() -> order.refund(refund("300.00"), CLERK), "Return 退貨: 300.00 元 is above what is left of the approved 500.00 元: 150.00 元");
    order.refund(refund("150.00"), CLERK);
    order.book(DAY, new Trace(CLERK, "V-1"));
    assertThat(order.paid()).isEqualByComparingTo("500");
  }

  @Test
  void refusedBranchFreesItsMoney() {
    RemedyOrder order = order("200.00", ALLOWANCE, COMPENSATION);
    order.writeSlip(slip(row("allowance", "1", "150.00", "150.00")));
    order.sign("copyStamped", "Li / Wang", DAY, "sales-manager");
    refused(() -> order.pay(new BigDecimal("200.00"), DAY, CLERK), "50.00 元");
    order.refuse(ALLOWANCE, "Wants money 只要現金", "sales-manager");
    order.pay(new BigDecimal("200.00"), DAY, CLERK);
    assertThat(order.paid()).isEqualByComparingTo("200");
  }

  @Test
  void allowanceIsBookedOnceSignedByAnotherPerson() {
    RemedyOrder order = order("200.00", ALLOWANCE);
    order.writeSlip(slip(row("allowance", "1", "150.00", "120.00")));
    assertThatIllegalStateException().isThrownBy(() -> order.book(DAY, new Trace(CLERK, "V-1"))).withMessageContaining("PROMISED");
    order.sign("copyStamped", "Li / Wang", DAY, "sales-manager");
    refused(() -> order.book(DAY, new Trace("sales-manager", "V-1")), "Four eyes");
    order.book(DAY, new Trace(CLERK, "V-1"));
    order.book(DAY, new Trace(CLERK, "V-1"));

    assertThat(order.getItems()).singleElement().satisfies(item -> {
      assertThat(item.getAmount()).isEqualByComparingTo("120");
      assertThat(item.getReference()).isEqualTo("V-1");
      assertThat(item.getPreparedBy()).isEqualTo("sales-manager");
      assertThat(item.getDoneBy()).isEqualTo(CLERK);
    });
  }

  @Test
  void exchangeAndRecallAreDoneWhenTheirGoodsAreBack() {
    RemedyOrder order = order("0", EXCHANGE, RECALL);
    order.writeSlip(slip(row("exchange", "2", "10.00", "20.00"), row("recall", "50", "10.00", "500.00")));
    order.ship(DAY, new Trace("logistics-department", "W-1"));
    order.receive(new PickUp("accepted", List.of(received(1, "2", "defective"), received(2, "50", "mixed")), DAY, null, null), KEEPER);

    assertThat(order.result()).isEqualTo("- Exchange 換貨: done 已完成, 2026-11-24\n- Recall 召回: under way 辦理中");
    assertThat(order.fetchLines()).startsWith("- Line 行 2");
    order.receive(new PickUp("accepted", List.of(received(2, "50", "intact")), DAY, null, null), KEEPER);
    order.end(DONE, NOW);
  }

  @Test
  void warehouseReportsEveryLineThatIsToComeBackOnce() {
    RemedyOrder order = order("0", EXCHANGE, RECALL);
    order.writeSlip(slip(row("exchange", "2", "10.00", "20.00"), row("recall", "50", "10.00", "500.00")));

    refused(() -> order.receive(new PickUp("accepted", List.of(received(1, "2", "intact")), DAY, null, null), KEEPER), "Line 2 is missing");
    refused(() -> order.receive(new PickUp("accepted", List.of(received(1, "2", "intact"), received(1, "2", "intact")), DAY, null, null), KEEPER), "Line 1 is not to be fetched, or stands twice");
    refused(() -> order.receive(new PickUp("accepted", List.of(received(1, "2", "intact"), received(3, "2", "intact")), DAY, null, null), KEEPER), "Line 3");
  }

  @Test
  void exchangeThatIsRefusedLeavesTheOtherGoods() {
    RemedyOrder order = order("300.00", EXCHANGE, RETURN);
    order.writeSlip(slip(row("exchange", "2", "10.00", "20.00"), row("return", "3", "100.00", "300.00")));
    order.refuse(EXCHANGE, "Wants the blue one 要藍色的", "logistics-department");

    assertThat(order.hasGoodsToFetch()).isTrue();
    order.refuseGoods("Keeps them 不退了", KEEPER);
    assertThat(order.hasGoodsToFetch()).isFalse();
    assertThat(order.allAccepted()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> order.end(DONE, NOW));
    order.end(REFUSED_BY_CUSTOMER, NOW);
    assertThat(order.result()).isEqualTo("- Exchange 換貨: refused by the customer 客戶拒絕: Wants the blue one 要藍色的\n- Return 退貨: refused by the customer 客戶拒絕: Keeps them 不退了");
  }

  @Test
  void remedyEndsOnlyWithAllBranches() {
    RemedyOrder order = order("0", REPAIR, APOLOGY);
    order.finish(APOLOGY, "letter", DAY, "complaint-supervisor");

    assertThatIllegalStateException().isThrownBy(() -> order.end(DONE, NOW)).withMessageContaining("Repair 維修: open");
    assertThatIllegalStateException().isThrownBy(() -> order.end(REFUSED_BY_CUSTOMER, NOW));
    order.finish(REPAIR, "New seal 換密封圈", DAY, "after-sales-supervisor");
    order.end(DONE, NOW);
    order.end(DONE, NOW.plusSeconds(5));

    assertThat(order.getEndedAt()).isEqualTo(NOW);
    assertThatIllegalStateException().isThrownBy(() -> order.end(CANCELLED, NOW));
    assertThatIllegalStateException().isThrownBy(() -> order.refuse(REPAIR, "too late", null));
    assertThatIllegalStateException().isThrownBy(() -> order.writeSlip(slip()));
  }

  @Test
  void cancelledRemedyKeepsWhatWasPaid() {
    RemedyOrder order = order("100.00", COMPENSATION, APOLOGY);
    order.pay(new BigDecimal("100.00"), DAY, CLERK);
    order.end(CANCELLED, NOW);
    assertThat(order.paid()).isEqualByComparingTo("100");
  }

  @Test
  void daysAreCorrectedButNotMoney() {
    RemedyOrder order = order("100.00", COMPENSATION, APOLOGY);
    order.finish(APOLOGY, "letter", DAY, "complaint-supervisor");
    order.pay(new BigDecimal("100.00"), DAY, CLERK);
    order.correct(APOLOGY, DAY.minusDays(1));

    assertThat(order.result()).endsWith("- Apology 致歉: done 已完成, 2026-11-23");
    refused(() -> order.correct(COMPENSATION, DAY.minusDays(1)), "counter-entry");
  }

  @Test
  void slipIsCorrectedUntilSomebodyActedOnIt() {
    RemedyOrder order = order("300.00", RETURN);
    order.writeSlip(slip(row("return", "3", "100.00", "300.00")));
    order.writeSlip(slip(row("return", "2", "100.00", "200.00")));
    assertThat(order.slipLines()).isEqualTo("- Line 行 1 · Return 退貨: Pump 泵, batch 批號 B7, 2 × 100.00 = 200.00 元");
    order.receive(pickUp("2", "intact"), KEEPER);
    refused(() -> order.writeSlip(slip(row("return", "3", "100.00", "300.00"))), "The slip is in use already");
  }

  private static void refused(ThrowingCallable action, String reason) {
    assertThatExceptionOfType(FactsRefused.class).isThrownBy(action).withMessageContaining(reason);
  }

  private static RemedyOrder order(String approved, Branch... branches) {
    return new RemedyOrder(new Promise("instance", "CMP-2026-000001", "C000001", "ordinary", "As approved 已批", new BigDecimal(approved), "complaint-specialist",
        Set.copyOf(Arrays.asList(branches))), NOW);
  }

  private static RemedyOrder returned(String approved, String received) {
    RemedyOrder order = order(approved, RETURN);
    order.writeSlip(slip(row("return", "3", "100.00", "300.00")));
    order.receive(pickUp(received, "intact"), KEEPER);
    return order;
  }

  private static Slip slip(Slip.Row... rows) {
    return new Slip("O-1", "I-1", "quality", List.of(rows));
  }

  private static Slip.Row row(String kind, String quantity, String price, String amount) {
    return new Slip.Row(kind, "Pump 泵", "B7", new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(amount));
  }

  private static PickUp pickUp(String received, String state) {
    return new PickUp("accepted", List.of(received(1, received, state)), DAY, DAY.plusMonths(1), null);
  }

  private static PickUp.Row received(int line, String count, String state) {
    return new PickUp.Row(line, new BigDecimal(count), state);
  }

  private static Refund refund(String amount) {
    return new Refund(new BigDecimal(amount), "copyStamped", DAY, true);
  }
}
