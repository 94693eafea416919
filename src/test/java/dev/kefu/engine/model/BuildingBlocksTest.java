package dev.kefu.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Camunda Modeler takes the building blocks, and every kind of step has one that models use. */
class BuildingBlocksTest {

  private static final Path FOLDER = Path.of("processes/.camunda/element-templates");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> files() {
    return Models.files(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isValidByThePublishedSchema(Path file) throws IOException {
    assertThat(schema().validate(JSON.readTree(file.toFile()))).isEmpty();
  }

  @Test
  void wrongBlockIsFoundByTheSchema() throws IOException {
    JsonNode block = JSON.readTree("[{\"id\": \"x\", \"name\": \"X\", \"appliesTo\": [\"bpmn:Task\"], \"properties\": [{\"type\": \"Dropdown\", \"binding\": {\"type\": \"camunda:property\"}}]}]");
    assertThat(schema().validate(block)).isNotEmpty();
  }

  @Test
  void everyBlockIsUsedByAModel() {
    Set<String> used = models().processes().stream().flatMap(process -> process.all(FlowNode.class).stream()).flatMap(node -> Stream.ofNullable(Elements.camunda(node, "modelerTemplate")))
        .collect(Collectors.toSet());
    assertThat(models().templates()).extracting(TemplateFile::id).hasSizeGreaterThan(9).isSubsetOf(used);
  }

  @Test
  void everyStepOfAPersonCarriesABlock() {
    assertThat(models().processes().stream().flatMap(process -> process.all(UserTask.class).stream()).filter(task -> Elements.camunda(task, "modelerTemplate") == null))
        .extracting(UserTask::getId).isEmpty();
  }

  private static Models models() {
    return Models.read(Path.of("processes"), Path.of("forms"), null);
  }

  /** The published schema names one id twice ({@code $id} as an anchor), which validators refuse: the names mean nothing to the rules. */
  private static JsonSchema schema() throws IOException {
    JsonNode schema = JSON.readTree(Path.of("src/test/resources/element-templates/schema.json").toFile());
    schema.findParents("$id").forEach(parent -> ((ObjectNode) parent).remove("$id"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
  }
}
