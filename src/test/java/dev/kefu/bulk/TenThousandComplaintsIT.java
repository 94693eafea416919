package dev.kefu.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.TestDatabase;
import dev.kefu.deadline.DeadlineSweep;
import dev.kefu.demo.KefuClient;
import dev.kefu.engine.CasesFromOutside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * Ten thousand generated complaints of all kinds, from their first form to their ends, through the gate as the demo users: {@code ./mvnw -Pten-thousand verify}.
 * System properties: {@code kefu.cases} (10000), {@code kefu.threads} (processors), {@code kefu.seed} (1). It runs on a file of H2, twice as fast as
 * on a MySQL that shares two cores with it; the file grows to some 40 GB.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"kefu.audit.seal-every=PT1M", "kefu.audit.seals-file=target/ten-thousand/seals.log", "logging.level.dev.kefu=warn"})
@ActiveProfiles(resolver = TestDatabase.class)
@ContextConfiguration(initializers = {TestDatabase.class, TenThousandComplaintsIT.OwnFolder.class})
@ExtendWith(TestDatabase.class)
class TenThousandComplaintsIT {

  private static final Path FOLDER = Path.of("target", "ten-thousand");
  private static final int CASES = Integer.getInteger("kefu.cases", 10_000);
  private static final int THREADS = Integer.getInteger("kefu.threads", Runtime.getRuntime().availableProcessors());
  private static final long SEED = Long.getLong("kefu.seed", 1);
  /** Long enough for the second call-back after thirty days. */
  private static final int DAYS = 30;
  /** With fewer cases what is rare may be missing: it is named, and nothing more. */
  private static final int ENOUGH = 2_000;
  private static final long MOST_GROWTH = 64L << 20;
  private static final String ROUND = "customer-callback-schedule";

  @Autowired private ProcessEngine engine;
  @Autowired private CasesFromOutside outside;
  @Autowired private DeadlineSweep deadlines;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  private final Kinds kinds = Kinds.read();
  private final Tally tally = new Tally();
  private final Random plan = new Random(SEED);
  private final List<Long> heap = new ArrayList<>();
  private int generated;

