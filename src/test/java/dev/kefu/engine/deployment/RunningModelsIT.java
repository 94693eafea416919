package dev.kefu.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import dev.kefu.engine.RunningModels;
import dev.kefu.engine.RunningModels.RunningFile;
import dev.kefu.engine.RunningModels.StaleModel;
import dev.kefu.engine.RunningModels.UnusableModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is released in the running system stays there when the program starts again, until somebody takes it back. */
@KefuIT
class RunningModelsIT {

  private static final String PATH = "processes/relationship/relationship-deadlines.dmn";

  @Autowired
  private RunningModels running;
  @Autowired
  private FileDeployer deployer;

  @AfterEach
  void takeBack() throws IOException {
    byte[] now = content();
    byte[] file = Files.readAllBytes(Path.of(PATH));
    if (!new String(now, StandardCharsets.UTF_8).equals(new String(file, StandardCharsets.UTF_8))) {
      running.release(Map.of(PATH, file), Map.of(PATH, running.digest(now)));
    }
  }

  @Test
  void filesInEffectAreTheProgramsWhileNothingWasReleased() throws IOException {
    assertThat(content()).isEqualTo(Files.readAllBytes(Path.of(PATH)));
    assertThat(running.all()).extracting(RunningFile::path).contains("processes/complaint/complaint-handling.bpmn", "forms/relationship/customer-help-record.form").doesNotContain("");
    assertThat(running.check(Map.of())).isEmpty();
  }

  @Test
  void releaseSurvivesTheNextStart() {
    byte[] before = content();
    byte[] changed = new String(before, StandardCharsets.UTF_8).replace("\"4h\"", "\"6h\"").getBytes(StandardCharsets.UTF_8);
    running.release(Map.of(PATH, changed), Map.of(PATH, running.digest(before)));
    deployer.deploy();
    assertThat(content()).isEqualTo(changed);
    assertThat(running.all()).filteredOn(file -> file.path().equals(PATH)).allMatch(RunningFile::released);

    running.release(Map.of(PATH, before), Map.of(PATH, running.digest(changed)));
    deployer.deploy();
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void fileThatIsNotTheOneThatWasChangedIsRefused() {
    assertThatThrownBy(() -> running.release(Map.of(PATH, content()), Map.of(PATH, "another"))).isInstanceOfSatisfying(StaleModel.class, stale -> assertThat(stale.path()).isEqualTo(PATH));
  }

  @Test
  void fileThatTheEngineDoesNotTakeIsRefusedAndNothingIsDeployed() {
    byte[] before = content();
    byte[] broken = "<definitions>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> running.release(Map.of(PATH, broken), Map.of(PATH, running.digest(before)))).isInstanceOf(UnusableModel.class);
    assertThatThrownBy(() -> running.forecast(Map.of(PATH, broken))).isInstanceOf(UnusableModel.class);
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void newFileStandsBesideItsProcess() {
    assertThat(running.pathOf("customer-help-note-lesson.form", running.all())).isEqualTo("forms/relationship/customer-help-note-lesson.form");
    assertThat(running.pathOf("customer-help.bpmn", running.all())).isEqualTo("processes/relationship/customer-help.bpmn");
    assertThat(running.pathOf("something.form", running.all())).isEmpty();
  }

  private byte[] content() {
    return running.all().stream().filter(file -> file.path().equals(PATH)).findFirst().orElseThrow().content();
  }
}
