package dev.kefu.complaint.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.complaint.ledger.ComplaintLedger.Goods;
import dev.kefu.complaint.quality.QualityCase.Origin;
import dev.kefu.complaint.quality.QualityCase.Status;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QualityCaseTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  private final QualityCase quality = opened();

  @Test
  void samplesHaveNumbersOfTheirOwnAndStayOnceTested() {
    assertRefused(() -> quality.sample(sampling("S-1", "S-1"), "quinn"), "sample no. S-1 stands twice");
    quality.sample(sampling("S-1"), "quinn");
    quality.sample(sampling("S-2"), "quinn");
    assertThat(quality.getSamples()).extracting(QualitySample::getSampleNo).containsExactly("S-2");
    quality.test(testing("S-2", "pass", null), false, "quinn");
    assertRefused(() -> quality.sample(sampling("S-3"), "quinn"), "A sample was tested already");
  }

  @Test
  void onlyASampleThatWasTakenIsTested() {
    assertThatThrownBy(() -> quality.test(testing("S-1", "pass", null), false, "quinn")).isInstanceOf(IllegalStateException.class);
    quality.sample(sampling("S-1"), "quinn");
    assertRefused(() -> quality.test(testing("S-9", "pass", null), false, "quinn"), "no sample has the number S-9");
    assertRefused(() -> quality.test(new Testing("S-1", DAY.minusDays(1), null, null, "pass", null, "Pressure 壓力"), false, "quinn"), "the sample was taken on 2026-11-24");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"pass, -, NOT_OURS", "fail, customer, NOT_OURS", "fail, ours, OURS", "undetermined, -, UNKNOWN"})
  void testSaysWhoseFaultItIs(String result, String fault, Fault expected) {
    quality.sample(sampling("S-1"), "quinn");
    quality.test(testing("S-1", result, fault), false, "quinn");
    assertThat(quality.getFault()).isEqualTo(expected);
    assertThat(quality.isBindingAsked()).isEqualTo(expected == Fault.UNKNOWN);
  }

  @Test
  void outsideTestIsMadeOnceAndOnlyWhenAskedFor() {
    quality.sample(sampling("S-1"), "quinn");
    assertThatThrownBy(() -> quality.test(testing("S-1", "pass", null), true, "quinn")).isInstanceOf(IllegalStateException.class);
    quality.test(testing("S-1", "pass", null), false, "quinn");
    assertThat(quality.explain("insists", "Cabinet 3")).isTrue();
    assertThatThrownBy(() -> quality.test(testing("S-1", "pass", null), false, "quinn")).isInstanceOf(IllegalStateException.class);
    quality.test(testing("S-1", "pass", null), true, "quinn");
    assertThat(quality.explain("insists", "Cabinet 3")).isFalse();
    assertThatThrownBy(() -> quality.test(testing("S-1", "fail", "ours"), true, "quinn")).isInstanceOf(IllegalStateException.class);
    quality.end(Status.UNJUSTIFIED, NOW);
    assertThat(quality.getStatus()).isEqualTo(Status.UNJUSTIFIED);
  }

  @Test
  void whatTheOutsideTestCannotTellCountsForTheCustomer() {
    quality.sample(sampling("S-1"), "quinn");
    quality.test(testing("S-1", "undetermined", null), false, "quinn");
    quality.test(testing("S-1", "undetermined", null), true, "quinn");
    assertThat(quality.getFault()).isEqualTo(Fault.OURS);
    assertThat(quality.isPretext()).isFalse();
    assertThatThrownBy(() -> quality.explain("accepts", "Cabinet 3")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void causeOnOurSideNeedsAFaultOfOurs() {
    quality.sample(sampling("S-1"), "quinn");
    quality.test(testing("S-1", "pass", null), false, "quinn");
    assertThatThrownBy(() -> quality.analyse(cause(), design("no", null))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lossIsDividedToTheCentAndTheLargestBearsWhatRoundingLeaves() {
    analysed();
    judge("otherCost", "none", "0.00", null, "100.01", row("production", "33.33"), row("rd", "33.33"), row("quality", "33.34"));
    assertThat(quality.getShares()).extracting(share -> share.getLoss().toPlainString()).containsExactly("33.33", "33.33", "33.35");
    assertThat(quality.mainDepartment()).isEqualTo(Department.QUALITY);
    assertThat(quality.getLossAmount()).isEqualByComparingTo("100.01");
  }

  @Test
  void mainDepartmentBearsMostOfAllItsPersonsTogether() {
    analysed();
    judge("otherCost", "none", "0.00", null, "10.00", new Judgement.Row("production", "Wu", new BigDecimal("30")), new Judgement.Row("production", "He", new BigDecimal("30")), row("rd", "40"));
    assertThat(quality.mainDepartment()).isEqualTo(Department.PRODUCTION);
  }

  @ParameterizedTest
  @CsvSource({"actualAllowance, allowance, 205.00", "priceDifference, returned, 705.00", "fullLoss, returned, 1005.00", "otherCost, none, 5.00"})
  void lossFollowsItsBasis(String basis, String treatment, String loss) {
    analysed();
    judge(basis, treatment, "200.00", "300.00", "5.00", row("production", "100"));
    assertThat(quality.getLossAmount()).isEqualByComparingTo(loss);
  }

  @Test
  void judgementThatContradictsItselfIsRefused() {
    analysed();
    assertRefused(() -> judge("otherCost", "none", "0.00", null, "0.00", row("production", "99")), "the shares add up to 99 %, not to 100 %");
    assertRefused(() -> judge("otherCost", "none", "0.00", null, "0.00", row("production", "50"), row("production", "50")), "Production 生產部 stands twice");
    assertRefused(() -> judge("priceDifference", "returned", "0.00", "1000.01", "0.00", row("production", "100")), "above the value of the goods");
    assertRefused(() -> judge("actualAllowance", "allowance", "1000.01", null, "0.00", row("production", "100")), "above the value of the goods");
    assertThat(quality.getStatus()).isEqualTo(Status.ANALYSED);
    assertThat(quality.getShares()).isEmpty();
  }

  @Test
  void stockCoversTheQuantityOrNot() {
    assertThat(quality.isCovered(new BigDecimal("1.99"))).isFalse();
    assertThat(quality.isCovered(new BigDecimal("2"))).isTrue();
    assertThat(quality.isCovered(BigDecimal.ZERO)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "rework,    false, -,    -,        rework,                  0.00",
    "rework,    true,  -,    -,        'rework,compensation',   70.00",
    "allowance, false, 5,    -,        allowance,               50.00",
    "allowance, true,  30,   -,        'allowance,compensation', 370.00",
    "return,    false, -,    -,        return,                  1000.00",
    "recall,    false, -,    exchange, 'recall,exchange',       0.00",
    "recall,    true,  -,    return,   'recall,return,compensation', 1070.00"})
  void moneyIsReckonedFromTheRemedy(String remedy, boolean damages, BigDecimal percent, String ownGoods, String remedies, String amount) {
    judged();
    boolean allowance = remedy.equals("allowance");
    quality.choose(remedy, damages, allowance ? 5 : null, allowance ? 30 : null);
    quality.propose(new SalesProposal("Good", percent, ownGoods, damages ? new BigDecimal("70.00") : null, "Basis"), "sam");
    assertThat(quality.getRemedies()).isEqualTo(remedies);
    assertThat(quality.getAmount()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource({"4.99", "30.01"})
  void allowanceStaysWithinTheTable(BigDecimal percent) {
    judged();
    quality.choose("allowance", false, 5, 30);
    assertRefused(() -> quality.propose(new SalesProposal("Good", percent, null, null, "Basis"), "sam"), "between 5 and 30 %");
  }

  @Test
  void proposalIsMadeAnewUntilItIsApprovedAndCarriedOutBeforeTheEnd() {
    judged();
    quality.choose("rework", false, null, null);
    assertThatThrownBy(() -> quality.approve(NOW)).isInstanceOf(IllegalStateException.class);
    quality.propose(proposal(), "sam");
    quality.propose(proposal(), "sam");
    quality.approve(NOW);
    assertThatThrownBy(() -> quality.propose(proposal(), "sam")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> quality.end(Status.CLOSED, NOW)).hasMessageContaining("cannot end as CLOSED");
    quality.remedied("Done");
    quality.end(Status.CLOSED, NOW);
    quality.end(Status.CLOSED, NOW.plusSeconds(9));
    assertThat(quality.getEndedAt()).isEqualTo(NOW);
    assertThatThrownBy(() -> quality.end(Status.CANCELLED, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(value = Status.class, names = {"CLOSED", "UNJUSTIFIED", "REJECTED", "REFUSED", "OPEN"})
  void newComplaintHasNoGroundToEnd(Status end) {
    if (end == Status.OPEN) {
      quality.end(Status.CANCELLED, NOW);
      assertThat(quality.isDecided()).isTrue();
    } else {
      assertThatThrownBy(() -> quality.end(end, NOW)).isInstanceOf(IllegalStateException.class);
      assertThat(quality.isDecided()).isFalse();
    }
  }

  @Test
  void checkOfTheOrderIsCorrectedUntilSamplesAreTaken() {
    quality.correct(new OrderCheck("overseas", null, false, false));
    assertThat(quality.getMarket()).isEqualTo("overseas");
    quality.sample(sampling("S-1"), "quinn");
    assertRefused(() -> quality.correct(new OrderCheck("domestic", null, false, false)), "Samples were taken");
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(FactsRefused.class).hasMessageContaining(message);
  }

  private void analysed() {
    quality.sample(sampling("S-1"), "quinn");
    quality.test(testing("S-1", "fail", "ours"), false, "quinn");
    quality.analyse(cause(), design("yes", "Thicker"));
  }

  private void judged() {
    analysed();
    judge("otherCost", "none", "0.00", null, "0.00", row("production", "100"));
  }

  private void judge(String basis, String treatment, String allowance, String resale, String other, Judgement.Row... rows) {
    quality.judge(new Judgement(new BigDecimal("1000.00"), BigDecimal.ONE, false, treatment, new BigDecimal(allowance), resale != null, resale == null ? null : new BigDecimal(resale),
        new BigDecimal(other), List.of(rows), "Reasons"), new Judgement.Opinion(BigDecimal.ONE, false, "Line 2"), basis, null, "sue", NOW);
  }

  private static Judgement.Row row(String department, String share) {
    return new Judgement.Row(department, null, new BigDecimal(share));
  }

  private static SalesProposal proposal() {
    return new SalesProposal("Good", null, null, null, "Basis");
  }

  private static CauseAnalysis cause() {
    return new CauseAnalysis("Gasket left out", "making", List.of(new CauseAnalysis.Row("Check", "Line 2", DAY)), true, false);
  }

  private static CauseAnalysis.Design design(String related, String measure) {
    return new CauseAnalysis.Design(related, "Statement", measure);
  }

  private static Sampling sampling(String... numbers) {
    return new Sampling(DAY, "site", "B-17", Arrays.stream(numbers).map(number -> new Sampling.Row(number, 1, null)).toList(), true);
  }

  private static Testing testing(String sample, String result, String fault) {
    return new Testing(sample, DAY, null, null, result, fault, "Pressure 壓力");
  }

  static QualityCase opened() {
    return new QualityCase(new Origin("instance", "CMP-2026-000001", 1, "C000001", NOW), new Goods("Pump", "SO-1", "B-17", new BigDecimal("2"), DAY),
        new OrderCheck("domestic", null, true, true), "sam", NOW);
  }
}
