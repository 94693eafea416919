package dev.kefu.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;

@KefuIT
class DeploymentsApiIT {

  @Autowired
  TestRestTemplate http;
  @Value("${kefu.demo.password}")
  String password;

  @Test
  void administratorSeesThatTheFilesAreInStep() {
    JsonNode deployments = http.withBasicAuth("admin", password).getForObject("/api/deployments", JsonNode.class);

    assertThat(deployments).anySatisfy(deployment -> {
      assertThat(deployment.path("name").asText()).isEqualTo("customer-help");
      assertThat(deployment.path("state").asText()).isEqualTo("inStep");
      assertThat(deployment.path("deployedAt").asText()).isNotEmpty();
    });
  }

  @Test
  void employeeDoesNot() {
    assertThat(http.withBasicAuth("survey-specialist", password).getForEntity("/api/deployments", String.class).getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void strangerDoesNot() {
    assertThat(http.getForEntity("/api/deployments", String.class).getStatusCode().value()).isEqualTo(401);
  }
}
