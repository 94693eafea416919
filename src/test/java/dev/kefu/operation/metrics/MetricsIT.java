package dev.kefu.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kefu.KefuIT;
import dev.kefu.operation.OperationTrial;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ReflectionUtils;

/** What a scrape says, and that everything that dashboard and alarms ask for is there. */
@KefuIT
class MetricsIT {

  /** Prometheus makes them itself. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");
  /** A Java that has not collected garbage yet has no such pause. */
  private static final Set<String> MAY_COME_LATER = Set.of("jvm_gc_pause_seconds_sum");

  @Autowired private ProcessEngine engine;
  @Autowired private CaseGauges gauges;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private MeterRegistry meters;
  @Autowired private ApplicationContext beans;
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
  void casesAreCountedWhenTheyStartAndEndAndWhileTheyAreOpen() {
    double startedBefore = value("kefu_cases_started_total", "process=\"operation-trial\"");
    double finishedBefore = value("kefu_cases_finished_total", "outcome=\"done\",process=\"operation-trial\"");
    ProcessInstance first = trial.atConfirm();
    trial.atConfirm();
    trial.start(Map.of("thought", "later"));

    count();
    assertThat(value("kefu_cases_open", "process=\"operation-trial\"")).isEqualTo(3);
    assertThat(value("kefu_tasks_open", "process=\"operation-trial\"")).isEqualTo(2);

    trial.confirm(first, Map.of("note", "fine"));

    count();
    assertThat(value("kefu_cases_open", "process=\"operation-trial\"")).isEqualTo(2);
    assertThat(value("kefu_tasks_open", "process=\"operation-trial\"")).isEqualTo(1);
    assertThat(value("kefu_cases_started_total", "process=\"operation-trial\"") - startedBefore).isEqualTo(3);
    assertThat(value("kefu_cases_finished_total", "outcome=\"done\",process=\"operation-trial\"") - finishedBefore).isEqualTo(1);
  }

  @Test
  void aRefusedFormIsCountedAndChangesNothing() {
    ProcessInstance one = trial.atConfirm();
    double before = value("kefu_form_refusals_total", "form=\"operation-trial-confirm\"");

    assertThat(catchThrowable(() -> trial.confirm(one, Map.of()))).hasMessageContaining("Note 備註");

    assertThat(value("kefu_form_refusals_total", "form=\"operation-trial-confirm\"") - before).isEqualTo(1);
    assertThat(engine.getTaskService().createTaskQuery().processInstanceId(one.getId()).count()).isEqualTo(1);
  }

  @Test
  void stepsThatStandStillAndJobsThatWaitAreCounted() {
    trial.failed();
    trial.start(Map.of("thought", "later"));

    count();

    assertThat(value("kefu_incidents_open", "process=\"operation-trial\"")).isEqualTo(1);
    assertThat(value("kefu_jobs", "state=\"failed\"")).isPositive();
    assertThat(value("kefu_jobs", "state=\"due\"")).isPositive();
    assertThat(value("kefu_jobs_oldest_due_age_seconds", "")).isNotNegative();
    assertThat(value("kefu_counts_age_seconds", "")).isNotNegative();
  }

  @Test
  void lateAndEscalatedTasksAreCountedByProcess() {
    ProcessInstance one = trial.atConfirm();
    count();
    assertThat(value("kefu_deadlines_overdue", "of=\"task\",process=\"operation-trial\"")).isZero();

    jdbc.sql("update deadline_clocks set due_at = '2020-01-01 00:00:00.000', escalated_at = '2020-01-01 00:00:00.000' where process_instance_id = ? and task_id is not null")
        .param(one.getId()).update();
    count();

    assertThat(value("kefu_deadlines_overdue", "of=\"task\",process=\"operation-trial\"")).isEqualTo(1);
    assertThat(value("kefu_deadlines_escalated", "of=\"task\",process=\"operation-trial\"")).isEqualTo(1);
  }

  @Test
  void everyExpressionOfDashboardAndAlarmsNamesAMetricThatIsThere() throws IOException {
    ProcessInstance one = trial.atConfirm();
    trial.failed();
    catchThrowable(() -> trial.confirm(one, Map.of()));
    // Nobody writes variables by hand.
    http.withBasicAuth("call-center-agent", password).put("/engine-rest/process-instance/" + one.getId() + "/variables/note", Map.of("value", "x", "type", "String"));
    trial.confirm(one, Map.of("note", "fine"));
    trial.atConfirm();
    count();
    Set<String> there = names(scrape());

    Set<String> missing = new TreeSet<>();
    for (String expression : Expressions.all()) {
      Set<String> metrics = Expressions.metrics(expression);
      assertThat(metrics).as(expression).isNotEmpty();
      missing.addAll(metrics);
    }
    missing.removeAll(there);
    missing.removeAll(OF_PROMETHEUS);
    missing.removeAll(MAY_COME_LATER);
    assertThat(missing).isEmpty();
  }

  @Test
  void theRunbookSaysWhatEveryMetricOfOursMeans() throws IOException {
    trial.confirm(trial.atConfirm(), Map.of("note", "fine"));
    trial.atConfirm();
    count();
    String runbook = Files.readString(Path.of("src/docs/runbook.md"));

    assertThat(names(scrape()).stream().filter(name -> name.startsWith("kefu_"))).isNotEmpty().allSatisfy(name -> assertThat(runbook).contains("`" + name));
  }

  @Test
  void noLabelNamesAPersonOrACase() {
    trial.atConfirm();
    count();
    Set<String> labels = meters.getMeters().stream().filter(meter -> meter.getId().getName().startsWith("kefu.")).flatMap(meter -> meter.getId().getTags().stream())
        .map(tag -> tag.getKey()).collect(Collectors.toCollection(TreeSet::new));
    assertThat(labels).isSubsetOf(Set.of("process", "of", "state", "outcome", "form", "command"));
  }

  /** All that counts now and then; the deadlines' part is another module's. */
  private void count() {
    gauges.count();
    Object deadlines = beans.getBean("deadlineGauges");
    List.of(deadlines.getClass().getDeclaredMethods()).stream().filter(method -> method.isAnnotationPresent(Scheduled.class)).forEach(method -> {
      method.setAccessible(true);
      ReflectionUtils.invokeMethod(method, deadlines);
    });
  }

  private String scrape() {
    return http.withBasicAuth("admin", password).getForObject("/actuator/prometheus", String.class);
  }

  /** The value of one line; zero when it is not there. */
  private double value(String name, String labels) {
    String line = labels.isEmpty() ? name + " " : name + "{" + labels + "} ";
    return scrape().lines().filter(one -> one.startsWith(line)).map(one -> Double.valueOf(one.substring(line.length()).strip())).findFirst().orElse(0.0);
  }

  private static Set<String> names(String scrape) {
    Pattern name = Pattern.compile("^[a-zA-Z_:][\\w:]*");
    return scrape.lines().filter(line -> !line.startsWith("#")).map(name::matcher).filter(Matcher::find).map(Matcher::group).collect(Collectors.toSet());
  }
}
