package dev.kefu.deadline.vacancies;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sweeps as soon as somebody joined or left a group, once for all that one transaction changed. */
@Slf4j
@Component
@RequiredArgsConstructor
class MembershipListener implements TransactionSynchronization {

  private static final Set<String> MEMBERS = Set.of(EntityTypes.GROUP_MEMBERSHIP, EntityTypes.USER, EntityTypes.GROUP);

  private final VacancySweep sweep;

  @EventListener
  void on(UserOperationLogEntryEventEntity operation) {
    if (MEMBERS.contains(operation.getEntityType()) && TransactionSynchronizationManager.isSynchronizationActive()
        && !TransactionSynchronizationManager.getSynchronizations().contains(this)) {
      TransactionSynchronizationManager.registerSynchronization(this);
    }
  }

  /** The change stands already: what goes wrong here is not its fault, and the next sweep does it. */
  @Override
  public void afterCommit() {
    try {
      sweep.sweep();
    } catch (RuntimeException e) {
      log.error("Vacant posts could not be looked for after a change of memberships; the next sweep does it", e);
    }
  }
}
