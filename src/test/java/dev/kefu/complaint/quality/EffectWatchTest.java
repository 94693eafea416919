package dev.kefu.complaint.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.complaint.quality.EffectWatch.Status;
import dev.kefu.engine.FactsRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectWatchTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  private final EffectWatch watch = new EffectWatch(1, "instance", "QEF-2026-000001", "B-1", NOW);

  @Test
  void threeOtherBatchesAreLookedAt() {
    assertRefused(effect("effective", "B-2", "B-3"), "there are 2");
    assertRefused(effect("effective", "B-2", "B-3", "B-4", "B-5"), "there are 4");
    assertRefused(effect("effective", "B-2", "B-2", "B-3"), "B-2 is no other batch");
    assertRefused(effect("effective", "B-1", "B-2", "B-3"), "B-1 is no other batch");
    assertThat(watch.getRounds()).isZero();
  }

  @Test
  void verdictFollowsTheBatches() {
    assertRefused(effect("effective", "B-2", "B-3", "B-4!"), "the defect came again, so it is not effective");
    assertRefused(effect("ineffective", "B-2", "B-3", "B-4"), "the defect came in none of the batches, so it is effective");
    watch.check(effect("ineffective", "B-2", "B-3", "B-4!"), "quinn");
    assertThat(watch.isEffective()).isFalse();
    assertThatThrownBy(() -> watch.end(Status.CLOSED, NOW)).isInstanceOf(IllegalStateException.class);
    assertRefused(effect("effective", "B-4", "B-5", "B-6"), "B-4 is no other batch");
    watch.check(effect("effective", "B-5", "B-6", "B-7"), "quinn");
    assertThat(watch.isEffective()).isTrue();
    assertThat(watch.history()).startsWith("- B-2, 2026-11-24: free of it 無缺陷\n").contains("- B-4, 2026-11-24: same defect again 缺陷再現");
    watch.end(Status.CLOSED, NOW);
    watch.end(Status.CLOSED, NOW);
    assertThatThrownBy(() -> watch.check(effect("effective", "B-8", "B-9", "B-10"), "quinn")).isInstanceOf(IllegalStateException.class);
  }

  private void assertRefused(Effect effect, String message) {
    assertThatThrownBy(() -> watch.check(effect, "quinn")).isInstanceOf(FactsRefused.class).hasMessageContaining(message);
  }

  private static Effect effect(String verdict, String... batches) {
    List<Effect.Row> rows = Arrays.stream(batches).map(batch -> new Effect.Row(batch.replace("!", ""), LocalDate.parse("2026-11-24"), batch.endsWith("!"))).toList();
    return new Effect(rows, verdict);
  }
}
