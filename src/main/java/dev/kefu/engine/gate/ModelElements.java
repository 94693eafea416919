package dev.kefu.engine.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Reads what a deployed model says of one of its elements. */
public final class ModelElements {

  private ModelElements() {
  }

  /** What people call it. */
  public static String title(FlowElement element) {
    return element.getName() == null ? element.getId() : element.getName().replaceAll("\\s+", " ");
  }

  /** Its extension properties. */
  public static Map<String, String> properties(FlowElement element) {
    ExtensionElements extensions = element.getExtensionElements();
    return extensions == null ? Map.of() : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(group -> group.getCamundaProperties().stream())
        .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (first, second) -> first));
  }

  /** The parts of a comma-separated list; empty for null. */
  public static List<String> split(String list) {
    return list == null ? List.of() : Arrays.stream(list.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }
}
