package dev.kefu.document.attachments;

import static dev.kefu.document.AttachmentTrial.CLERK;
import static dev.kefu.document.AttachmentTrial.PDF;
import static dev.kefu.document.AttachmentTrial.STARTER;
import static dev.kefu.document.AttachmentTrial.json;
import static dev.kefu.document.AttachmentTrial.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.RowCounts;
import dev.kefu.document.AttachmentTrial;
import dev.kefu.document.store.AttachmentStore;
import dev.kefu.engine.CaseAccess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Over HTTP, as the demo users; on H2 contents are files, on MySQL rows. */
@KefuIT
class AttachmentsIT {

  private static final int LARGEST = 20 * 1024 * 1024;
  /** Reads every history, works on nothing. */
  private static final String MANAGER = "customer-service-manager";
  private static final String STRANGER = "legal-counsel";

  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource dataSource;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Attachments attachments;
  @Autowired private AttachmentStore store;
  @Autowired private CaseAccess access;
  @Value("${kefu.demo.password}") private String password;
  @Value("${kefu.document.folder}") private Path folder;
  @LocalServerPort private int port;

  private AttachmentTrial trial;

  @BeforeEach
  void deploy() {
    trial = new AttachmentTrial(engine, port, password);
    trial.deploy();
  }

  @Test
  void aFileComesBackAsADownloadWithItsName() throws IOException {
    Task task = trial.claim();
    HttpResponse<String> added = trial.upload(STARTER, task, "收據 𠮷 (1).pdf", PDF, "receipt");
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    JsonNode row = trial.list(STARTER, task).at("/attachments/0");
    assertThat(row.path("name").asText()).isEqualTo("收據 𠮷 (1).pdf");
    assertThat(row.path("size").asInt()).isEqualTo(PDF.length);
    assertThat(row.path("kind").asText()).isEqualTo("receipt");
    assertThat(row.path("kindLabel").asText()).startsWith("Receipt 收據");
    assertThat(row.path("by").asText()).contains("客戶調查專員");

    HttpResponse<byte[]> download = trial.bytes(STARTER, "/api/attachments/" + row.path("id").asLong());

    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.body()).isEqualTo(PDF);
    assertThat(download.headers().firstValue("Content-Disposition")).get().asString().startsWith("attachment;")
        .contains("filename*=UTF-8''%E6%94%B6%E6%93%9A%20%F0%A0%AE%B7%20%281%29.pdf");
    assertThat(download.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(download.headers().firstValue("Content-Security-Policy")).get().asString().contains("sandbox");
    assertThat(download.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(download.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
  }

  @Test
  void twoFilesOfOneNameAreTwoAttachments() {
    Task task = trial.claim();
    byte[] other = (new String(PDF, StandardCharsets.US_ASCII) + "% other").getBytes(StandardCharsets.US_ASCII);

    HttpResponse<String> added = trial.send(STARTER, "/api/cases/" + trial.caseNumber(task) + "/attachments", part("file", "a.pdf", PDF), part("file", "a.pdf", other));

    List<Long> ids = json(added).at("/attachments").findValues("id").stream().map(JsonNode::asLong).toList();
    assertThat(ids).hasSize(2);
    assertThat(trial.bytes(STARTER, "/api/attachments/" + ids.get(0)).body()).isEqualTo(PDF);
    assertThat(trial.bytes(STARTER, "/api/attachments/" + ids.get(1)).body()).isEqualTo(other);
  }

  @Test
  void theSameFileOnceMoreIsOneAttachment() {
    Task task = trial.claim();
    trial.upload(STARTER, task, "a.pdf", PDF, "receipt");
    assertThat(trial.upload(STARTER, task, "a.pdf", PDF, "receipt").statusCode()).as("as after a lost answer").isEqualTo(200);
    assertThat(trial.list(STARTER, task).path("attachments")).hasSize(1);

    trial.delete(STARTER, "/api/attachments/" + trial.list(STARTER, task).at("/attachments/0/id").asLong());
    trial.upload(STARTER, task, "a.pdf", PDF, "receipt");
    trial.upload(STARTER, task, "a.pdf", PDF);
    assertThat(trial.list(STARTER, task).at("/attachments").findValuesAsText("kind")).as("a removed one, one in its place, one of no kind").hasSize(2);
    assertThat(trial.list(STARTER, task).path("attachments")).hasSize(3);
  }

  @Test
  void ofSeveralFilesOneWrongOneStopsAll() throws IOException {
    Task task = trial.claim();

    HttpResponse<String> refused = refusedWithoutATrace(() -> trial.send(STARTER, "/api/cases/" + trial.caseNumber(task) + "/attachments",
        part("file", "good.pdf", PDF), part("file", "program.pdf", "MZ\u0000program".getBytes(StandardCharsets.US_ASCII)), part("file", "empty.pdf", new byte[0])));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).at("/errors").findValuesAsText("path")).containsExactly("file[1]", "file[2]");
    assertThat(json(refused).path("message").asText()).contains("program.pdf: Type 類型").contains("empty.pdf: Size 大小: the file is empty 檔案是空的");
  }

