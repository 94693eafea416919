package dev.kefu.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads what the engine's model classes make awkward to ask. */
final class Elements {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  static final String MODELER = "http://camunda.org/schema/modeler/1.0";

  private Elements() {
  }

  /** Name as drawn; an annotation's is its text; never null. */
  static String name(BaseElement element) {
    String name = element instanceof TextAnnotation note && note.getText() != null ? note.getText().getTextContent() : element.getAttributeValue("name");
    return Objects.requireNonNullElse(name, "");
  }

  /** A {@code camunda:} attribute, or null. */
  static String camunda(ModelElementInstance element, String attribute) {
    return element.getAttributeValueNs(CAMUNDA, attribute);
  }

  /** The extension properties that are set in the panel "Extension properties". */
  static Map<String, String> properties(BaseElement element) {
    return extensions(element, CamundaProperties.class).stream().<CamundaProperty>flatMap(all -> all.getCamundaProperties().stream())
        .filter(property -> property.getCamundaName() != null)
        .collect(Collectors.toMap(CamundaProperty::getCamundaName, property -> Objects.requireNonNullElse(property.getCamundaValue(), ""), (a, b) -> b));
  }

  static Set<String> listProperty(BaseElement element, String name) {
    return Texts.list(properties(element).get(name));
  }

  static <T extends ModelElementInstance> Collection<T> extensions(BaseElement element, Class<T> type) {
    return element.getExtensionElements() == null ? List.of() : element.getExtensionElements().getChildElementsByType(type);
  }

  /** Values of an attribute of extension elements with this name, for example the targets of {@code out} mappings. */
  static Stream<String> extensionValues(BaseElement element, String extension, String attribute) {
    return element.getExtensionElements() == null ? Stream.empty() : deep(element.getExtensionElements().getDomElement(), extension)
        .map(found -> found.getAttribute(attribute)).filter(Objects::nonNull);
  }

  private static Stream<DomElement> deep(DomElement element, String name) {
    return element.getChildElements().stream().flatMap(child -> child.getLocalName().equals(name) ? Stream.of(child) : deep(child, name));
  }

  /** What kind of event it is; null for a plain one. */
  static EventDefinition definition(Event event) {
    return event.getChildElementsByType(EventDefinition.class).stream().findFirst().orElse(null);
  }

  static <D extends EventDefinition, R> R reference(BaseElement element, Class<D> type, Function<D, R> reference) {
    return element.getChildElementsByType(type).stream().map(reference).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
