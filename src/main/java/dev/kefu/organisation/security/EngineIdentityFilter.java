package dev.kefu.organisation.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine for the length of a request who asks; no thread keeps an identity. */
@RequiredArgsConstructor
class EngineIdentityFilter extends OncePerRequestFilter {

  private final ObjectProvider<IdentityService> identities;

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
    throws ServletException, IOException {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (person == null || person instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    IdentityService service = identities.getObject();
    try {
      service.setAuthentication(person.getName(), person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList(), List.of());
      chain.doFilter(request, response);
    } finally {
      service.clearAuthentication();
    }
  }
}
