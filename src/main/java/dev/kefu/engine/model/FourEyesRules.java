package dev.kefu.engine.model;

import static dev.kefu.engine.ModelProperties.FOUR_EYES;
import static dev.kefu.engine.ModelProperties.FOUR_EYES_PERSONS;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Who is barred from a step because of an earlier one (C6). */
final class FourEyesRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("four-eyes-place", "Barred persons are named at a user task or a call activity.", FourEyesRules::place),
      Rule.ofProcess("four-eyes-steps", "A step whose performers are barred from another is a user task or a call activity of the process, or of one that calls it.", FourEyesRules::steps),
      Rule.ofProcess("four-eyes-persons", "A variable that names barred persons is set in the process, or in one that calls it.", FourEyesRules::persons));

  private FourEyesRules() {
  }

  private static void place(ProcessFile file, Findings findings) {
    file.all(BaseElement.class).stream().filter(element -> !(element instanceof UserTask || element instanceof CallActivity)).forEach(element ->
        Stream.of(FOUR_EYES, FOUR_EYES_PERSONS).filter(Elements.properties(element)::containsKey).forEach(property -> findings.add(file, element,
            "has the property " + property + ", which has no effect here. Move it to the user task or the call activity that somebody is barred from.")));
  }

  private static void steps(ProcessFile file, Findings findings) {
    eachMissing(file, FOUR_EYES, (process, step) -> process.find(step, FlowNode.class).filter(node -> node instanceof UserTask || node instanceof CallActivity).isPresent(),
        (node, step) -> findings.add(file, node, "bars whoever did \"" + step + "\" (" + FOUR_EYES
            + "), which is no user task or call activity of this process or of one that calls it: nobody would be barred. Correct the id."));
  }

  private static void persons(ProcessFile file, Findings findings) {
    eachMissing(file, FOUR_EYES_PERSONS, (process, variable) -> process.models().variables(process).contains(variable),
        (node, variable) -> findings.add(file, node, "bars the person in \"" + variable + "\" (" + FOUR_EYES_PERSONS
            + "), which nothing in this process or in one that calls it sets: nobody would be barred. Correct the name, or say with the property sets which step sets it."));
  }

  private static void eachMissing(ProcessFile file, String property, BiPredicate<ProcessFile, String> has, BiConsumer<FlowNode, String> report) {
    Set<ProcessFile> chain = withCallers(file);
    file.all(FlowNode.class).forEach(node -> Elements.listProperty(node, property).stream()
        .filter(name -> chain.stream().noneMatch(process -> has.test(process, name))).forEach(name -> report.accept(node, name)));
  }

  /** The process, those that call it, those that call them, and so on. */
  private static Set<ProcessFile> withCallers(ProcessFile file) {
    Set<ProcessFile> all = new LinkedHashSet<>();
    Deque<ProcessFile> next = new ArrayDeque<>(List.of(file));
    while (!next.isEmpty()) {
      ProcessFile one = next.pop();
      if (all.add(one)) {
        file.models().processes().stream().filter(other -> other.all(CallActivity.class).stream().anyMatch(call -> one.id().equals(call.getCalledElement())))
            .forEach(next::push);
      }
    }
    return all;
  }
}
