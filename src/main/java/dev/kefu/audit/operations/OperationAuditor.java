package dev.kefu.audit.operations;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditRecord.Kind;
import dev.kefu.audit.AuditTrail;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.util.StringUtils;

/** Copies every operation of the engine's operation log into the audit trail, in the transaction of the operation. */
@RequiredArgsConstructor
class OperationAuditor implements HistoryEventHandler {

  private final AuditTrail trail;
  private final HistoryEventHandler next;

  @Override
  public void handleEvent(HistoryEvent event) {
    next.handleEvent(event);
    audit(List.of(event));
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    next.handleEvents(events);
    audit(events);
  }

  /** The engine has one event for each changed property; an operation is one entry. */
  private void audit(List<HistoryEvent> events) {
    events.stream()
        .filter(UserOperationLogEntryEventEntity.class::isInstance).map(UserOperationLogEntryEventEntity.class::cast)
        .collect(Collectors.groupingBy(Operation::of, LinkedHashMap::new, Collectors.toList()))
        .forEach((operation, changes) -> trail.write(auditRecord(operation, changes)));
  }

  private static AuditRecord auditRecord(Operation operation, List<UserOperationLogEntryEventEntity> changes) {
    Kind kind = EntityTypes.DEPLOYMENT.equals(operation.entityType()) ? Kind.DEPLOYMENT : Kind.OPERATION;
    return new AuditRecord(kind, operation.userId(), StringUtils.uncapitalize(operation.type()), StringUtils.uncapitalize(operation.entityType()),
        subjectId(operation, changes), caseNumber(changes.get(0).getProcessInstanceId()), values(changes));
  }

  private static Map<String, String> values(List<UserOperationLogEntryEventEntity> changes) {
    Map<String, String> values = new HashMap<>();
    for (UserOperationLogEntryEventEntity change : changes) {
      if (change.getOrgValue() != null) {
        values.put(change.getProperty() + ".old", change.getOrgValue());
      }
      if (change.getNewValue() != null) {
        values.put(change.getProperty() + ".new", change.getNewValue());
      }
    }
    return values;
  }

  /** Users, groups, filters and the like have no column of their own in the operation log: their ids are among the changes. */
  private static String subjectId(Operation operation, List<UserOperationLogEntryEventEntity> changes) {
    if (operation.subjectId() != null) {
      return operation.subjectId();
    }
    String ids = changes.stream().filter(change -> change.getProperty() != null && change.getProperty().endsWith("Id"))
        .map(change -> change.getNewValue() != null ? change.getNewValue() : change.getOrgValue())
        .filter(Objects::nonNull).collect(Collectors.joining("/"));
    return ids.isEmpty() ? null : ids;
  }

  private static String caseNumber(String processInstanceId) {
    if (processInstanceId == null) {
      return null;
    }
    ExecutionEntity running = Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId);
    if (running != null && running.getBusinessKey() != null) {
      return running.getBusinessKey();
    }
    return Optional.ofNullable(Context.getCommandContext().getDbEntityManager().selectById(HistoricProcessInstanceEventEntity.class, processInstanceId))
        .map(HistoricProcessInstanceEventEntity::getBusinessKey).orElse(null);
  }

  private record Operation(String id, String userId, String type, String entityType, String subjectId) {

    static Operation of(UserOperationLogEntryEventEntity event) {
      return new Operation(event.getOperationId(), event.getUserId(), event.getOperationType(), event.getEntityType(), mostSpecificId(event));
    }

    private static String mostSpecificId(UserOperationLogEntryEventEntity event) {
      return Stream.of(event.getTaskId(), event.getExternalTaskId(), event.getJobId(), event.getBatchId(), event.getProcessInstanceId(),
          event.getJobDefinitionId(), event.getProcessDefinitionId(), event.getDeploymentId()).filter(Objects::nonNull).findFirst().orElse(null);
    }
  }
}
