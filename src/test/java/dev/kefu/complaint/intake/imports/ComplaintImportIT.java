package dev.kefu.complaint.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.complaint.intake.IntakeTrial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Comment;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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
class ComplaintImportIT {

  private static final String SUPERVISOR = "complaint-supervisor";
  private static final String PATH = "/api/complaints/imports";
  private static final String HEADING = "Reference 來文編號,受理時間,Channel 方式,customer,Content 投訴內容,Demands 客戶要求,Amount claimed 要求金額,Remark\n";

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private ImportWorker worker;
  @Value("${kefu.demo.password}") private String password;
  private IntakeTrial trial;
  private String batch;

  @BeforeEach
  void prepare() {
    trial = new IntakeTrial(engine, http, password).deploy();
    batch = UUID.randomUUID().toString().substring(0, 8);
    // What another test left unfinished is none of this one's business.
    jdbc.sql("update complaint_imports set state = 'CANCELLED' where state in ('WAITING', 'RUNNING')").update();
  }

  @AfterEach
  void tidy() {
    ClockUtil.reset();
    trial.remove();
  }

  @Test
  void eachRightRowOpensOneCaseAndEachWrongOneIsExplained() {
    String file = HEADING + row(1) + row(2).replace("Blue Lake", "") + row(3).replace("phone", "pigeon").replace("1200.50", "much")
        + row(1) + row(1).replace("stops", "burns") + "\n" + row(4);

    JsonNode accepted = upload(file).getBody();
    assertThat(accepted.path("state").asText()).isEqualTo("WAITING");
    assertThat(accepted.path("total").asLong()).isEqualTo(6);
    assertThat(accepted.path("ignoredColumns").asText()).isEqualTo("Remark");
    worker.work();

    JsonNode done = find(accepted.path("id").asLong());
    assertThat(done.path("state").asText()).isEqualTo("DONE");
    assertThat(counts(done)).containsExactly(6L, 2L, 3L, 1L);
    assertThat(done.path("percent").asInt()).isEqualTo(100);
    assertThat(done.path("by").asText()).isNotEqualTo(SUPERVISOR).isNotEmpty();
    assertThat(cases()).hasSize(2);
    assertThat(errors(done.path("id").asLong())).startsWith("\uFEFF\"Row 行號\",").contains("\"3\",\"" + batch + "-2\",\"Customer 客戶\",\"is required 必填\"",
        "\"4\",\"" + batch + "-3\",\"Channel 方式\",", "\"4\",\"" + batch + "-3\",\"Amount claimed 要求金額\",", "\"6\",\"" + batch + "-1\",\"Reference 來文編號\",")
        .doesNotContain("pigeon").doesNotContain("much");
  }

  @Test
  void caseSaysThatAFileBroughtItAndWhoseFileItWas() {
    importAll(HEADING + row(1));

    HistoricProcessInstance instance = cases().get(0);
    assertThat(instance.getStartUserId()).isEqualTo("channel:import");
    assertThat(engine.getRuntimeService().getVariable(instance.getId(), "starter")).isNull();
    assertThat(engine.getRuntimeService().getVariable(instance.getId(), "reception").toString())
        .contains("\"receivedAt\":\"2026-11-23T09:30+08:00\"", "\"channel\":\"phone\"", "\"demands\":[\"apology\",\"repair\"]", "\"claimedAmount\":\"1200.50\"");
    assertThat(engine.getTaskService().getProcessInstanceComments(instance.getId())).extracting(Comment::getFullMessage).singleElement().asString()
        .contains("channel 渠道: import", batch + "-1", "on behalf of 代表");
    assertThat(jdbc.sql("select actor from audit_entries where action = 'startThroughChannel' and case_number = ?").param(instance.getBusinessKey())
        .query(String.class).list()).containsExactly(SUPERVISOR);
  }

