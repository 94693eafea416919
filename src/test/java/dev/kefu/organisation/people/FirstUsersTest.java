package dev.kefu.organisation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.organisation.directory.FileRoleDirectory;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import dev.kefu.organisation.production.ProductionRefused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class FirstUsersTest {

  private static final String DEMO_PASSWORD = "Welcome-2-Kefu!";
  private static final String ADMIN_PASSWORD = "Another-Pass-99!";

  private final MockEnvironment environment = new MockEnvironment();
  private ProcessEngine engine;
  private IdentityService identities;

  @BeforeEach
  void anEngineWithItsGroups() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString()).setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setEnablePasswordPolicy(true);
    configuration.setGroupResourceWhitelistPattern("[a-z][a-z0-9-]*");
    configuration.setUserResourceWhitelistPattern("[a-zA-Z0-9._@-]+");
    engine = configuration.buildProcessEngine();
    identities = engine.getIdentityService();
    Stream.of("boss", "clerk", "camunda-admin", "case-repair").map(identities::newGroup).forEach(identities::saveGroup);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theDemonstrationHasTwoPeoplePerRoleThatLogsInAndAnAdministrator() {
    environment.addActiveProfile("demo");
    firstUsers(null).prepare();
    assertThat(identities.createUserQuery().list()).extracting(User::getId)
      .containsExactlyInAnyOrder("boss", "boss-2", "clerk", "clerk-2", "admin");
    assertThat(identities.createGroupQuery().groupMember("clerk-2").list()).extracting(Group::getId).containsExactly("clerk");
    assertThat(identities.createGroupQuery().groupMember("admin").list()).extracting(Group::getId)
      .containsExactlyInAnyOrder("camunda-admin", "case-repair");
    User second = identities.createUserQuery().userId("clerk-2").singleResult();
    assertThat(second.getFirstName() + " " + second.getLastName()).isEqualTo("Clerk 職 2");
    assertThat(second.getEmail()).isEqualTo("clerk-2@kefu.example");
    assertThat(identities.checkPassword("clerk-2", DEMO_PASSWORD)).isTrue();
  }

  @Test
  void aChangedPasswordStays() {
    environment.addActiveProfile("demo");
    firstUsers(null).prepare();
    changePassword("clerk");
    firstUsers(null).prepare();
    assertThat(identities.checkPassword("clerk", ADMIN_PASSWORD)).isTrue();
  }

  @Test
  void withoutTheDemonstrationThereIsOneAdministrator() {
    firstUsers(ADMIN_PASSWORD).prepare();
    firstUsers("Other-Pass-77-x!").prepare();
    assertThat(identities.createUserQuery().list()).extracting(User::getId).containsExactly("root-user");
    assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count()).isEqualTo(1);
    assertThat(identities.checkPassword("root-user", ADMIN_PASSWORD)).isTrue();
  }

  @Test
  void withoutAPasswordNobodyIsMade() {
    firstUsers("").prepare();
    assertThat(identities.createUserQuery().count()).isZero();
  }

  @Test
  void productionRefusesDemoUsersWhoStillHaveTheDemoPassword() {
    environment.addActiveProfile("demo");
    firstUsers(null).prepare();
    environment.setActiveProfiles("production");
    List.of("admin", "boss", "boss-2", "clerk-2").forEach(this::changePassword);
    assertThatThrownBy(() -> firstUsers(ADMIN_PASSWORD).prepare()).isInstanceOf(ProductionRefused.class).hasMessageEndingWith("change it: clerk");
    changePassword("clerk");
    firstUsers(ADMIN_PASSWORD).prepare();
    assertThat(identities.checkPassword("clerk", ADMIN_PASSWORD)).as("nobody was locked by looking").isTrue();
  }

  private void changePassword(String userId) {
    User user = identities.createUserQuery().userId(userId).singleResult();
    user.setPassword(ADMIN_PASSWORD);
    identities.saveUser(user);
  }

  private FirstUsers firstUsers(String administratorPassword) {
    People people = new People(identities);
    DemoProperties demo = new DemoProperties(DEMO_PASSWORD);
    DemoUsers demoUsers = new DemoUsers(new FileRoleDirectory(file()), file(), identities, people, demo);
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return new FirstUsers(environment, identities, people, demoUsers, new DemoPasswords(configuration, identities, demoUsers, demo),
      new AdministratorProperties("root-user", administratorPassword));
  }

  private static RolesFile file() {
    return new RolesFile(List.of(new RolesFile.Section("s", "Section", "科")),
      List.of(role("boss", "Boss", List.of("tasklist")), role("clerk", "Clerk", List.of("tasklist")), role("stranger", "Stranger", List.of())),
      List.of(), Map.of());
  }

  private static RoleEntry role(String id, String title, List<String> applications) {
    return new RoleEntry(id, title, "職", null, "s", applications, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
