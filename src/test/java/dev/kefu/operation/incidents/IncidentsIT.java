package dev.kefu.operation.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.operation.OperationTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator sees of steps that stand still, and does about them. */
@KefuIT
class IncidentsIT {

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Value("${kefu.demo.password}") private String password;

  private OperationTrial trial;

  @BeforeEach
  void deploy() {
    trial = new OperationTrial(engine);
    trial.deploy();
  }

  @AfterEach
  void remove() {
    trial.remove();
  }

  @Test
  void stepsThatFailedForOneReasonStandTogetherWithWhatToDo() {
    List<ProcessInstance> cases = failed(3);

    JsonNode group = group();

    assertThat(group.path("count").asInt()).isEqualTo(3);
    assertThat(group.path("kind").asText()).isEqualTo("PROGRAM_OLDER");
    assertThat(group.path("step").asText()).isEqualTo("serviceTask_think");
    assertThat(group.path("title").asText()).isEqualTo(IncidentKind.PROGRAM_OLDER.title());
    assertThat(group.path("advice").asText()).isEqualTo(IncidentKind.PROGRAM_OLDER.advice());
    assertThat(StreamSupport.stream(group.path("cases").spliterator(), false).map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(cases.stream().map(ProcessInstance::getBusinessKey).toList());
    assertThat(admin().getForObject("/api/incidents/" + group.path("id").asText() + "/stacktrace", String.class)).contains("thought", "at org.camunda.bpm");
  }

  @Test
  void afterTheCauseIsGoneOneRetryBringsAllOfThemOn() {
    List<ProcessInstance> cases = failed(3);
    String id = group().path("id").asText();
    cases.forEach(one -> engine.getRuntimeService().setVariable(one.getId(), "thought", "at last"));

    ResponseEntity<JsonNode> answer = retry(admin(), id, "all nodes have the new version");

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody().path("retried").asInt()).isEqualTo(3);
    assertThat(trial.jobs(cases)).allMatch(job -> job.getRetries() == 3);
    trial.jobs(cases).forEach(job -> engine.getManagementService().executeJob(job.getId()));
    cases.forEach(one -> assertThat(engine.getTaskService().createTaskQuery().processInstanceId(one.getId()).singleResult().getTaskDefinitionKey()).isEqualTo("userTask_confirm"));
    assertThat(groups()).isEmpty();
    assertThat(retry(admin(), id, "once more").getStatusCode().value()).isEqualTo(404);
    assertThat(jdbc.sql("select count(*) from audit_entries where action = 'retryIncidents' and actor = 'admin' and subject_id = ?").param(id).query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void aRetryNeedsAReasonAndAnAdministrator() {
    failed(1);
    String id = group().path("id").asText();

    assertThat(retry(admin(), id, "").getStatusCode().value()).isEqualTo(400);
    assertThat(retry(http.withBasicAuth("customer-service-manager", password), id, "because I may not").getStatusCode().value()).isEqualTo(403);
    assertThat(group().path("count").asInt()).isEqualTo(1);
  }

  private List<ProcessInstance> failed(int number) {
    List<ProcessInstance> cases = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      cases.add(trial.failed());
    }
    return cases;
  }

  private JsonNode group() {
    List<JsonNode> groups = groups();
    assertThat(groups).hasSize(1);
    return groups.get(0);
  }

  /** Those of this class's own process. */
  private List<JsonNode> groups() {
    JsonNode all = admin().getForObject("/api/incidents", JsonNode.class);
    return StreamSupport.stream(all.spliterator(), false).filter(group -> group.path("process").asText().equals(OperationTrial.PROCESS)).toList();
  }

  private TestRestTemplate admin() {
    return http.withBasicAuth("admin", password);
  }

  private static ResponseEntity<JsonNode> retry(TestRestTemplate person, String id, String reason) {
    return person.postForEntity("/api/incidents/" + id + "/retry", Map.of("reason", reason), JsonNode.class);
  }
}
