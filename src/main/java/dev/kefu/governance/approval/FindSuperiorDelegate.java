package dev.kefu.governance.approval;

import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands an approval to the next higher role (C3), past a post that is merged into the approver's own. */
@Component
@RequiredArgsConstructor
class FindSuperiorDelegate implements JavaDelegate {

  private final RoleDirectory roles;

  @Override
  public void execute(DelegateExecution execution) {
    String approver = roles.holderOf((String) execution.getVariable("approverRole"));
    Optional<String> superior = superiorOf(approver);
    while (superior.isPresent() && roles.holderOf(superior.get()).equals(approver)) {
      superior = superiorOf(superior.get());
    }
    execution.setVariable("hasSuperior", superior.isPresent());
    superior.ifPresent(role -> {
      execution.setVariable("approverRole", role);
      // Else the superior's form would open with the decision already made.
      execution.removeVariable("approval");
    });
  }

  private Optional<String> superiorOf(String role) {
    return roles.find(role).map(Role::superior);
  }
}
