package dev.kefu.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.MySqlServer;
import dev.kefu.TestDatabase;
import dev.kefu.TestMail;
import dev.kefu.demo.KefuClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes as they are shipped, two processes on one MySQL, while people work and things break. After every fault what clients were answered is held against the
 * database. Each test leaves both nodes well for the next one. Runs with its profile only.
 */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TwoNodesIT {

  private static final String PASSWORD = "Welcome-2-Kefu!";
  private static final int PEOPLE = 4;
  private static final Duration A_WHILE = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(90);
  /** Longer than a job takes, shorter than a test wants to wait for the jobs of a node that was killed. */
  private static final Duration JOB_LOCK = Duration.ofSeconds(20);

  private final Path home = Path.of("target", "two-nodes").toAbsolutePath().resolve("run-" + ProcessHandle.current().pid());
  private MySqlServer server;
  private String database;
  private Relay wayOfFirst;
  private Relay wayOfSecond;
  private Relay wayOfMail;
  private Path program;
  private Node first;
  private Node second;
  private Ledger ledger;
  private Load load;
  private JdbcClient jdbc;

  @BeforeAll
  void prepare() throws IOException {
    Files.createDirectories(home);
    server = MySqlServer.another("two-nodes");
    database = server.makeDatabase();
    wayOfFirst = new Relay(server.ownPort());
    wayOfSecond = new Relay(server.ownPort());
    wayOfMail = new Relay(TestMail.SERVER.getSmtp().getPort());
    program = Programs.make(home.resolve("kefu.jar"), UnaryOperator.identity());
    first = new Node(home, "first");
    second = new Node(home, "second");
    ledger = new Ledger(home.resolve("ledger.tsv"));
    DataSource source = new DriverManagerDataSource("jdbc:mysql://127.0.0.1:" + server.ownPort() + "/" + database + "?nullCatalogMeansCurrent=true", "root", "");
    jdbc = JdbcClient.create(source);
  }

  @AfterAll
  void tidy() throws IOException {
    first.kill();
    second.kill();
    wayOfFirst.close();
    wayOfSecond.close();
    wayOfMail.close();
    ledger.close();
    server.stop();
  }

  @AfterEach
  void bothSidesSayTheSame() {
    assertThat(Comparison.findings(jdbc, ledger.read())).isEmpty();
  }

  @Test
  @Order(1)
  void bothStartAtOnceOnAnEmptyDatabaseAndShareTheWork() throws Exception {
    startFirst(program);
    startSecond(program);
    first.awaitReady();
    second.awaitReady();

    assertThat(jdbc.sql("select max(VERSION_) from ACT_RE_PROCDEF").query(Integer.class).single()).isEqualTo(1);
    load = new Load(List.of(first.address(), second.address()), ledger, PASSWORD, token());
    load.begin(PEOPLE);
    let(A_WHILE);
    load.end();

    assertThat(load.unanswered()).isEmpty();
    awaitQuiet();
  }

  private void startFirst(Path jar, String... more) {
    first.start(jar, settings(wayOfFirst, more));
  }

  private void startSecond(Path jar, String... more) {
    second.start(jar, settings(wayOfSecond, more));
  }

  /** As in production, but everything that comes round comes sooner. */
  private List<String> settings(Relay way, String... more) {
    List<String> settings = new ArrayList<>(List.of("--spring.profiles.active=demo,mysql", "--KEFU_DB_HOST=127.0.0.1", "--KEFU_DB_PORT=" + way.port(), "--KEFU_DB_NAME=" + database,
        "--KEFU_DB_USER=root", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + wayOfMail.port(), "--kefu.notification.from=service@kefu.example",
        "--kefu.notification.send-every=PT1S", "--kefu.deadline.sweep-every=PT5S", "--kefu.complaint.intake.limit.requests=100000",
        "--camunda.bpm.job-execution.lock-time-in-millis=" + JOB_LOCK.toMillis()));
    settings.addAll(List.of(more));
    return settings;
  }

  private String token() {
    return new KefuClient(first.address(), PASSWORD).post("admin", "/api/complaints/tokens", Map.of("channel", "web-shop", "formChannel", "web")).path("token").asText();
  }

  /** Until the jobs of the trial and the messages are done. */
  private void awaitQuiet() {
    Awaitility.await("jobs done").atMost(QUIET).until(() -> number("select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = '" + Load.TRIAL + "'") == 0);
    Awaitility.await("messages sent").atMost(QUIET).until(() -> number("select count(*) from notification_messages where state = 'waiting'") == 0);
  }

  private long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  /** The faults last a while; nothing is to be seen meanwhile. */
  private static void let(Duration pass) {
    long end = System.nanoTime() + pass.toNanos();
    Awaitility.await().atMost(pass.plusSeconds(5)).until(() -> System.nanoTime() > end);
  }
}
