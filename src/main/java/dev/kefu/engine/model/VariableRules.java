package dev.kefu.engine.model;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.form.FormDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What a case knows when something asks for it. */
final class VariableRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("variable-set", "A variable that a condition, due date or candidate group asks for is set on every way that leads there.", VariableRules::set),
      Rule.ofProcess("condition-plain", "A condition asks plain variables, not the data of a form; a bean writes what gateways need.", VariableRules::plain),
      Rule.ofProcess("fact-required", "A form's fact that a step hands on is a field that is always filled in.", VariableRules::factRequired),
      Rule.ofProcess("decision-inputs-known", "What a decision table asks for is set by some step of the process.", VariableRules::decisionInputs),
      Rule.ofProcess("root-in-one-form", "A root belongs to one form of a process.", VariableRules::rootInOneForm),
      Rule.ofAll("form-shows-known", "A form shows and asks only for facts that some step of its process writes.", VariableRules::formShowsKnown));

  private VariableRules() {
  }

  private static void set(ProcessFile file, Findings findings) {
    Variables variables = new Variables(file);
    Expressions.of(file.xml()).filter(place -> !place.attribute().equals("delegateExpression")).forEach(place -> {
      Optional<Set<String>> known = known(file, variables, place);
      Set<String> missing = new TreeSet<>(place.variables().orElse(Set.of()));
      missing.removeAll(known.orElse(missing));
      missing.forEach(name -> findings.addAt(file, place.owner(), "asks for \"" + name
          + "\", which is not set on every way that leads there: the step before would be rolled back. Set it earlier, or add the extension property sets to the step whose bean sets it."));
    });
  }

  /** What is set where an expression stands; empty where nothing can be said. */
  private static Optional<Set<String>> known(ProcessFile file, Variables variables, Expressions.Place place) {
    Optional<SequenceFlow> flow = file.find(place.owner(), SequenceFlow.class);
    if (flow.isPresent()) {
      return variables.after(flow.get().getSource());
    }
    Optional<FlowNode> node = file.find(place.owner(), FlowNode.class);
    boolean atEnd = Set.of("outputParameter", "out", "completionCondition").contains(place.holder().getLocalName());
    return node.flatMap(owner -> atEnd ? Optional.empty() : variables.before(owner)).map(before -> Variables.union(before, ownVariables(node.get())));
  }

  /** Inputs of the step itself and the element of a multi-instance. */
  static Set<String> ownVariables(FlowNode node) {
    return Stream.concat(Elements.extensionValues(node, "inputParameter", "name"),
        node.getChildElementsByType(LoopCharacteristics.class).stream().map(loop -> Elements.camunda(loop, "elementVariable"))
            .filter(Objects::nonNull)).collect(Collectors.toSet());
  }

  private static void plain(ProcessFile file, Findings findings) {
    Set<String> roots = file.forms().stream().flatMap(form -> form.roots().stream()).collect(Collectors.toSet());
    Expressions.of(file.xml()).filter(Expressions.Place::isCondition).forEach(place -> place.variables().orElse(Set.of()).stream().filter(roots::contains).forEach(root ->
        findings.addAt(file, place.owner(), "asks the form data \"" + root + "\", which a condition cannot read. Let a bean write a plain variable before.")));
  }

  private static void factRequired(ProcessFile file, Findings findings) {
    Expressions.of(file.xml()).filter(place -> Expressions.FACT.matcher(place.text()).find()).forEach(place -> {
      // What a call takes back is read in the called process.
      Optional<ProcessFile> reader = place.holder().getLocalName().equals("out")
          ? file.find(place.owner(), CallActivity.class).flatMap(call -> CallRules.target(file, call)) : Optional.of(file);
      Set<String> required = reader.stream().flatMap(process -> process.forms().stream()).flatMap(form -> form.inputs().stream())
          .filter(VariableRules::isAlwaysFilled).map(FormComponent::path).collect(Collectors.toSet());
      Expressions.FACT.matcher(place.text()).results().map(match -> match.group(1) + "." + match.group(2)).filter(path -> !required.contains(path)).forEach(path ->
          findings.addAt(file, place.owner(), "hands on \"" + path
              + "\", which is no field or may stay empty: the step would be rolled back. Require the field, without a condition, or let a bean hand it on."));
    });
  }

  /** Required and never hidden by its own condition. */
  private static boolean isAlwaysFilled(FormComponent field) {
    return (field.validate("required").asBoolean() || field.type().equals("checkbox")) && field.json().path("conditional").path("hide").asText().isEmpty();
  }

  private static void decisionInputs(ProcessFile file, Findings findings) {
    Set<String> known = file.models().variables(file);
    for (BusinessRuleTask task : file.all(BusinessRuleTask.class)) {
      Set<String> own = Variables.union(known, ownVariables(task));
      Optional.ofNullable(Elements.camunda(task, "decisionRef")).flatMap(file.models()::decision).ifPresent(table -> table.inputs().stream()
          .flatMap(input -> Feel.paths(DecisionFile.text(input.getInputExpression())).stream()).map(path -> path.split("\\.")[0]).distinct()
          .filter(name -> !own.contains(name)).forEach(name -> findings.add(file, task, "asks the table \"" + table.id() + "\", which reads \"" + name
              + "\"; nothing in this process sets that. Correct the table's input, or add the extension property sets to the step whose bean sets it.")));
    }
  }

  private static void rootInOneForm(ProcessFile file, Findings findings) {
    Map<String, String> first = new TreeMap<>();
    file.forms().stream().sorted(Comparator.comparing(FormFile::id)).forEach(form -> form.roots().forEach(root -> {
      String other = first.putIfAbsent(root, form.id());
      if (other != null) {
        findings.add(form, form.id(), "The root \"" + root + "\" also belongs to the form " + other + ": the later one would wipe out the earlier one's facts. Choose another root.");
      }
    }));
  }

  private static void formShowsKnown(Models models, Findings findings) {
    for (FormFile form : models.forms()) {
      models.processOf(form).ifPresent(process -> {
        Set<String> known = Variables.union(models.variables(process), form.roots());
        Set<String> paths = process.forms().stream().flatMap(other -> Stream.concat(other.paths().stream(), other.groups().stream())).collect(Collectors.toSet());
        form.definition().map(FormDefinition::readPaths).orElse(Set.of()).stream().filter(path -> !isKnown(path, known, Variables.union(paths, form.paths()))).forEach(path ->
            findings.add(form, form.id(), "The form shows or asks \"" + path + "\", which no form or step of " + process.id() + " writes. Correct the name."));
      });
    }
  }

  private static boolean isKnown(String path, Set<String> known, Set<String> fields) {
    String[] parts = path.split("\\.");
    boolean isShown = parts[0].equals(CaseVariables.SHOWN) && parts.length > 1;
    String root = isShown ? parts[1] : parts[0];
    String field = root + (parts.length > (isShown ? 2 : 1) ? "." + parts[isShown ? 2 : 1] : "");
    boolean isForm = fields.stream().anyMatch(other -> other.startsWith(root + "."));
    return isShown && root.equals("caseNumber") || known.contains(root)
        && (!isForm || field.equals(root) || fields.stream().anyMatch(other -> other.equals(field) || other.startsWith(field + ".")));
  }
}
