package dev.kefu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainModelsTest {

  @Test
  void nothingOfKefuIsLeftInTheModels() {
    new PlainModels().files().values().forEach(text -> assertThat(text).doesNotContain("Delegate}").doesNotContain("colleagueChoices").doesNotContainPattern("\\breception\\.\\w"));
  }

  @Test
  void tablesAndFormsReadOneVariableAField() {
    Map<String, String> files = new PlainModels().files();
    assertThat(files.get("complaint-severity.dmn")).contains("<text>reception_injuryOrDanger</text>");
    assertThat(files.get("complaint-handling-receive.form")).contains("\"reception_customer\"");
  }

  @Test
  void flowableFindsNoWordOfCamundaAndNoLinks() {
    FlowableModels.files().values().forEach(text -> assertThat(text).doesNotContain("camunda:").doesNotContain("linkEventDefinition").doesNotContain("businessRuleTask>"));
  }

  @Test
  void taskIsNobodysUntilTheLastStepSaysWhose() {
    assertThat(new PlainModels().files().get("customer-callback.bpmn")).contains("fromComplaint,owner', 'owner')").contains("'owner', '')");
  }
}
