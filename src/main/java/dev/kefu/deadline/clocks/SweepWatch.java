package dev.kefu.deadline.clocks;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The dead-man alarm: says so when no node has swept for three periods. A node that has just started waits as long before it complains.
 * Health goes down, readiness does not: the node can still serve people.
 */
@Slf4j
@Component("deadlineSweep")
class SweepWatch implements HealthIndicator {

  private static final String ADMINISTRATORS = "it-administrator";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ClockTables tables;
  private final DeadlineProperties properties;
  private final Notifications notifications;
  private final Clock clock;
  private final Instant started;

  SweepWatch(ClockTables tables, DeadlineProperties properties, Notifications notifications, Clock clock, MeterRegistry meters) {
    this.tables = tables;
    this.properties = properties;
    this.notifications = notifications;
    this.clock = clock;
    this.started = clock.instant();
    Gauge.builder("kefu.deadline.sweep.age", this, watch -> watch.age().toSeconds()).baseUnit("seconds")
        .description("Time since a node last swept the deadlines").register(meters);
  }

  /** Complains once for each time that the sweep stands still; every node may, the message's key keeps it one. */
  @Scheduled(fixedDelayString = "${kefu.deadline.sweep-every:PT1M}")
  void watch() {
    if (standsStill()) {
      String since = MOMENT.format(lastSign().atZone(clock.getZone()));
      log.error("No node has swept the deadlines since {}: nobody is reminded, nothing is escalated", since);
      notifications.send(new Notification("deadline-sweep/" + since, Recipient.role(ADMINISTRATORS), NotificationTemplates.DEADLINE_SWEEP_STANDS_STILL, null,
          Map.of("since", since)));
    }
  }

  @Override
  public Health health() {
    return (standsStill() ? Health.down() : Health.up()).withDetail("secondsSinceSweep", age().toSeconds()).build();
  }

  private boolean standsStill() {
    return Duration.between(lastSign(), clock.instant()).compareTo(properties.longestSilence()) > 0;
  }

  private Duration age() {
    return Duration.between(tables.lastBeat().orElse(started), clock.instant());
  }

  private Instant lastSign() {
    return tables.lastBeat().filter(beat -> beat.isAfter(started)).orElse(started);
  }
}
