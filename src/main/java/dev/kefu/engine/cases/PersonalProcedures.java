package dev.kefu.engine.cases;

import dev.kefu.engine.ModelProperties;
import dev.kefu.engine.RetiredProcesses;
import dev.kefu.engine.StartableProcedures;
import dev.kefu.engine.gate.TrustedDoor;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Asks the engine, which knows who may start what, and the models, which say what for. */
@Service
@RequiredArgsConstructor
class PersonalProcedures implements StartableProcedures {

  private final TrustedDoor door;
  private final RepositoryService repositoryService;
  private final ObjectProvider<RetiredProcesses> retired;

  @Override
  public List<Procedure> all() {
    // The person's own rights count: asked outside of the door.
    Set<String> gone = retired.stream().flatMap(files -> files.retired().stream()).collect(Collectors.toSet());
    List<ProcessDefinition> startable = repositoryService.createProcessDefinitionQuery().latestVersion().active().startableInTasklist().startablePermissionCheck().unlimitedList().stream()
        .filter(definition -> !gone.contains(definition.getKey())).toList();
    return door.run(() -> startable.stream().map(this::procedure).sorted(Comparator.comparing(Procedure::name)).toList());
  }

  private Procedure procedure(ProcessDefinition definition) {
    Process process = repositoryService.getBpmnModelInstance(definition.getId()).getModelElementById(definition.getKey());
    return new Procedure(definition.getId(), definition.getKey(), definition.getName() == null ? definition.getKey() : definition.getName().replaceAll("\\s+", " "), sentence(process));
  }

  private static String sentence(Process process) {
    ExtensionElements extensions = process.getExtensionElements();
    return extensions == null ? null : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream().flatMap(group -> group.getCamundaProperties().stream())
        .filter(property -> ModelProperties.START_SENTENCE.equals(property.getCamundaName())).map(CamundaProperty::getCamundaValue).findFirst().orElse(null);
  }
}
