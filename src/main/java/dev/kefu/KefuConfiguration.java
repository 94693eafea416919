package dev.kefu;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every module needs. */
@Configuration(proxyBeanMethods = false)
class KefuConfiguration {

  /** The department's time. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }
}
