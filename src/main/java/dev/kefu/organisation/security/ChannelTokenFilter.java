package dev.kefu.organisation.security;

import dev.kefu.organisation.ChannelTokens;
import dev.kefu.organisation.ChannelUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes a bearer token for what it is worth: the technical user of its channel. A wrong one is as good as none, and is written to the audit trail. */
@RequiredArgsConstructor
class ChannelTokenFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final ObjectProvider<ChannelTokens> tokens;
  private final LoginTrail trail;

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
    throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      Optional<String> channel = tokens.getObject().channelOf(header.substring(BEARER.length()).strip());
      channel.ifPresentOrElse(ChannelTokenFilter::logIn, () -> trail.refused(null, "channel", request.getRemoteAddr()));
    }
    chain.doFilter(request, response);
  }

  private static void logIn(String channel) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(ChannelUser.idOf(channel), null,
      List.of(new SimpleGrantedAuthority(ChannelUser.AUTHORITY))));
    SecurityContextHolder.setContext(context);
  }
}
