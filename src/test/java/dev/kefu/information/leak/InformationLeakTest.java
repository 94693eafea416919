package dev.kefu.information.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.engine.FactsRefused;
import dev.kefu.information.leak.InformationLeak.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InformationLeakTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant REPORTED = Instant.parse("2026-11-24T02:00:00Z");
  private static final Instant LATER = REPORTED.plus(Duration.ofHours(3));
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  private final InformationLeak leak = new InformationLeak("LEK-2026-000001", "instance", null, report("2026-11-24T09:00+08:00", 200), REPORTED);

  @Test
  void goesItsWayToTheEnd() {
    leak.grade(2);
    leak.contain(LATER);
    leak.contain(LATER.plusSeconds(60));
    leak.inform(new LeakInforming(OffsetDateTime.parse("2026-11-24T10:30+08:00"), "yes"), LATER);
    leak.investigate(new LeakFinding("confirmed", new BigDecimal("500.00"), 180));
    leak.decide(new LeakDecision(1, null, "Lock the cabinet 上鎖"));
    leak.tell(TODAY, TODAY, ZONE);
    leak.improve(true);
    leak.end(Status.CLOSED, LATER);
    leak.end(Status.CLOSED, LATER);

    assertThat(leak.timeToContain()).hasHours(3);
    assertThat(leak.getCustomersAffected()).isEqualTo(180);
    assertThat(leak.getStatus()).isEqualTo(Status.CLOSED);
    assertThatIllegalStateException().isThrownBy(() -> leak.end(Status.CANCELLED, LATER)).withMessage("Cannot end as CANCELLED: LEK-2026-000001 has ended as CLOSED.");
    assertThatIllegalStateException().isThrownBy(() -> leak.correct(report("2026-11-24T09:00+08:00", 1)));
  }

  @Test
  void timesMustBePossible() {
    assertThatThrownBy(() -> new InformationLeak("LEK-2026-000002", "other", null, report("2026-11-24T10:01+08:00", 1), REPORTED))
        .isInstanceOf(FactsRefused.class).hasMessageContaining("不得晚於報告時間");
    leak.grade(3);
    assertThatThrownBy(() -> leak.inform(new LeakInforming(OffsetDateTime.parse("2026-11-24T08:59+08:00"), "no"), LATER)).hasMessageContaining("before the leak was found");
    assertThatThrownBy(() -> leak.inform(new LeakInforming(OffsetDateTime.parse("2026-11-24T13:01+08:00"), "no"), LATER)).hasMessageContaining("in the future");
    assertThatThrownBy(() -> leak.tell(LocalDate.parse("2026-11-23"), TODAY, ZONE)).hasMessageContaining("before the leak was found");
    assertThatThrownBy(() -> leak.tell(LocalDate.parse("2026-11-26"), TODAY, ZONE)).hasMessageContaining("in the future");
  }

  @Test
  void nothingIsInvestigatedBeforeItIsContainedAndTold() {
    assertThatIllegalStateException().isThrownBy(() -> leak.inform(new LeakInforming(OffsetDateTime.parse("2026-11-24T10:30+08:00"), "no"), LATER));
    leak.grade(3);
    leak.contain(LATER);
    assertThatIllegalStateException().isThrownBy(() -> leak.investigate(new LeakFinding("confirmed", BigDecimal.ZERO, 1)));
    assertThatIllegalStateException().isThrownBy(() -> leak.decide(new LeakDecision(0, "no", "Nothing 無")));
  }

  @Test
  void containedLeakIsNotWithdrawn() {
    leak.contain(LATER);
    assertThatIllegalStateException().isThrownBy(() -> leak.end(Status.WITHDRAWN, LATER));
  }

  @Test
  void decidedLeakIsNoFalseAlarmAndClosesOnlyWhenTheCustomersWereTold() {
    decided("no", "yes");
    assertThatIllegalStateException().isThrownBy(() -> leak.end(Status.FALSE_ALARM, LATER));
    assertThatIllegalStateException().isThrownBy(() -> leak.end(Status.CLOSED, LATER));
    leak.tell(TODAY, TODAY, ZONE);
    leak.end(Status.CLOSED, LATER);
    assertThat(leak.getEndedAt()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FALSE_ALARM", "WITHDRAWN", "CANCELLED"})
  void everyOtherEndIsOpenAtTheBeginning(Status outcome) {
    leak.end(outcome, LATER);
    assertThat(leak.getStatus()).isEqualTo(outcome);
  }

  @Test
  void reportIsCorrectedAndTheNumberThatTheInquiryFoundStays() {
    leak.correct(report("2026-11-24T08:00+08:00", 90));
    assertThat(leak.getCustomersAffected()).isEqualTo(90);
    decided("no", "no");
    leak.correct(report("2026-11-24T08:00+08:00", 5));
    assertThat(leak.getCustomersAffected()).isEqualTo(180);
  }

  @Test
  void whatWasActedOnIsNotCorrected() {
    decided("no", "no");
    assertThatThrownBy(() -> leak.correct(new LeakDecision(1, "no", "Nothing 無"))).isInstanceOf(FactsRefused.class);
    assertThatThrownBy(() -> leak.correct(new LeakDecision(0, "yes", "Nothing 無"))).isInstanceOf(FactsRefused.class);
    assertThatThrownBy(() -> leak.investigate(new LeakFinding("falseAlarm", null, 0))).isInstanceOf(FactsRefused.class);
    leak.correct(new LeakDecision(0, "no", "Something 有"));
    leak.investigate(new LeakFinding("confirmed", new BigDecimal("7.00"), 3));
    assertThat(leak.getLoss()).isEqualByComparingTo("7.00");
    assertThat(leak.getStatus()).isEqualTo(Status.DECIDED);
  }

  @Test
  void judgementOfHarmIsNotCorrected() {
    leak.grade(3);
    leak.inform(new LeakInforming(OffsetDateTime.parse("2026-11-24T10:30+08:00"), "no"), LATER);
    assertThatThrownBy(() -> leak.inform(new LeakInforming(OffsetDateTime.parse("2026-11-24T10:30+08:00"), "yes"), LATER)).isInstanceOf(FactsRefused.class);
    leak.inform(new LeakInforming(OffsetDateTime.parse("2026-11-24T10:31+08:00"), "no"), LATER);
    assertThat(leak.getInformedAt()).isEqualTo("2026-11-24T02:31:00Z");
  }

  private void decided(String harm, String tell) {
    leak.grade(3);
    leak.contain(LATER);
    leak.inform(new LeakInforming(OffsetDateTime.parse("2026-11-24T10:30+08:00"), harm), LATER);
    leak.investigate(new LeakFinding("confirmed", BigDecimal.ZERO, 180));
    leak.decide(new LeakDecision(0, tell, "Nothing 無"));
  }

  private static LeakReport report(String foundAt, int customers) {
    return new LeakReport(OffsetDateTime.parse(foundAt), "call-center-agent", "leaked", "secret", customers);
  }
}
