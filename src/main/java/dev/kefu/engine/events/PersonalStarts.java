package dev.kefu.engine.events;

import dev.kefu.engine.ModelProperties;
import dev.kefu.engine.RetiredProcesses;
import dev.kefu.engine.gate.ModelElements;
import dev.kefu.engine.gate.TrustedDoor;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Starts a case by the message that the handbook names, in the name of a person who may start its process. As any case of a person's it starts without data. */
@Service
@RequiredArgsConstructor
class PersonalStarts {

  private final TrustedDoor door;
  private final RepositoryService repositoryService;
  private final RuntimeService runtimeService;
  private final AuthorizationService authorizationService;
  private final ObjectProvider<RetiredProcesses> retiredProcesses;

  /**
   * Starts the case.
   *
   * @return its number
   * @throws EventProblem 404 when nothing starts with the message or the person may not know it, 409 when the process takes no new cases
   */
  String start(String message, Authentication person) {
    ProcessDefinition process = door.run(() -> repositoryService.createProcessDefinitionQuery().messageEventSubscriptionName(message).latestVersion().singleResult());
    // What asks for data from outside is no start for a person: nothing would have checked that they are there.
    if (process == null || asksForData(process, message) || !authorizationService.isUserAuthorized(person.getUserId(), person.getGroupIds(), Permissions.CREATE_INSTANCE,
        Resources.PROCESS_DEFINITION, process.getKey())) {
      throw EventProblem.startsNothing(message);
    }
    if (process.isSuspended() || retiredProcesses.stream().anyMatch(retired -> retired.isRetired(process.getKey()))) {
      throw EventProblem.noNewCases();
    }
    return door.run(() -> runtimeService.createMessageCorrelation(message).processDefinitionId(process.getId()).correlateStartMessage().getBusinessKey());
  }

  private boolean asksForData(ProcessDefinition process, String message) {
    return door.run(() -> repositoryService.getBpmnModelInstance(process.getId()).getModelElementsByType(StartEvent.class).stream()
        .filter(start -> start.getChildElementsByType(MessageEventDefinition.class).stream().anyMatch(event -> message.equals(event.getMessage().getName())))
        .anyMatch(start -> ModelElements.properties(start).containsKey(ModelProperties.EVENT_FORM)));
  }
}
