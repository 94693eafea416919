package dev.kefu.organisation.people;

import dev.kefu.organisation.production.ProductionRefused;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/** Finds demo users whom everybody who read the README could be. */
@Component
@RequiredArgsConstructor
class DemoPasswords {

  private final ProcessEngineConfigurationImpl engine;
  private final IdentityService identities;
  private final DemoUsers demoUsers;
  private final DemoProperties demo;

  void refuse() {
    List<String> open = usersWithDemoPassword();
    if (!open.isEmpty()) {
      throw new ProductionRefused(List.of("these demo users still have the demo password, delete them or change it: "
        + String.join(", ", open)));
    }
  }

  List<String> usersWithDemoPassword() {
    Set<String> demoIds = demoUsers.all().map(People.Person::id).collect(Collectors.toSet());
    return identities.createUserQuery().list().stream().filter(user -> demoIds.contains(user.getId())).filter(this::hasDemoPassword)
      .map(User::getId).sorted().toList();
  }

  /** Compares by hand: the engine's own check would lock the account on every password that is not the demo one. */
  private boolean hasDemoPassword(User user) {
    UserEntity entity = (UserEntity) user;
    String salted = EncryptionUtil.saltPassword(demo.password(), entity.getSalt());
    return entity.getPassword() != null && engine.getPasswordManager().check(salted, entity.getPassword());
  }
}