  @Test
  void twentyMegabytesPassAndOneByteMoreDoesNot() throws IOException {
    Task task = trial.claim();
    byte[] largest = Arrays.copyOf(PDF, LARGEST);

    assertThat(trial.upload(STARTER, task, "largest.pdf", largest).statusCode()).isEqualTo(200);
    assertThat(trial.bytes(STARTER, "/api/attachments/" + trial.list(STARTER, task).at("/attachments/0/id").asLong()).body()).isEqualTo(largest);
    for (int size : List.of(LARGEST + 1, 26 * 1024 * 1024)) {
      HttpResponse<String> refused = refusedWithoutATrace(() -> trial.upload(STARTER, task, "larger.pdf", Arrays.copyOf(PDF, size)));
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(json(refused).path("message").asText()).contains("is larger than 20 MB 超過 20 MB");
    }
  }

  @Test
  void aCaseHasItsLimitToo() throws IOException {
    Task task = trial.claim();
    trial.upload(STARTER, task, "a.pdf", PDF);
    jdbc.sql("update document_attachments set file_size = ? where case_number = ?").params(200L * 1024 * 1024, trial.caseNumber(task)).update();

    HttpResponse<String> refused = refusedWithoutATrace(() -> trial.upload(STARTER, task, "b.pdf", PDF));

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(json(refused).path("message").asText()).contains("200 MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x.pdf", "C:\\\\x.pdf", "/etc/x.pdf"})
  void aPathInANameLeadsNowhere(String name) {
    Task task = trial.claim();

    assertThat(trial.upload(STARTER, task, name, PDF).statusCode()).isEqualTo(200);

    assertThat(trial.list(STARTER, task).at("/attachments/0/name").asText()).isEqualTo("x.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"receipt", "..", "page.html"})
  void aNameThatCannotBeIsRefused(String name) throws IOException {
    Task task = trial.claim();

    HttpResponse<String> refused = refusedWithoutATrace(() -> trial.upload(STARTER, task, name, PDF));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("message").asText()).containsAnyOf("File name 檔名", "Type 類型");
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    Task task = trial.claim();
    Map<String, Long> rows = RowCounts.of(dataSource);
    Set<Path> files = files();

    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(trial.halfAnUpload(STARTER, task, 1_000_000).getBytes(StandardCharsets.UTF_8));
      // The server answers or hangs up only after it has noticed the end.
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }

    assertThat(RowCounts.of(dataSource)).isEqualTo(rows);
    assertThat(files()).isEqualTo(files);
    assertThat(trial.list(STARTER, task).path("attachments")).isEmpty();
  }

  @Test
  void whoMayReadTheCaseMayReadItsAttachments() {
    Task task = trial.check();
    trial.upload(CLERK, task, "a.pdf", PDF);
    String list = "/api/cases/" + trial.caseNumber(task) + "/attachments";
    String file = "/api/attachments/" + trial.list(CLERK, task).at("/attachments/0/id").asLong();

    for (String reader : List.of(STARTER, CLERK, MANAGER, "admin")) {
      assertThat(trial.get(reader, list).statusCode()).as("%s lists", reader).isEqualTo(200);
      assertThat(trial.get(reader, file).statusCode()).as("%s downloads", reader).isEqualTo(200);
    }
    for (String other : List.of(STRANGER, "survey-specialist-2", "finance-manager")) {
      assertThat(trial.get(other, list).statusCode()).as("%s lists", other).isEqualTo(403);
      assertThat(trial.get(other, file).statusCode()).as("%s downloads", other).isEqualTo(403);
      assertThat(trial.upload(other, task, "b.pdf", PDF).statusCode()).as("%s adds", other).isEqualTo(403);
      assertThat(trial.delete(other, file).statusCode()).as("%s removes", other).isEqualTo(403);
    }
    assertThat(trial.upload(MANAGER, task, "b.pdf", PDF).statusCode()).isEqualTo(403);
    assertThat(trial.upload(STARTER, task, "b.pdf", PDF).statusCode()).isEqualTo(200);
    assertThat(trial.get(CLERK, "/api/attachments/999999999").statusCode()).isEqualTo(404);
    assertThat(trial.get(CLERK, "/api/cases/XXX-2026-999999/attachments").statusCode()).isEqualTo(404);
  }

  @Test
  void attachmentsOutliveTheirCase() {
    Task task = trial.check();
    trial.upload(CLERK, task, "a.pdf", PDF);
    engine.getTaskService().complete(task.getId());

    for (String reader : List.of(STARTER, MANAGER)) {
      assertThat(trial.list(reader, task).path("attachments")).hasSize(1);
    }
    assertThat(trial.upload(STARTER, task, "b.pdf", PDF).statusCode()).isEqualTo(403);
    assertThat(trial.get(CLERK, "/api/cases/" + trial.caseNumber(task) + "/attachments").statusCode()).isEqualTo(403);
  }

