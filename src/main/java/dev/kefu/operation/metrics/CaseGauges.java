package dev.kefu.operation.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What is open and what waits for the machine, counted now and then so that a scrape costs no query. Every node counts the same database: take the maximum
 * over nodes, never the sum. When the database is away the last figures stay and {@code kefu.counts.age} grows.
 */
@Slf4j
@Component
class CaseGauges {

  private final EngineTables tables;
  private final Clock clock;
  private final MultiGauge cases;
  private final MultiGauge tasks;
  private final MultiGauge incidents;
  private final AtomicReference<Backlog> backlog = new AtomicReference<>(new Backlog(0, 0, 0, null));
  private final AtomicReference<Instant> countedAt;

  /**
   * Jobs of the engine.
   *
   * @param due those that should run now
   * @param later timers whose moment comes
   * @param failed those without tries left: each is an incident
   * @param oldestDue since when the oldest of those that are due waits; null for none
   */
  record Backlog(long due, long later, long failed, Instant oldestDue) {
  }

  CaseGauges(EngineTables tables, Clock clock, MeterRegistry meters) {
    this.tables = tables;
    this.clock = clock;
    countedAt = new AtomicReference<>(clock.instant());
    cases = MultiGauge.builder("kefu.cases.open").description("Open cases, without the parts that they call").register(meters);
    tasks = MultiGauge.builder("kefu.tasks.open").description("Open tasks").register(meters);
    incidents = MultiGauge.builder("kefu.incidents.open").description("Steps that stand still because they failed").register(meters);
    Gauge.builder("kefu.jobs", () -> backlog.get().due()).tag("state", "due").description("Jobs of the engine").register(meters);
    Gauge.builder("kefu.jobs", () -> backlog.get().later()).tag("state", "later").description("Jobs of the engine").register(meters);
    Gauge.builder("kefu.jobs", () -> backlog.get().failed()).tag("state", "failed").description("Jobs of the engine").register(meters);
    Gauge.builder("kefu.jobs.oldest.due.age", () -> age(backlog.get().oldestDue())).baseUnit("seconds")
        .description("How long the job that is due longest waits").register(meters);
    Gauge.builder("kefu.counts.age", () -> age(countedAt.get())).baseUnit("seconds").description("Time since this node last counted").register(meters);
  }

  @Scheduled(fixedDelayString = "${kefu.metrics.count-every}")
  void count() {
    try {
      register(cases, tables.openCases());
      register(tasks, tables.openTasks());
      register(incidents, tables.openIncidents());
      backlog.set(tables.backlog());
      countedAt.set(clock.instant());
    } catch (RuntimeException e) {
      log.warn("Cases and jobs could not be counted; the next turn tries again: {}", e.toString());
    }
  }

  private static void register(MultiGauge gauge, Map<String, Long> byProcess) {
    List<Row<?>> rows = byProcess.entrySet().stream().<Row<?>>map(one -> Row.of(Tags.of("process", one.getKey()), one.getValue())).toList();
    gauge.register(rows, true);
  }

  private double age(Instant since) {
    return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
  }
}
