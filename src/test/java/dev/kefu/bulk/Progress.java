package dev.kefu.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says every few seconds how far the run is. */
final class Progress implements AutoCloseable {

  private static final int SECONDS = 10;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Instant begun = Instant.now();
  private final Tally tally;
  private final int cases;
  private final SimulatedDay day;

  Progress(Tally tally, int cases, SimulatedDay day) {
    this.tally = tally;
    this.cases = cases;
    this.day = day;
    timer.scheduleAtFixedRate(this::say, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void say() {
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    int done = tally.endedCases();
    String left = done == 0 ? "?" : "%.1f".formatted((cases - done) * seconds / done / 60);
    System.out.println("[%s] %,d of %,d ended (%d %%), %,d others, %.1f cases/s, incidents %d, simulated day %s, about %s min left".formatted(LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
        done, cases, 100L * done / cases, tally.besides(), (done + tally.besides()) / seconds, tally.incidents(), day.day(), left));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
