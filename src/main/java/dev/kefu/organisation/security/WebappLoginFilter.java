package dev.kefu.organisation.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Records logins and logouts of the web applications, and keeps the user id tried for the answer. */
@RequiredArgsConstructor
class WebappLoginFilter extends OncePerRequestFilter {

  /** Request attribute with the user id that a login named. */
  static final String USER_TRIED = "kefu.userTried";

  private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/([^/]+)/?");
  private static final Pattern LOGOUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout/?");
  private static final int LONGEST_BODY = 8192;

  private final LoginTrail trail;

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
    throws ServletException, IOException {
    Matcher login = LOGIN.matcher(request.getRequestURI());
    if (login.matches()) {
      login(new ContentCachingRequestWrapper(request, LONGEST_BODY), response, chain, login.group(1));
    } else if (LOGOUT.matcher(request.getRequestURI()).matches()) {
      logout(request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void login(ContentCachingRequestWrapper request, HttpServletResponse response, FilterChain chain, String application)
    throws ServletException, IOException {
    chain.doFilter(request, response);
    String userId = userId(request);
    request.setAttribute(USER_TRIED, userId);
    if (response.getStatus() == HttpServletResponse.SC_OK) {
      trail.succeeded(userId, application, request.getRemoteAddr());
    } else {
      trail.refused(userId, application, request.getRemoteAddr());
    }
  }

  private void logout(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    String userId = userId(request.getSession(false));
    chain.doFilter(request, response);
    if (userId != null && response.getStatus() < 400) {
      trail.loggedOut(userId, request.getRemoteAddr());
    }
  }

  private static String userId(HttpSession session) {
    Authentications logins = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
    return logins == null ? null : logins.getAuthentications().stream().map(UserAuthentication::getIdentityId).findFirst().orElse(null);
  }

  /** Reads the form from the copy of the body: asking the request for parameters would take the body from the engine. */
  private static String userId(ContentCachingRequestWrapper request) {
    String form = new String(request.getContentAsByteArray(), StandardCharsets.UTF_8).replace('+', ' ');
    String encoded = UriComponentsBuilder.newInstance().query(form).build().getQueryParams().getFirst("username");
    return encoded == null ? null : UriUtils.decode(encoded, StandardCharsets.UTF_8);
  }
}
