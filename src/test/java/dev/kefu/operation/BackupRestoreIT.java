package dev.kefu.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.MySqlServer;
import dev.kefu.RowCounts;
import dev.kefu.audit.seal.Seals;
import dev.kefu.document.AttachmentTrial;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The scripts of {@code docker/backup} on a real MySQL: what they saved stands in an empty server afterwards, row by row, and Kefu runs on it and says the
 * same. On MySQL only: the embedded database is a file.
 */
@KefuIT
@Tag("mysql")
@Timeout(600)
class BackupRestoreIT {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port ([0-9]+)");
  private static final Path SCRIPTS = Path.of("docker/backup").toAbsolutePath();
  /** Reads every history. */
  private static final String MANAGER = "customer-service-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private DataSource database;
  @Autowired private ApplicationContext beans;
  @Autowired private TestRestTemplate http;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @TempDir private Path folder;

  private OperationTrial trial;
  private MySqlServer emptyServer;
  private Process restored;

  @BeforeEach
  void tools() throws IOException, InterruptedException {
    boolean there = new ProcessBuilder("bash", "-c", "command -v mysqldump && command -v mysql").redirectErrorStream(true).start().waitFor() == 0;
    if (!there && "true".equals(System.getenv("KEFU_REQUIRE_ALL"))) {
      throw new IllegalStateException("mysqldump is missing: apt-get install default-mysql-client");
    }
    assumeTrue(there, "Backup is not tested: mysqldump is missing, apt-get install default-mysql-client");
    trial = new OperationTrial(engine);
    trial.deploy();
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (restored != null) {
      restored.destroyForcibly().waitFor();
    }
    if (emptyServer != null) {
      emptyServer.stop();
    }
    if (trial != null) {
      trial.remove();
    }
  }

  @Test
  void registersHistoryAttachmentsAndSealsComeBackOnAnEmptyServer() throws Exception {
    AttachmentTrial attachments = new AttachmentTrial(engine, port, password);
    attachments.deploy();
    Task claim = attachments.claim();
    assertThat(attachments.upload(AttachmentTrial.STARTER, claim, "收據 𠮷.pdf", AttachmentTrial.PDF, "receipt").statusCode()).isEqualTo(200);
    String claimNumber = attachments.caseNumber(claim);
    ProcessInstance finished = trial.atConfirm();
    trial.confirm(finished, Map.of("note", "好 😀 \\ ' \" %"));
    ProcessInstance open = trial.atConfirm();
    Path node = folder.resolve("node");
    Files.createDirectories(node.resolve("audit"));
    Files.copy(Seals.seal(beans), node.resolve("audit/seals.log"));

    Path backup = backup(node);
    emptyServer = MySqlServer.another("restored");
    String name = emptyServer.makeDatabase();
    Path newNode = folder.resolve("new-node");
    run(0, "restore.sh", environment("127.0.0.1", emptyServer.ownPort(), name, newNode), backup.toString());

    DataSource copy = new DriverManagerDataSource("jdbc:mysql://127.0.0.1:" + emptyServer.ownPort() + "/" + name + "?nullCatalogMeansCurrent=true", "root", "");
    assertThat(RowCounts.of(copy)).isEqualTo(RowCounts.of(database)).isNotEmpty();
    assertThat(checksums(copy)).isEqualTo(checksums(database));
    assertThat(newNode.resolve("audit/seals.log")).hasSameBinaryContentAs(node.resolve("audit/seals.log"));

    // Once more, and a damaged one: nothing is overwritten.
    assertThat(run(1, "restore.sh", environment("127.0.0.1", emptyServer.ownPort(), name, folder.resolve("third")), backup.toString())).contains("restore into an empty one");
    Files.writeString(backup.resolve("database.sql.gz"), "x");
    assertThat(run(1, "restore.sh", environment("127.0.0.1", emptyServer.ownPort(), emptyServer.makeDatabase(), folder.resolve("third")), backup.toString()))
        .contains("the backup is damaged");

    URI there = start(name, newNode);
    TestRestTemplate again = new TestRestTemplate(new RestTemplateBuilder().rootUri(there.toString()));
    assertThat(answer(again, "/engine-rest/history/process-instance?maxResults=9&processInstanceBusinessKey=" + finished.getBusinessKey())).hasSize(1);
    for (String question : List.of("/engine-rest/history/process-instance?maxResults=9&processInstanceBusinessKey=" + finished.getBusinessKey(),
        "/engine-rest/history/activity-instance?maxResults=99&processInstanceId=" + finished.getId() + "&sortBy=activityId&sortOrder=asc",
        "/engine-rest/history/variable-instance?maxResults=99&processInstanceId=" + finished.getId() + "&deserializeValues=false&sortBy=variableName&sortOrder=asc",
        "/engine-rest/task?maxResults=9&processInstanceId=" + open.getId(), "/api/cases/" + claimNumber + "/attachments", "/api/registers", "/api/reports/complaint-statistics",
        "/api/reports/complaint-statistics/cases?column=count")) {
      assertThat(answer(again, question)).as(question).isEqualTo(answer(http, question));
    }
    JsonNode verdict = again.withBasicAuth("admin", password).getForObject("/api/audit/verification", JsonNode.class);
    // Whole, unless a test before this one sealed at a moment of its own choice: then both say the same of the same entry.
    assertThat(verdict.path("fault")).as("%s", verdict).isEqualTo(http.withBasicAuth("admin", password).getForObject("/api/audit/verification", JsonNode.class).path("fault"));
    assertThat(verdict.path("seals").asInt()).isPositive();
  }

