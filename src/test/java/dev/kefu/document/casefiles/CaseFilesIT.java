package dev.kefu.document.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.KefuIT;
import dev.kefu.document.AttachmentTrial;
import dev.kefu.document.PaperTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of cases that ended, before and after the engine forgot them. */
@KefuIT
class CaseFilesIT {

  private static final String STRANGER = "legal-counsel";

  @Autowired private ProcessEngine engine;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private CaseFileJob job;
  @Autowired private CaseFileRegister register;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;
  private PaperTrial trial;

  @BeforeEach
  void prepare() {
    trial = new PaperTrial(engine, clock);
  }

  @Test
  void theFileOfAnEndedCaseIsFrozenOnceAndOutlivesTheHistory() throws IOException {
    String number = trial.reviewedComplaint();
    register.freeze(number);
    assertThat(get(PaperTrial.SUPERVISOR, number, "case-file").getStatusCode()).as("it runs").isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(new AttachmentTrial(engine, port, password).send(PaperTrial.RECEIVER, "/api/cases/" + number + "/attachments",
        AttachmentTrial.part("file", "photo 照片.pdf", AttachmentTrial.PDF)).statusCode()).isEqualTo(200);
    trial.callBack(number);

    register.freeze(number);

    JsonNode view = json.readTree(get(PaperTrial.SUPERVISOR, number, "case-file").getBody());
    assertThat(view.path("verified").asBoolean()).isTrue();
    assertThat(view.path("outcome").asText()).isEqualTo("closed");
    assertThat(LocalDate.parse(view.path("keepUntil").asText())).isAfterOrEqualTo(LocalDate.now(clock).plusYears(5).minusDays(1));
    byte[] content = get(PaperTrial.SUPERVISOR, number, "case-file.json").getBody();
    assertThat(CaseFileRegister.sha256(content)).isEqualTo(view.path("jsonSha256").asText());
    assertComplete(json.readTree(content));
    assertPrinted(get(PaperTrial.SUPERVISOR, number, "case-file.pdf"), number, "Better boxes", "Batch", "photo 照片.pdf");

    register.freeze(number);
    assertThat(jdbc.sql("select count(*) from document_case_files where case_number = ?").param(number).query(Integer.class).single()).isOne();

    byte[] before = print(PaperTrial.SUPERVISOR, number).getBody();
    cleanUp(number);

    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(json.readTree(get(PaperTrial.SUPERVISOR, number, "case-file").getBody())).isEqualTo(view);
    assertThat(get(PaperTrial.RECEIVER, number, "case-file.json").getBody()).as("the starter reads it, too").isEqualTo(content);
    for (String what : List.of("case-file", "case-file.json", "case-file.pdf", "documents", "documents/complaint-registration-form.pdf")) {
      assertThat(get(STRANGER, number, what).getStatusCode()).as(what).isEqualTo(HttpStatus.FORBIDDEN);
    }
    JsonNode documents = json.readTree(get(PaperTrial.SUPERVISOR, number, "documents").getBody());
    assertThat(documents.at("/documents").findValuesAsText("formId")).contains("complaint-registration-form", "complaint-report-form", "callback-form");
    assertThat(sheet(print(PaperTrial.SUPERVISOR, number).getBody())).as("from the file as from the history").isEqualTo(sheet(before));
  }

