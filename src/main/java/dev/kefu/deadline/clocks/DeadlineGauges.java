package dev.kefu.deadline.clocks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.ToLongFunction;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many running clocks of each process are late, escalated or stopped. Every node counts the same database: take the maximum over nodes, never the sum. */
@Slf4j
@Component
class DeadlineGauges {

  private final ClockTables tables;
  private final MultiGauge overdue;
  private final MultiGauge escalated;
  private final MultiGauge paused;

  DeadlineGauges(ClockTables tables, MeterRegistry meters) {
    this.tables = tables;
    overdue = MultiGauge.builder("kefu.deadlines.overdue").description("Clocks past their time, of tasks and of whole cases").register(meters);
    escalated = MultiGauge.builder("kefu.deadlines.escalated").description("Open clocks that were escalated to a superior").register(meters);
    paused = MultiGauge.builder("kefu.deadlines.paused").description("Clocks that stand still while the case waits for its customer").register(meters);
  }

  @Scheduled(fixedDelayString = "${kefu.metrics.count-every}")
  void count() {
    try {
      List<Standing> standings = tables.standings();
      register(overdue, standings, Standing::overdue);
      register(escalated, standings, Standing::escalated);
      register(paused, standings, Standing::paused);
    } catch (RuntimeException e) {
      log.warn("Deadlines could not be counted; the next turn tries again: {}", e.toString());
    }
  }

  private static void register(MultiGauge gauge, List<Standing> standings, ToLongFunction<Standing> number) {
    gauge.register(standings.stream().<Row<?>>map(one -> Row.of(Tags.of("process", one.process(), "of", one.of()), number.applyAsLong(one))).toList(), true);
  }

  /**
   * The clocks of a process.
   *
   * @param of {@code task} or {@code case}
   */
  record Standing(String process, String of, long overdue, long escalated, long paused) {
  }
}
