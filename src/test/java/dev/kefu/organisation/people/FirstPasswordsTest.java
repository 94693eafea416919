package dev.kefu.organisation.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;

class FirstPasswordsTest {

  @Test
  void everyPasswordSatisfiesThePolicyAndNoneComesTwice() {
    FirstPasswords passwords = new FirstPasswords();
    UserEntity user = new UserEntity("a");
    user.setFirstName("Wang");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String password = passwords.next("a", "Wang");
      assertThat(new DefaultPasswordPolicyImpl().getRules()).allMatch(rule -> rule.execute(password, user));
      assertThat(password).hasSize(16).doesNotContainIgnoringCase("a");
      seen.add(password);
    }
    assertThat(seen).hasSize(500);
  }
}
