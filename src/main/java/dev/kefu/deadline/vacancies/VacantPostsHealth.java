package dev.kefu.deadline.vacancies;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows the vacant posts that have open tasks. A vacancy never makes a node unhealthy: no other node could do better. */
@Component("vacantPosts")
@RequiredArgsConstructor
class VacantPostsHealth implements HealthIndicator, MeterBinder {

  private final VacancySweep sweep;

  @Override
  public Health health() {
    return Health.up().withDetail("openTasks", sweep.vacant()).build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("kefu.posts.vacant", sweep, found -> found.vacant().size()).description("Vacant posts that have open tasks").register(registry);
  }
}
