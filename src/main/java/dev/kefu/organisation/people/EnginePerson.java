package dev.kefu.organisation.people;

import dev.kefu.organisation.CurrentPerson;
import dev.kefu.organisation.RoleDirectory;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Asks the engine, which knows who is logged in, whichever way the person came. */
@Component
@RequiredArgsConstructor
class EnginePerson implements CurrentPerson {

  private final IdentityService identities;
  private final RoleDirectory roles;

  @Override
  public String userId() {
    return authentication().getUserId();
  }

  @Override
  public boolean holdsAny(Collection<String> roleIds) {
    return authentication().getGroupIds() != null && roleIds.stream().map(roles::holderOf).anyMatch(authentication().getGroupIds()::contains);
  }

  private Authentication authentication() {
    Authentication current = identities.getCurrentAuthentication();
    if (current == null || current.getUserId() == null) {
      throw new IllegalStateException("Nobody is logged in");
    }
    return current;
  }
}
