package dev.kefu.organisation.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

@KefuIT
class SecurityIT {

  @Autowired
  private TestRestTemplate http;
  @Value("${kefu.demo.password}")
  private String password;

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task", "/engine-rest/engine", "/api/openapi", "/api/provisioning", "/api/anything",
    "/actuator/prometheus", "/actuator/info", "/camunda/api/kefu/anything", "/camunda/api/engine/engine/default/task"})
  void strangersAreTurnedAway(String path) {
    ResponseEntity<String> answer = http.getForEntity(path, String.class);
    assertThat(answer.getStatusCode().value()).isEqualTo(401);
    assertThat(answer.getBody()).contains("\"message\"").doesNotContain("Exception");
    assertThat(answer.getHeaders().get(HttpHeaders.SET_COOKIE)).satisfiesAnyOf(cookies -> assertThat(cookies).isNull(),
      cookies -> assertThat(path).startsWith("/camunda"));
  }

  @ParameterizedTest
  @CsvSource({"/engine-rest/task,200", "/api/openapi,200", "/api/provisioning,403", "/api/anything,404", "/actuator/prometheus,403",
    "/actuator/health,200", "/actuator/health/liveness,200", "/elsewhere,403"})
  void anEmployeeReachesWhatEmployeesMay(String path, int status) {
    assertThat(http.withBasicAuth("survey-specialist", password).getForEntity(path, String.class).getStatusCode().value())
      .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"/engine-rest/task,200", "/api/openapi,200", "/api/provisioning,200", "/actuator/prometheus,200"})
  void anAdministratorReachesAll(String path, int status) {
    assertThat(http.withBasicAuth("admin", password).getForEntity(path, String.class).getStatusCode().value()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/app/tasklist/default/", "/camunda/app/welcome/default/", "/actuator/health"})
  void loginPagesAndHealthAreOpen(String path) {
    assertThat(http.getForEntity(path, String.class).getStatusCode().value()).isEqualTo(200);
  }
}