  @Test
  void workbookAndOldEncodingAreReadTheSameWay() throws IOException {
    importAll("workbook.xlsx", workbook(), null);
    importAll("gb.csv", ("reference,受理時間,customer,content,demands\n"
        + batch + "-gb,2026/11/23 9:30,藍湖食品,機器每天早上都會停機一次,道歉\n").getBytes(Charset.forName("GB18030")), "letter");

    assertThat(cases()).hasSize(2).allSatisfy(instance -> assertThat(engine.getRuntimeService().getVariable(instance.getId(), "reception").toString())
        .contains("\"receivedAt\":\"2026-11-23T09:30+08:00\"", "\"channel\":\"letter\"", "\"customer\":\"藍湖食品\"", "\"demands\":[\"apology\"]"));
  }

  @Test
  void importOfAKilledNodeGoesOnElsewhereAndNothingIsLostOrTwice() {
    long id = upload(HEADING + rows(20)).getBody().path("id").asLong();

    assertThatThrownBy(() -> worker.work(killedAfter(8))).isInstanceOf(Killed.class);
    assertThat(find(id).path("state").asText()).isEqualTo("RUNNING");
    assertThat(counts(find(id))).containsExactly(7L, 7L, 0L, 0L);
    worker.work();
    assertThat(cases()).as("held by the dead node until its lease is over").hasSize(7);

    later(Duration.ofMinutes(3));
    assertThatThrownBy(() -> worker.work(killedAfter(15))).isInstanceOf(Killed.class);
    later(Duration.ofMinutes(6));
    worker.work();

    assertThat(find(id).path("state").asText()).isEqualTo("DONE");
    assertThat(counts(find(id))).containsExactly(20L, 20L, 0L, 0L);
    assertThat(cases()).hasSize(20);
    assertThat(jdbc.sql("select count(distinct case_number) from complaint_intakes where import_id = ?").param(id).query(Integer.class).single()).isEqualTo(20);
  }

  @Test
  void nodeThatWasOnlySlowFindsThatAnotherTookOver() {
    long id = upload(HEADING + rows(10)).getBody().path("id").asLong();

    worker.work(row -> {
      if (row == 5) {
        later(Duration.ofMinutes(3));
        worker.work();
      }
    });

    assertThat(find(id).path("state").asText()).isEqualTo("DONE");
    assertThat(counts(find(id))).containsExactly(10L, 10L, 0L, 0L);
    assertThat(cases()).hasSize(10);
  }

  @Test
  void sameFileAgainOpensNothing() {
    String file = HEADING + rows(5) + row(6).replace(batch + "-6", "");
    importAll(file);

    JsonNode again = importAll(file);

    assertThat(counts(again)).containsExactly(6L, 0L, 0L, 6L);
    assertThat(cases()).hasSize(6);
  }

