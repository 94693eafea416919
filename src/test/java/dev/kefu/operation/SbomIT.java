package dev.kefu.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.KefuIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the program is made of can be asked of the program. */
@KefuIT
class SbomIT {

  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @Test
  void theListOfComponentsNamesEveryLibraryWithItsVersion() throws IOException {
    boolean packaged = Files.exists(Path.of("target/classes/META-INF/sbom/application.cdx.json"));
    assumeTrue(packaged || "true".equals(System.getenv("KEFU_REQUIRE_ALL")), "The list of components is made when Kefu is packaged: ./mvnw verify");

    // As a scanner asks: whoever insists on "application/json" gets 406.
    HttpHeaders anything = new HttpHeaders();
    anything.setAccept(List.of(MediaType.ALL));
    ResponseEntity<byte[]> answer = http.withBasicAuth("admin", password).exchange("/actuator/sbom/application", HttpMethod.GET, new HttpEntity<>(anything), byte[].class);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    JsonNode sbom = new ObjectMapper().readTree(answer.getBody());
    assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    List<String> components = sbom.path("components").findValuesAsText("purl");
    assertThat(components).anyMatch(purl -> purl.startsWith("pkg:maven/org.camunda.bpm/camunda-engine@7.24.0")).anyMatch(purl -> purl.startsWith("pkg:maven/com.mysql/mysql-connector-j@"))
        .noneMatch(purl -> purl.startsWith("pkg:maven/org.junit.jupiter/"));
    assertThat(http.withBasicAuth("survey-specialist", password).getForEntity("/actuator/sbom", String.class).getStatusCode().value()).isEqualTo(403);
  }
}
