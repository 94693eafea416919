package dev.kefu.tasklist.start;

import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;

/** A person who came today and has done nothing yet. */
public final class Newcomer {

  private final IdentityService identities;
  private final String userId = "newcomer-" + UUID.randomUUID().toString().substring(0, 8);

  public Newcomer(ProcessEngine engine, String role, String password) {
    identities = engine.getIdentityService();
    User user = identities.newUser(userId);
    user.setFirstName("New");
    user.setLastName("Comer 新人");
    user.setEmail(userId + "@kefu.example");
    user.setPassword(password);
    identities.saveUser(user);
    identities.createMembership(userId, role);
  }

  public String userId() {
    return userId;
  }

  /** The user is gone afterwards. */
  public void leaves() {
    identities.deleteUser(userId);
  }
}
