package dev.kefu.document.printing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.engine.ShownField;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.ShownForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Holds the printed forms to the handbook's list of fields and to the task forms that they are filled in from. */
class PaperFormsTest {

  private static final Set<String> RECORD = Set.of("case.number", "case.procedure", "case.starter", "case.startedAt", "case.endedAt", "case.attachments");

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
  void everyFormOfTheHandbookIsPrintedWithEachOfItsFields() throws IOException {
    Map<String, Set<String>> printed = papers.stream().collect(Collectors.toMap(paper -> paper.number() + " " + paper.id(),
        paper -> paper.sections().stream().flatMap(section -> section.rows().stream()).flatMap(row -> row.keys().stream()).collect(Collectors.toSet())));
    Map<String, Set<String>> wanted = Files.readAllLines(Path.of("src/test/resources/paper-forms.csv")).stream().filter(line -> !line.startsWith("#")).skip(1)
        .map(line -> line.split(",")).collect(Collectors.groupingBy(line -> line[1] + " " + line[0], Collectors.mapping(line -> line[2], Collectors.toSet())));

    assertThat(printed).containsAllEntriesOf(wanted);
  }

  @Test
  void everyEntryHasAPlaceThatExists() {
    for (PaperForm paper : papers) {
      assertThat(PATHS.keySet()).as(paper.id()).containsAll(paper.forms());
      Set<String> fields = paper.forms().stream().flatMap(form -> PATHS.get(form).stream()).collect(Collectors.toSet());
      paper.sections().forEach(section -> section.rows().forEach(row -> {
        assertThat(row.label()).as(paper.id()).matches(".*[A-Za-z].*\\p{IsHan}.*");
        assertThat(row.from()).as("%s: %s", paper.id(), row.label()).isNotEmpty();
        row.from().forEach(source -> assertThat(exists(source, fields)).as("%s: %s is printed from %s", paper.id(), row.label(), source).isTrue());
      }));
    }
  }

  private static boolean exists(String source, Set<String> fields) {
    String kind = source.substring(0, source.indexOf('.'));
    return switch (kind) {
      case "case" -> RECORD.contains(source);
      case "fact", "register" -> true;
      case "by", "on" -> PATHS.containsKey(source.substring(3));
      default -> fields.contains(source);
    };
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
