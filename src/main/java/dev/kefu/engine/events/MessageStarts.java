package dev.kefu.engine.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.CasesFromOutside;
import dev.kefu.engine.ModelProperties;
import dev.kefu.engine.RetiredProcesses;
import dev.kefu.engine.form.FieldError;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.gate.EventData;
import dev.kefu.engine.gate.ModelElements;
import dev.kefu.engine.gate.TaskForms;
import dev.kefu.engine.gate.TrustedDoor;
import dev.kefu.organisation.ChannelUser;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Starts cases by message start events. Names the technical user itself: it is called by requests of channels and by work in the background. */
@Service
@Lazy
@RequiredArgsConstructor
class MessageStarts implements CasesFromOutside {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() { };

  private final TrustedDoor door;
  private final TaskForms forms;
  private final EventData eventData;
  private final RepositoryService repositoryService;
  private final TaskService taskService;
  private final IdentityService identityService;
  private final ObjectProvider<RetiredProcesses> retiredProcesses;
  private final ObjectProvider<AuditTrail> auditTrail;

  /** Where a message starts a case. */
  private record Beginning(ProcessDefinitionEntity process, String activityId, FormDefinition form) {
  }

  @Override
  public FormOutline form(String message) {
    return door.run(() -> Outlines.of(beginning(message).form()));
  }

  @Override
  public String start(String message, Map<String, Object> data, Sender sender) {
    return as(ChannelUser.idOf(sender.channel()), () -> door.run(() -> {
      Beginning beginning = beginning(message);
      Map<String, Object> own = Outlines.withDefaults(JSON.convertValue(data, OBJECT), beginning.form());
      List<FieldError> errors = eventData.check(beginning.form(), own);
      if (!errors.isEmpty()) {
        throw new RefusedData(errors.stream().map(error -> Outlines.belowRoot(error, beginning.form())).toList());
      }
      ExecutionEntity instance = start(beginning, own);
      leaveTraces(instance, sender);
      return instance.getProcessBusinessKey();
    }));
  }

  private ExecutionEntity start(Beginning beginning, Map<String, Object> data) {
    ProcessDefinitionEntity process = beginning.process();
    // In two steps, as the engine does it inside: a classified value needs the instance's id before the first step runs.
    ExecutionEntity instance = process.createProcessInstance(null, process.findActivity(beginning.activityId()));
    instance.start(Variables.fromMap(eventData.variables(beginning.form(), data, instance)));
    if (instance.getProcessBusinessKey() == null) {
      throw new IllegalStateException("The process " + process.getKey() + " has no caseNumberPrefix, so its cases get no number");
    }
    return instance;
  }

  private void leaveTraces(ExecutionEntity instance, Sender sender) {
    CommandContext context = Context.getCommandContext();
    context.getOperationLogManager().logProcessInstanceOperation(UserOperationLogEntry.OPERATION_TYPE_CREATE, instance.getProcessInstanceId(),
        instance.getProcessDefinitionId(), instance.getProcessDefinition().getKey(), List.of(new PropertyChange("channel", null, sender.channel())));
    String behalf = sender.person() == null ? "" : " · on behalf of 代表 " + nameOf(sender.person());
    taskService.createComment(null, instance.getProcessInstanceId(),
        "Received 收到 · channel 渠道: " + sender.channel() + " · reference 來文編號: " + sender.reference() + behalf);
    auditTrail.getObject().write(new AuditRecord(AuditRecord.Kind.OPERATION,
        sender.person() == null ? ChannelUser.idOf(sender.channel()) : sender.person(), "startThroughChannel", "channel", sender.channel(),
        instance.getProcessBusinessKey(), Map.of("reference", sender.reference())));
  }

  private String nameOf(String userId) {
    User user = identityService.createUserQuery().userId(userId).singleResult();
    return user == null ? userId : user.getFirstName() + " " + user.getLastName();
  }

  private Beginning beginning(String message) {
    CommandContext context = Context.getCommandContext();
    EventSubscriptionEntity subscription = context.getEventSubscriptionManager().findMessageStartEventSubscriptionByName(message).stream().findFirst()
        .orElseThrow(() -> new NotAccepted("No process starts with the message " + message));
    ProcessDefinitionEntity process = context.getProcessEngineConfiguration().getDeploymentCache()
        .findDeployedProcessDefinitionById(subscription.getConfiguration());
    RetiredProcesses retired = retiredProcesses.getIfAvailable();
    if (process.isSuspended() || retired != null && retired.isRetired(process.getKey())) {
      throw new NotAccepted("The process " + process.getKey() + " takes no new cases");
    }
    FlowElement start = repositoryService.getBpmnModelInstance(process.getId()).getModelElementById(subscription.getActivityId());
    String formId = ModelElements.properties(start).get(ModelProperties.EVENT_FORM);
    if (formId == null) {
      throw new IllegalStateException("The start event " + subscription.getActivityId() + " of " + process.getKey() + " names no eventForm");
    }
    return new Beginning(process, subscription.getActivityId(), forms.required(process.getDeploymentId(), formId, context));
  }

  private <T> T as(String userId, Supplier<T> work) {
    Authentication before = identityService.getCurrentAuthentication();
    identityService.setAuthentication(userId, List.of());
    try {
      return work.get();
    } finally {
      if (before == null) {
        identityService.clearAuthentication();
      } else {
        identityService.setAuthentication(before);
      }
    }
  }
}
