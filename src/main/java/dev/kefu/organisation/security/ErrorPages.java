package dev.kefu.organisation.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers every error: a page for people, JSON with a message for programs and scripts; never a stack trace. */
@Controller
@RequiredArgsConstructor
class ErrorPages implements ErrorController {

  private static final String LOGIN = "/camunda/api/admin/auth/user/[^/]+/login/.*";

  private final LoginThrottle throttle;

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : 404;
    String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
    String message = message(request, path, status);
    if (forProgram(request, path)) {
      return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problem.of(status, message));
    }
    ModelAndView page = new ModelAndView("error");
    page.setStatus(HttpStatusCode.valueOf(status));
    return page.addObject("status", status).addObject("message", message);
  }

  private String message(HttpServletRequest request, String path, int status) {
    if (!path.startsWith("/camunda/api/")) {
      return PlainWords.ofStatus(status);
    }
    if (status == 401 && path.matches(LOGIN)) {
      return throttle.message((String) request.getAttribute(WebappLoginFilter.USER_TRIED));
    }
    // A wrong CSRF token answers 403 and ends the session; without the application's right the session lives on.
    boolean sessionLost = status == 401 || status == 403 && request.getSession(false) == null;
    return sessionLost ? PlainWords.SESSION_ENDED : PlainWords.ofStatus(status);
  }

  private static boolean forProgram(HttpServletRequest request, String path) {
    String accept = Objects.toString(request.getHeader(HttpHeaders.ACCEPT), "");
    return path.matches("/(api|engine-rest|actuator|camunda/api)(/.*)?") || !accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
