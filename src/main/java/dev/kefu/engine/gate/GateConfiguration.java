package dev.kefu.engine.gate;

import dev.kefu.engine.form.FormChecker;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class GateConfiguration {

  @Bean
  FormChecker formChecker(Clock clock) {
    return new FormChecker(clock);
  }

  @Bean
  RefusalLogFilter refusalLogFilter() {
    return new RefusalLogFilter();
  }

  /** First of all filters, so that it wraps the engine's REST API on both of its addresses. */
  @Bean
  FilterRegistrationBean<RefusalStatusFilter> refusalStatusFilter() {
    FilterRegistrationBean<RefusalStatusFilter> registration = new FilterRegistrationBean<>(new RefusalStatusFilter());
    registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }
}
