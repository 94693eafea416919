package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.people.FirstUsers;
import dev.kefu.organisation.provisioning.Reconciliation.Outcome;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Puts groups, rights, filters and first users in place before the web server takes its first request. */
@Slf4j
@Component
@RequiredArgsConstructor
class OrganisationStart implements SmartInitializingSingleton {

  private final RolesFile file;
  private final Provisioner provisioner;
  private final FirstUsers firstUsers;

  @Override
  public void afterSingletonsInstantiated() {
    Outcome outcome = provisioner.provision(file);
    log.info("Provisioned groups, rights and filters: {} changes", outcome.writes());
    outcome.differences().forEach(difference -> log.warn(difference.message()));
    firstUsers.prepare();
  }
}
