package dev.kefu.engine.events;

import static dev.kefu.engine.ModelProperties.EVENT_FORM;
import static dev.kefu.engine.ModelProperties.FOUR_EYES;

import dev.kefu.engine.gate.EventData;
import dev.kefu.engine.gate.ModelElements;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Finds the forms that were handed in during a running case: of its steps and events, the last time each. What an approver decided is none of
 * them: an approval is repeated, not corrected. Works inside the trusted door only.
 */
@Component
@Lazy
@RequiredArgsConstructor
class HandedInForms {

  /** The called process in which approvers decide (C3). */
  private static final String APPROVAL = "approval";

  private final RuntimeService runtimeService;
  private final HistoryService historyService;
  private final TaskService taskService;
  private final RepositoryService repositoryService;
  private final EventData eventData;

  /** One instance of the case with what was done in it. */
  private record Past(ProcessInstance instance, BpmnModelInstance model, String deploymentId, List<HistoricActivityInstance> activities,
                      Map<String, String> performers) {

    FlowElement element(String activityId) {
      return model.getModelElementById(activityId);
    }
  }

  /** The latest of each instance first. */
  List<HandedIn> of(String caseNumber) {
    List<Past> pasts = runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).active().list().stream().map(this::past).toList();
    List<HandedIn> forms = new ArrayList<>();
    for (Past past : pasts) {
      if (!past.instance().getProcessDefinitionId().startsWith(APPROVAL + ":")) {
        forms.addAll(of(past, pasts));
      }
    }
    return forms;
  }

  private Past past(ProcessInstance instance) {
    String definitionId = instance.getProcessDefinitionId();
    return new Past(instance, repositoryService.getBpmnModelInstance(definitionId),
        repositoryService.getProcessDefinition(definitionId).getDeploymentId(),
        historyService.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).orderByHistoricActivityInstanceEndTime().desc().list(),
        performers(instance.getId()));
  }

  /** Task id to user id. An activity's own assignee lacks a claim that came with the completion. */
  private Map<String, String> performers(String processInstanceId) {
    return historyService.createHistoricTaskInstanceQuery().processInstanceId(processInstanceId).finished().list().stream()
        .filter(task -> task.getAssignee() != null).collect(Collectors.toMap(HistoricTaskInstance::getId, HistoricTaskInstance::getAssignee));
  }

  private List<HandedIn> of(Past past, List<Past> pasts) {
    Set<String> seen = new HashSet<>();
    Set<String> open = openRoots(past);
    Set<String> stored = runtimeService.getVariablesLocalTyped(past.instance().getId(), false).keySet();
    List<HandedIn> forms = new ArrayList<>();
    for (HistoricActivityInstance activity : past.activities()) {
      FlowElement element = past.element(activity.getActivityId());
      String form = activity.getEndTime() == null || activity.isCanceled() || element == null ? null : formOf(element);
      String root = form == null ? null : eventData.rootOf(form, past.deploymentId()).orElse(null);
      if (root != null && stored.contains(root) && seen.add(root)) {
        forms.add(new HandedIn(root, form, ModelElements.title(element), activity.getActivityId(), activity.getId(), past.instance().getId(),
            activity.getProcessDefinitionKey(), activity.getTaskId() == null ? null : past.performers().get(activity.getTaskId()), activity.getEndTime(),
            open.contains(root) ? "This form is open as a task: correct it there 此表單正在辦理,請於任務中更正" : blocked(activity.getEndTime(), pasts)));
      }
    }
    return forms;
  }

  /** Null for a step without a form, and for one whose word is an approval. */
  private static String formOf(FlowElement element) {
    Map<String, String> properties = ModelElements.properties(element);
    if (properties.containsKey(FOUR_EYES)) {
      return null;
    }
    return element instanceof UserTask task ? task.getCamundaFormRef() : properties.get(EVENT_FORM);
  }

  private Set<String> openRoots(Past past) {
    return taskService.createTaskQuery().processInstanceId(past.instance().getId()).list().stream().map(Task::getTaskDefinitionKey)
        .map(past::element).map(element -> ((UserTask) element).getCamundaFormRef()).filter(form -> form != null)
        .map(form -> eventData.rootOf(form, past.deploymentId())).flatMap(Optional::stream).collect(Collectors.toSet());
  }

  /** What was approved must not change under the approval; what lies before an approver was copied for him. */
  private static String blocked(Date handedIn, List<Past> pasts) {
    for (Past past : pasts) {
      for (HistoricActivityInstance activity : past.activities()) {
        FlowElement element = past.element(activity.getActivityId());
        boolean approval = element instanceof CallActivity call && APPROVAL.equals(call.getCalledElement());
        boolean guarded = element != null && ModelElements.properties(element).containsKey(FOUR_EYES);
        boolean judges = approval || guarded && element instanceof CallActivity && !activity.getStartTime().before(handedIn);
        if (judges && activity.getEndTime() == null) {
          return "\"" + ModelElements.title(element) + "\" decides on it now: have it returned, or cancel the case 正在審批,請退回或取消案件";
        }
        if ((approval || guarded) && activity.getEndTime() != null && !activity.isCanceled() && !activity.getEndTime().before(handedIn)) {
          return "\"" + ModelElements.title(element) + "\" was decided on it: have it returned, or cancel the case 已審批,請退回或取消案件";
        }
      }
    }
    return null;
  }

  /** What only the step itself knew, for example the options that it was given. */
  VariableMap factsOf(HandedIn form) {
    VariableMap facts = Variables.createVariables();
    historyService.createHistoricVariableInstanceQuery().activityInstanceIdIn(form.activityInstanceId()).disableCustomObjectDeserialization().list()
        .forEach(variable -> facts.putValueTyped(variable.getName(), variable.getTypedValue()));
    return facts;
  }
}