  /** Database, attachments and seals of this run alone. */
  static final class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      TestPropertyValues.of("kefu.data=" + FOLDER.toAbsolutePath(), "spring.datasource.url=jdbc:h2:file:" + FOLDER.toAbsolutePath().resolve("kefu") + ";${kefu.h2-settings}").applyTo(context);
    }
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void everyCaseComesToItsEnd() throws Exception {
    Instant begun = Instant.now();
    // From the first of a month on, so that the second month's analysis finds fewer cases than the first one's.
    SimulatedDay day = new SimulatedDay(LocalDate.now(clock).with(TemporalAdjusters.firstDayOfNextMonth()));
    Worker worker = new Worker(engine, outside, new KefuClient(URI.create("http://localhost:" + port), password), clock, kinds, new Steps(engine.getRepositoryService()), day, tally);
    say("%,d cases, seed %d, %d threads, from %s".formatted(CASES, SEED, THREADS, day.day()));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Progress progress = new Progress(tally, CASES, day)) {
      work(threads, worker, today());
      while (generated < CASES || !tally.isNobodyParked()) {
        day.end();
        morning();
        work(threads, worker, today());
        measure();
      }
    } finally {
      threads.shutdownNow();
    }
    report(Duration.between(begun, Instant.now()));
  }

  /** Who was put aside until today, and the new cases of today. */
  private Queue<Course> today() {
    Queue<Course> queue = new ConcurrentLinkedQueue<>();
    for (Course course : tally.takeParked()) {
      if (course.parkedUntil.isAfter(clock.instant())) {
        tally.park(course);
      } else {
        queue.add(course);
      }
    }
    for (int last = Math.min(CASES, generated + Math.max(1, (CASES + DAYS - 1) / DAYS)); generated < last;) {
      Kinds.Kind kind = kinds.any(plan);
      Course course = new Course(kind, SEED, ++generated);
      queue.add(kind.followedBy() == null ? course : course.followedBy(kinds.named(kind.followedBy()), SEED, ++generated));
    }
    return queue;
  }

  /** Works until nothing more can be done today, the cases that others started included. */
  private void work(ExecutorService threads, Worker worker, Queue<Course> today) throws InterruptedException, ExecutionException {
    for (Queue<Course> queue = today.isEmpty() ? startedByOthers() : today; !queue.isEmpty(); queue = startedByOthers()) {
      Queue<Course> now = queue;
      List<Future<?>> working = new ArrayList<>();
      IntStream.range(0, THREADS).forEach(thread -> working.add(threads.submit(() -> {
        for (Course course = now.poll(); course != null; course = now.poll()) {
          worker.work(course);
          if (course.parkedUntil != null) {
            tally.park(course);
          }
        }
      })));
      for (Future<?> one : working) {
        one.get();
      }
    }
  }

  private Queue<Course> startedByOthers() {
    Set<String> known = new HashSet<>(tally.known());
    Queue<Course> found = new ConcurrentLinkedQueue<>();
    for (ProcessInstance instance : engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().unlimitedList()) {
      if (!known.contains(instance.getId()) && !ROUND.equals(instance.getProcessDefinitionKey())) {
        found.add(Course.found(kinds.beside(instance.getProcessDefinitionKey(), new Random(SEED + instance.getId().hashCode())), instance.getBusinessKey(), instance.getId()));
      }
    }
    return found;
  }

  /** The timers and deadlines that the night brought; once no new complaints come, nobody is called because of an old one, and once all have ended no month is analysed any more. */
  private void morning() {
    for (List<Job> due = due(); !due.isEmpty(); due = due()) {
      due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }
    deadlines.sweep();
  }

  private List<Job> due() {
    return engine.getManagementService().createJobQuery().executable().unlimitedList().stream()
        .filter(job -> job.getProcessDefinitionKey() != null && isWanted(job)).toList();
  }

  private boolean isWanted(Job job) {
    boolean asksForNewCases = job.getProcessInstanceId() == null && tally.doneCases() >= CASES;
    return !asksForNewCases && (generated < CASES || !ROUND.equals(job.getProcessDefinitionKey()));
  }

  private void measure() {
    if (generated >= (heap.size() + 1) * CASES / 4) {
      System.gc();
      heap.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      say("heap after collection at %d/4: %,d MB".formatted(heap.size(), heap.get(heap.size() - 1) >> 20));
      List<String> missing = findings().missing();
      say("not reached so far: " + (missing.isEmpty() ? "nothing" : String.join("; ", missing)));
    }
  }

  private Findings findings() {
    return new Findings(engine.getRepositoryService(), jdbc, kinds);
  }

  private void report(Duration took) throws IOException {
    Findings findings = findings();
    long failedJobs = engine.getManagementService().createJobQuery().noRetriesLeft().count();
    long engineIncidents = engine.getRuntimeService().createIncidentQuery().count();
    long running = jdbc.sql("select count(*) from ACT_HI_PROCINST where END_TIME_ is null").query(Long.class).single();
    String text = """
        %,d cases of seed %d came to their ends, %,d other cases that they started, %,d steps, in %d min %d s: %.1f cases a second, %.0f steps a second
        incidents %d, failed jobs %d, incidents in the engine %d, still running %d, repeated because another case held a row %d, refused as not theirs (C6) %d
        heap after collection at each quarter, MB: %s
        forms that a register refused and somebody wrote anew: %s
        kinds: %s
        """.formatted(tally.endedCases(), SEED, tally.besides(), tally.steps(), took.toMinutes(), took.toSecondsPart(), (tally.endedCases() + tally.besides()) / (took.toMillis() / 1000.0),
        tally.steps() / (took.toMillis() / 1000.0), tally.incidents(), failedJobs, engineIncidents, running, tally.repetitions(), tally.refusals(), heap.stream().map(bytes -> bytes >> 20).toList(), tally.corrections(), tally.kinds());
    text += findings;
    text += findings.missing().isEmpty() ? "" : "\nNot reached 未達到:\n  " + String.join("\n  ", findings.missing()) + "\n";
    say("\n" + text);
    Files.writeString(FOLDER.resolve("report.txt"), text);
    assertThat(tally.incidents()).as("cases that went no further").isZero();
    assertThat(failedJobs + engineIncidents).as("failed jobs and incidents in the engine").isZero();
    assertThat(running).as("cases that still run").isZero();
    assertThat(tally.endedCases()).isEqualTo(CASES);
    if (CASES >= ENOUGH) {
      assertThat(findings.missing()).as("ends and rows that were not reached").isEmpty();
    }
    assertThat(heap.get(heap.size() - 1) - heap.get(0)).as("growth of the heap from the first quarter to the end, bytes").isLessThan(MOST_GROWTH);
  }

  private static void say(String line) {
    System.out.println("[" + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "] " + line);
  }
}
