package dev.kefu.engine.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** All files of a project, read once. */
final class Models {

  /** Where Camunda Modeler looks for the building blocks that it offers. */
  private static final String ELEMENT_TEMPLATES = ".camunda/element-templates";
  /** What a paper form prints stands beside the forms that fill it in; the document module reads it. */
  private static final String PRINTED = ".document.yaml";
  private static final Pattern OFFERED_BEAN = Pattern.compile("\\$\\{([a-z]\\w*Delegate)}");

  private final List<ProcessFile> processes = new ArrayList<>();
  private final List<FormFile> forms = new ArrayList<>();
  private final List<DecisionFile> decisions = new ArrayList<>();
  private final List<Finding> unreadable = new ArrayList<>();
  private final Set<String> contents = new HashSet<>();
  private final Set<String> offered = new HashSet<>();
  private final List<TemplateFile> templates = new ArrayList<>();
  private final Map<ProcessFile, Set<String>> variables = new HashMap<>();
  private final Map<String, Map<Class<?>, Collection<? extends BaseElement>>> elements = new HashMap<>();
  private final Surroundings around;
  private Set<String> sentMessages;

  private Models(Surroundings around) {
    this.around = around;
  }

  static Models read(Path processFolder, Path formFolder, Surroundings around) {
    Models models = new Models(around);
    files(processFolder).forEach(file -> models.read(processFolder, file));
    files(formFolder).forEach(file -> models.read(formFolder, file));
    files(processFolder.resolve(ELEMENT_TEMPLATES)).forEach(file -> models.readTemplate(processFolder, file));
    return models;
  }

  private void readTemplate(Path folder, Path file) {
    try {
      OFFERED_BEAN.matcher(Files.readString(file)).results().map(match -> match.group(1)).forEach(offered::add);
      templates.addAll(TemplateFile.read(path(folder, file), file));
    } catch (IOException e) {
      unreadable.add(new Finding(path(folder, file), path(folder, file), "The building block cannot be read. (" + firstLine(e) + ")", FileRules.READABLE));
    }
  }

  private static String firstLine(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString()).lines().findFirst().orElse("");
  }

  /** Regular files below a folder, sorted, hidden folders (the Modeler's own) left out. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(file -> !folder.relativize(file).toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String path(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private void read(Path folder, Path file) {
    String path = path(folder, file);
    contents.add(path + "#" + FileRules.content(file));
    try {
      if (path.endsWith(".bpmn")) {
        processes.add(ProcessFile.read(path, file, this));
      } else if (path.endsWith(".dmn")) {
        decisions.add(DecisionFile.read(path, file));
      } else if (path.endsWith(".form")) {
        forms.add(FormFile.read(path, file));
      } else if (!path.endsWith(PRINTED)) {
        unreadable.add(new Finding(path, path, "The file is neither a model (.bpmn), a table (.dmn) nor a form (.form). Move it elsewhere.", FileRules.READABLE));
      }
    } catch (IOException | RuntimeException e) {
      unreadable.add(new Finding(path, path, "The file cannot be read. Open it in Camunda Modeler and save it again. (" + firstLine(e) + ")", FileRules.READABLE));
    }
  }

  List<ProcessFile> processes() {
    return processes;
  }

  List<FormFile> forms() {
    return forms;
  }

  List<DecisionFile> decisions() {
    return decisions;
  }

  List<ModelFile> all() {
    return Stream.of(processes, decisions, forms).<ModelFile>flatMap(List::stream).toList();
  }

  List<Finding> unreadable() {
    return unreadable;
  }

  /** Path and fingerprint of every file. */
  Set<String> contents() {
    return contents;
  }

  /** Beans that a building block of Camunda Modeler (an element template) names. */
  Set<String> offered() {
    return offered;
  }

  /** The building blocks themselves. */
  List<TemplateFile> templates() {
    return templates;
  }

  /** Everything that some step, message or caller of a process sets. */
  Set<String> variables(ProcessFile process) {
    return variables.computeIfAbsent(process, Variables::known);
  }

  /** All elements of a type in a model; many rules ask for the same ones, and the engine's model classes look through the whole file each time. */
  @SuppressWarnings("unchecked")
  <T extends BaseElement> Collection<T> elements(ProcessFile file, Class<T> type) {
    return (Collection<T>) elements.computeIfAbsent(file.path(), any -> new HashMap<>()).computeIfAbsent(type, any -> file.model().getModelElementsByType(type));
  }

  /** Names of all messages that some process sends. */
  Set<String> sentMessages() {
    if (sentMessages == null) {
      sentMessages = processes.stream().flatMap(EventRules::sentMessages).collect(Collectors.toSet());
    }
    return sentMessages;
  }

  Surroundings around() {
    return around;
  }

  Optional<ProcessFile> process(String id) {
    return processes.stream().filter(process -> process.id().equals(id)).findFirst();
  }

  Optional<FormFile> form(String id) {
    return forms.stream().filter(form -> form.id().equals(id)).findFirst();
  }

  Optional<DecisionFile> decision(String id) {
    return decisions.stream().filter(decision -> decision.id().equals(id)).findFirst();
  }

  /** The process whose id is the longest beginning of the form's id. */
  Optional<ProcessFile> processOf(FormFile form) {
    return processes.stream().filter(process -> form.id().startsWith(process.id() + "-"))
        .max(Comparator.comparingInt(process -> process.id().length()));
  }
}
