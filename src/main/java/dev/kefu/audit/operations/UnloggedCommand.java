package dev.kefu.audit.operations;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AddIdentityLinkForProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkForProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserInfoCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserPictureCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SetUserInfoCmd;
import org.camunda.bpm.engine.impl.cmd.SetUserPictureCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntry;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntryBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.runtime.MessageCorrelationResultImpl;
import org.camunda.bpm.engine.task.Comment;
import org.springframework.util.ReflectionUtils;

/**
 * How an operation that the engine forgets is called in the operation log.
 *
 * @param operation operation type
 * @param entityType what it is done to
 * @param category who may read the entry, as the engine divides it
 * @param property name of the command's field that says most about it; null when only the result says it
 */
record UnloggedCommand(String operation, String entityType, String category, String property) {

  private static final String TASK_WORKER = UserOperationLogEntry.CATEGORY_TASK_WORKER;
  private static final String OPERATOR = UserOperationLogEntry.CATEGORY_OPERATOR;
  private static final String ADMIN = UserOperationLogEntry.CATEGORY_ADMIN;

  private static final Map<Class<?>, UnloggedCommand> ALL = Map.ofEntries(
      Map.entry(AddCommentCmd.class, new UnloggedCommand("CreateComment", EntityTypes.COMMENT, TASK_WORKER, null)),
      Map.entry(HandleTaskBpmnErrorCmd.class, new UnloggedCommand("ThrowBpmnError", EntityTypes.TASK, TASK_WORKER, "errorCode")),
      Map.entry(HandleTaskEscalationCmd.class, new UnloggedCommand("ThrowEscalation", EntityTypes.TASK, TASK_WORKER, "escalationCode")),
      Map.entry(CorrelateMessageCmd.class, processInstance(UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE, "messageName")),
      Map.entry(MessageEventReceivedCmd.class, processInstance(UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE, "messageName")),
      Map.entry(SignalCmd.class, processInstance("Signal", "signalName")),
      Map.entry(SignalEventReceivedCmd.class, processInstance("Signal", "builder.signalName")),
      Map.entry(EvaluateStartConditionCmd.class, processInstance("EvaluateCondition", "builder.businessKey")),
      Map.entry(SetUserInfoCmd.class, user(UserOperationLogEntry.OPERATION_TYPE_UPDATE)),
      Map.entry(DeleteUserInfoCmd.class, user(UserOperationLogEntry.OPERATION_TYPE_UPDATE)),
      Map.entry(SetUserPictureCmd.class, user(UserOperationLogEntry.OPERATION_TYPE_UPDATE)),
      Map.entry(DeleteUserPictureCmd.class, user(UserOperationLogEntry.OPERATION_TYPE_UPDATE)),
      Map.entry(AddIdentityLinkForProcessDefinitionCmd.class, candidateStarter(UserOperationLogEntry.OPERATION_TYPE_CREATE)),
      Map.entry(DeleteIdentityLinkForProcessDefinitionCmd.class, candidateStarter(UserOperationLogEntry.OPERATION_TYPE_DELETE)));

  static Optional<UnloggedCommand> of(Command<?> command) {
    return of(command.getClass());
  }

  static Optional<UnloggedCommand> of(Class<?> command) {
    return Optional.ofNullable(ALL.get(command));
  }

  /** The log entry, taken before the command runs: what it works on may be gone afterwards. */
  UserOperationLogContextEntry entry(Command<?> command) {
    UserOperationLogContextEntryBuilder entry = UserOperationLogContextEntryBuilder.entry(operation, entityType).category(category);
    List<PropertyChange> changes = List.of(change(command));
    TaskEntity task = Optional.ofNullable((String) read(command, "taskId"))
        .map(id -> Context.getCommandContext().getTaskManager().findTaskById(id)).orElse(null);
    if (task != null) {
      return entry.inContextOf(task, changes).create();
    }
    ExecutionEntity execution = Optional.ofNullable((String) read(command, "executionId")).or(() -> Optional.ofNullable((String) read(command, "processInstanceId")))
        .map(id -> Context.getCommandContext().getExecutionManager().findExecutionById(id)).orElse(null);
    if (execution != null) {
      return entry.inContextOf(execution, changes).create();
    }
    return entry.processDefinitionId((String) read(command, "processDefinitionId")).propertyChanges(changes).create();
  }

  /** A correlation knows only afterwards which case it met, and a comment its id. The log's column is too short for a comment's text. */
  static void complete(UserOperationLogContextEntry entry, Object result) {
    if (result instanceof Comment comment) {
      entry.setPropertyChanges(List.of(new PropertyChange("commentId", null, comment.getId())));
    }
    if (result instanceof MessageCorrelationResultImpl correlation) {
      ExecutionEntity met = (ExecutionEntity) (correlation.getExecution() != null ? correlation.getExecution() : correlation.getProcessInstance());
      entry.setProcessInstanceId(met.getProcessInstanceId());
      entry.setRootProcessInstanceId(met.getRootProcessInstanceId());
      entry.setProcessDefinitionId(met.getProcessDefinitionId());
    }
  }

  private static UnloggedCommand processInstance(String operation, String property) {
    return new UnloggedCommand(operation, EntityTypes.PROCESS_INSTANCE, OPERATOR, property);
  }

  private static UnloggedCommand user(String operation) {
    return new UnloggedCommand(operation, EntityTypes.USER, ADMIN, "userId");
  }

  private static UnloggedCommand candidateStarter(String operation) {
    return new UnloggedCommand(operation, EntityTypes.IDENTITY_LINK, ADMIN, "processDefinitionId");
  }

  private PropertyChange change(Command<?> command) {
    return property == null ? PropertyChange.EMPTY_CHANGE
        : new PropertyChange(property.substring(property.indexOf('.') + 1), null, read(command, property));
  }

  /** The engine's commands have no getters; null when the command has no such field. */
  private static Object read(Object source, String path) {
    int dot = path.indexOf('.');
    Field field = ReflectionUtils.findField(source.getClass(), dot < 0 ? path : path.substring(0, dot));
    if (field == null) {
      return null;
    }
    ReflectionUtils.makeAccessible(field);
    Object value = ReflectionUtils.getField(field, source);
    return dot < 0 ? value : read(value, path.substring(dot + 1));
  }
}
