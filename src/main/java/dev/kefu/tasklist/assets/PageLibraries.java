package dev.kefu.tasklist.assets;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves what draws diagrams and charts from its web jars, beside the web applications, which are open to whoever has not logged in yet. */
@Configuration(proxyBeanMethods = false)
class PageLibraries implements WebMvcConfigurer {

  private static final String WEB_JARS = "classpath:/META-INF/resources/webjars/";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/camunda/app/kefu/lib/*.js").addResourceLocations(WEB_JARS + "bpmn-js/8.0.0/dist/", WEB_JARS + "chart.js/4.5.1/dist/");
  }
}
