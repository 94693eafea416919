package dev.kefu.document.printing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.engine.RegisterFacts;
import dev.kefu.engine.ShownField;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.ShownForm;
import dev.kefu.engine.model.ModelContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Holds the printed forms to the handbook's list of fields and to the task forms that they are filled in from. */
class PaperFormsTest {

  private static final Set<String> RECORD = Set.of("case.number", "case.procedure", "case.starter", "case.startedAt", "case.endedAt", "case.attachments");

  /** Stands for a procedure that is not built yet. */
  private static final String TO_COME = "procedure-to-come";

  private static List<PaperForm> papers;
  /** Paths of fields and lists by form id. */
  private static final Map<String, Set<String>> PATHS = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    papers = new PaperForms(new PathMatchingResourcePatternResolver()).all();
    try (Stream<Path> files = Files.walk(Path.of("forms"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".form")).toList()) {
        FormDefinition form = FormDefinition.parse(Files.readString(file));
        PATHS.put(form.id(), ShownForm.of(form, Map.of(), Clock.systemUTC()).stream().map(ShownField::path).collect(Collectors.toSet()));
      }
    }
  }

  @Test
  void aPrintedFormHasEveryFieldOfTheHandbooksForm() {
    Map<String, Set<String>> printed = papers.stream().collect(Collectors.toMap(paper -> paper.number() + " " + paper.id(),
        paper -> paper.sections().stream().flatMap(section -> section.rows().stream()).flatMap(row -> row.keys().stream()).collect(Collectors.toSet())));
    Map<String, Set<String>> wanted = rows("paper-forms.csv").collect(Collectors.groupingBy(row -> row[1] + " " + row[0], Collectors.mapping(row -> row[2], Collectors.toSet())));

    assertThat(wanted.keySet()).containsAll(printed.keySet());
    wanted.keySet().retainAll(printed.keySet());
    assertThat(printed).containsAllEntriesOf(wanted);
  }

  /** A procedure that is modelled anew has its forms printed, or says why not. */
  @Test
  void everyStepThatFillsAFormOfTheHandbookInIsPrintedOnIt() throws IOException {
    Map<String, BpmnModelInstance> models = models();
    Set<String> missing = new TreeSet<>();
    rows("paper-steps.csv").filter(step -> models.containsKey(step[1])).filter(step -> !isPrinted(step[0], elements(step[1], step[2], models), models))
        .forEach(step -> missing.add(step[0] + "," + step[1] + "." + step[2]));
    papers.forEach(paper -> signatures(paper).forEach((name, forms) -> {
      if (forms.isEmpty()) {
        missing.add(paper.id() + "," + name);
      }
    }));
    List<String[]> exceptions = rows("paper-exceptions.csv").toList();

    assertThat(exceptions).allSatisfy(exception -> assertThat(exception[2]).as("reason of %s, %s", exception[0], exception[1]).isNotBlank());
    assertThat(missing).containsExactlyInAnyOrderElementsOf(exceptions.stream().map(exception -> exception[0] + "," + exception[1]).toList());
  }

  private static Map<String, BpmnModelInstance> models() throws IOException {
    Map<String, BpmnModelInstance> models = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      files.filter(file -> file.toString().endsWith(".bpmn")).map(file -> Bpmn.readModelFromFile(file.toFile()))
          .forEach(model -> models.put(model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class).iterator().next().getId(), model));
    }
    return models;
  }

  /** What stands for a step: in the procedure itself or in a part of it. */
  private static List<FlowNode> elements(String procedure, String step, Map<String, BpmnModelInstance> models) {
    String suffix = "_" + Pattern.compile("-(.)").matcher(step).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    return models.entrySet().stream().filter(model -> model.getKey().equals(procedure) || model.getKey().startsWith(procedure + "-"))
        .flatMap(model -> model.getValue().getModelElementsByType(FlowNode.class).stream()).filter(node -> node.getId().endsWith(suffix) && node.getId().indexOf('_') == node.getId().indexOf(suffix)).toList();
  }

  /** Called procedures fill it in themselves; one that is still to come fills nothing in. */
  private static boolean isPrinted(String formId, List<FlowNode> elements, Map<String, BpmnModelInstance> models) {
    Set<String> there = papers.stream().filter(paper -> paper.id().equals(formId))
        .flatMap(paper -> Stream.concat(paper.forms().stream(), signatures(paper).values().stream().flatMap(List::stream))).collect(Collectors.toSet());
    return elements.stream().flatMap(element -> forms(element, models)).anyMatch(form -> form.equals(TO_COME) || there.contains(form));
  }

  private static Stream<String> forms(FlowNode element, Map<String, BpmnModelInstance> models) {
    if (element instanceof CallActivity call) {
      return call.getCalledElement().equals(TO_COME) ? Stream.of(TO_COME)
          : models.get(call.getCalledElement()).getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef);
    }
    return element instanceof UserTask task ? Stream.of(task.getCamundaFormRef()) : Stream.empty();
  }

  private static Map<String, List<String>> signatures(PaperForm paper) {
    return Map.of("drafted", paper.signatures().drafted(), "reviewed", paper.signatures().reviewed(), "approved", paper.signatures().approved());
  }

  /** Without comments and headings; the last column may hold commas. */
  private static Stream<String[]> rows(String file) {
    try {
      return Files.readAllLines(Path.of("src/test/resources").resolve(file)).stream().filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split(",", 3));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyEntryHasAPlaceThatExists() {
    Map<String, Set<String>> variables = ModelContract.variables(Path.of("processes"), Path.of("forms"));
    Set<String> registers = registers();
    Set<String> roots = PATHS.values().stream().flatMap(Set::stream).map(path -> path.split("\\.")[0]).collect(Collectors.toSet());
    for (PaperForm paper : papers) {
      assertThat(PATHS.keySet()).as(paper.id()).containsAll(paper.forms());
      assertThat(paper.forms()).as(paper.id()).containsAll(paper.quoted());
      assertThat(papers.stream().filter(other -> other != paper).flatMap(other -> other.forms().stream())).as(paper.id()).containsAll(paper.quoted());
      Set<String> places = paper.forms().stream().flatMap(form -> PATHS.get(form).stream()).collect(Collectors.toCollection(HashSet::new));
      places.addAll(RECORD);
      places.addAll(registers);
      PATHS.keySet().forEach(form -> places.addAll(List.of("by." + form, "on." + form)));
      paper.forms().stream().flatMap(form -> variables.get(processOf(form, variables.keySet())).stream()).filter(name -> !roots.contains(name)).forEach(name -> places.add("fact." + name));
      paper.sections().forEach(section -> section.rows().forEach(row -> {
        assertThat(row.label()).as(paper.id()).matches(".*[A-Za-z].*\\p{IsHan}.*");
        assertThat(row.from()).as("%s: %s", paper.id(), row.label()).isNotEmpty();
        assertThat(row.from()).as("%s: %s is printed from", paper.id(), row.label()).filteredOn(place -> !places.contains(place)).isEmpty();
      }));
    }
  }

  private static String processOf(String form, Set<String> processes) {
    return processes.stream().filter(process -> form.startsWith(process + "-")).max(Comparator.comparingInt(String::length)).orElseThrow();
  }

  /** Every fact of every register. The names need nothing that a register is made of. */
  private static Set<String> registers() {
    ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(RegisterFacts.class));
    return scan.findCandidateComponents("dev.kefu").stream().map(BeanDefinition::getBeanClassName).map(PaperFormsTest::register)
        .flatMap(register -> register.names().stream().map(name -> "register." + register.register() + "." + name)).collect(Collectors.toSet());
  }

  private static RegisterFacts<?> register(String type) {
    try {
      Constructor<?> constructor = Class.forName(type).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (RegisterFacts<?>) constructor.newInstance(new Object[constructor.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type, e);
    }
  }

  @Test
  void everySignatureIsOnAForm() {
    papers.forEach(paper -> assertThat(PATHS.keySet()).as(paper.id()).containsAll(Stream.of(paper.signatures().drafted(), paper.signatures().reviewed(),
        paper.signatures().approved()).flatMap(List::stream).toList()));
  }

  @Test
  void aFileIsCalledLikeItsFormAndStandsOnce() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("forms"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".document.yaml")))
          .containsExactlyInAnyOrderElementsOf(papers.stream().map(paper -> paper.id() + ".document.yaml").toList());
    }
    assertThat(papers.stream().map(PaperForm::id)).doesNotHaveDuplicates();
  }
}
