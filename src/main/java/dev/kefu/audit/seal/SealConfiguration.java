package dev.kefu.audit.seal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealProperties.class)
class SealConfiguration {

  /** Tests seal themselves, at a moment they choose. */
  @Configuration(proxyBeanMethods = false)
  @Profile("!test")
  @EnableScheduling
  static class Scheduling {
  }
}
