package dev.kefu.document.printing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.document.printing.Paper.Entry;
import dev.kefu.document.printing.Paper.Line;
import dev.kefu.document.printing.Paper.Signature;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.CaseRecord.Part;
import dev.kefu.engine.ShownField;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperComposerTest {

  private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
  private static final PaperForm FORM = new PaperForm("some-form", "F99", "Some form 某表", List.of("step-ask", "step-add"), null, List.of(new PaperForm.Section("Part 部分", List.of(
      row("Number 編號", false, "case.number"), row("Who 人", false, "fact.customerName", "ask.customer"), row("Rows 行", true, "ask.rows", "more.rows")))),
      new PaperForm.Signatures(List.of("step-ask"), List.of("step-review"), List.of("approval-decide")));

  private final PaperComposer composer = new PaperComposer(Clock.system(ZoneId.of("Asia/Shanghai")));

  @Test
  void aFieldThatNoRowNamesIsPrintedAmongTheFurtherParticulars() {
    Paper paper = compose(form("step-ask", "ask", "anna", Map.of(), field("ask.customer", "Customer", "Blue"), field("ask.addedLater", "Weather 天氣", "Rain 雨")));

    assertThat(paper.sections()).extracting(Paper.Section::title).containsExactly("Part 部分", "Further particulars 其他事項 · Step");
    assertThat(entries(paper, 1)).contains(new Entry("Weather 天氣", "Rain 雨"));
  }

  @Test
  void whatARowDidNotPrintBecauseAnotherPlaceCameFirstIsNotLost() {
    Paper paper = compose(form("step-ask", "ask", "anna", Map.of(), field("ask.customer", "Customer 客戶", "a Mr Blue")));

    assertThat(entries(paper, 0)).contains(new Entry("Who 人", "Blue Lake Foods"));
    assertThat(entries(paper, 1)).containsExactly(new Entry("Customer 客戶", "a Mr Blue"));
  }

  @Test
  void rowsOfSeveralListsStandInOneTableAndTheLastVersionCounts() {
    Paper paper = compose(form("step-ask", "ask", "anna", Map.of(), list("ask.rows", "old")), form("step-ask", "ask", "anna", Map.of(), list("ask.rows", "one", "two")),
        form("step-add", "more", "anna", Map.of(), list("more.rows", "three")));

    Paper.Table table = paper.sections().get(0).lines().stream().map(Line::table).filter(one -> one != null).findFirst().orElseThrow();
    assertThat(table.headings()).containsExactly("Name 名稱");
    assertThat(table.rows()).containsExactly(List.of("one"), List.of("two"), List.of("three"));
  }

  @Test
  void whoReturnedItSignsNothingAndADeputySignsForSomebody() {
    HandedIn deputy = new HandedIn("step-review", "review", "userTask_review", "Review", "p1", NOON, "bert", "carl", null, Map.of("decision", "accept"), List.of());
    Paper paper = compose(form("step-ask", "ask", "anna", Map.of()), deputy, form("approval-decide", "approval", "dora", Map.of("decision", "return")));

    assertThat(paper.signatures()).containsExactly(new Signature("Prepared by 編制", "Anna", "2026-11-24 12:00"),
        new Signature("Reviewed by 審核", "Bert (for 代 Carl)", "2026-11-24 12:00"), new Signature("Approved by 批準", "", ""));
  }

  private Paper compose(HandedIn... forms) {
    Part part = new Part("p1", null, "some-process", "Some process", 1, null, NOON, null, null, Map.of("customerName", "Blue Lake Foods"));
    CaseRecord record = new CaseRecord("ABC-2026-000001", "some-process", "Some process", "anna", NOON, null, null, List.of(part), List.of(forms), List.of(), List.of(), List.of(),
        Map.of(), Map.of("anna", "Anna", "bert", "Bert", "carl", "Carl", "dora", "Dora"));
    return composer.compose(FORM, record, (form, field) -> "", List.of(), "now");
  }

  private static PaperForm.Row row(String label, boolean wide, String... from) {
    return new PaperForm.Row(null, label, List.of(from), wide, null);
  }

  private static HandedIn form(String formId, String root, String by, Map<String, Object> data, ShownField... fields) {
    return new HandedIn(formId, root, "userTask_x", "Step", "p1", NOON, by, null, null, data, List.of(fields));
  }

  private static ShownField field(String path, String label, String value) {
    return new ShownField(path, label, value, null, null);
  }

  private static ShownField list(String path, String... names) {
    return new ShownField(path, "List 列表", null, null, Arrays.stream(names).map(name -> List.of(field("name", "Name 名稱", name))).toList());
  }

  private static List<Entry> entries(Paper paper, int section) {
    List<Entry> entries = new ArrayList<>();
    paper.sections().get(section).lines().forEach(line -> entries.addAll(line.entries()));
    return entries;
  }
}
