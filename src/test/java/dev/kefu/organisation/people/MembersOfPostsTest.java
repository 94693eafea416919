package dev.kefu.organisation.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.organisation.Posts;
import dev.kefu.organisation.directory.FileRoleDirectory;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Engineer under support manager under manager; the support manager's post is merged into that of after-sales; a customer reports to the manager. */
class MembersOfPostsTest {

  private ProcessEngine engine;
  private Posts posts;

  @BeforeEach
  void enterprise() {
    RolesFile file = new RolesFile(List.of(new RolesFile.Section("s", "Section", "科")),
        List.of(role("engineer", "support-manager", "tasklist"), role("support-manager", "manager", "tasklist"), role("after-sales", "manager", "tasklist"),
            role("manager", null, "tasklist"), role("customer", "manager")), List.of(), Map.of("support-manager", "after-sales"));
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString()).setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setGeneralResourceWhitelistPattern("[a-z][a-z0-9-]*");
    engine = configuration.buildProcessEngine();
    var beans = new StaticListableBeanFactory(Map.of("identityService", engine.getIdentityService()));
    posts = new MembersOfPosts(new FileRoleDirectory(file), beans.getBeanProvider(IdentityService.class));
    hold("manager");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void postWithoutMembersIsVacantAndTheNearestWithMembersActs() {
    assertThat(posts.isVacant("engineer")).isTrue();
    assertThat(posts.workingGroupOf("engineer")).contains("manager");

    hold("engineer");

    assertThat(posts.isVacant("engineer")).isFalse();
    assertThat(posts.workingGroupOf("engineer")).contains("engineer");
  }

  @Test
  void mergedPostIsHeldByWhoeverHoldsTheOther() {
    assertThat(posts.isVacant("support-manager")).isTrue();

    hold("after-sales");

    assertThat(posts.isVacant("support-manager")).isFalse();
    assertThat(posts.workingGroupOf("support-manager")).contains("after-sales");
    assertThat(posts.workingGroupOf("engineer")).contains("after-sales");
  }

  @Test
  void whoNeverLogsInAndWhatIsNoRoleIsNoVacantPost() {
    assertThat(posts.isVacant("customer")).isFalse();
    assertThat(posts.workingGroupOf("customer")).contains("manager");
    assertThat(posts.isVacant("camunda-admin")).isFalse();
    assertThat(posts.workingGroupOf("camunda-admin")).isEmpty();
  }

  @Test
  void nobodyActsWhenTheWholeChainIsVacant() {
    engine.getIdentityService().deleteMembership("manager", "manager");

    assertThat(posts.workingGroupOf("engineer")).isEmpty();
    assertThat(posts.isVacant("manager")).isTrue();
  }

  private void hold(String post) {
    IdentityService identities = engine.getIdentityService();
    identities.saveUser(identities.newUser(post));
    identities.saveGroup(identities.newGroup(post));
    identities.createMembership(post, post);
  }

  private static RoleEntry role(String id, String superior, String... applications) {
    return new RoleEntry(id, "Title", "職", superior, "s", Arrays.asList(applications), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
