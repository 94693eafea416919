package dev.kefu.survey.questionnaire.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.survey.questionnaire.FieldProblem;
import dev.kefu.survey.questionnaire.GivenAnswers;
import dev.kefu.survey.questionnaire.SurveyTrial;
import dev.kefu.survey.questionnaire.imports.SheetColumns.Read;
import dev.kefu.tables.TableRow;
import dev.kefu.tables.UnreadableFile;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetColumnsTest {

  private static final String SHA = "0123456789abcdef".repeat(4);

  @Test
  void headingsAndCellsAreUnderstoodAsPeopleWriteThem() {
    Read read = columns("受訪者", "Interviewer", "方式", "Asked at 調查時間", "seconds", "是否認識我們", "嗜好", "SIZE", "Customer since", "收入", "s1", "Satisfaction 2 滿意度 2", "Remark")
        .read(row("C000007", "王", "電話", "2026/11/3 9:05", "300", "是", "Food; 運動", "1,200", "2001年2月3日", "拒答", "5", "4", "nothing"), SHA);
    assertThat(read.problems()).isEmpty();
    assertThat(read.given().respondent()).isEqualTo("C000007");
    assertThat(read.given().way()).isEqualTo("phone");
    assertThat(read.given().at()).isEqualTo(LocalDateTime.parse("2026-11-03T09:05"));
    assertThat(read.given().seconds()).isEqualTo(300);
    assertThat(read.given().answers()).containsEntry("known", "yes").containsEntry("tastes", List.of("food", "sport")).containsEntry("size", "1200").containsEntry("since", "2001-02-03")
        .containsEntry("income", GivenAnswers.REFUSED).containsEntry("s1", "5").containsEntry("s2", "4").hasSize(7);
  }

  @Test
  void rowWithoutRespondentColumnIsKnownByTheFile() {
    assertThat(columns("known").read(new TableRow(7, List.of("yes")), SHA).given().respondent()).isEqualTo("0123456789abcdef:7");
    assertThat(columns("known", "respondent").read(row("yes", ""), SHA).given().respondent()).isEmpty();
  }

  @Test
  void problemsAreNamedByTheirColumn() {
    SheetColumns columns = columns("respondent", "Asked at", "seconds", "Do you know us?");
    Read read = columns.read(row("C1", "soon", "much", "yes"), SHA);
    assertThat(read.problems()).extracting(FieldProblem::code).containsExactly("interviewedAt", "seconds");
    assertThat(read.problems()).extracting(columns::place).containsExactly("B · Asked at", "C · seconds");
    assertThat(columns.place(new FieldProblem("known", "Do you know us? 是否認識我們", "wrong"))).isEqualTo("D · Do you know us?");
    assertThat(columns.place(new FieldProblem("answers", "Answers 答案", "nothing"))).isEqualTo("Answers 答案");
  }

  @Test
  void fileWithoutQuestionsOrWithOneTwiceIsRefused() {
    assertThatThrownBy(() -> columns("name", "respondent")).isInstanceOf(UnreadableFile.class).hasMessageContaining("known, tastes");
    assertThatThrownBy(() -> columns("known", "Do you know us?")).isInstanceOf(UnreadableFile.class).hasMessageContaining("Two columns");
    assertThat(columns("known", "Remark", "").ignored()).containsExactly("Remark");
  }

  private static SheetColumns columns(String... titles) {
    return SheetColumns.of(row(titles), SurveyTrial.questions(), ZoneId.of("Asia/Shanghai"));
  }

  private static TableRow row(String... cells) {
    return new TableRow(1, List.of(cells));
  }
}
