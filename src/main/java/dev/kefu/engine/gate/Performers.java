package dev.kefu.engine.gate;

import dev.kefu.engine.CaseCorrections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds out from the history who did a step, every time that it was done: who held the task when it was completed, who had delegated it, and the
 * deputy who resolved it. Of a call activity these are the performers of all tasks inside the call.
 */
@Component
@RequiredArgsConstructor
class Performers {

  private final ObjectProvider<CaseCorrections> corrections;

  boolean did(String userId, String processInstanceId, FlowElement step, CommandContext context) {
    return context.runWithoutAuthorization(() -> {
      HistoryService history = context.getProcessEngineConfiguration().getHistoryService();
      return step instanceof CallActivity
          ? called(processInstanceId, step, history).anyMatch(called -> isAmong(userId, tasksBelow(called, history), history))
          : isAmong(userId, tasksOf(processInstanceId, step.getId(), history), history);
    });
  }

  boolean corrected(String userId, String processInstanceId, FlowElement step, CommandContext context) {
    return context.runWithoutAuthorization(() -> {
      HistoryService history = context.getProcessEngineConfiguration().getHistoryService();
      return step instanceof CallActivity
          ? called(processInstanceId, step, history).flatMap(called -> tasksBelow(called, history).stream())
              .anyMatch(task -> isCorrector(userId, task.getProcessInstanceId(), task.getTaskDefinitionKey()))
          : isCorrector(userId, processInstanceId, step.getId());
    });
  }

  private boolean isCorrector(String userId, String processInstanceId, String activityId) {
    return corrections.getObject().correctorsOf(processInstanceId, activityId).contains(userId);
  }

  private static Stream<String> called(String processInstanceId, FlowElement call, HistoryService history) {
    return history.createHistoricActivityInstanceQuery().processInstanceId(processInstanceId).activityId(call.getId()).list().stream()
        .map(HistoricActivityInstance::getCalledProcessInstanceId).filter(called -> called != null);
  }

  private static List<HistoricTaskInstance> tasksBelow(String processInstanceId, HistoryService history) {
    Stream<HistoricTaskInstance> deeper = history.createHistoricProcessInstanceQuery().superProcessInstanceId(processInstanceId).list().stream()
        .map(HistoricProcessInstance::getId).flatMap(called -> tasksBelow(called, history).stream());
    return Stream.concat(tasksOf(processInstanceId, null, history).stream(), deeper).toList();
  }

  private static List<HistoricTaskInstance> tasksOf(String processInstanceId, String activityId, HistoryService history) {
    var done = history.createHistoricTaskInstanceQuery().processInstanceId(processInstanceId).taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED);
    return (activityId == null ? done : done.taskDefinitionKey(activityId)).list();
  }

  /** A task that a deputy resolved went back to its owner: only the operation log still knows the deputy. */
  private static boolean isAmong(String userId, List<HistoricTaskInstance> tasks, HistoryService history) {
    if (tasks.stream().anyMatch(task -> userId.equals(task.getAssignee()) || userId.equals(task.getOwner()))) {
      return true;
    }
    Set<String> ids = tasks.stream().map(HistoricTaskInstance::getId).collect(Collectors.toSet());
    return tasks.stream().map(HistoricTaskInstance::getProcessInstanceId).distinct().flatMap(instance -> history.createUserOperationLogQuery()
            .processInstanceId(instance).operationType(UserOperationLogEntry.OPERATION_TYPE_RESOLVE).userId(userId).list().stream())
        .anyMatch(entry -> ids.contains(entry.getTaskId()));
  }
}
