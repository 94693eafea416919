package dev.kefu;

import dev.kefu.engine.EngineClock;
import java.time.Clock;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The clock of all tests: shows the engine's time, so that {@link ClockUtil#setCurrentTime} moves the whole program. After each
 * test it shows the real time again ({@link RealTimeAgain}). Whoever moves it moves it forward only: entries of the audit trail that are older than its last seal count as forged.
 */
@Configuration(proxyBeanMethods = false)
public class SimulatedClock {

  @Bean
  @Primary
  Clock engineClock() {
    return new EngineClock(ZoneId.of("Asia/Shanghai"));
  }
}
