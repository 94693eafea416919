package dev.kefu.release.proposals;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Which roles do steps of a model. */
final class NamedRoles {

  private static final String ROLES = "roles";

  private NamedRoles() {
  }

  static String processOf(byte[] model) {
    return read(model).getModelElementsByType(Process.class).iterator().next().getId();
  }

  static Set<String> in(byte[] model) {
    Set<String> roles = new TreeSet<>();
    read(model).getModelElementsByType(UserTask.class).forEach(task -> {
      add(task.getCamundaCandidateGroups(), roles);
      if (task.getExtensionElements() != null) {
        task.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream().flatMap(all -> all.getCamundaProperties().stream())
            .filter(property -> ROLES.equals(property.getCamundaName())).map(CamundaProperty::getCamundaValue).forEach(value -> add(value, roles));
      }
    });
    return roles;
  }

  /** An expression yields what the property says. */
  private static void add(String list, Set<String> roles) {
    if (list != null && !list.contains("{")) {
      Arrays.stream(list.split(",")).map(String::strip).filter(role -> !role.isEmpty()).forEach(roles::add);
    }
  }

  private static BpmnModelInstance read(byte[] model) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(model));
  }
}
