package dev.kefu.engine.model;

import dev.kefu.engine.CaseVariables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What a case knows when something asks for it. */
final class VariableRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("variable-set", "A variable that a condition, due date or candidate group asks for is set on every way that leads there.", VariableRules::set),
      Rule.ofProcess("condition-plain", "A condition asks plain variables, not the data of a form; a bean writes what gateways need.", VariableRules::plain),
      Rule.ofProcess("decision-inputs-known", "What a decision table asks for is set by some step of the process.", VariableRules::decisionInputs),
      Rule.ofProcess("root-in-one-form", "A root belongs to one form of a process.", VariableRules::rootInOneForm),
      Rule.ofAll("form-shows-known", "A form shows and asks only for facts that some step of its process writes.", VariableRules::formShowsKnown));

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^}]*)}}");

  private VariableRules() {
  }

  private static void set(ProcessFile file, Findings findings) {
    Variables variables = new Variables(file);
    Expressions.of(file.xml()).filter(place -> !place.attribute().equals("delegateExpression")).forEach(place -> {
      Optional<Set<String>> known = known(file, variables, place);
      Set<String> missing = new TreeSet<>(place.variables().orElse(Set.of()));
      missing.removeAll(known.orElse(missing));
      missing.forEach(name -> findings.add(file, place.owner(), "Element " + place.owner() + " asks for \"" + name
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
  private static Set<String> ownVariables(FlowNode node) {
    return Stream.concat(Elements.extensionValues(node, "inputParameter", "name"),
        node.getChildElementsByType(LoopCharacteristics.class).stream().map(loop -> Elements.camunda(loop, "elementVariable"))
            .filter(Objects::nonNull)).collect(Collectors.toSet());
  }

  private static void plain(ProcessFile file, Findings findings) {
    Set<String> roots = file.forms().stream().flatMap(form -> form.roots().stream()).collect(Collectors.toSet());
    Expressions.of(file.xml()).filter(Expressions.Place::isCondition).forEach(place -> place.variables().orElse(Set.of()).stream().filter(roots::contains).forEach(root ->
        findings.add(file, place.owner(), "Flow " + place.owner() + " asks the form data \"" + root + "\", which a condition cannot read. Let a bean write a plain variable before.")));
  }

  private static void decisionInputs(ProcessFile file, Findings findings) {
    Set<String> known = Variables.known(file);
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
        Set<String> known = Variables.union(Variables.known(process), form.roots());
        Set<String> paths = process.forms().stream().flatMap(other -> Stream.concat(other.paths().stream(), other.groups().stream())).collect(Collectors.toSet());
        form.components().forEach(component -> asked(form, component).filter(path -> !isKnown(path, known, paths)).forEach(path ->
            findings.add(form, component, "names \"" + path + "\", which no form or step of " + process.id() + " writes. Correct the name.")));
      });
    }
  }

  /** Paths in the component's expressions, templates and option sources; what stands inside a loop or a list concerns its rows. */
  private static Stream<String> asked(FormFile form, FormComponent component) {
    Set<String> columns = form.components().stream().filter(other -> other.list() != null).map(FormComponent::path).collect(Collectors.toSet());
    Stream<String> texts = component.texts().stream().flatMap(text -> text.startsWith("=") ? Feel.paths(text.substring(1)).stream() : templatePaths(text));
    return Stream.concat(texts, Stream.of(component.text("valuesKey")).filter(key -> !key.isEmpty()))
        .filter(path -> component.list() == null || !columns.contains(path.split("\\.")[0])).filter(path -> !path.matches("(this|parent|_parent_|_this_)(\\..*)?")).distinct();
  }

  private static Stream<String> templatePaths(String text) {
    String outside = text.replaceAll("(?s)(\\{\\{#loop [^}]*}}).*?\\{\\{/loop}}", "$1");
    return TEMPLATE.matcher(outside).results().map(match -> match.group(1).strip()).filter(inner -> !inner.startsWith("/"))
        .flatMap(inner -> Feel.paths(inner.replaceFirst("^#(if|loop)\\s", "").replaceFirst("^=", "")).stream());
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
