package dev.kefu.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Collaboration;
import org.camunda.bpm.model.bpmn.instance.DataStoreReference;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.LaneSet;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.w3c.dom.Element;

/** Ids and names of everything in a model, and that there is no code in it. */
final class ElementRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("element-id", "An element's id is its type and its step, like userTask_checkField.", ElementRules::id),
      Rule.ofProcess("element-named", "What is drawn has an English name and, on the next line, a Chinese one.", ElementRules::named),
      Rule.ofProcess("element-without-code", "A model holds no scripts, classes or code; automatic steps name a bean.", ElementRules::withoutCode),
      Rule.ofProcess("element-simple-expression", "An expression reads a variable, and a condition compares; logic belongs into a table or a bean.", ElementRules::simpleExpression),
      Rule.ofProcess("element-retries", "No step has a retry cycle of its own; one holds for all.", ElementRules::retries));

  private static final Map<Class<? extends BaseElement>, String> PREFIXES = Map.ofEntries(
      Map.entry(StartEvent.class, "startEvent"), Map.entry(EndEvent.class, "endEvent"), Map.entry(IntermediateCatchEvent.class, "event"),
      Map.entry(IntermediateThrowEvent.class, "event"), Map.entry(BoundaryEvent.class, "event"), Map.entry(Gateway.class, "gateway"),
      Map.entry(CallActivity.class, "callActivity"), Map.entry(SubProcess.class, "subProcess"), Map.entry(SequenceFlow.class, "flow"),
      Map.entry(LaneSet.class, "laneSet"), Map.entry(Lane.class, "lane"), Map.entry(Message.class, "message"), Map.entry(Error.class, "error"),
      Map.entry(Escalation.class, "escalation"), Map.entry(Signal.class, "signal"), Map.entry(TextAnnotation.class, "annotation"),
      Map.entry(Association.class, "association"), Map.entry(DataStoreReference.class, "dataStore"));
  /** Drawn around a process and named after it, hyphens included. */
  private static final Map<Class<? extends BaseElement>, String> FRAMES = Map.of(Participant.class, "participant", Collaboration.class, "collaboration");

  private static final Set<String> CODE_ELEMENTS = Set.of("scriptTask", "script");
  private static final Set<String> CODE_ATTRIBUTES = Set.of("class", "formHandlerClass", "variableMappingClass");

  private ElementRules() {
  }

  private static void id(ProcessFile file, Findings findings) {
    PREFIXES.forEach((type, prefix) -> id(file, type, prefix, Texts.CAMEL_CASE, findings));
    FRAMES.forEach((type, prefix) -> id(file, type, prefix, "[a-z][A-Za-z0-9-]*", findings));
    for (Task task : file.all(Task.class)) {
      checkId(file, task, task.getElementType().getTypeName(), Texts.CAMEL_CASE, findings);
    }
    String definitions = file.xml().getAttribute("id");
    if (!definitions.matches("definitions_[a-z][A-Za-z0-9-]*")) {
      findings.add(file, definitions, "The file's definitions have the id \"" + definitions + "\". Write definitions_ and the process in camelCase.");
    }
  }

  private static void id(ProcessFile file, Class<? extends BaseElement> type, String prefix, String rest, Findings findings) {
    file.all(type).forEach(element -> checkId(file, element, prefix, rest, findings));
  }

  private static void checkId(ProcessFile file, BaseElement element, String prefix, String rest, Findings findings) {
    boolean isLink = element instanceof FlowNode node && EventRules.link(node) != null && element.getId().matches("link_" + rest);
    if (element.getId() == null ? !(element instanceof Association) : !isLink && !element.getId().matches(prefix + "_" + rest)) {
      findings.add(file, element, "needs an id that starts with " + prefix + "_ and goes on in camelCase.");
    }
  }

  private static void named(ProcessFile file, Findings findings) {
    drawn(file).filter(element -> !Texts.isTwoLines(Elements.name(element))).forEach(element -> findings.add(file, element,
        "needs a name: English, line break (Shift+Enter), 中文."));
  }

  private static Stream<? extends BaseElement> drawn(ProcessFile file) {
    return Stream.of(
        file.all(FlowNode.class).stream().filter(node -> !(node instanceof Gateway gateway) || GatewayRules.isQuestion(gateway)),
        file.all(SequenceFlow.class).stream().filter(flow -> flow.getSource() instanceof Gateway gateway && GatewayRules.isQuestion(gateway)),
        file.all(Lane.class).stream(), file.all(Participant.class).stream(), file.all(TextAnnotation.class).stream(), file.all(DataStoreReference.class).stream())
        .flatMap(elements -> elements);
  }

  private static void withoutCode(ProcessFile file, Findings findings) {
    Xml.all(file.xml()).filter(ElementRules::isCode).map(element -> new Expressions.Place(element, "", "").owner()).distinct()
        .forEach(owner -> findings.addAt(file, owner, "holds a script, a class or a code expression. Use a bean, ${verbObjectDelegate}, instead."));
  }

  private static boolean isCode(Element element) {
    boolean listens = element.getLocalName().endsWith("Listener") || element.getLocalName().endsWith("Task");
    return CODE_ELEMENTS.contains(element.getLocalName()) || Xml.attributes(element).stream().anyMatch(attribute -> Elements.CAMUNDA.equals(attribute.getNamespaceURI())
        && CODE_ATTRIBUTES.contains(attribute.getLocalName())) || Xml.attributes(element).stream().anyMatch(attribute ->
        listens && (attribute.getLocalName().equals("class") || attribute.getLocalName().equals("expression")));
  }

  private static void simpleExpression(ProcessFile file, Findings findings) {
    Expressions.of(file.xml()).filter(place -> place.variables().isEmpty()).forEach(place -> findings.addAt(file, place.owner(),
        "has the expression \"" + place.text().strip() + "\". " + (place.isCondition()
            ? "A condition only compares variables with values: ${severity == 'major'}." : "Only a variable can be named here: ${severity}.")));
  }

  private static void retries(ProcessFile file, Findings findings) {
    Xml.all(file.xml()).filter(element -> element.getLocalName().equals("failedJobRetryTimeCycle")).map(element -> new Expressions.Place(element, "", "").owner())
        .forEach(owner -> findings.addAt(file, owner, "has a retry time cycle of its own. Remove it; one cycle holds for all steps."));
  }
}
