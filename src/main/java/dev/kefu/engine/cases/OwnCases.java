package dev.kefu.engine.cases;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.gate.TrustedDoor;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.stereotype.Service;

/** What whoever started a case may know of it without any other right. */
@Service
@RequiredArgsConstructor
class OwnCases {

  private final TrustedDoor door;
  private final HistoryService historyService;
  private final TaskService taskService;

  /**
   * A case in short.
   *
   * @param caseNumber for example {@code HLP-2026-000001}
   * @param process process id
   * @param processInstanceId the engine's id
   * @param open whether it still runs
   */
  record CaseInBrief(String caseNumber, String process, String processInstanceId, boolean open) {
  }

  /**
   * Where a new case goes on.
   *
   * @param caseNumber its number
   * @param taskId the starter's open task; null when there is none
   */
  record FirstTask(String caseNumber, String taskId) {
  }

  Optional<CaseInBrief> find(String caseNumber, String starter) {
    return door.run(() -> started(query().processInstanceBusinessKey(caseNumber).rootProcessInstances(), starter)
        .map(found -> new CaseInBrief(found.getBusinessKey(), found.getProcessDefinitionKey(), found.getId(), found.getEndTime() == null)));
  }

  Optional<FirstTask> firstTask(String processInstanceId, String starter) {
    return door.run(() -> started(query().processInstanceId(processInstanceId), starter).map(found -> new FirstTask(found.getBusinessKey(),
        taskService.createTaskQuery().processInstanceId(processInstanceId).taskAssignee(starter).orderByTaskCreateTime().asc().list().stream()
            .findFirst().map(task -> task.getId()).orElse(null))));
  }

  private HistoricProcessInstanceQuery query() {
    return historyService.createHistoricProcessInstanceQuery();
  }

  private static Optional<HistoricProcessInstance> started(HistoricProcessInstanceQuery query, String starter) {
    return Optional.ofNullable(query.variableValueEquals(CaseVariables.STARTER, starter).singleResult());
  }
}
