package dev.kefu.tasklist.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.engine.ModelProperties;
import dev.kefu.organisation.directory.RolesFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** Beside every start button stands what it is for, in both languages. */
class StartSentencesTest {

  private static final int LONGEST = 200;

  @Test
  void everyProcessThatARoleStartsSaysWhatItIsForInBothLanguages() throws IOException {
    Map<String, String> sentences = sentences();

    assertThat(startedByRoles()).isNotEmpty().allSatisfy(process -> {
      String sentence = sentences.get(process);
      assertThat(sentence).as("property %s of process %s", ModelProperties.START_SENTENCE, process).isNotNull().hasSizeLessThan(LONGEST)
          .matches("[A-Z][^\\p{IsHan}]+\\. [\\p{IsHan}\\p{Punct}、，：；]+。");
    });
  }

  private static List<String> startedByRoles() throws IOException {
    try (InputStream yaml = StartSentencesTest.class.getResourceAsStream("/organisation/roles.yaml")) {
      return RolesFile.read(yaml).roles().stream().flatMap(role -> role.starts().stream()).distinct().sorted().toList();
    }
  }

  private static Map<String, String> sentences() throws IOException {
    Map<String, String> sentences = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      files.filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(Process.class)
          .forEach(process -> sentence(process).forEach(sentence -> sentences.put(process.getId(), sentence))));
    }
    return sentences;
  }

  private static Stream<String> sentence(Process process) {
    return process.getExtensionElements() == null ? Stream.of() : process.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(group -> group.getCamundaProperties().stream()).filter(property -> ModelProperties.START_SENTENCE.equals(property.getCamundaName())).map(CamundaProperty::getCamundaValue);
  }
}
