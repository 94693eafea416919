package dev.kefu.operation.logging;

import dev.kefu.engine.CaseInLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A request about a case ({@code /api/cases/{caseNumber}/…}) names it in every log line that it causes. */
@Component
class CaseOfRequest implements WebMvcConfigurer, HandlerInterceptor {

  /** Whatever else stands in an address never reaches the log. */
  private static final Pattern CASE_NUMBER = Pattern.compile("[A-Z]{3}-\\d{4}-\\d{6,9}");

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
        && variables.get("caseNumber") instanceof String number && CASE_NUMBER.matcher(number).matches()) {
      MDC.put(CaseInLog.CASE_NUMBER, number);
    }
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception fault) {
    MDC.remove(CaseInLog.CASE_NUMBER);
  }
}
