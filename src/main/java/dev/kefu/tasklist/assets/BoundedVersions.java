package dev.kefu.tasklist.assets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Cockpit asks for every version of a definition without saying how many it takes, which the engine refuses: it gets as many as the engine gives. */
@Component
class BoundedVersions extends OncePerRequestFilter {

  private static final Pattern DEFINITIONS = Pattern.compile("/camunda/api/engine/engine/[^/]+/(process|decision|decision-requirements)-definition");
  private static final String MOST = "maxResults";

  private final String most;

  BoundedVersions(@Value("${camunda.bpm.generic-properties.properties.queryMaxResultsLimit}") int limit) {
    most = MOST + "=" + limit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("GET") || !DEFINITIONS.matcher(request.getRequestURI()).matches() || request.getParameter(MOST) != null;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    chain.doFilter(new HttpServletRequestWrapper(request) {

      @Override
      public String getQueryString() {
        return super.getQueryString() == null ? most : super.getQueryString() + "&" + most;
      }
    }, response);
  }
}
