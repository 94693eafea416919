package dev.kefu.history.assets;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the viewer of diagrams from its web jar, beside the web applications, which are open to whoever has not logged in yet. */
@Configuration(proxyBeanMethods = false)
class DiagramViewer implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/camunda/app/kefu/lib/*.js").addResourceLocations("classpath:/META-INF/resources/webjars/bpmn-js/8.0.0/dist/");
  }
}