  private JsonNode answer(TestRestTemplate kefu, String question) {
    var answer = kefu.withBasicAuth(MANAGER, password).getForEntity(question, JsonNode.class);
    assertThat(answer.getStatusCode().value()).as(question).isEqualTo(200);
    return answer.getBody();
  }

  private Path backup(Path node) throws Exception {
    Path backups = folder.resolve("backups");
    Map<String, String> environment = environment("127.0.0.1", MySqlServer.port(), catalog(), node);
    environment.put("KEFU_BACKUPS", backups.toString());
    run(0, "backup.sh", environment);
    assertThat(backups.resolve("last-success")).exists();
    try (Stream<Path> made = Files.list(backups)) {
      return made.filter(path -> path.getFileName().toString().matches("kefu-\\d{8}T\\d{6}Z")).findFirst().orElseThrow();
    }
  }

  private String catalog() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.getCatalog();
    }
  }

  private static Map<String, String> environment(String host, int port, String name, Path node) {
    return new TreeMap<>(Map.of("KEFU_DB_HOST", host, "KEFU_DB_PORT", String.valueOf(port), "KEFU_DB_NAME", name, "KEFU_DB_USER", "root", "KEFU_DB_PASSWORD", "",
        "KEFU_DATA_FOLDERS", node.toString()));
  }

  /** Runs a script and returns what it printed. */
  private String run(int expected, String script, Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPTS.resolve(script).toString()));
    command.addAll(Arrays.asList(arguments));
    Path log = folder.resolve(script + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    String printed = Files.readString(log);
    assertThat(code).as(printed).isEqualTo(expected);
    return printed;
  }

  /** Of every table all columns of all rows. */
  private static Map<String, Long> checksums(DataSource source) {
    JdbcClient jdbc = JdbcClient.create(source);
    Map<String, Long> checksums = new TreeMap<>();
    RowCounts.of(source).keySet().forEach(table -> checksums.put(table,
        jdbc.sql("checksum table `" + table + "`").query((row, number) -> row.getLong("Checksum")).single()));
    return checksums;
  }

  /** Kefu as it is shipped, in a Java of its own, on what was restored; it only answers. */
  private URI start(String name, Path node) throws IOException {
    String separator = System.getProperty("path.separator");
    String shipped = Arrays.stream(System.getProperty("java.class.path").split(separator)).filter(entry -> !entry.contains("test-classes")).collect(Collectors.joining(separator));
    ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", shipped, "-Duser.timezone=Asia/Shanghai",
        "dev.kefu.KefuApplication", "--spring.profiles.active=demo,mysql", "--server.port=0", "--kefu.data=" + node, "--camunda.bpm.job-execution.enabled=false",
        "--kefu.deadline.sweep-every=P100D", "--kefu.notification.send-every=P100D", "--kefu.document.case-files.freeze-every=P100D",
        "--kefu.complaint.intake.imports.look-every=P100D", "--kefu.organisation.journal-first=P100D").redirectErrorStream(true);
    builder.environment().putAll(environment("127.0.0.1", emptyServer.ownPort(), name, node));
    restored = builder.start();
    BufferedReader printed = restored.inputReader();
    StringBuilder seen = new StringBuilder();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      seen.append(line).append('\n');
      Matcher matcher = PORT.matcher(line);
      if (matcher.find()) {
        // Whoever prints and is not read stands still.
        Thread reader = new Thread(() -> printed.lines().forEach(seen::append));
        reader.setDaemon(true);
        reader.start();
        return URI.create("http://localhost:" + matcher.group(1));
      }
    }
    throw new AssertionError("Kefu does not start on what was restored:\n" + seen);
  }
}