  @Test
  void twoNodesShareSeveralImports() throws Exception {
    for (int i = 0; i < 4; i++) {
      upload(HEADING + rows(3).replace(batch, batch + (i < 2 ? "" : i)));
    }
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(nodes.submit(() -> {
          together.await();
          worker.work();
          return null;
        }));
      }
      for (Future<?> one : both) {
        one.get();
      }
    } finally {
      nodes.shutdown();
    }
    later(Duration.ofMinutes(1));
    worker.work();

    assertThat(cases()).hasSize(9);
    assertThat(jdbc.sql("select count(*) from complaint_imports where state in ('WAITING', 'RUNNING')").query(Integer.class).single()).isZero();
  }

  @Test
  void cancelledImportStopsAndKeepsWhatItOpened() {
    long id = upload(HEADING + rows(10)).getBody().path("id").asLong();

    worker.work(row -> {
      if (row == 4) {
        assertThat(exchange(SUPERVISOR, HttpMethod.POST, PATH + "/" + id + "/cancellation").getStatusCode().value()).isEqualTo(204);
      }
    });

    assertThat(find(id).path("state").asText()).isEqualTo("CANCELLED");
    assertThat(cases()).hasSize(3);
    assertThat(exchange(SUPERVISOR, HttpMethod.POST, PATH + "/" + id + "/cancellation").getStatusCode().value()).isEqualTo(409);
    assertThat(jdbc.sql("select action from audit_entries where subject_type = 'complaintImport' and subject_id = ?").param(String.valueOf(id))
        .query(String.class).list()).containsExactly("import", "cancelImport");
  }

  @Test
  void faultOfTheSystemIsNotTheRowsAndIsTriedAgain() {
    long id = upload(HEADING + rows(4)).getBody().path("id").asLong();
    worker.work(row -> {
      if (row == 2) {
        jdbc.sql("alter table complaint_intakes rename to complaint_intakes_away").update();
      }
    });
    jdbc.sql("alter table complaint_intakes_away rename to complaint_intakes").update();
    assertThat(counts(find(id))).containsExactly(1L, 1L, 0L, 0L);

    worker.work();
    assertThat(counts(find(id))).as("not at once").containsExactly(1L, 1L, 0L, 0L);
    later(Duration.ofSeconds(31));
    worker.work();
    assertThat(counts(find(id))).containsExactly(4L, 4L, 0L, 0L);
  }

  @Test
  void importWaitsWhileTheProcedureTakesNoCases() {
    long id = upload(HEADING + rows(4)).getBody().path("id").asLong();
    worker.work(row -> {
      if (row == 3) {
        engine.getRepositoryService().suspendProcessDefinitionByKey(IntakeTrial.PROCESS);
      }
    });
    for (int i = 1; i <= 5; i++) {
      later(Duration.ofMinutes(10L * i));
      worker.work();
    }
    assertThat(counts(find(id))).containsExactly(2L, 2L, 0L, 0L);

    engine.getRepositoryService().activateProcessDefinitionByKey(IntakeTrial.PROCESS);
    later(Duration.ofHours(2));
    worker.work();
    assertThat(counts(find(id))).containsExactly(4L, 4L, 0L, 0L);
  }

  @Test
  void whatIsNoTableOfComplaintsIsRefusedAtOnce() {
    assertThat(refused("a.csv", "")).contains("檔案是空的");
    assertThat(refused("a.csv", "customer\n\n")).contains("標題行之下沒有數據");
    assertThat(refused("a.csv", "date_received,product\n2017-03-21,Mortgage\n")).contains("首行沒有任何表單欄位", "Customer 客戶");
    assertThat(refused("a.xlsx", "PK\003\004 no archive")).contains("檔案損壞");
    assertThat(exchange(SUPERVISOR, HttpMethod.GET, PATH + "/0").getStatusCode().value()).isEqualTo(404);
    assertThat(post(SUPERVISOR, PATH + "?fileName=a.csv&channel=pigeon", (HEADING + row(1)).getBytes(StandardCharsets.UTF_8)).getStatusCode().value()).isEqualTo(422);
  }

  @Test
  void onlyTheComplaintSectionImports() {
    for (String user : List.of("relationship-specialist", "finance-clerk", "admin")) {
      assertThat(exchange(user, HttpMethod.GET, PATH).getStatusCode().value()).as(user).isEqualTo(403);
      assertThat(post(user, PATH + "?fileName=a.csv", (HEADING + row(1)).getBytes(StandardCharsets.UTF_8)).getStatusCode().value()).as(user).isEqualTo(403);
      assertThat(exchange(user, HttpMethod.GET, PATH + "/1").getStatusCode().value()).as(user).isEqualTo(403);
      assertThat(exchange(user, HttpMethod.GET, PATH + "/1/errors").getStatusCode().value()).as(user).isEqualTo(403);
      assertThat(exchange(user, HttpMethod.POST, PATH + "/1/cancellation").getStatusCode().value()).as(user).isEqualTo(403);
    }
    assertThat(http.getForEntity(PATH, String.class).getStatusCode().value()).isEqualTo(401);
    assertThat(exchange("complaint-specialist", HttpMethod.GET, PATH).getBody().path("columns").toString()).contains("Customer 客戶 *");
  }

  @Test
  void filesAreForgottenAfterTheirTime() throws IOException {
    JsonNode done = importAll(HEADING + row(1) + row(2).replace("Blue Lake", ""));
    later(Duration.ofDays(29));
    worker.forget();
    assertThat(pieces(done)).isEqualTo(1);
    later(Duration.ofDays(32));
    worker.forget();
    assertThat(pieces(done)).isZero();
    assertThat(counts(find(done.path("id").asLong()))).containsExactly(2L, 1L, 1L, 0L);
  }

  private int pieces(JsonNode one) {
    return jdbc.sql("select count(*) from complaint_import_pieces where import_id = ?").param(one.path("id").asLong()).query(Integer.class).single();
  }

  /** Not an exception that anybody catches. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1L;
  }

  private static LongConsumer killedAfter(long row) {
    return done -> {
      if (done == row) {
        throw new Killed();
      }
    };
  }

  private static void later(Duration time) {
    ClockUtil.setCurrentTime(Date.from(new Date().toInstant().plus(time)));
  }

  private String row(int number) {
    return "%s-%d,2026-11-23 09:30,phone,Blue Lake,The machine no. %d stops every morning,道歉;repair,1200.50,none\n".formatted(batch, number, number);
  }

  private String rows(int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      all.append(row(i));
    }
    return all.toString();
  }

  private byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("投訴");
      List<String> heading = List.of("reference", "Received at 受理時間", "方式", "客戶", "投訴內容", "客戶要求", "要求金額");
      for (int i = 0; i < heading.size(); i++) {
        sheet.value(0, i, heading.get(i));
      }
      sheet.value(1, 0, batch + "-xlsx");
      sheet.value(1, 1, LocalDateTime.of(2026, 11, 23, 9, 30));
      sheet.style(1, 1).format("yyyy-mm-dd hh:mm").set();
      sheet.value(1, 2, "來函");
      sheet.value(1, 3, "藍湖食品");
      sheet.value(1, 4, "機器每天早上都會停機一次");
      sheet.value(1, 5, "Apology 道歉");
      sheet.value(1, 6, 1200.5);
    }
    return out.toByteArray();
  }

  private JsonNode importAll(String csv) {
    return importAll("complaints.csv", csv.getBytes(StandardCharsets.UTF_8), null);
  }

  private JsonNode importAll(String name, byte[] file, String channel) {
    ResponseEntity<JsonNode> answer = post(SUPERVISOR, PATH + "?fileName=" + name + (channel == null ? "" : "&channel=" + channel), file);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(202);
    worker.work();
    return find(answer.getBody().path("id").asLong());
  }

  private ResponseEntity<JsonNode> upload(String csv) {
    ResponseEntity<JsonNode> answer = post(SUPERVISOR, PATH + "?fileName=complaints.csv", csv.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(202);
    return answer;
  }

  private String refused(String name, String content) {
    ResponseEntity<JsonNode> answer = post(SUPERVISOR, PATH + "?fileName=" + name, content.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    return answer.getBody().path("detail").asText();
  }

  private ResponseEntity<JsonNode> post(String user, String path, byte[] body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
    return http.withBasicAuth(user, password).exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
  }

  private ResponseEntity<JsonNode> exchange(String user, HttpMethod method, String path) {
    return http.withBasicAuth(user, password).exchange(path, method, HttpEntity.EMPTY, JsonNode.class);
  }

  private JsonNode find(long id) {
    return exchange(SUPERVISOR, HttpMethod.GET, PATH + "/" + id).getBody();
  }

  private String errors(long id) {
    return http.withBasicAuth(SUPERVISOR, password).getForObject(PATH + "/" + id + "/errors", String.class);
  }

  private static List<Long> counts(JsonNode one) {
    return List.of(one.path("read").asLong(), one.path("accepted").asLong(), one.path("refused").asLong(), one.path("duplicates").asLong());
  }

  private List<HistoricProcessInstance> cases() {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(IntakeTrial.PROCESS).list();
  }
}
