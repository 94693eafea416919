package dev.kefu.organisation.people;

import dev.kefu.organisation.people.People.Person;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** The users of a new installation: those of the demonstration, or one administrator. */
@Slf4j
@Component
@RequiredArgsConstructor
public class FirstUsers {

  private static final String ADMINISTRATORS = "camunda-admin";

  private final Environment environment;
  private final IdentityService identities;
  private final People people;
  private final DemoUsers demoUsers;
  private final DemoPasswords demoPasswords;
  private final AdministratorProperties administrator;

  /**
   * Makes the users that are missing.
   *
   * @throws dev.kefu.organisation.production.ProductionRefused in production, when a demo user still has the demo password
   */
  @Transactional
  public void prepare() {
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      demoUsers.addMissing();
      return;
    }
    if (environment.acceptsProfiles(Profiles.of("production"))) {
      demoPasswords.refuse();
    }
    if (identities.createUserQuery().memberOfGroup(ADMINISTRATORS).count() == 0) {
      addAdministrator();
    }
  }

  private void addAdministrator() {
    if (!StringUtils.hasText(administrator.password())) {
      log.warn("Nobody can administrate this installation: set KEFU_ADMIN_PASSWORD and start again");
    } else if (people.exists(administrator.id())) {
      identities.createMembership(administrator.id(), ADMINISTRATORS);
    } else {
      people.add(new Person(administrator.id(), "Administrator", "系統管理員", List.of(ADMINISTRATORS)), administrator.password());
    }
  }
}
