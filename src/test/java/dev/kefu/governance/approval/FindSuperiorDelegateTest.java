package dev.kefu.governance.approval;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;

/** Engineer, support manager, after-sales supervisor, head; the support manager's post is merged into the after-sales supervisor's. */
class FindSuperiorDelegateTest {

  private static final Map<String, Role> ROLES = Map.of("engineer", role("engineer", "support-manager"), "support-manager", role("support-manager", "after-sales-supervisor"),
      "after-sales-supervisor", role("after-sales-supervisor", "head"), "head", role("head", null));

  private final DelegateExecution execution = mock(DelegateExecution.class);

  @Test
  void superiorIsTheNextRole() {
    find("after-sales-supervisor");

    verify(execution).setVariable("approverRole", "head");
    verify(execution).setVariable("hasSuperior", true);
  }

  @Test
  void mergedPostIsSkippedByItsHolder() {
    find("support-manager");

    verify(execution).setVariable("approverRole", "head");
  }

  @Test
  void headOfAllHasNoSuperior() {
    find("head");

    verify(execution).setVariable("hasSuperior", false);
    verify(execution, never()).setVariable(eq("approverRole"), any());
    verify(execution, never()).removeVariable(any());
  }

  private void find(String approverRole) {
    when(execution.getVariable("approverRole")).thenReturn(approverRole);
    new FindSuperiorDelegate(new Merged()).execute(execution);
  }

  private static Role role(String id, String superior) {
    return new Role(id, id, id, superior, "section", List.of(), List.of(), List.of(), List.of());
  }

  private static final class Merged implements RoleDirectory {

    @Override
    public Collection<Role> all() {
      return ROLES.values();
    }

    @Override
    public Optional<Role> find(String roleId) {
      return Optional.ofNullable(ROLES.get(roleId));
    }

    @Override
    public String holderOf(String roleId) {
      return roleId.equals("support-manager") ? "after-sales-supervisor" : roleId;
    }
  }
}
