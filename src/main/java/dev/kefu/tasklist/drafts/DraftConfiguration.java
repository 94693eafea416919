package dev.kefu.tasklist.drafts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DraftProperties.class)
class DraftConfiguration {

  @Bean
  DraftKeys draftKeys(DraftProperties settings) {
    return settings.keys() == null || settings.keys().isBlank() ? DraftKeys.ofFile(settings.keyFile()) : DraftKeys.of(settings.keys());
  }
}
