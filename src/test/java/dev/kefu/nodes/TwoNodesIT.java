package dev.kefu.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.MySqlServer;
import dev.kefu.TestDatabase;
import dev.kefu.TestMail;
import dev.kefu.demo.KefuClient;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes as they are shipped, two processes on one MySQL, while people work and things break. After every fault what clients were answered is held against the
 * database. Each test leaves both nodes well for the next one. Runs with its profile only.
 */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TwoNodesIT {

  private static final String PASSWORD = "Welcome-2-Kefu!";
  private static final int PEOPLE = 4;
  /** So many requests more are accepted before the next thing happens. */
  private static final int MUCH = 60;
  private static final int ROUNDS = 8;
  private static final int CROWD = 60;
  private static final int FAILING = 6;
  private static final int LARGE = 1_200_000;
  private static final String VERSIONS = "select max(VERSION_) from ACT_RE_PROCDEF where KEY_ = '" + Load.TRIAL + "'";
  private static final Duration OUTAGE = Duration.ofSeconds(20);
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(90);
  /** Longer than a job takes, shorter than a test wants to wait for the jobs of a node that was killed. */
  private static final Duration JOB_LOCK = Duration.ofSeconds(20);

  private final Path home = Path.of("target", "two-nodes").toAbsolutePath().resolve("run-" + ProcessHandle.current().pid());
  private MySqlServer server;
  private String database;
  private SmallDisk disk;
  private Relay wayOfFirst;
  private Relay wayOfSecond;
  private Relay wayOfMail;
  private Path program;
  private Node first;
  private Node second;
  private Ledger ledger;
  private Load load;
  private DataSource source;
  private JdbcClient jdbc;

  @BeforeAll
  void prepare() throws IOException {
    Files.createDirectories(home);
    disk = new SmallDisk(home.resolve("disk"));
    server = MySqlServer.another("two-nodes");
    database = server.makeDatabase();
    wayOfFirst = new Relay(server.ownPort());
    wayOfSecond = new Relay(server.ownPort());
    wayOfMail = new Relay(TestMail.SERVER.getSmtp().getPort());
    program = Programs.make(home.resolve("kefu.jar"), UnaryOperator.identity());
    first = new Node(home, "first");
    second = new Node(home, "second");
    ledger = new Ledger(home.resolve("ledger.tsv"));
    source = new DriverManagerDataSource("jdbc:mysql://127.0.0.1:" + server.ownPort() + "/" + database + "?nullCatalogMeansCurrent=true", "root", "");
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
    disk.close();
    server.stop();
  }

  @AfterEach
  void bothSidesSayTheSame() throws InterruptedException {
    // Where a test has failed on its way, people are still at work.
    load.end();
    List<String> mails = Arrays.stream(TestMail.SERVER.getReceivedMessages()).map(TwoNodesIT::idOf).toList();
    assertThat(Comparison.findings(jdbc, ledger.read(), mails)).isEmpty();
    assertThat(load.unanswered()).as("a fault is nobody's lack of rights").doesNotContainKeys("401", "403");
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
    awaitWork(MUCH);
    load.end();

    assertThat(load.unanswered()).isEmpty();
    awaitQuiet();
    assertThat(number("select count(*) from notification_messages where state = 'sent'")).isPositive();
  }

  @Test
  @Order(2)
  void whatBothAreAskedAtTheSameMomentIsDoneOnce() {
    for (int round = 0; round < ROUNDS; round++) {
      String reference = "both-" + round;
      List<String> numbers = both(() -> load.complain(reference));
      assertThat(numbers).hasSize(2).containsOnly(numbers.get(0));
      String started = load.start();
      both(() -> load.goOn(started, "works"));
      assertThat(jdbc.sql("""
          select count(*) from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_ where t.DELETE_REASON_ = 'completed' and p.BUSINESS_KEY_ = ?""")
          .param(started).query(Long.class).single()).isEqualTo(1);
    }
    awaitQuiet();
  }

  @Test
  @Order(3)
  void aNodeThatIsKilledLosesNothingThatWasAnswered() throws Exception {
    load.begin(PEOPLE);
    awaitWork(MUCH);
    second.kill();
    awaitWork(MUCH);
    startSecond(program);
    second.awaitReady();
    awaitWork(MUCH);
    load.end();

    awaitQuiet();
  }

  @Test
  @Order(4)
  void twentySecondsWithoutDatabaseLoseNothingAndNobodyHasToHelp() throws Exception {
    load.begin(PEOPLE);
    awaitWork(MUCH);
    wayOfFirst.cut();
    wayOfSecond.silence();
    let(OUTAGE);
    wayOfFirst.restore();
    wayOfSecond.restore();
    awaitWork(MUCH);
    load.end();

    awaitQuiet();
  }

  @Test
  @Order(5)
  void aCrowdThatWaitsForOneRowTakesEveryConnectionAndIsServedWhenTheRowIsFree() throws Exception {
    try (Connection holder = source.getConnection(); Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("select * from engine_case_numbers for update");
      load.begin(CROWD);
      Awaitility.await("no connection is left").atMost(QUIET).until(() -> load.unanswered().keySet().stream().anyMatch(met -> met.startsWith("5")));
      assertThat(first.isReady()).isTrue();
      assertThat(second.isReady()).isTrue();
      holder.rollback();
    }
    awaitWork(2 * MUCH);
    load.end();

    awaitQuiet();
  }

  @Test
  @Order(6)
  void stepsThatFailAreTriedAgainStandAsIncidentsAndGoOnWhenTheyAreMended() throws Exception {
    load.begin(PEOPLE);
    List<String> cases = new ArrayList<>();
    for (int number = 0; number < FAILING; number++) {
      String started = load.start();
      load.goOn(started, "fails");
      cases.add(started);
    }
    Awaitility.await("incidents").atMost(QUIET).until(() -> number("select count(*) from ACT_RU_INCIDENT") == FAILING);
    JsonNode group = admin().getForObject("/api/incidents", JsonNode.class).get(0);
    assertThat(group.path("count").asInt()).isEqualTo(FAILING);
    assertThat(number("select count(*) from ACT_HI_JOB_LOG where JOB_STATE_ = 1")).as("two tries each").isGreaterThanOrEqualTo(2 * FAILING);

    jdbc.sql("select PROCESS_INSTANCE_ID_ from ACT_RU_JOB where RETRIES_ = 0").query(String.class).list().forEach(this::mend);
    String retry = "/api/incidents/" + group.path("id").asText() + "/retry";
    assertThat(admin().postForObject(retry, Map.of("reason", "the step has what it needs"), JsonNode.class).path("retried").asInt()).isEqualTo(FAILING);
    load.end();
    awaitQuiet();

    cases.forEach(number -> assertThat(load.goOn(number, "works")).as(number).isTrue());
    assertThat(jdbc.sql("select count(*) from ACT_HI_PROCINST where END_TIME_ is not null and BUSINESS_KEY_ in (:cases)").param("cases", cases).query(Integer.class).single())
        .isEqualTo(FAILING);
  }

  @Test
  @Order(7)
  void aMailServerThatIsSlowAndThenGoneHoldsUpMailAloneAndGetsEachMessageOnce() throws Exception {
    load.begin(PEOPLE);
    wayOfMail.slow(SLOW);
    awaitWork(MUCH);
    wayOfMail.cut();
    awaitWork(MUCH);
    wayOfMail.restore();
    load.end();

    awaitQuiet();
  }

  @Test
  @Order(8)
  void anAttachmentForWhichTheDiskHasNoRoomIsRefusedWithTheReasonAndNoHalfOfItStays() throws Exception {
    assumeTrue(disk.isMounted(), "A full disk is not tested: whoever tests may not mount one");
    String number = load.start();
    KefuClient kefu = new KefuClient(second.address(), PASSWORD);
    kefu.attach(Load.STARTER, number, "receipt", "first.txt", "1".repeat(LARGE));
    disk.fillUpTo(LARGE / 2);

    assertThatThrownBy(() -> kefu.attach(Load.STARTER, number, "receipt", "second.txt", "2".repeat(LARGE))).isInstanceOfSatisfying(KefuClient.Refused.class,
        refused -> assertThat(refused.status()).isEqualTo(507)).hasMessageContaining("the disk is full");

    assertThat(disk.files("incoming")).isEmpty();
    assertThat(attachments(number)).containsExactly("first.txt");
    disk.makeRoom();
    kefu.attach(Load.STARTER, number, "receipt", "second.txt", "2".repeat(LARGE));
    assertThat(attachments(number)).containsExactly("first.txt", "second.txt");
    for (String key : jdbc.sql("select storage_key from document_attachments where case_number = ?").param(number).query(String.class).list()) {
      assertThat(disk.folder().resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key)).hasSize(LARGE);
    }
  }

  @Test
  @Order(9)
  void casesGoOnWhileOneNodeAfterTheOtherGetsNewerModels() throws Exception {
    Path newer = Programs.make(home.resolve("kefu-newer.jar"), model -> model.replace(">PT1S<", ">PT2S<"));
    load.begin(PEOPLE);
    second.stop();
    startSecond(newer);
    second.awaitReady();
    awaitWork(MUCH);
    assertThat(number(VERSIONS)).isEqualTo(2);
    // The older program once more, as when its machine restarts meanwhile: it brings its models back, until the newer one starts.
    first.kill();
    startFirst(program);
    first.awaitReady();
    assertThat(number(VERSIONS)).isEqualTo(3);
    first.stop();
    startFirst(newer);
    first.awaitReady();
    awaitWork(MUCH);
    load.end();

    awaitQuiet();
    assertThat(number(VERSIONS)).isEqualTo(4);
    assertThat(number("select count(distinct PROC_DEF_ID_) from ACT_HI_PROCINST where END_TIME_ is not null and PROC_DEF_KEY_ = '" + Load.TRIAL + "'"))
        .as("cases of both models ended").isGreaterThan(1);
    JsonNode trail = admin().getForObject("/api/audit/verification", JsonNode.class);
    assertThat(trail.path("intact").asBoolean()).as("the audit trail is whole: %s", trail).isTrue();
  }

  /** Both answers to a request that is sent to both nodes at once; a refusal is none. */
  private static <T> List<T> both(Supplier<T> request) {
    List<CompletableFuture<T>> answers = Stream.of(1, 2).map(node -> CompletableFuture.supplyAsync(request)).toList();
    return answers.stream().map(answer -> answer.exceptionally(refused -> null).join()).filter(Objects::nonNull).toList();
  }

  private void startFirst(Path jar) {
    first.start(jar, settings(wayOfFirst));
  }

  private void startSecond(Path jar) {
    // Its attachments lie on a disk that a test fills.
    second.start(jar, settings(wayOfSecond, "--kefu.document.store=files", "--kefu.document.folder=" + disk.folder()));
  }

  /** As in production, but everything that comes round comes sooner. */
  private List<String> settings(Relay way, String... more) {
    List<String> settings = new ArrayList<>(List.of("--spring.profiles.active=demo,mysql", "--KEFU_DB_HOST=127.0.0.1", "--KEFU_DB_PORT=" + way.port(), "--KEFU_DB_NAME=" + database,
        "--KEFU_DB_USER=root", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + wayOfMail.port(), "--kefu.notification.from=service@kefu.example",
        "--kefu.notification.send-every=PT1S", "--kefu.notification.lease=PT1M",
        "--kefu.notification.retry-after=" + "2s,".repeat(30) + "2s",
        "--spring.datasource.hikari.connection-timeout=3000", "--kefu.deadline.sweep-every=PT20S", "--kefu.complaint.intake.limit.requests=100000",
        "--camunda.bpm.job-execution.lock-time-in-millis=" + JOB_LOCK.toMillis()));
    settings.addAll(List.of(more));
    return settings;
  }

  private String token() {
    return new KefuClient(first.address(), PASSWORD).post("admin", "/api/complaints/tokens", Map.of("channel", "web-shop", "formChannel", "web")).path("token").asText();
  }

  private List<String> attachments(String caseNumber) {
    return jdbc.sql("select file_name from document_attachments where case_number = ? order by id").param(caseNumber).query(String.class).list();
  }

  private TestRestTemplate admin() {
    return new TestRestTemplate(new RestTemplateBuilder().rootUri(first.address().toString())).withBasicAuth("admin", PASSWORD);
  }

  /** Gives a case what its step lacks. */
  private void mend(String instance) {
    HttpHeaders reason = new HttpHeaders();
    reason.set("Kefu-Repair-Reason", "thought%20was%20missing");
    Map<String, Object> thought = Map.of("modifications", Map.of("thought", Map.of("value", "at last", "type", "String")));
    String address = "/engine-rest/process-instance/" + instance + "/variables";
    assertThat(admin().exchange(address, HttpMethod.POST, new HttpEntity<>(thought, reason), String.class).getStatusCode().value()).isEqualTo(204);
  }

  private static String idOf(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitWork(int requests) {
    long before = ledger.accepted();
    Awaitility.await("work goes on; not answered: " + load.unanswered()).atMost(QUIET).pollInterval(Duration.ofMillis(200)).until(() -> ledger.accepted() >= before + requests);
  }

  /** Until the jobs of the trial and the messages are done. */
  private void awaitQuiet() {
    Awaitility.await("jobs done").atMost(QUIET).until(() -> number("select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = '" + Load.TRIAL + "'") == 0);
    Awaitility.await("messages sent").atMost(QUIET).until(() -> number("select count(*) from notification_messages where state in ('waiting', 'sending')") == 0);
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
