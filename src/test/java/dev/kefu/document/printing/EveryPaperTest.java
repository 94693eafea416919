package dev.kefu.document.printing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.CaseRecord.Part;
import dev.kefu.engine.ShownField;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.ShownForm;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every form of the handbook, filled in with a different value in every field and printed. Pages are kept as pictures in {@code target/documents} for those who want to look. */
class EveryPaperTest {

  private static final String NUMBER = "ABC-2026-000123";
  private static final String PRINTED = "Printed by 列印人 Anna 安娜";
  private static final Instant MORNING = Instant.parse("2026-11-24T00:00:00Z");
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
  private static final Path PICTURES = Path.of("target/documents");
  /** Facts of registers that are lists of rows. */
  private static final Predicate<String> IS_TABLE = Set.of("register.complaint.milestones", "register.ticket.news")::contains;
  private static final Map<String, FormDefinition> FORMS = forms();

  private final PaperComposer composer = new PaperComposer(CLOCK);
  private final PdfPress press = new PdfPress();

  static List<PaperForm> papers() throws IOException {
    return new PaperForms(new PathMatchingResourcePatternResolver()).all();
  }

  private static Map<String, FormDefinition> forms() {
    Map<String, FormDefinition> forms = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("forms"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".form")).toList()) {
        FormDefinition form = FormDefinition.parse(Files.readString(file));
        forms.put(form.id(), form);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forms;
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyFieldIsPrintedBesideItsLabelAboveTheSignatures(PaperForm paper) throws IOException {
    CaseRecord record = record(paper, new FilledForm(3, false), 3, place -> true);

    String text = String.join("", pages(paper, record, paper.number() + "-full"));

    assertThat(text).contains(squeezed(paper.title()), squeezed("Form 表單 " + paper.number()), NUMBER);
    for (PaperForm.Row row : rows(paper)) {
      assertThat(text).as(row.label()).contains(squeezed(row.label()));
      expected(row.from().get(0), record).ifPresent(value -> assertThat(text).as(row.label()).contains(squeezed(row.label()) + squeezed(value)));
    }
    for (ShownField field : fields(paper, record)) {
      String value = field.readers() == null ? field.value() : secret(field);
      if (field.rows() == null) {
        assertThat(labels(paper, field)).as("%s: %s", field.path(), value).anySatisfy(label -> assertThat(text).contains(squeezed(label) + squeezed(value)));
      } else {
        assertThat(labels(paper, field)).as(field.path()).anySatisfy(label -> assertThat(text).contains(squeezed(label) + "#"));
        field.rows().forEach(cells -> cells.forEach(cell -> assertThat(text).as(field.path()).contains(squeezed(cell.label()), squeezed(cell.value()))));
      }
    }
    List<Signer> signers = signers(paper, record);
    assertThat(signers).extracting(Signer::name).doesNotContainNull().hasSize(3);
    assertThat(text).endsWith(squeezed("Prepared by 編制 Reviewed by 審核 Approved by 批準 " + String.join("", signers.stream().map(Signer::name).toList())
        + String.join("", signers.stream().map(signer -> "Date 日期: " + signer.date()).toList())));
  }

  /** Under which labels a field may stand: of the rows that name it, or its own among the further particulars. */
  private static List<String> labels(PaperForm paper, ShownField field) {
    return Stream.concat(rows(paper).stream().filter(row -> row.from().contains(field.path())).map(PaperForm.Row::label), Stream.of(field.label())).toList();
  }

  @ParameterizedTest
  @MethodSource("papers")
  void eachPlaceOfAnEntryIsPrintedWhenItIsTheOnlyOneFilledIn(PaperForm paper) {
    for (PaperForm.Row row : rows(paper)) {
      for (String place : row.from()) {
        CaseRecord record = record(paper, new FilledForm(2, false), 2, place::equals);

        String printed = composer.compose(paper, record, (form, field) -> secret(field), List.of("photo 照片.pdf"), PRINTED).sections().get(section(paper, row)).lines().stream()
            .filter(line -> line.table() != null && line.table().label().equals(row.label()) || line.entries().stream().anyMatch(entry -> entry.label().equals(row.label())))
            .findFirst().orElseThrow().toString();

        assertThat(printed).as("%s from %s", row.label(), place).contains(expected(place, record).orElseGet(() -> cells(place, record).get(0)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void longTextsAndManyRowsRunOverToFurtherPagesWithTheirHeadings(PaperForm paper) throws IOException {
    CaseRecord record = record(paper, new FilledForm(45, true), 45, place -> true);

    List<String> pages = pages(paper, record, paper.number() + "-long");

    String text = String.join("", pages);
    for (ShownField field : fields(paper, record)) {
      if (field.rows() == null) {
        assertThat(text).as(field.path()).contains(squeezed(field.readers() == null ? field.value() : secret(field)));
      } else {
        for (int row = 0; row < field.rows().size(); row++) {
          assertRowStandsBelowItsHeadings(field, row, pages);
        }
      }
    }
  }

  private static void assertRowStandsBelowItsHeadings(ShownField list, int row, List<String> pages) {
    List<ShownField> cells = list.rows().get(row);
    ShownField first = cells.get(0);
    String words = String.join("", cells.stream().map(cell -> squeezed(cell.value())).toList());
    assertThat(pages).as("%s, row %d", list.path(), row + 1).anySatisfy(page -> {
      assertThat(page).contains(squeezed(first.label()));
      if (cells.size() > 1) {
        assertThat(page.indexOf("#" + squeezed(first.label()))).isLessThan(page.indexOf(words)).isNotNegative();
      }
    });
  }

  @ParameterizedTest
  @MethodSource("papers")
  void whatNobodyFilledInIsAnEmptyBoxAndNobodySigns(PaperForm paper) throws IOException {
    CaseRecord record = record(paper, new FilledForm(0, false), 0, place -> false);

    String text = String.join("", pages(paper, record, paper.number() + "-empty"));

    rows(paper).forEach(row -> assertThat(text).contains(squeezed(row.label())));
    assertThat(text).doesNotContain("Further particulars", "null").endsWith(squeezed("Prepared by 編制 Reviewed by 審核 Approved by 批準 Date 日期: Date 日期: Date 日期:"));
  }

  private record Signer(String name, String date) {
  }

  /** Who signs in each of the three boxes; nobody in a box that the paper leaves empty. */
  private static List<Signer> signers(PaperForm paper, CaseRecord record) {
    return Stream.of(paper.signatures().drafted(), paper.signatures().reviewed(), paper.signatures().approved()).map(forms -> forms.isEmpty() ? new Signer("", "") : record.forms().stream()
        .filter(form -> forms.contains(form.formId())).reduce((earlier, later) -> later).map(form -> new Signer(record.people().get(form.by()), minute(form.at()))).orElseThrow()).toList();
  }

  private static int section(PaperForm paper, PaperForm.Row row) {
    return IntStream.range(0, paper.sections().size()).filter(at -> paper.sections().get(at).rows().contains(row)).findFirst().orElseThrow();
  }

  private static List<PaperForm.Row> rows(PaperForm paper) {
    return paper.sections().stream().flatMap(section -> section.rows().stream()).toList();
  }

  /** What is to be printed: of a form that belongs to another paper what a row names first. */
  private static List<ShownField> fields(PaperForm paper, CaseRecord record) {
    List<String> named = rows(paper).stream().map(row -> row.from().get(0)).toList();
    return record.forms().stream().filter(form -> paper.forms().contains(form.formId()))
        .flatMap(form -> form.fields().stream().filter(field -> !paper.quoted().contains(form.formId()) || named.contains(field.path()))).toList();
  }

  /** What a place says; empty for one that is a table. */
  private static Optional<String> expected(String place, CaseRecord record) {
    String[] parts = place.split("\\.", 3);
    return switch (parts[0]) {
      case "case" -> Optional.of(switch (parts[1]) {
        case "number" -> NUMBER;
        case "procedure" -> record.procedure();
        case "starter" -> "Anna 安娜";
        case "attachments" -> "photo 照片.pdf";
        default -> throw new IllegalArgumentException(place);
      });
      case "fact" -> Optional.of("Fact 事實 " + parts[1]);
      case "register" -> Optional.ofNullable(record.registers().get(parts[1]).get(parts[2])).filter(String.class::isInstance).map(String.class::cast);
      case "by" -> Optional.of(record.people().get(handedIn(parts[1], record).by()));
      case "on" -> Optional.of(minute(handedIn(parts[1], record).at()));
      default -> record.forms().stream().flatMap(form -> form.fields().stream()).filter(field -> field.path().equals(place)).findFirst()
          .filter(field -> field.rows() == null).map(field -> field.readers() == null ? field.value() : secret(field));
    };
  }

  private static List<String> cells(String place, CaseRecord record) {
    String[] parts = place.split("\\.", 3);
    return parts[0].equals("register") ? ((List<?>) record.registers().get(parts[1]).get(parts[2])).stream().flatMap(row -> ((Map<?, ?>) row).values().stream()).map(String::valueOf).toList()
        : record.forms().stream().flatMap(form -> form.fields().stream()).filter(field -> field.path().equals(place)).flatMap(field -> field.rows().stream()).flatMap(List::stream)
            .map(ShownField::value).toList();
  }

  private static HandedIn handedIn(String formId, CaseRecord record) {
    return record.forms().stream().filter(form -> form.formId().equals(formId)).findFirst().orElseThrow();
  }

  private static String secret(ShownField field) {
    return "Secret 保密 " + field.path();
  }

  /**
   * A case in which every form was handed in that the paper is made of, that signs it or that it names otherwise.
   *
   * @param wanted the places that have a value
   */
  private static CaseRecord record(PaperForm paper, FilledForm filler, int rows, Predicate<String> wanted) {
    List<String> places = rows(paper).stream().flatMap(row -> row.from().stream()).toList();
    Set<String> ids = new LinkedHashSet<>(paper.forms());
    Stream.of(paper.signatures().drafted(), paper.signatures().reviewed(), paper.signatures().approved()).forEach(ids::addAll);
    places.stream().filter(place -> place.matches("(by|on)\\..*")).forEach(place -> ids.add(place.substring(3)));
    ids.removeIf(id -> Stream.concat(Stream.of("by." + id, "on." + id), FORMS.get(id).fields().stream().map(field -> field.path().replaceAll("\\[].*", ""))).noneMatch(wanted));
    List<HandedIn> forms = new ArrayList<>();
    Map<String, String> people = new TreeMap<>(Map.of("anna", "Anna 安娜"));
    for (String id : ids) {
      int number = forms.size() + 1;
      people.put("person" + number, "Person 某人 " + (number + 10));
      Map<String, Object> variables = filler.variables(FORMS.get(id));
      List<ShownField> fields = ShownForm.of(FORMS.get(id), variables, CLOCK).stream().map(field -> wanted.test(field.path()) ? field : emptied(field)).toList();
      forms.add(new HandedIn(id, "root", "userTask_step", "Step " + number, "part", MORNING.plusSeconds(660L * number), "person" + number, null, null, Map.of(), fields));
    }
    Map<String, Object> facts = new TreeMap<>();
    Map<String, Map<String, Object>> registers = new TreeMap<>();
    for (String place : places.stream().filter(wanted).toList()) {
      String[] parts = place.split("\\.", 3);
      if (parts[0].equals("fact")) {
        facts.put(parts[1], "Fact 事實 " + parts[1]);
      } else if (parts[0].equals("register")) {
        registers.computeIfAbsent(parts[1], name -> new TreeMap<>()).put(parts[2], IS_TABLE.test(place) || parts[2].startsWith("by-") ? table(parts[2], rows) : "Known 台帳 " + parts[2]);
      }
    }
    Part part = new Part("part", null, "some-process", "Some process 某流程", 1, null, MORNING, null, null, facts);
    return new CaseRecord(NUMBER, "some-process", "Some process 某流程", wanted.test("case.starter") ? "anna" : null, MORNING, null, null, List.of(part), forms, List.of(), List.of(), List.of(), registers, people);
  }

  private static ShownField emptied(ShownField field) {
    List<List<ShownField>> rows = field.rows() == null ? null : field.rows().stream().limit(1).map(cells -> cells.stream().map(EveryPaperTest::emptied).toList()).toList();
    return new ShownField(field.path(), field.label(), null, null, rows);
  }

  private static List<Map<String, String>> table(String name, int rows) {
    return IntStream.rangeClosed(1, rows).mapToObj(row -> {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("Item 項目", name + " 項 " + row);
      cells.put("Number 件數", String.valueOf(row));
      return cells;
    }).toList();
  }

  /** The words of each page without white space, as lines break anywhere, and without its foot. */
  private List<String> pages(PaperForm paper, CaseRecord record, String picture) throws IOException {
    byte[] content = press.print("paper", composer.compose(paper, record, (form, field) -> secret(field), List.of("photo 照片.pdf"), PRINTED));
    Files.createDirectories(PICTURES);
    List<String> pages = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(content)) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page - 1, 90);
        ImageIO.write(image, "png", PICTURES.resolve(picture + "-" + page + ".png").toFile());
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String foot = squeezed(PRINTED + paper.number() + " · " + NUMBER + " · Page 第 of 共 頁" + page + pdf.getNumberOfPages());
        String text = squeezed(stripper.getText(pdf));
        assertThat(text).contains(foot);
        pages.add(text.replace(foot, ""));
      }
    }
    return pages;
  }

  private static String minute(Instant moment) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(moment.atZone(CLOCK.getZone()));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