  @Test
  void attachmentsStayReadableWhenTheHistoryIsCleanedUp() throws IOException {
    String number = trial.reviewedComplaint();
    AttachmentTrial files = new AttachmentTrial(engine, port, password);
    for (String name : List.of("photo 照片.pdf", "removed.pdf")) {
      assertThat(files.send(PaperTrial.RECEIVER, "/api/cases/" + number + "/attachments", AttachmentTrial.part("file", name, AttachmentTrial.PDF)).statusCode()).isEqualTo(200);
    }
    List<Long> ids = jdbc.sql("select id from document_attachments where case_number = ? order by id").param(number).query(Long.class).list();
    assertThat(files.delete("admin", "/api/attachments/" + ids.get(1) + "?reason=Wrong%20case").statusCode()).isEqualTo(204);
    trial.callBack(number);
    register.freeze(number);

    cleanUp(number);

    for (String reader : List.of(PaperTrial.RECEIVER, PaperTrial.SUPERVISOR)) {
      JsonNode list = json.readTree(get(reader, number, "attachments").getBody());
      assertThat(list.at("/attachments").findValuesAsText("name")).containsExactly("photo 照片.pdf", "removed.pdf");
      assertThat(list.path("mayAdd").asBoolean()).isFalse();
      assertThat(files.bytes(reader, "/api/attachments/" + ids.get(0)).body()).isEqualTo(AttachmentTrial.PDF);
      assertThat(files.bytes(reader, "/api/attachments/" + ids.get(1)).statusCode()).as("removed").isEqualTo(410);
    }
    assertThat(get(STRANGER, number, "attachments").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(files.bytes(STRANGER, "/api/attachments/" + ids.get(0)).statusCode()).isEqualTo(403);
    assertThat(files.send(PaperTrial.RECEIVER, "/api/cases/" + number + "/attachments", AttachmentTrial.part("file", "late.pdf", AttachmentTrial.PDF)).statusCode()).isEqualTo(404);
    assertThat(get(PaperTrial.SUPERVISOR, "CMP-1999-000001", "attachments").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  /** Without the line that says who printed it and when. */
  private static String sheet(byte[] pdf) throws IOException {
    return text(pdf).replaceAll("Printed by[^\\n]*", "");
  }

  private static void assertComplete(JsonNode file) {
    JsonNode record = file.path("record");
    assertThat(record.at("/forms").findValuesAsText("formId")).contains("complaint-handling-receive", "complaint-handling-register", "complaint-handling-inquiry-investigate",
        "approval-decide", "complaint-handling-closing-report", "customer-callback-do");
    assertThat(record.at("/parts").findValuesAsText("processKey")).contains("complaint-handling", "approval", "complaint-remedy", "customer-callback");
    JsonNode severity = Stream.iterate(0, i -> i + 1).limit(record.path("decisions").size()).map(record.path("decisions")::get)
        .filter(decision -> decision.path("decisionKey").asText().equals("complaint-severity")).findFirst().orElseThrow();
    assertThat(severity.path("version").asInt()).isPositive();
    assertThat(severity.path("inputs")).isNotEmpty();
    assertThat(severity.path("outputs")).isNotEmpty();
    assertThat(severity.path("rules")).isNotEmpty();
    assertThat(record.at("/steps").findValuesAsText("by")).contains(PaperTrial.RECEIVER, PaperTrial.SPECIALIST, PaperTrial.SUPERVISOR, PaperTrial.LOGISTICS);
    assertThat(file.at("/attachments/0/name").asText()).isEqualTo("photo 照片.pdf");
    assertThat(file.at("/attachments/0/sha256").asText()).isEqualTo(CaseFileRegister.sha256(AttachmentTrial.PDF));
  }

  @Test
  void theJobFreezesWhateverEnded() {
    String number = trial.endedComplaint();

    // Whatever other tests ended waits as well, and its files would take minutes.
    jdbc.sql("delete from document_case_ends where case_number <> ?").param(number).update();

    job.freeze();

    assertThat(register.find(number)).isPresent();
    assertThat(jdbc.sql("select count(*) from document_case_ends where case_number = ?").param(number).query(Integer.class).single()).isZero();
  }

  @Test
  void classifiedValuesAreNotInTheFile() throws IOException {
    String number = trial.recordedHelp();
    ResponseEntity<String> cancelled = http.withBasicAuth("relationship-supervisor", password).postForEntity("/api/cases/" + number + "/cancellation",
        java.util.Map.of("reason", "Opened by mistake 誤開"), String.class);
    assertThat(cancelled.getStatusCode().is2xxSuccessful()).as(cancelled.getBody()).isTrue();

    register.freeze(number);

    String manager = "customer-service-manager";
    assertThat(new String(get(manager, number, "case-file.json").getBody(), StandardCharsets.UTF_8)).contains("Stock does not sell 庫存滯銷").doesNotContain(PaperTrial.SECRET);
    assertThat(text(get(manager, number, "case-file.pdf").getBody())).doesNotContain(PaperTrial.SECRET.substring(0, 12)).contains("classified");
    cleanUp(number);
    String printed = text(get(manager, number, "documents/customer-help-form.pdf").getBody());
    assertThat(printed).as("kept apart, printed for those who may read it").contains(PaperTrial.SECRET.substring(0, 12));
  }

  @Test
  void aFileThatWasTamperedWithIsNotVerified() throws IOException {
    String number = trial.endedComplaint();
    register.freeze(number);
    jdbc.sql("update document_case_files set pdf_sha256 = ? where case_number = ?").params("0".repeat(64), number).update();

    assertThat(json.readTree(get(PaperTrial.SUPERVISOR, number, "case-file").getBody()).path("verified").asBoolean()).isFalse();
  }

  /** The engine's own clean-up, after the time to live has passed for this case alone. */
  private void cleanUp(String number) {
    List<String> roots = historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).rootProcessInstances().list().stream()
        .map(HistoricProcessInstance::getId).toList();
    Batch batch = historyService.setRemovalTimeToHistoricProcessInstances().absoluteRemovalTime(Date.from(clock.instant().minusSeconds(86_400)))
        .byIds(roots.toArray(String[]::new)).hierarchical().executeAsync();
    for (String definition : List.of(batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId())) {
      managementService.createJobQuery().jobDefinitionId(definition).list().forEach(job -> managementService.executeJob(job.getId()));
    }
    historyService.cleanUpHistoryAsync(true);
    for (Job job : historyService.findHistoryCleanupJobs()) {
      managementService.executeJob(job.getId());
    }
  }

  private static void assertPrinted(ResponseEntity<byte[]> printed, String... words) throws IOException {
    assertThat(printed.getStatusCode()).isEqualTo(HttpStatus.OK);
    String text = text(printed.getBody());
    assertThat(text).contains(words[0], words[1], words[3]);
  }

  private static String text(byte[] content) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private ResponseEntity<byte[]> print(String user, String number) {
    return get(user, number, "documents/complaint-registration-form.pdf");
  }

  private ResponseEntity<byte[]> get(String user, String number, String what) {
    return http.withBasicAuth(user, password).getForEntity("/api/cases/" + number + "/" + what, byte[].class);
  }
}
