package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.provisioning.Reconciliation.Outcome;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes groups, filters and authorizations from the roles; the same again changes nothing. */
@Component
@RequiredArgsConstructor
public class Provisioner {

  private final ProvisionedState state;
  private final GrantedWork granted;
  private final IdentityService identities;
  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;

  /** Writes what the file wants and nobody else decided; nodes that start together do it one after the other. */
  @Transactional
  public Outcome provision(RolesFile file) {
    state.lock();
    return run(file, true);
  }

  /** What an administrator decided otherwise than the file. */
  @Transactional(readOnly = true)
  public List<Difference> differences(RolesFile file) {
    return run(file, false).differences();
  }

  private Outcome run(RolesFile written, boolean write) {
    RolesFile file = granted.addTo(written);
    FilterKeeper filterKeeper = new FilterKeeper(file, filters, tasks);
    Outcome ofGroups = new Reconciliation<>(new GroupKeeper(file, identities), state, write).run();
    Outcome ofFilters = new Reconciliation<>(filterKeeper, state, write).run();
    RightsOfRoles rights = new RightsOfRoles(file, filterKeeper.wanted(),
      key -> state.engineId(filterKeeper.kind(), key).filter(id -> filterKeeper.content(id).isPresent()));
    Outcome ofRights = new Reconciliation<>(new AuthorizationKeeper(rights, authorizations), state, write).run();
    return Stream.of(ofGroups, ofFilters, ofRights).reduce(new Outcome(0, List.of()), Provisioner::sum);
  }

  private static Outcome sum(Outcome one, Outcome other) {
    return new Outcome(one.writes() + other.writes(), Stream.concat(one.differences().stream(), other.differences().stream()).toList());
  }
}
