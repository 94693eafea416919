package dev.kefu.tasklist.assets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes browsers ask whether our scripts, styles and texts of the web applications have changed: Camunda's own "bust" parameter changes with
 * Camunda's version only, so that a browser would keep ours over our releases.
 */
@Component
class FreshScripts extends OncePerRequestFilter {

  private static final Pattern OURS = Pattern.compile("/camunda/app/(kefu/.*|[a-z]+/(scripts|styles|locales)/.*)");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    if (OURS.matcher(request.getRequestURI()).matches()) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    }
    chain.doFilter(request, response);
  }
}
