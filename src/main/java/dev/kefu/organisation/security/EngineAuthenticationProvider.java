package dev.kefu.organisation.security;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks user and password with the engine; the authorities are the ids of the user's groups. */
@Component
@RequiredArgsConstructor
class EngineAuthenticationProvider implements AuthenticationProvider {

  private final ObjectProvider<IdentityService> identities;
  private final LoginThrottle throttle;
  private final LoginTrail trail;

  @Override
  public Authentication authenticate(Authentication attempt) {
    String userId = attempt.getName();
    IdentityService service = identities.getObject();
    if (!service.checkPassword(userId, String.valueOf(attempt.getCredentials()))) {
      trail.refused(userId, "rest", remoteAddress(attempt));
      throw new BadCredentialsException(throttle.message(userId));
    }
    List<SimpleGrantedAuthority> groups = service.createGroupQuery().groupMember(userId).list().stream().map(Group::getId)
      .map(SimpleGrantedAuthority::new).toList();
    return UsernamePasswordAuthenticationToken.authenticated(userId, null, groups);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private static String remoteAddress(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
  }
}
