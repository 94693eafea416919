package dev.kefu.absence.deputies;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sweeps as soon as a user was deleted. */
@Slf4j
@Component
@RequiredArgsConstructor
class LeaverListener implements TransactionSynchronization {

  private final AbsenceSweep sweep;

  @EventListener
  void on(UserOperationLogEntryEventEntity operation) {
    if (EntityTypes.USER.equals(operation.getEntityType()) && UserOperationLogEntry.OPERATION_TYPE_DELETE.equals(operation.getOperationType())
        && TransactionSynchronizationManager.isSynchronizationActive() && !TransactionSynchronizationManager.getSynchronizations().contains(this)) {
      TransactionSynchronizationManager.registerSynchronization(this);
    }
  }

  /** The user is gone already: what goes wrong here is not its fault, and the next sweep does it. */
  @Override
  public void afterCommit() {
    try {
      sweep.sweep();
    } catch (RuntimeException e) {
      log.error("Tasks of a deleted user could not be looked for; the next sweep does it", e);
    }
  }
}
