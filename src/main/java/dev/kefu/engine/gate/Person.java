package dev.kefu.engine.gate;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Who gives a command.
 *
 * @param userId the engine's user id
 * @param groups role ids
 */
record Person(String userId, List<String> groups) {

  private static final String REPAIR_GROUP = "case-repair";

  /** The person on whose behalf the thread runs; null for the program itself. */
  static Person current(IdentityService identityService) {
    Authentication authentication = identityService.getCurrentAuthentication();
    return authentication == null || authentication.getUserId() == null ? null : of(authentication);
  }

  static Person of(Authentication authentication) {
    return new Person(authentication.getUserId(), authentication.getGroupIds() == null ? List.of() : authentication.getGroupIds());
  }

  boolean mayRepair() {
    return groups.contains(REPAIR_GROUP);
  }
}
