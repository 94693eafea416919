package dev.kefu.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command says in plain words what is wrong, by the rules of the build. */
class CheckModelsTest {

  @TempDir
  Path folder;

  @Test
  void wrongElementIsNamedBelowItsFile() {
    String text = print(new Sample(folder).edit(Sample.PROCESS, "camunda:dueDate=\"2wd\"", "camunda:dueDate=\"banana\"").check());
    assertThat(text).contains("processes/relationship/sample-case.bpmn", "User task \"Review answer 審閱\" (userTask_review) has the due date \"banana\"", "1 thing is wrong in 1 file");
  }

  @Test
  void wrongFieldIsNamedBelowItsForm() {
    String text = print(new Sample(folder).edit(Sample.RECORD, "{7,15}$", "{7,15}").check());
    assertThat(text).contains("forms/relationship/sample-case-record.form", "Field \"Phone 電話\"");
  }

  @Test
  void goodFilesAreSaidToBeGood() {
    assertThat(print(List.of())).contains("keep the " + ModelContract.rules().size() + " rules", "全部通過檢查");
  }

  @Test
  void projectIsReadWithoutARunningSystem() {
    Surroundings around = ProjectSurroundings.of(Path.of(""), false);
    assertThat(around.roles()).contains("complaint-supervisor");
    assertThat(around.outsiders()).contains("customer").doesNotContain("complaint-supervisor");
    assertThat(around.delegates()).contains("sendMessageDelegate", "notifyRolesDelegate").allMatch(name -> name.endsWith("Delegate"));
  }

  private static String print(List<Finding> findings) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    CheckModels.print(findings, new PrintStream(text, true, StandardCharsets.UTF_8));
    return text.toString(StandardCharsets.UTF_8);
  }
}
