package dev.kefu.engine.model;

import dev.kefu.engine.ModelProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Where files stand, what they are called, and that nothing lies about unused. */
final class FileRules {

  static final String READABLE = "file-readable";

  /** The chapters of the handbook, and {@code engine} for what serves them all. */
  static final Set<String> CAPABILITIES = Set.of("organisation", "governance", "survey", "development", "relationship", "keyaccount", "aftersales", "complaint",
      "information", "callcentre", "engine");

  static final List<Rule> RULES = List.of(
      Rule.ofAll("file-named-after-id", "A file is called like the process, decision or form in it.", FileRules::namedAfterId),
      Rule.ofAll("file-kebab-case", "Ids of processes, decisions and forms are small English words with hyphens.", FileRules::kebabCase),
      Rule.ofAll("file-id-unique", "An id is used once in all folders.", FileRules::idUnique),
      Rule.ofAll("file-in-capability-folder", "A file stands in the folder of its capability.", FileRules::inCapabilityFolder),
      Rule.ofAll("form-beside-process", "A form's id starts with the id of its process, and its folder has the same name.", FileRules::formBesideProcess),
      Rule.ofAll("form-used", "Every form is shown by a task or brought by a message of its process.", FileRules::formUsed),
      Rule.ofAll("decision-used", "Every decision table is asked by a business rule task, or holds the deadlines of its capability.", FileRules::decisionUsed),
      Rule.ofAll("delegate-known", "Every automatic step and every building block names a bean of the program.", FileRules::delegateKnown),
      Rule.ofAll("delegate-used", "Every delegate bean of the program is used by a model, or offered as a building block.", FileRules::delegateUsed),
      Rule.ofAll("files-built", "The built program holds the files of the folders, no others.", FileRules::filesBuilt));

  private FileRules() {
  }

  private static void namedAfterId(Models models, Findings findings) {
    models.all().stream().filter(file -> !file.id().equals(file.stem())).forEach(file -> findings.add(file, file.id(),
        "The file is called \"" + file.stem() + "\", its content \"" + file.id() + "\". Give both the same id."));
  }

  private static void kebabCase(Models models, Findings findings) {
    models.all().stream().filter(file -> !file.id().matches(Texts.KEBAB_CASE)).forEach(file -> findings.add(file, file.id(),
        "The id \"" + file.id() + "\" must be small English words with hyphens, like customer-help."));
  }

  private static void idUnique(Models models, Findings findings) {
    Map<String, ModelFile> first = new HashMap<>();
    for (ModelFile file : models.all()) {
      ModelFile other = first.putIfAbsent(file.id(), file);
      if (other != null) {
        findings.add(file, file.id(), "The id \"" + file.id() + "\" is also used by " + other.path() + ". Give one of them another id.");
      }
    }
  }

  private static void inCapabilityFolder(Models models, Findings findings) {
    models.all().stream().filter(file -> !CAPABILITIES.contains(file.capability())).forEach(file -> findings.add(file, file.id(),
        "The folder \"" + file.capability() + "\" is no capability. Move the file to one of " + new TreeSet<>(CAPABILITIES) + "."));
  }

  private static void formBesideProcess(Models models, Findings findings) {
    for (FormFile form : models.forms()) {
      models.processOf(form).ifPresentOrElse(process -> {
        if (!process.capability().equals(form.capability())) {
          findings.add(form, form.id(), "The form stands in \"" + form.capability() + "\", its process in \"" + process.capability() + "\". Move it there.");
        }
      }, () -> findings.add(form, form.id(), "No process has an id that this form's id starts with. Name it <process id>-<step>."));
    }
  }

  private static void formUsed(Models models, Findings findings) {
    Set<String> used = nodes(models).flatMap(node -> Stream.of(Elements.camunda(node, "formRef"), Elements.properties(node).get(ModelProperties.EVENT_FORM)))
        .collect(Collectors.toCollection(HashSet::new));
    models.forms().stream().filter(form -> !used.contains(form.id())).forEach(form -> findings.add(form, form.id(),
        "No task or message shows this form. Name it at its task, or delete the file."));
  }

  private static void decisionUsed(Models models, Findings findings) {
    Set<String> used = nodes(models).filter(BusinessRuleTask.class::isInstance).map(task -> Elements.camunda(task, "decisionRef"))
        .collect(Collectors.toCollection(HashSet::new));
    models.decisions().stream().filter(decision -> !DeadlineRules.isDeadlineTable(decision) && !used.contains(decision.id())).forEach(decision -> findings.add(decision, decision.id(),
        "No business rule task asks this table. Name it at its task, or delete the file."));
  }

  private static void delegateKnown(Models models, Findings findings) {
    for (ProcessFile process : models.processes()) {
      delegates(process).filter(place -> !models.around().delegates().contains(bean(place))).forEach(place -> findings.addAt(process, place.owner(),
          "names the bean \"" + bean(place) + "\", which the program does not have. Choose a step that exists, or have it built."));
    }
    models.offered().stream().filter(bean -> !models.around().delegates().contains(bean)).sorted().forEach(bean -> findings.add("", bean,
        "A building block (element template) offers the bean \"" + bean + "\", which the program does not have. Correct or remove the template."));
  }

  private static void delegateUsed(Models models, Findings findings) {
    Set<String> used = models.processes().stream().flatMap(FileRules::delegates).map(FileRules::bean).collect(Collectors.toSet());
    used.addAll(models.offered());
    models.around().delegates().stream().filter(bean -> !used.contains(bean)).sorted().forEach(bean -> findings.add("", bean,
        "No model uses the bean \"" + bean + "\". Use it, or have it removed from the program."));
  }

  private static void filesBuilt(Models models, Findings findings) {
    if (models.around().classPath() == null) {
      return;
    }
    Set<String> built = Stream.of("processes", "forms").map(models.around().classPath()::resolve)
        .flatMap(folder -> Models.files(folder).stream().map(file -> Models.path(folder, file) + "#" + content(file))).collect(Collectors.toSet());
    Set<String> written = models.contents();
    written.stream().filter(file -> !built.contains(file)).map(FileRules::path).forEach(path -> findings.add(path, path,
        "The built program lacks this version of the file. Build again."));
    built.stream().filter(file -> !written.contains(file)).map(FileRules::path).filter(path -> models.all().stream().noneMatch(file -> file.path().equals(path)))
        .forEach(path -> findings.add(path, path, "The built program still holds this file, which the folders have no more. Build with \"clean\"."));
  }

  private static String path(String pathAndContent) {
    return pathAndContent.substring(0, pathAndContent.indexOf('#'));
  }

  static int content(Path file) {
    try {
      return Files.readString(file).hashCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<FlowNode> nodes(Models models) {
    return models.processes().stream().flatMap(process -> process.all(FlowNode.class).stream());
  }

  private static Stream<Expressions.Place> delegates(ProcessFile process) {
    return Expressions.of(process.xml()).filter(place -> place.attribute().equals("delegateExpression"));
  }

  private static String bean(Expressions.Place place) {
    return place.text().replaceAll("[$#{}\\s]", "");
  }
}
