package dev.kefu.demo.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedTimeTest {

  private static final Instant BEGINNING = Instant.parse("2012-05-21T00:00:00Z");

  @TempDir
  Path folder;

  @AfterEach
  void reset() {
    ClockUtil.reset();
  }

  @Test
  void beginsStandsStillAndMovesForwardOnly() {
    SimulatedTime time = started();
    assertThat(shown()).isEqualTo(BEGINNING);

    time.moveTo(BEGINNING.plusSeconds(60));
    assertThat(shown()).isEqualTo(BEGINNING.plusSeconds(60));

    time.moveTo(BEGINNING);
    assertThat(shown()).isEqualTo(BEGINNING.plusSeconds(60));
  }

  @Test
  void aSecondStartGoesOnWhereTheFirstWas() {
    started().moveTo(BEGINNING.plusSeconds(60));
    ClockUtil.reset();

    started();

    assertThat(shown()).isEqualTo(BEGINNING.plusSeconds(60));
  }

  private SimulatedTime started() {
    SimulatedTime time = new SimulatedTime(folder.resolve("deeper").resolve("simulated-time"), BEGINNING);
    time.postProcessBeanFactory(null);
    return time;
  }

  private static Instant shown() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
