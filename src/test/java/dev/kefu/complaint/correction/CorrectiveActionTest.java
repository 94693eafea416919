package dev.kefu.complaint.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.complaint.SameComplaints.Matter;
import dev.kefu.complaint.correction.CorrectiveAction.Cause;
import dev.kefu.complaint.correction.CorrectiveAction.Status;
import dev.kefu.engine.FactsRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectiveActionTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate DUE = LocalDate.of(2026, 12, 24);

  private final CorrectiveAction action = new CorrectiveAction("COR-2026-000001", "instance",
      new Cause("CMP-2026-000001", "The pump leaks. 水泵漏油。", new Matter("Pump P-3", "productQuality", "making"), null, "C000001"), NOW);

  @Test
  void orderedPlannedCarriedOutAcceptedWatchedAndEffective() {
    ordered();
    action.plan(plan(DUE, DUE), "ann", TODAY, NOW);
    assertThat(action.getMeasures()).extracting(Measure::getMeasure, Measure::getOwner, Measure::getDueOn)
        .containsExactly(tuple("Test each gasket 逐件檢驗墊圈", "Ann", DUE));
    action.acceptPlan("quinn", NOW);
    assertThat(action.getStatus()).isEqualTo(Status.CARRYING);
    action.carryOut("Tested 已檢驗", "Test record 檢驗記錄", TODAY, "bob", TODAY);
    assertThat(action.getCarriedInTime()).isTrue();
    action.accept("quinn", NOW);
    assertThat(action.getStatus()).isEqualTo(Status.WATCHING);
    assertThatThrownBy(() -> action.end(Status.EFFECTIVE, NOW)).hasMessageContaining("what this end needs is not noted");
    assertThat(action.endWatch(List.of(), NOW.plusSeconds(60))).isFalse();
    action.end(Status.EFFECTIVE, NOW);
    action.end(Status.EFFECTIVE, NOW.plusSeconds(1));
    assertThat(action.getEndedAt()).isEqualTo(NOW);
    assertThatThrownBy(() -> action.end(Status.CANCELLED, NOW)).hasMessageContaining("cannot end as CANCELLED");
  }

  @Test
  void orderNeedsDepartmentAndKind() {
    CorrectiveAction bare = new CorrectiveAction("COR-2026-000002", "other", new Cause(null, "Analysis 分析", new Matter(null, null, null), null, null), NOW);
    assertThatThrownBy(() -> bare.order("Do better 改善", "rd-department", null, null, "sue", NOW)).hasMessageContaining("must be known");
    bare.order("Do better 改善", "rd-department", "productQuality", null, "sue", NOW);
    assertThat(bare.getStatus()).isEqualTo(Status.ORDERED);
  }

  @Test
  void planIsNeitherOverNorLaterThanItsMeasuresSay() {
    ordered();
    assertThatThrownBy(() -> action.plan(plan(TODAY.minusDays(1), TODAY.minusDays(1)), "ann", TODAY, NOW)).isInstanceOf(FactsRefused.class).hasMessageContaining("date is over");
    assertThatThrownBy(() -> action.plan(plan(DUE.plusDays(1), DUE), "ann", TODAY, NOW)).isInstanceOf(FactsRefused.class).hasMessageContaining("later than the whole plan");
    assertThat(action.getStatus()).isEqualTo(Status.ORDERED);
  }

  @Test
  void thirdReturnGoesToTheNextHigherRoleOnce() {
    ordered();
    assertThat(List.of(planAndReturn(), planAndReturn(), planAndReturn())).containsExactly(false, false, true);
    assertThat(action.getStatus()).isEqualTo(Status.PLANNED);
    assertThat(action.returnPlan("gm")).isFalse();
    assertThat(action.getStatus()).isEqualTo(Status.ORDERED);
    assertThat(action.getPlanReturns()).isEqualTo(4);
  }

  @Test
  void secondRefusalOfOneOrderIsTheLast() {
    carried(TODAY);
    assertThat(action.refuse(DUE, "quinn", TODAY)).isFalse();
    assertThat(action.getPlanDue()).isEqualTo(DUE);
    assertThatThrownBy(() -> action.end(Status.ESCALATED, NOW)).hasMessageContaining("cannot end as ESCALATED");
    action.carryOut("Again 返工", "Record 記錄", TODAY, "bob", TODAY);
    assertThatThrownBy(() -> action.refuse(TODAY.minusDays(1), "quinn", TODAY)).isInstanceOf(FactsRefused.class);
    assertThat(action.refuse(DUE, "quinn", TODAY)).isTrue();
    action.end(Status.ESCALATED, NOW);
    assertThat(action.getRefusals()).isEqualTo(2);
  }

  @Test
  void repeatOpensANewRoundInWhichRefusalsCountAnew() {
    carried(TODAY);
    action.refuse(DUE, "quinn", TODAY);
    action.carryOut("Again 返工", "Record 記錄", TODAY, "bob", TODAY);
    action.accept("quinn", NOW);
    assertThat(action.endWatch(List.of("CMP-2026-000007", "CMP-2026-000009"), NOW)).isTrue();
    assertThat(action.getRepeats()).extracting(Repeat::getRoundNo, Repeat::getCaseNumber)
        .containsExactly(tuple(1, "CMP-2026-000007"), tuple(1, "CMP-2026-000009"));
    assertThat(action.getStatus()).isEqualTo(Status.OPENED);
    assertThat(action.getRoundNo()).isEqualTo(2);
    assertThat(action.getRoundRefusals()).isZero();
    assertThat(action.getRefusals()).isEqualTo(1);
    action.order("Replace the supplier 更換供應商", null, null, null, "sue", NOW);
    assertThat(action.getDepartment()).isEqualTo("production-department");
  }

  @Test
  void nobodyChecksOrAcceptsTheOwnWork() {
    ordered();
    action.plan(plan(DUE, DUE), "ann", TODAY, NOW);
    assertThatThrownBy(() -> action.acceptPlan("ann", NOW)).isInstanceOf(FactsRefused.class);
    assertThatThrownBy(() -> action.returnPlan("ann")).isInstanceOf(FactsRefused.class);
    action.acceptPlan("quinn", NOW);
    action.carryOut("Tested 已檢驗", "Record 記錄", TODAY, "bob", TODAY);
    for (String barred : List.of("ann", "bob")) {
      assertThatThrownBy(() -> action.accept(barred, NOW)).isInstanceOf(FactsRefused.class);
      assertThatThrownBy(() -> action.refuse(DUE, barred, TODAY)).isInstanceOf(FactsRefused.class);
    }
  }

  @Test
  void workIsNotDoneOnADayToComeAndLateWorkIsNoted() {
    carried(DUE.plusDays(1));
    assertThat(action.getCarriedInTime()).isFalse();
    action.correctWork("Tested 已檢驗", "Record 記錄", DUE, DUE.plusDays(1));
    assertThat(action.getCarriedInTime()).isTrue();
    assertThatThrownBy(() -> action.correctWork("Tested 已檢驗", "Record 記錄", DUE.plusDays(2), DUE.plusDays(1))).isInstanceOf(FactsRefused.class);
  }

  @Test
  void correctedOrderKeepsTheDepartmentAndCorrectedPlanIsTakenBeforeTheCheck() {
    ordered();
    assertThatThrownBy(() -> action.correctOrder("Other 其他", "rd-department", null, null)).isInstanceOf(FactsRefused.class).hasMessageContaining("withdraw the order");
    action.correctOrder("Test all gaskets 全檢墊圈", "production-department", "other", "Pump P-4");
    assertThat(action.matter()).isEqualTo(new Matter("Pump P-4", "other", "making"));
    action.plan(plan(DUE, DUE), "ann", TODAY, NOW);
    action.correctPlan(plan(DUE, DUE.plusDays(3)));
    assertThat(action.getPlanDue()).isEqualTo(DUE.plusDays(3));
    action.acceptPlan("quinn", NOW);
    assertThatThrownBy(() -> action.correctPlan(plan(DUE, DUE))).hasMessageContaining("is CARRYING");
  }

  @Test
  void withdrawnUntilThePlanIsAccepted() {
    ordered();
    assertThatThrownBy(() -> action.end(Status.WITHDRAWN, NOW)).hasMessageContaining("what this end needs");
    action.withdraw("Ordered twice 重複提出");
    action.end(Status.WITHDRAWN, NOW);
    assertThat(action.getStatus()).isEqualTo(Status.WITHDRAWN);
    assertThatThrownBy(() -> action.withdraw("again")).hasMessageContaining("is WITHDRAWN");
  }

  @ParameterizedTest
  @EnumSource(value = Status.class, names = {"EFFECTIVE", "ESCALATED", "WITHDRAWN", "OPENED", "WATCHING"})
  void noEndWithoutItsGround(Status end) {
    ordered();
    assertThatThrownBy(() -> action.end(end, NOW)).hasMessageContaining("cannot end as " + end);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"pump  p-3, productQuality, -, true", "ＰＵＭＰ P-3, productQuality, making, true", "Pump P-3, productQuality, design, false",
    "Pump P-3, afterSales, -, false", "Pump P-4, productQuality, -, false", "-, productQuality, making, false", "Pump P-3, -, -, false"})
  void sameProductKindAndNoOtherCauseMakeTheSameComplaint(String product, String kind, String cause, boolean same) {
    carried(TODAY);
    action.accept("quinn", NOW);
    assertThat(action.watches(new Matter(product, kind, cause), NOW.plusSeconds(1))).isEqualTo(same);
  }

  @Test
  void complaintsBeforeTheAcceptanceOrOutsideTheWatchAreNoRepeats() {
    carried(TODAY);
    Matter same = new Matter("Pump P-3", "productQuality", null);
    assertThat(action.watches(same, NOW.plusSeconds(1))).isFalse();
    action.accept("quinn", NOW);
    assertThat(action.watches(same, NOW)).isFalse();
    assertThat(new Matter(null, "serviceAttitude", null).isRepeatedBy(new Matter("Any", "serviceAttitude", "service"))).isTrue();
    assertThat(new Matter(null, null, null).isRepeatedBy(new Matter(null, null, null))).isFalse();
  }

  private boolean planAndReturn() {
    action.plan(plan(DUE, DUE), "ann", TODAY, NOW);
    return action.returnPlan("quinn");
  }

  private void ordered() {
    action.order("Test each gasket 逐件檢驗墊圈", "production-department", null, null, "sue", NOW);
  }

  private void carried(LocalDate on) {
    ordered();
    action.plan(plan(DUE, DUE), "ann", TODAY, NOW);
    action.acceptPlan("quinn", NOW);
    action.carryOut("Tested 已檢驗", "Test record 檢驗記錄", on, "bob", on);
  }

  private static Plan plan(LocalDate measure, LocalDate whole) {
    return new Plan(List.of(new Measure.Row("Test each gasket 逐件檢驗墊圈", "Ann", measure, "Test record 檢驗記錄")), "bob", whole);
  }
}