  @Test
  void whoAddedItMayRemoveItUntilTheTaskIsDone() {
    Task task = trial.claim();
    trial.upload(STARTER, task, "wrong.pdf", PDF);
    trial.upload(STARTER, task, "right.pdf", PDF);
    List<Long> ids = trial.list(STARTER, task).at("/attachments").findValues("id").stream().map(JsonNode::asLong).toList();

    assertThat(trial.delete(STARTER, "/api/attachments/" + ids.get(0)).statusCode()).isEqualTo(204);
    assertThat(trial.delete(STARTER, "/api/attachments/" + ids.get(0)).statusCode()).isIn(403, 410);
    assertThat(trial.get(STARTER, "/api/attachments/" + ids.get(0)).statusCode()).isEqualTo(410);
    assertThat(trial.list(STARTER, task).at("/attachments/0/removed").asText()).contains("客戶調查專員");
    assertThat(trial.bytes("admin", "/api/attachments/" + ids.get(0)).body()).as("nothing is lost").isEqualTo(PDF);

    engine.getTaskService().complete(task.getId());
    assertThat(trial.delete(STARTER, "/api/attachments/" + ids.get(1)).statusCode()).isEqualTo(403);
    assertThat(trial.delete("admin", "/api/attachments/" + ids.get(1)).statusCode()).isEqualTo(400);
    assertThat(trial.delete("admin", "/api/attachments/" + ids.get(1) + "?reason=Wrong%20customer").statusCode()).isEqualTo(204);
    assertThat(trial.list(MANAGER, task).at("/attachments/1/removed").asText()).endsWith("Wrong customer");
  }

  @Test
  void addingReadingAndRemovingAreAudited() {
    Task task = trial.claim();
    trial.upload(STARTER, task, "王小明.pdf", PDF, "receipt");
    long id = trial.list(STARTER, task).at("/attachments/0/id").asLong();
    trial.get(MANAGER, "/api/attachments/" + id);
    trial.get(STRANGER, "/api/attachments/" + id);
    trial.delete(STARTER, "/api/attachments/" + id);

    assertThat(jdbc.sql("select concat(kind, ' ', actor, ' ', action) from audit_entries where subject_type = 'attachment' and subject_id = ? and case_number = ? order by id")
        .params(String.valueOf(id), trial.caseNumber(task)).query(String.class).list())
        .containsExactly("OPERATION " + STARTER + " attach", "EXPORT " + MANAGER + " read", "OPERATION " + STARTER + " remove");
    assertThat(jdbc.sql("select digests from audit_entries where subject_type = 'attachment' and subject_id = ? and action = 'attach'").param(String.valueOf(id))
        .query(String.class).single()).contains("sha256").doesNotContain("王小明");
  }

  @Test
  void whatIsRolledBackLeavesNeitherRowNorContent() throws IOException {
    Task task = trial.claim();
    Map<String, Long> rows = RowCounts.of(dataSource);
    Set<Path> files = files();
    Path content = Files.write(Files.createTempFile("attachments-it", null), PDF);

    assertThatThrownBy(() -> new Persons(engine).as(STARTER, () -> {
      transactions.executeWithoutResult(status -> {
        attachments.add(access.ofTask(task.getId()).orElseThrow(), null, List.of(new CheckedFile(content, "a.pdf", "application/pdf", PDF.length, "0".repeat(64))), STARTER);
        throw new IllegalStateException("later");
      });
      return null;
    })).hasMessage("later");

    Files.delete(content);
    assertThat(RowCounts.of(dataSource)).isEqualTo(rows);
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void theSweepLeavesWhatAnAttachmentNames() throws IOException {
    Task task = trial.claim();
    trial.upload(STARTER, task, "a.pdf", PDF);
    String orphan = store.put(new ByteArrayInputStream(PDF));

    attachments.sweep();

    assertThat(store.exists(orphan)).as("too young to be swept").isTrue();
    assertThat(trial.bytes(STARTER, "/api/attachments/" + trial.list(STARTER, task).at("/attachments/0/id").asLong()).body()).isEqualTo(PDF);
    store.delete(orphan);
  }

  private interface Sending {
    HttpResponse<String> send();
  }

  private HttpResponse<String> refusedWithoutATrace(Sending sending) throws IOException {
    Map<String, Long> rows = RowCounts.of(dataSource);
    Set<Path> files = files();
    HttpResponse<String> answer = sending.send();
    assertThat(RowCounts.of(dataSource)).isEqualTo(rows);
    assertThat(files()).isEqualTo(files);
    return answer;
  }

  private Set<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return new HashSet<>(files.filter(Files::isRegularFile).toList());
    }
  }
}
