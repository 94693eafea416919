package dev.kefu.tasklist.assets;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class AssetsConfiguration {

  /** Before the filter of Camunda's that writes the header. */
  @Bean
  FilterRegistrationBean<OwnNonce> ownNonce() {
    FilterRegistrationBean<OwnNonce> registration = new FilterRegistrationBean<>(new OwnNonce());
    registration.addUrlPatterns("/camunda/app/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return registration;
  }
}
