package dev.kefu.notification.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** What stands in the outbox, for the health page and as gauges. Messages that cannot be sent never make the node unhealthy: cases go on. */
@Component("notificationHealthIndicator")
@RequiredArgsConstructor
class OutboxHealth implements HealthIndicator, MeterBinder {

  private static final String GAUGE = "kefu.notifications";

  private final Messages messages;

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    messages.unfinished().forEach((state, count) -> health.withDetail(state.name(), count));
    return health.build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    List.of(State.waiting, State.failed, State.doubtful, State.noAddress).forEach(state -> Gauge.builder(GAUGE, messages, all -> all.unfinished().get(state))
        .tag("state", state.name()).description("Messages in the outbox").register(registry));
  }
}
