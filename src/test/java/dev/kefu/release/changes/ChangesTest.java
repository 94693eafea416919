package dev.kefu.release.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.release.changes.Change.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What differs between two versions is told with the name of the element, the row or the field. */
class ChangesTest {

  private static final Path MODEL = Path.of("src/test/resources/contract/processes/relationship/sample-case.bpmn");
  private static final Path TABLE = Path.of("src/test/resources/contract/processes/relationship/sample-grade.dmn");
  private static final Path DEADLINES = Path.of("src/test/resources/contract/processes/relationship/relationship-deadlines.dmn");
  private static final Path FORM = Path.of("src/test/resources/contract/forms/relationship/sample-case-record.form");

  @Test
  void sameFilesDifferInNothing() throws IOException {
    for (Path file : List.of(MODEL, TABLE, DEADLINES, FORM)) {
      assertThat(between(file, Files.readString(file))).isEmpty();
    }
  }

  @Test
  void anotherRoleIsToldAtItsStep() throws IOException {
    List<Change> changes = changed(MODEL, "camunda:candidateGroups=\"relationship-supervisor\"", "camunda:candidateGroups=\"call-center-agent\"");
    assertThat(changes).singleElement().satisfies(change -> {
      assertThat(change.element()).isEqualTo("userTask_review");
      assertThat(change.kind()).isEqualTo(Kind.CHANGED);
      assertThat(change.name()).isEqualTo("User task “Review answer 審閱” (userTask_review)");
      assertThat(change.words()).containsExactly("Roles 崗位: “relationship-supervisor” → “call-center-agent”");
    });
  }

  @Test
  void conditionTimerAndPropertyAreToldAtWhatTheyBelongTo() throws IOException {
    assertThat(changed(MODEL, ">4wd<", ">3wd<")).singleElement().satisfies(change -> {
      assertThat(change.element()).isEqualTo("event_overdue");
      assertThat(change.words()).containsExactly("Time 時間: “4wd” → “3wd”");
    });
    assertThat(changed(MODEL, "value=\"keyAccount, handlerRole\"", "value=\"keyAccount\"")).singleElement().satisfies(change -> {
      assertThat(change.element()).isEqualTo("serviceTask_register");
      assertThat(change.words()).containsExactly("property 屬性 sets: “keyAccount, handlerRole” → “keyAccount”");
    });
    assertThat(changed(MODEL, "!keyAccount}", "keyAccount}")).extracting(Change::element).containsExactly("flow_hard");
  }

  @Test
  void movedShapesAreOneLine() throws IOException {
    String text = Files.readString(MODEL).replaceFirst("(BPMNShape id=\"userTask_review_di\"[^>]*>\\s*<dc:Bounds x=\")\\d+", "$19");
    assertThat(between(MODEL, text)).singleElement().satisfies(change -> {
      assertThat(change.element()).isEmpty();
      assertThat(change.words()).containsExactly("1 shapes or lines moved 個圖形或連線移動了位置");
    });
  }

  @Test
  void newAndRemovedElementsAreNamed() throws IOException {
    String more = Files.readString(MODEL).replace("</bpmn:process>", "<bpmn:userTask id=\"userTask_ask\" name=\"Ask again&#10;再問\" /></bpmn:process>");
    assertThat(between(MODEL, more)).singleElement().satisfies(change -> {
      assertThat(change.kind()).isEqualTo(Kind.ADDED);
      assertThat(change.name()).isEqualTo("User task “Ask again 再問” (userTask_ask)");
    });
    assertThat(Changes.between(MODEL.toString(), bytes(more), Files.readAllBytes(MODEL))).extracting(Change::kind, Change::element)
        .containsExactly(Tuple.tuple(Kind.REMOVED, "userTask_ask"));
  }

  @Test
  void cellIsToldWithRowAndColumn() throws IOException {
    assertThat(changed(DEADLINES, "\"4h\"", "\"8h\"")).singleElement().satisfies(change -> {
      assertThat(change.name()).isEqualTo("Row 第 2 行 (rule_relationshipDeadlines2)");
      assertThat(change.words()).containsExactly("Deadline 期限: \"4h\" → \"8h\"");
    });
  }

  @Test
  void newRowIsToldWithItsCells() throws IOException {
    String text = Files.readString(DEADLINES);
    String row = text.substring(text.indexOf("<rule id=\"rule_relationshipDeadlines2\""), text.indexOf("</decisionTable>"));
    assertThat(between(DEADLINES, text.replace("</decisionTable>", row.replace("Deadlines2", "Deadlines3").replace("\"record\"", "\"review\"") + "</decisionTable>")))
        .singleElement().satisfies(change -> {
          assertThat(change.kind()).isEqualTo(Kind.ADDED);
          assertThat(change.words()).contains("Step 步驟: \"review\"");
        });
  }

  @Test
  void fieldIsToldWithItsLabel() throws IOException {
    assertThat(changed(FORM, "\"maxLength\": 1000", "\"maxLength\": 2000")).singleElement().satisfies(change -> {
      assertThat(change.name()).startsWith("“Question 問題”");
      assertThat(change.words()).containsExactly("Longest text 最大長度: “1000” → “2000”");
    });
  }

  @Test
  void newFileIsOne() throws IOException {
    assertThat(Changes.between("forms/relationship/new.form", null, Files.readAllBytes(FORM))).extracting(Change::kind).containsExactly(Kind.ADDED);
  }

  @Test
  void fileThatReadsOthersIsRefused() throws IOException {
    byte[] content = bytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
    byte[] model = Files.readAllBytes(MODEL);
    assertThatThrownBy(() -> Changes.between("processes/relationship/x.bpmn", model, content)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Change> changed(Path file, String old, String now) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    return between(file, text.substring(0, at) + now + text.substring(at + old.length()));
  }

  private static List<Change> between(Path file, String now) throws IOException {
    return Changes.between(file.toString(), Files.readAllBytes(file), bytes(now));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
