package dev.kefu.release.assets;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves what draws diagrams from its web jar, beside the web applications. */
@Configuration(proxyBeanMethods = false)
class DiagramViewer implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/camunda/app/kefu/diagrams/*.js").addResourceLocations("classpath:/META-INF/resources/webjars/bpmn-js/8.0.0/dist/");
  }
}
