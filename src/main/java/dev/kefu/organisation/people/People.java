package dev.kefu.organisation.people;

import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Makes users with their groups. */
@Component
@RequiredArgsConstructor
class People {

  private final IdentityService identities;

  /** Makes the user; the password must satisfy the engine's password policy. */
  void add(Person person, String password) {
    User user = identities.newUser(person.id());
    user.setFirstName(person.firstName());
    user.setLastName(person.lastName());
    user.setEmail(person.id() + "@kefu.example");
    user.setPassword(password);
    identities.saveUser(user);
    person.groups().forEach(group -> identities.createMembership(person.id(), group));
  }

  boolean exists(String userId) {
    return identities.createUserQuery().userId(userId).count() > 0;
  }

  /** A user to be. */
  record Person(String id, String firstName, String lastName, Collection<String> groups) {
  }
}
