package dev.kefu.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case that stands behind the step that sets a variable must have it already. */
class CaseNeedsTest {

  @TempDir
  Path folder;

  @Test
  void whatIsSetBehindAndAskedAheadIsNeeded() {
    Sample sample = new Sample(folder);
    Map<String, Map<String, String>> needs = CaseNeeds.of(sample.folder().resolve("processes"), sample.folder().resolve("forms"), List.of("sample-case")).get("sample-case");
    assertThat(needs).doesNotContainKeys("userTask_record", "startEvent_asked");
    assertThat(needs.get("businessRuleTask_grade")).containsKey("keyAccount");
    assertThat(needs.get("businessRuleTask_grade").get("keyAccount")).contains("gateway_grade");
  }

  @Test
  void projectsOwnModelsCanBeAsked() {
    assertThat(CaseNeeds.of(Path.of("processes"), Path.of("forms"), List.of("complaint-handling", "customer-help", "no-such-process"))).containsOnlyKeys("complaint-handling", "customer-help");
  }
}
