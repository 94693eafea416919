package dev.kefu.organisation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergedPostsTest {

  private ProcessEngine engine;

  @BeforeEach
  void technicalSupportIsMergedIntoAfterSales() {
    RolesFile file = new RolesFile(List.of(new RolesFile.Section("s", "Section", "科")),
      List.of(role("technical-support-manager"), role("after-sales-supervisor"), role("complaint-supervisor")), List.of(),
      Map.of("technical-support-manager", "after-sales-supervisor"));
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString()).setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setAuthorizationEnabled(true).setGroupResourceWhitelistPattern("[a-z][a-z0-9-]*");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setProcessEnginePlugins(new ArrayList<>(List.of(new MergedPostsPlugin(new FileRoleDirectory(file)))));
    engine = configuration.buildProcessEngine();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theHolderGetsTheTasksOfAMergedPost() {
    assertThat(candidatesOf("technical-support-manager")).containsExactly("after-sales-supervisor");
  }

  @Test
  void aRoleThatIsNotMergedKeepsItsTasks() {
    assertThat(candidatesOf("complaint-supervisor")).containsExactly("complaint-supervisor");
  }

  @Test
  void theHolderIsCandidateOnceWhenPostAndHolderAreBothNamed() {
    assertThat(candidatesOf("technical-support-manager, after-sales-supervisor")).containsExactly("after-sales-supervisor");
  }

  @Test
  void anExpressionMayYieldAMergedPost() {
    assertThat(candidatesOf("${approver}")).containsExactly("after-sales-supervisor");
    assertThat(candidatesOf("${several}")).containsExactlyInAnyOrder("after-sales-supervisor", "complaint-supervisor");
  }

  private List<String> candidatesOf(String candidateGroups) {
    engine.getRepositoryService().createDeployment().addModelInstance("merged.bpmn", Bpmn.createExecutableProcess("merged").startEvent()
      .userTask("work").camundaCandidateGroups(candidateGroups).endEvent().done()).deploy();
    String instance = engine.getRuntimeService().startProcessInstanceByKey("merged", Map.of("approver", "technical-support-manager",
      "several", List.of("technical-support-manager", "complaint-supervisor"))).getId();
    Task task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
    return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
  }

  private static RoleEntry role(String id) {
    return new RoleEntry(id, "Title", "職", null, "s", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
