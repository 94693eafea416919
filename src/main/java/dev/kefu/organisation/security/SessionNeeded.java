package dev.kefu.organisation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses pages of ours to whoever has no session of the web applications; their own filter lets strangers pass there. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SessionNeeded implements WebMvcConfigurer {

  private final IdentityService identities;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new HandlerInterceptor() {
      @Override
      public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        if (identities.getCurrentAuthentication() != null && identities.getCurrentAuthentication().getUserId() != null) {
          return true;
        }
        Problem.of(401, PlainWords.SESSION_ENDED).writeTo(response);
        return false;
      }
    }).addPathPatterns("/camunda/api/kefu/**");
  }
}
