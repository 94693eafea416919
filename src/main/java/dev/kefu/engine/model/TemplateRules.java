package dev.kefu.engine.model;

import dev.kefu.engine.ModelProperties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** What the building blocks of Camunda Modeler keep, and the steps that were made with them. */
final class TemplateRules {

  static final List<Rule> RULES = List.of(
      Rule.ofAll("template-names-known", "A building block names properties, processes and variables that exist.", TemplateRules::namesKnown),
      Rule.ofAll("template-unique", "A building block has an id and a version of its own.", TemplateRules::unique),
      Rule.ofProcess("template-known", "A step made with a building block names one that exists, in its version.", TemplateRules::known),
      Rule.ofProcess("template-applied", "A step that is what a building block makes carries that building block.", TemplateRules::applied),
      Rule.ofProcess("template-kept", "A step has what its building block fixes, and all that it asks for.", TemplateRules::kept));

  /** What a model's elements may carry; the others belong to forms. */
  private static final Set<String> PROPERTIES = Set.of(ModelProperties.SETS, ModelProperties.ROLES, ModelProperties.EVENT_FORM, ModelProperties.EVENT_ROLES,
      ModelProperties.EVENT_UNTIL, ModelProperties.WAITS_FOR_CUSTOMER, ModelProperties.FOUR_EYES, ModelProperties.FOUR_EYES_PERSONS, ModelProperties.CASE_NUMBER_PREFIX,
      ModelProperties.CUSTOMER_NOTICES, ModelProperties.START_SENTENCE);

  private TemplateRules() {
  }

  private static void namesKnown(Models models, Findings findings) {
    for (TemplateFile block : models.templates()) {
      Optional<String> called = block.entries().stream().filter(entry -> entry.isFixed() && entry.target().equals("calledElement")).map(TemplateFile.Entry::preset).findFirst();
      Optional<ProcessFile> process = called.flatMap(models::process);
      called.filter(id -> models.process(id).isEmpty()).ifPresent(id -> add(findings, block, "calls the process \"" + id + "\", which does not exist. Correct the id."));
      Set<String> variables = process.map(models::variables).orElse(Set.of());
      block.entries().stream().filter(entry -> !entry.isFixed() || entry.kind().equals("camunda:property")).forEach(entry -> {
        if (entry.kind().equals("camunda:property") && !PROPERTIES.contains(entry.target())) {
          add(findings, block, "writes the property \"" + entry.target() + "\", which means nothing here. Known are " + new TreeSet<>(PROPERTIES) + ".");
        }
        if (Set.of("camunda:in", "camunda:out").contains(entry.kind()) && process.isPresent() && !variables.contains(entry.target())) {
          add(findings, block, "maps the variable \"" + entry.target() + "\", which " + process.get().id() + " does not have. Correct the name.");
        }
      });
    }
  }

  private static void unique(Models models, Findings findings) {
    models.templates().stream().collect(Collectors.groupingBy(block -> block.id() + " " + block.version())).values().stream().filter(same -> same.size() > 1)
        .forEach(same -> add(findings, same.get(1), "has the id and version of another one. Give it its own."));
  }

  private static void known(ProcessFile file, Findings findings) {
    if (file.models().templates().isEmpty()) {
      return;
    }
    file.all(FlowNode.class).stream().filter(node -> id(node) != null && find(file, node).isEmpty()).forEach(node -> findings.add(file, node,
        "was made with the building block \"" + id(node) + "\", version " + Elements.camunda(node, "modelerTemplateVersion")
            + ", which does not exist. Choose the step's building block again in Camunda Modeler."));
  }

  private static void applied(ProcessFile file, Findings findings) {
    for (FlowNode node : file.all(FlowNode.class)) {
      List<TemplateFile> exact = file.models().templates().stream().filter(block -> block.isUsedBy(node)).toList();
      if (!exact.isEmpty() && exact.stream().noneMatch(block -> block.id().equals(id(node)))) {
        findings.add(file, node, "is what the building block \"" + exact.get(0).name() + "\" makes, but does not carry it. Apply it in Camunda Modeler (Change template).");
      } else if (id(node) == null && exact.isEmpty()) {
        file.models().templates().stream().filter(block -> block.offersWhatHas(node) && block.entries().stream().noneMatch(TemplateFile.Entry::isFixed)).findFirst()
            .ifPresent(block -> findings.add(file, node, "has a property of the building block \"" + block.name() + "\", but does not carry it. Apply it in Camunda Modeler (Change template)."));
      }
    }
  }

  private static void kept(ProcessFile file, Findings findings) {
    for (FlowNode node : file.all(FlowNode.class)) {
      find(file, node).ifPresent(block -> {
        if (!block.fits(node)) {
          findings.add(file, node, "carries the building block \"" + block.name() + "\", which is none for this kind of element. Unlink it, or change the element to " + block.types() + ".");
        } else {
          block.entries().forEach(entry -> check(file, node, block, entry, findings));
        }
      });
    }
  }

  private static void check(ProcessFile file, FlowNode node, TemplateFile block, TemplateFile.Entry entry, Findings findings) {
    Optional<String> value = entry.in(node).filter(text -> !text.isBlank());
    if (entry.isFixed() && !entry.isKept(node)) {
      findings.add(file, node, "carries the building block \"" + block.name() + "\", but its " + entry.target() + " is \"" + value.orElse("") + "\" instead of \"" + entry.preset()
          + "\". Apply the building block again, or unlink it.");
    } else if (entry.isRequired() && value.isEmpty()) {
      findings.add(file, node, "does not say \"" + entry.label() + "\", which its building block \"" + block.name() + "\" asks for. Fill it in.");
    } else if (!entry.isFixed() && value.isPresent() && !Expressions.isExpression(value.get())
        && entry.pattern().filter(pattern -> !Pattern.compile(pattern).matcher(value.get()).find()).isPresent()) {
      findings.add(file, node, "has \"" + value.get() + "\" for \"" + entry.label() + "\". " + entry.hint());
    }
  }

  private static String id(FlowNode node) {
    return Elements.camunda(node, "modelerTemplate");
  }

  private static Optional<TemplateFile> find(ProcessFile file, FlowNode node) {
    return file.models().templates().stream().filter(block -> block.id().equals(id(node)) && block.version().equals(Elements.camunda(node, "modelerTemplateVersion"))).findFirst();
  }

  private static void add(Findings findings, TemplateFile block, String message) {
    findings.add(block.path(), block.id(), "Building block \"" + block.name() + "\" (" + block.id() + ") " + message);
  }
}
