package dev.kefu.demo.complaints;

import dev.kefu.engine.EngineClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Kefu in simulated time, on a database of its own. */
@Configuration(proxyBeanMethods = false)
@Profile("real-complaints")
class RealComplaintsConfiguration {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  /** The day before the first complaint. */
  private static final LocalDateTime BEGINNING = LocalDateTime.of(2012, 5, 21, 8, 0);

  /**
   * The simulated time; before any other bean.
   *
   * @throws IllegalStateException when the database may be one with real work in it
   */
  @Bean
  static SimulatedTime simulatedTime(Environment environment) {
    String database = environment.getRequiredProperty("spring.datasource.url");
    if (!database.matches(".*real[-_]complaints.*")) {
      throw new IllegalStateException("Profile real-complaints turns the clock back to 2012 and wants a database of its own, named real-complaints or real_complaints; this one is " + database);
    }
    return new SimulatedTime(Path.of(environment.getRequiredProperty("kefu.data"), "simulated-time"), BEGINNING.atZone(ZONE).toInstant());
  }

  @Bean
  @Primary
  Clock simulatedClock() {
    return new EngineClock(ZONE);
  }
}
