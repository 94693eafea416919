package dev.kefu.complaint.intake;

import static dev.kefu.complaint.intake.IntakeTrial.ADMINISTRATOR;
import static dev.kefu.complaint.intake.IntakeTrial.PATH;
import static dev.kefu.complaint.intake.IntakeTrial.complaint;
import static dev.kefu.complaint.intake.IntakeTrial.newChannel;
import static dev.kefu.complaint.intake.IntakeTrial.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Comment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class ComplaintsApiIT {

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Value("${kefu.demo.password}") private String password;
  private IntakeTrial trial;
  private String channel;
  private String token;

  @BeforeEach
  void prepare() {
    trial = new IntakeTrial(engine, http, password).deploy();
    channel = newChannel();
    token = trial.makeToken(channel, "web").getBody().path("token").asText();
  }

  @AfterEach
  void tidy() {
    trial.remove();
    ClockUtil.reset();
  }

  @Test
  void complaintOpensACaseAndSaysItsNumber() {
    ResponseEntity<JsonNode> answer = trial.send(token, request("R-1", complaint()));

    assertThat(answer.getStatusCode().value()).isEqualTo(201);
    assertThat(answer.getBody().path("caseNumber").asText()).matches("ITT-\\d{4}-\\d{6}");
    assertThat(answer.getBody().path("reference").asText()).isEqualTo("R-1");
  }

  @Test
  void dataAreOneVariableWithTheChannelOfTheSenderAndWithoutWhatIsClassified() {
    HistoricProcessInstance instance = instance(trial.send(token, request("R-1", complaint())));

    String reception = engine.getRuntimeService().getVariable(instance.getId(), "reception").toString();
    assertThat(reception).contains("\"customer\":\"Blue Lake Foods 藍湖食品\"", "\"channel\":\"web\"", "\"claimedAmount\":\"1200.50\"", "\"phone\":null",
        "\"customersConcerned\":1");
    assertThat(engine.getRuntimeService().getVariables(instance.getId())).containsOnlyKeys("reception");
    assertThat(jdbc.sql("select count(*) from information_classified_values where process_instance_id = ? and field_path = 'reception.phone'")
        .param(instance.getId()).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void historyAndAuditSayWhichChannelStartedTheCaseAndNobodyIsItsStarter() {
    HistoricProcessInstance instance = instance(trial.send(token, request("R-9", complaint())));

    assertThat(instance.getStartUserId()).isEqualTo("channel:" + channel);
    assertThat(engine.getRuntimeService().getVariable(instance.getId(), "starter")).isNull();
    assertThat(engine.getTaskService().getProcessInstanceComments(instance.getId())).extracting(Comment::getFullMessage)
        .containsExactly("Received 收到 · channel 渠道: " + channel + " · reference 來文編號: R-9");
    assertThat(engine.getHistoryService().createUserOperationLogQuery().processInstanceId(instance.getId()).operationType("Create").entityType("ProcessInstance")
        .singleResult().getUserId()).isEqualTo("channel:" + channel);
    assertThat(jdbc.sql("select actor from audit_entries where action = 'startThroughChannel' and case_number = ?").param(instance.getBusinessKey())
        .query(String.class).list()).containsExactly("channel:" + channel);
  }

  @Test
  void sameAgainGetsTheSameNumberInWhateverOrderItsFieldsStand() {
    String number = number(trial.send(token, request("R-2", complaint())));
    Map<String, Object> reordered = new TreeMap<>(complaint());

    ResponseEntity<JsonNode> again = trial.send(token, request("R-2", reordered));

    assertThat(again.getStatusCode().value()).isEqualTo(200);
    assertThat(number(again)).isEqualTo(number);
    assertThat(openCases()).isEqualTo(1);
  }

  @Test
  void sameReferenceWithOtherContentIsAConflict() {
    String number = number(trial.send(token, request("R-3", complaint())));
    Map<String, Object> other = complaint();
    other.put("content", "The machine burns. 機器起火。");

    ResponseEntity<JsonNode> answer = trial.send(token, request("R-3", other));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody().path("detail").asText()).contains("R-3", number, "已用於");
    assertThat(openCases()).isEqualTo(1);
  }

  @Test
  void sameReferenceOfAnotherChannelIsAnotherComplaint() {
    String other = trial.makeToken(newChannel(), "letter").getBody().path("token").asText();

    assertThat(number(trial.send(token, request("R-4", complaint())))).isNotEqualTo(number(trial.send(other, request("R-4", complaint()))));
  }

  @Test
  void sameReferenceManyTimesAtOnceOpensOneCase() throws Exception {
    int senders = 6;
    CyclicBarrier together = new CyclicBarrier(senders);
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    List<ResponseEntity<JsonNode>> answers = new ArrayList<>();
    try {
      List<Future<ResponseEntity<JsonNode>>> all = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        all.add(threads.submit(() -> {
          together.await();
          return trial.send(token, request("R-5", complaint()));
        }));
      }
      for (Future<ResponseEntity<JsonNode>> one : all) {
        answers.add(one.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(answers).extracting(answer -> answer.getStatusCode().value()).containsOnlyOnce(201).containsOnly(200, 201);
    assertThat(answers).extracting(ComplaintsApiIT::number).containsOnly(number(answers.get(0)));
    assertThat(openCases()).isEqualTo(1);
  }

  @Test
  void everyWrongFieldIsNamedAndNothingIsLeft() {
    Map<String, Object> wrong = complaint();
    wrong.remove("customer");
    wrong.put("content", "Short");
    wrong.put("demands", List.of("money"));
    wrong.put("in/vented", true);
    Map<String, Long> before = engine.getManagementService().getTableCount();

    ResponseEntity<JsonNode> answer = trial.send(token, request("R-6", wrong));

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody().path("errors").findValuesAsText("pointer"))
        .contains("#/complaint/customer", "#/complaint/content", "#/complaint/demands", "#/complaint/in~1vented");
    assertThat(answer.getBody().path("errors").get(0).path("label").asText()).isEqualTo("Customer 客戶");
    assertThat(answer.getBody().path("errors").get(0).path("message").asText()).isEqualTo("is required 必填");
    assertThat(engine.getManagementService().getTableCount()).isEqualTo(before);
    assertThat(trial.send(token, request("R-6", complaint())).getStatusCode().value()).isEqualTo(201);
  }

  @Test
  void envelopeIsCheckedToo() {
    ResponseEntity<JsonNode> answer = trial.send(token, Map.of("complaint", List.of(), "priority", "high"));

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody().path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("#/reference", "#/complaint", "#/priority");
    assertThat(trial.send(token, request("R".repeat(101), complaint())).getStatusCode().value()).isEqualTo(422);
  }

  @Test
  void whatIsNoJsonObjectIsRefusedWithoutQuotingIt() {
    for (Object body : new Object[] {"", "[1]", "{\"reference\":", "{\"reference\":\"a\",\"reference\":\"b\"}", "{} {}", "secret-words",
        "{\"reference\":\"投訴\"}".getBytes(Charset.forName("GB18030"))}) {
      ResponseEntity<JsonNode> answer = trial.send(token, body);
      assertThat(answer.getStatusCode().value()).as("%s", body).isEqualTo(400);
      assertThat(answer.getBody().path("detail").asText()).contains("UTF-8 編碼的 JSON").doesNotContain("secret");
    }
  }

  @Test
  void onlyAValidTokenOpensTheDoor() {
    assertThat(trial.send(null, request("R-7", complaint())).getStatusCode().value()).isEqualTo(401);
    ResponseEntity<JsonNode> wrong = trial.send("kefu_" + "x".repeat(43), request("R-7", complaint()));
    assertThat(wrong.getStatusCode().value()).isEqualTo(401);
    assertThat(wrong.getHeaders().getFirst("WWW-Authenticate")).startsWith("Bearer");
    assertThat(wrong.getHeaders().getContentType().isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)).isTrue();
    assertThat(trial.as(ADMINISTRATOR, HttpMethod.POST, PATH, request("R-7", complaint())).getStatusCode().value()).isEqualTo(401);
    assertThat(openCases()).isZero();
    ResponseEntity<JsonNode> right = trial.send(token, request("R-7", complaint()));
    assertThat(right.getStatusCode().value()).isEqualTo(201);
    assertThat(right.getHeaders()).doesNotContainKey("Set-Cookie");
  }

  @Test
  void tokenOpensNothingElse() {
    for (String path : List.of("/api/complaints/tokens", "/api/cases/ITT-2026-000001", "/engine-rest/task", "/camunda/api/kefu/cases", "/actuator/prometheus")) {
      var headers = new HttpHeaders();
      headers.setBearerAuth(token);
      assertThat(http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class).getStatusCode().value()).as(path)
          .isEqualTo(401);
    }
  }

  @Test
  void revokedTokenIsRefusedAtOnceAndAnotherOfTheChannelGoesOn() {
    ResponseEntity<JsonNode> second = trial.makeToken(channel, "web");
    String secondToken = second.getBody().path("token").asText();
    assertThat(trial.send(token, request("R-8", complaint())).getStatusCode().value()).isEqualTo(201);

    long id = jdbc.sql("select min(id) from complaint_channel_tokens where channel = ?").param(channel).query(Long.class).single();
    assertThat(trial.as(ADMINISTRATOR, HttpMethod.DELETE, PATH + "/tokens/" + id, null).getStatusCode().value()).isEqualTo(204);
    assertThat(trial.as(ADMINISTRATOR, HttpMethod.DELETE, PATH + "/tokens/" + id, null).getStatusCode().value()).isEqualTo(204);

    assertThat(trial.send(token, request("R-8", complaint())).getStatusCode().value()).isEqualTo(401);
    assertThat(trial.send(secondToken, request("R-8", complaint())).getStatusCode().value()).isEqualTo(200);
    assertThat(trial.as(ADMINISTRATOR, HttpMethod.DELETE, PATH + "/tokens/0", null).getStatusCode().value()).isEqualTo(404);
    assertThat(jdbc.sql("select action from audit_entries where subject_type = 'channelToken' and subject_id = ?").param(String.valueOf(id)).query(String.class)
        .list()).containsExactly("create", "revoke");
  }

  @Test
  void onlyTheDigestOfATokenIsKeptAndItsUseIsNoted() throws Exception {
    assertThat(token).matches("kefu_[A-Za-z0-9_-]{43}");
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    List<Map<String, Object>> rows = jdbc.sql("select * from complaint_channel_tokens where channel = ?").param(channel).query().listOfRows();
    assertThat(rows).singleElement().satisfies(row -> {
      assertThat(row).containsEntry("token_digest", HexFormat.of().formatHex(sha)).containsEntry("token_prefix", token.substring(0, 12));
      assertThat(row.values().toString()).doesNotContain(token.substring(12));
    });

    JsonNode unused = listed();
    assertThat(unused.has("lastUsedAt")).isFalse();
    trial.send(token, request("R-1", complaint()));
    assertThat(listed().path("lastUsedAt").asText()).isNotEmpty();
    assertThat(listed().path("prefix").asText()).isEqualTo(token.substring(0, 12));
    assertThat(listed().toString()).doesNotContain(token.substring(12));
  }

  @Test
  void wrongTokenRequestsAreNamed() {
    assertThat(trial.makeToken("Web Shop", null).getBody().path("errors").findValuesAsText("pointer")).containsExactly("#/channel");
    assertThat(trial.makeToken("import", null).getStatusCode().value()).isEqualTo(422);
    assertThat(trial.makeToken(newChannel(), "pigeon").getBody().path("errors").findValuesAsText("pointer")).containsExactly("#/formChannel");
    assertThat(trial.as("complaint-supervisor", HttpMethod.POST, PATH + "/tokens", Map.of("channel", newChannel())).getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void channelWithoutAnOptionOfItsOwnLeavesTheFieldToTheSender() {
    String open = trial.makeToken(newChannel(), null).getBody().path("token").asText();
    Map<String, Object> complaint = complaint();
    assertThat(trial.send(open, request("R-1", complaint)).getBody().path("errors").findValuesAsText("pointer")).containsExactly("#/complaint/channel");
    complaint.put("channel", "phone");
    assertThat(trial.send(open, request("R-1", complaint)).getStatusCode().value()).isEqualTo(201);
  }

  @Test
  void otherTypesMethodsAndSizesAreRefused() {
    assertThat(trial.send(token, MediaType.TEXT_PLAIN, "x").getStatusCode().value()).isEqualTo(415);
    assertThat(trial.send(token, MediaType.TEXT_PLAIN, "x").getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    var headers = new HttpHeaders();
    headers.setBearerAuth(token);
    assertThat(http.exchange(PATH, HttpMethod.GET, new HttpEntity<>(headers), String.class).getStatusCode().value()).isEqualTo(405);
    Map<String, Object> large = complaint();
    large.put("content", "長".repeat(100_000));
    assertThat(trial.send(token, request("R-1", large)).getStatusCode().value()).isEqualTo(413);
    large.put("content", "長".repeat(3_000));
    assertThat(trial.send(token, request("R-1", large)).getStatusCode().value()).isEqualTo(422);
  }

  @Test
  void channelThatSendsTooFastIsToldHowLongToWait() {
    Instant start = Instant.parse("2031-09-12T01:00:00Z");
    ClockUtil.setCurrentTime(Date.from(start));
    for (int i = 0; i < 60; i++) {
      assertThat(trial.send(token, Map.of()).getStatusCode().value()).isEqualTo(422);
    }

    ResponseEntity<JsonNode> tooFast = trial.send(token, request("R-1", complaint()));
    assertThat(tooFast.getStatusCode().value()).isEqualTo(429);
    assertThat(tooFast.getHeaders().getFirst("Retry-After")).isEqualTo("1");
    assertThat(tooFast.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(openCases()).isZero();
    String other = trial.makeToken(newChannel(), "web").getBody().path("token").asText();
    assertThat(trial.send(other, Map.of()).getStatusCode().value()).isEqualTo(422);

    ClockUtil.setCurrentTime(Date.from(start.plus(Duration.ofSeconds(1))));
    assertThat(trial.send(token, Map.of()).getStatusCode().value()).isEqualTo(422);
    assertThat(trial.send(token, Map.of()).getStatusCode().value()).isEqualTo(429);
  }

  @Test
  void procedureThatTakesNoCasesIsNoFaultOfTheSender() {
    engine.getRepositoryService().suspendProcessDefinitionByKey(IntakeTrial.PROCESS);

    ResponseEntity<JsonNode> answer = trial.send(token, request("R-1", complaint()));

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getBody().path("detail").asText()).contains("稍後再試");
    engine.getRepositoryService().activateProcessDefinitionByKey(IntakeTrial.PROCESS);
    assertThat(trial.send(token, request("R-1", complaint())).getStatusCode().value()).isEqualTo(201);
  }

  @Test
  void noPersonStartsWithoutTheDataWhatAsksForThem() {
    assertThat(trial.as(ADMINISTRATOR, HttpMethod.POST, "/api/messages/intakeTrial.received", null).getStatusCode().value()).isEqualTo(404);
    assertThat(openCases()).isZero();
  }

  @Test
  void formIsDescribedToTheChannelAndTheApiInOpenApi() {
    var headers = new HttpHeaders();
    headers.setBearerAuth(token);
    JsonNode form = http.exchange(PATH + "/form", HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class).getBody();
    assertThat(form.path("root").asText()).isEqualTo("reception");
    assertThat(form.path("fields").findValuesAsText("key")).startsWith("receivedAt", "channel", "customer");
    assertThat(form.path("fields").get(1).path("options").findValuesAsText("value")).containsExactly("phone", "letter", "web");

    JsonNode api = trial.as(ADMINISTRATOR, HttpMethod.GET, "/api/openapi", null).getBody();
    assertThat(api.at("/paths/~1api~1complaints/post/responses").fieldNames()).toIterable()
        .contains("201", "200", "400", "401", "403", "409", "413", "415", "422", "429", "503");
    assertThat(api.at("/components/securitySchemes/channelToken/scheme").asText()).isEqualTo("bearer");
    assertThat(api.at("/components/schemas/Complaint/properties").fieldNames()).toIterable().containsExactlyInAnyOrder("reference", "complaint");
  }

  private JsonNode listed() {
    for (JsonNode known : trial.as(ADMINISTRATOR, HttpMethod.GET, PATH + "/tokens", null).getBody()) {
      if (known.path("channel").asText().equals(channel)) {
        return known;
      }
    }
    throw new AssertionError("No token of " + channel);
  }

  private long openCases() {
    return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(IntakeTrial.PROCESS).count();
  }

  private HistoricProcessInstance instance(ResponseEntity<JsonNode> answer) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number(answer)).singleResult();
  }

  private static String number(ResponseEntity<JsonNode> answer) {
    return answer.getBody().path("caseNumber").asText();
  }
}
