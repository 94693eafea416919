package dev.kefu.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be said of the files in {@code docker/} without an engine for containers. */
class DockerFilesTest {

  private static final Path DOCKER = Path.of("docker");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:[-?])?([^}]*)}");
  private static final Set<String> NODES = Set.of("kefu-1", "kefu-2");

  @Test
  void everySecretComesFromTheEnvironmentAndHasNoDefault() throws IOException {
    Set<String> needed = new TreeSet<>();
    Matcher variable = VARIABLE.matcher(read("compose.yaml"));
    while (variable.find()) {
      if (":?".equals(variable.group(2))) {
        needed.add(variable.group(1));
      } else {
        assertThat(variable.group(1)).as("may have a default").doesNotContain("PASSWORD", "TOKEN", "PEM", "SECRET", "KEY");
      }
    }
    assertThat(needed).contains("KEFU_DB_PASSWORD", "KEFU_ADMIN_PASSWORD", "KEFU_BACKUP_PASSWORD", "KEFU_METRICS_TOKEN", "KEFU_DRAFT_KEYS", "KEFU_GRAFANA_PASSWORD", "KEFU_TLS_PEM");
    List<String> example = read(".env.example").lines().toList();
    assertThat(needed).allSatisfy(name -> assertThat(example).contains(name + "="));
    assertThat(Files.readString(Path.of(".gitignore"))).contains("docker/.env");
    assertThat(read("Dockerfile.dockerignore")).contains("docker/.env");
  }

  @Test
  void everyImageHasAVersionAndEveryFileThatIsMountedIsThere() throws IOException {
    JsonNode services = compose().path("services");
    services.properties().forEach(service -> {
      String image = service.getValue().path("image").asText();
      assertThat(image).as(service.getKey()).contains(":").doesNotEndWith(":latest");
      service.getValue().path("volumes").forEach(volume -> {
        String source = volume.asText().split(":")[0];
        if (source.startsWith("./")) {
          assertThat(DOCKER.resolve(source)).exists();
        }
      });
    });
  }

  @Test
  void twoNodesWithFoldersOfTheirOwnAndNobodyElseReachesTheDatabase() throws IOException {
    JsonNode services = compose().path("services");
    Set<String> folders = new TreeSet<>();
    NODES.forEach(node -> services.path(node).path("volumes").forEach(volume -> {
      if (volume.asText().endsWith(":/data")) {
        folders.add(volume.asText());
      }
    }));
    assertThat(folders).hasSize(2);
    assertThat(compose().path("networks").path("data").path("internal").asBoolean()).isTrue();
    List<String> onData = new ArrayList<>();
    List<String> published = new ArrayList<>();
    services.properties().forEach(service -> {
      if (texts(service.getValue().path("networks")).contains("data")) {
        onData.add(service.getKey());
      }
      if (!service.getValue().path("ports").isMissingNode()) {
        published.add(service.getKey());
      }
    });
    assertThat(onData).containsExactlyInAnyOrder("db", "kefu-1", "kefu-2", "backup");
    assertThat(published).containsExactlyInAnyOrder("proxy", "grafana");
    assertThat(texts(services.path("grafana").path("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void theImageRunsAsNobodySpecialAndSaysWhetherItIsWell() throws IOException {
    String image = read("Dockerfile");
    assertThat(image).contains("USER 10001:10001", "HEALTHCHECK", "--layers");
    assertThat(image.indexOf("USER 10001")).isGreaterThan(image.lastIndexOf("COPY"));
  }

  @Test
  void proxyAndMetricsKnowBothNodes() throws IOException {
    assertThat(NODES).allSatisfy(node -> {
      assertThat(read("proxy/haproxy.cfg")).contains("server " + node + " " + node + ":8080");
      assertThat(read("prometheus/prometheus.yml")).contains("\"" + node + ":8080\"");
    });
  }

  @Test
  void everyScriptIsOneThatBashUnderstandsAndStopsAtTheFirstFault() throws IOException, InterruptedException {
    List<Path> scripts;
    try (Stream<Path> files = Files.walk(DOCKER)) {
      scripts = files.filter(file -> file.toString().endsWith(".sh")).toList();
    }
    assertThat(scripts).hasSizeGreaterThan(4);
    for (Path script : scripts) {
      assertThat(Files.readString(script)).as("%s", script).contains("set -euo pipefail");
      assertThat(new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start().waitFor()).as("%s", script).isZero();
    }
  }

  @Test
  void theRunbookHasASectionForEveryAlarm() throws IOException {
    String runbook = Files.readString(Path.of("src/docs/runbook.md"));
    List<JsonNode> alarms = new YAMLMapper().readTree(DOCKER.resolve("prometheus/rules.yml").toFile()).findValues("alert");
    assertThat(alarms).isNotEmpty();
    assertThat(alarms).allSatisfy(alarm -> assertThat(runbook).contains("### " + alarm.asText()));
  }

  /** With what services share put in its place, which Jackson's own reader does not do. */
  private static JsonNode compose() throws IOException {
    return new ObjectMapper().valueToTree(new Yaml().load(read("compose.yaml")));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String read(String file) throws IOException {
    return Files.readString(DOCKER.resolve(file));
  }
}
