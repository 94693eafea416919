package dev.kefu.complaint.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kefu.complaint.quality.BatchHold.Disposal;
import dev.kefu.complaint.quality.BatchHold.Status;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchHoldTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  private final BatchHold hold = new BatchHold(outcome(null, false), "quinn", NOW);

  @Test
  void nothingIsDecidedBeforeTheBatchIsBlockedAndTheOutcomeStands() {
    assertThatThrownBy(() -> hold.decide(Disposal.SCRAP, "Why", outcome(Fault.OURS, true), "quinn", NOW)).isInstanceOf(IllegalStateException.class);
    block();
    assertThatThrownBy(() -> hold.decide(Disposal.RELEASE, "Why", outcome(Fault.NOT_OURS, false), "quinn", NOW)).isInstanceOf(FactsRefused.class)
        .hasMessageContaining("the outcome of CMP-2026-000001 is still open");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"OURS, REWORK, true", "OURS, SCRAP, true", "OURS, RELEASE, false", "NOT_OURS, RELEASE, true", "NOT_OURS, REWORK, false", "NOT_OURS, SCRAP, false",
    "-, RELEASE, true", "-, SCRAP, true", "UNKNOWN, REWORK, true"})
  void decisionFollowsTheOutcome(Fault fault, Disposal disposal, boolean allowed) {
    block();
    if (allowed) {
      hold.decide(disposal, "Why", outcome(fault, true), "quinn", NOW);
      assertThat(hold.getStatus()).isEqualTo(Status.DECIDED);
    } else {
      assertThatThrownBy(() -> hold.decide(disposal, "Why", outcome(fault, true), "quinn", NOW)).isInstanceOf(FactsRefused.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"RELEASE, 10, 0, true", "RELEASE, 9, 1, false", "REWORK, 8, 2, true", "REWORK, 10, 0, true", "SCRAP, 0, 10, true", "SCRAP, 1, 9, false", "REWORK, 8, 1, false", "REWORK, 11, 0, false"})
  void quantitiesFitTheDecision(Disposal disposal, int released, int scrapped, boolean allowed) {
    block();
    hold.decide(disposal, "Why", outcome(null, true), "quinn", NOW);
    if (allowed) {
      hold.settle(BigDecimal.valueOf(released), BigDecimal.valueOf(scrapped), DAY, "kay");
      hold.end(disposal == Disposal.SCRAP ? Status.SCRAPPED : Status.RELEASED, NOW);
      assertThat(hold.getEndedAt()).isEqualTo(NOW);
    } else {
      assertThatThrownBy(() -> hold.settle(BigDecimal.valueOf(released), BigDecimal.valueOf(scrapped), DAY, "kay")).isInstanceOf(FactsRefused.class);
    }
  }

  @Test
  void endFitsWhatWasDone() {
    block();
    assertThatThrownBy(() -> hold.end(Status.RELEASED, NOW)).isInstanceOf(IllegalStateException.class);
    hold.decide(Disposal.SCRAP, "Why", outcome(Fault.OURS, true), "quinn", NOW);
    hold.settle(BigDecimal.ZERO, BigDecimal.TEN, DAY, "kay");
    assertThatThrownBy(() -> hold.end(Status.RELEASED, NOW)).isInstanceOf(IllegalStateException.class);
    hold.end(Status.SCRAPPED, NOW);
    hold.end(Status.SCRAPPED, NOW);
    assertThatThrownBy(() -> hold.block(BigDecimal.ONE, "Shelf", DAY, "kay")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void blockedBatchIsCorrectedUntilItIsDecidedOn() {
    block();
    hold.block(BigDecimal.valueOf(12), "Shelf 5", DAY, "kay");
    assertThat(hold.blockedFacts()).isEqualTo("Blocked 已封存: 12, Shelf 5, 2026-11-24");
    hold.end(Status.CANCELLED, NOW);
    assertThat(hold.getStatus()).isEqualTo(Status.CANCELLED);
  }

  private void block() {
    hold.block(BigDecimal.TEN, "Shelf 4", DAY, "kay");
  }

  private static QualityCase outcome(Fault fault, boolean decided) {
    QualityCase quality = mock(QualityCase.class);
    when(quality.getId()).thenReturn(1L);
    when(quality.getCaseNumber()).thenReturn("CMP-2026-000001");
    when(quality.getFault()).thenReturn(fault);
    when(quality.isDecided()).thenReturn(decided);
    return quality;
  }
}
