package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.ReleasedWork;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
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

  @Override
  @Transactional
  public Set<String> grant(String processId, Collection<String> roleIds) {
    RolesFile now = granted.addTo(file);
    Set<String> added = new LinkedHashSet<>();
    now.roles().stream().filter(role -> roleIds.contains(role.id()) && !works(role, processId)).map(RoleEntry::id).forEach(added::add);
    added.forEach(role -> granted.add(processId, role));
    if (!added.isEmpty()) {
      provision();
    }
    return added;
  }

  private static boolean works(RoleEntry role, String processId) {
    return role.works().contains(processId) || role.starts().contains(processId);
  }

  private void provision() {
    IdentityServiceImpl engine = (IdentityServiceImpl) identities;
    Authentication person = engine.getCurrentAuthentication();
    engine.clearAuthentication();
    try {
      provisioner.provision(file);
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
