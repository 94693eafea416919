package dev.kefu.organisation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import dev.kefu.KefuIT;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import dev.kefu.organisation.directory.RolesFile.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Adds a section and a role of its own to the real file and takes them away again. */
@KefuIT
class ProvisionerIT {

  private static final String ROLE = "it-role";

  @Autowired
  private Provisioner provisioner;
  @Autowired
  private RolesFile real;
  @Autowired
  private IdentityService identities;
  @Autowired
  private AuthorizationService authorizations;
  @Autowired
  private FilterService filters;

  @AfterEach
  void backToTheRealFile() {
    provisioner.provision(real);
    if (group() != null) {
      identities.deleteGroup(ROLE);
    }
    authorizations.createAuthorizationQuery().groupIdIn(ROLE).list().forEach(right -> authorizations.deleteAuthorization(right.getId()));
    filters.createFilterQuery().filterNameLike("Section of it%").list().forEach(filter -> filters.deleteFilter(filter.getId()));
    provisioner.provision(real);
    assertThat(provisioner.provision(real).writes()).isZero();
    assertThat(provisioner.differences(real)).isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    assertThat(provisioner.provision(with("Title", "it-process")).writes()).isPositive();
    assertThat(provisioner.provision(with("Title", "it-process"))).isEqualTo(new Reconciliation.Outcome(0, List.of()));
  }

  @Test
  void aRoleGetsItsGroupRightsAndFilter() {
    provisioner.provision(with("Title", "it-process"));
    assertThat(group().getName()).isEqualTo("Title 職");
    assertThat(right().isPermissionGranted(Permissions.CREATE_INSTANCE)).isTrue();
    assertThat(right().isPermissionGranted(Permissions.READ_HISTORY)).isFalse();
    assertThat(filter().getProperties()).containsEntry("kefuWhose", "section").containsEntry("refresh", true);
    assertThat(readersOf(filter())).containsExactlyInAnyOrder(ROLE, "customer-service-manager");
  }

  @Test
  void whatOnlyTheFileChangedIsFollowed() {
    provisioner.provision(with("Title", "it-process"));
    String filterId = filter().getId();
    provisioner.provision(with("New title", "other-process"));
    assertThat(group().getName()).isEqualTo("New title 職");
    assertThat(right().getResourceId()).isEqualTo("other-process");
    assertThat(filter().getId()).isEqualTo(filterId);
    provisioner.provision(real);
    assertThat(group()).isNull();
    assertThat(filter()).isNull();
    assertThat(authorizations.createAuthorizationQuery().groupIdIn(ROLE).count()).isZero();
  }

  @Test
  void whatAnAdministratorChangedStaysAndIsReported() {
    provisioner.provision(with("Title", "it-process"));
    Group group = group();
    group.setName("Our own name");
    identities.saveGroup(group);
    Authorization right = right();
    right.addPermission(Permissions.READ_HISTORY);
    authorizations.saveAuthorization(right);
    filters.saveFilter(filter().setName("Section of it, ours"));

    List<Difference> differences = provisioner.provision(with("New title", "it-process")).differences();

    assertThat(group().getName()).isEqualTo("Our own name");
    assertThat(right().isPermissionGranted(Permissions.READ_HISTORY)).isTrue();
    assertThat(filters.createFilterQuery().filterName("Section of it, ours").count()).isEqualTo(1);
    assertThat(differences).extracting(Difference::kind, Difference::what).containsExactlyInAnyOrder(
      tuple("group", "changed"), tuple("filter", "changed"),
      tuple("authorization", "changed"));
    assertThat(differences).extracting(Difference::message)
      .contains("The group it-role was changed in the running system and stays as it is: it is \"Our own name (WORKFLOW)\", "
        + "roles.yaml says \"New title 職 (WORKFLOW)\"");
  }

  @Test
  void whatAnAdministratorDeletedStaysAway() {
    provisioner.provision(with("Title", "it-process"));
    authorizations.deleteAuthorization(right().getId());
    filters.deleteFilter(filter().getId());
    List<Difference> differences = provisioner.provision(with("Title", "it-process")).differences();
    assertThat(right()).isNull();
    assertThat(filter()).isNull();
    assertThat(differences).extracting(Difference::what).containsExactly("deleted", "deleted");
  }

  @Test
  void aMergedPostHasNoGroupAndItsHolderItsRights() {
    RoleEntry post = role("it-post", "Post", "it-process");
    provisioner.provision(file(List.of(role(ROLE, "Title", "other-process"), post), Map.of("it-post", ROLE)));
    assertThat(identities.createGroupQuery().groupId("it-post").count()).isZero();
    assertThat(authorizations.createAuthorizationQuery().groupIdIn(ROLE).resourceType(PROCESS_DEFINITION).list())
      .extracting(Authorization::getResourceId).containsExactlyInAnyOrder("it-process", "other-process");
  }

  @Test
  void twoNodesAtOnceProvisionOnce() {
    RolesFile file = with("Title", "it-process");
    CompletableFuture<Reconciliation.Outcome> other = CompletableFuture.supplyAsync(() -> provisioner.provision(file));
    int writes = provisioner.provision(file).writes() + other.join().writes();
    // Two of them: its two superiors see the process whose tasks may come up to them.
    assertThat(writes).isEqualTo(9);
    assertThat(provisioner.provision(file).writes()).isZero();
  }

  private Group group() {
    return identities.createGroupQuery().groupId(ROLE).singleResult();
  }

  private Authorization right() {
    return authorizations.createAuthorizationQuery().groupIdIn(ROLE).resourceType(PROCESS_DEFINITION).singleResult();
  }

  private Filter filter() {
    return filters.createFilterQuery().filterName("Section of it 科").singleResult();
  }

  private List<String> readersOf(Filter filter) {
    return authorizations.createAuthorizationQuery().resourceId(filter.getId()).list().stream().map(Authorization::getGroupId).toList();
  }

  private RolesFile with(String title, String starts) {
    return file(List.of(role(ROLE, title, starts)), Map.of());
  }

  private RolesFile file(List<RoleEntry> added, Map<String, String> aliases) {
    List<Section> sections = new ArrayList<>(real.sections());
    sections.add(new Section("it-section", "Section of it", "科"));
    List<RoleEntry> roles = new ArrayList<>(real.roles());
    roles.addAll(added);
    return new RolesFile(sections, roles, real.technicalGroups(), aliases);
  }

  private static RoleEntry role(String id, String title, String starts) {
    return new RoleEntry(id, title, "職", "customer-service-manager", "it-section", List.of("tasklist"), List.of(starts), List.of(),
      List.of(), List.of(), List.of());
  }
}
