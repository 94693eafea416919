package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.ReleasedWork;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what a release grants and provisions it at once, as the system: whoever releases may not write rights. */
@Component
@RequiredArgsConstructor
class ProvisionedWork implements ReleasedWork {

  private final GrantedWork granted;
  private final Provisioner provisioner;
  private final RolesFile file;
  private final IdentityService identities;
  private final TaskService tasks;

  @Override
  @Transactional
  public Set<String> grant(String processId, Collection<String> roleIds) {
    RolesFile now = granted.addTo(file);
    Set<String> added = new LinkedHashSet<>();
    now.roles().stream().filter(role -> roleIds.contains(role.id()) && !works(role, processId)).map(RoleEntry::id).forEach(added::add);
    added.forEach(role -> granted.add(processId, role));
    if (!added.isEmpty()) {
      asSystem(() -> provisioner.provision(file));
    }
    return added;
  }

  private static boolean works(RoleEntry role, String processId) {
    return role.works().contains(processId) || role.starts().contains(processId);
  }

  @Override
  @Transactional
  public Set<String> withdraw(String processId, Collection<String> roleIds) {
    Set<String> known = granted.all().getOrDefault(processId, Set.of());
    return asSystem(() -> {
      Set<String> removed = roleIds.stream().filter(known::contains).filter(role -> !hasOpenTasks(processId, role)).collect(Collectors.toCollection(LinkedHashSet::new));
      removed.forEach(role -> granted.remove(processId, role));
      if (!removed.isEmpty()) {
        provisioner.provision(file);
      }
      return removed;
    });
  }

  private boolean hasOpenTasks(String processId, String role) {
    return tasks.createTaskQuery().processDefinitionKey(processId).taskCandidateGroup(role).includeAssignedTasks().count() > 0;
  }

  private <T> T asSystem(Supplier<T> work) {
    IdentityServiceImpl engine = (IdentityServiceImpl) identities;
    Authentication person = engine.getCurrentAuthentication();
    engine.clearAuthentication();
    try {
      return work.get();
    } finally {
      if (person != null) {
        engine.setAuthentication(person);
      }
    }
  }

  @Override
  public Map<String, Set<String>> granted() {
    return granted.all();
  }
}
