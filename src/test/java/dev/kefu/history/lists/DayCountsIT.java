package dev.kefu.history.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers on the diagram are the same before and after the night in which they were counted. */
@KefuIT
class DayCountsIT {

  private static final String PROCESS = "complaint-handling";
  private static final String STEP = "userTask_counted";
  private static final String FINISHED = "4";
  private static final String CANCELED = "2";
  /** Long before any other test's case. */
  private static final LocalDate COUNTED = LocalDate.of(2020, 3, 1);
  private static final LocalDateTime THEN = COUNTED.atTime(10, 0);
  private static final LocalDateTime DAY_AFTER = COUNTED.plusDays(1).atStartOfDay();
  private static final String BEGUN_THEN = "?from=" + COUNTED + "&to=" + COUNTED;

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Autowired private DayCounts days;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  void steps() {
    step("1", THEN, THEN.plusMinutes(1), FINISHED);
    step("2", THEN, THEN.plusMinutes(3), FINISHED);
    step("3", THEN.minusDays(1), THEN, CANCELED);
    step("4", THEN.minusDays(1), DAY_AFTER, FINISHED);
    step("5", THEN, null, "0");
  }

  @AfterEach
  void nothingCounted() {
    jdbc.sql("delete from ACT_HI_ACTINST where ACT_ID_ like ?").param(STEP + "%").update();
    List.of("history_step_counts", "history_days_counted").forEach(table -> jdbc.sql("delete from " + table).update());
  }

  private void step(String id, LocalDateTime start, LocalDateTime end, String state) {
    jdbc.sql("insert into ACT_HI_ACTINST (ID_, PROC_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, EXECUTION_ID_, PARENT_ACT_INST_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_)"
            + " select ?, 'counted', KEY_, ID_, 'counted', 'counted', ?, 'userTask', ?, ?, ?, ? from ACT_RE_PROCDEF where KEY_ = ? order by VERSION_ desc limit 1")
        .params("counted-" + id, STEP, start, end, end == null ? null : Duration.between(start, end).toMillis(), state, PROCESS).update();
  }

  private JsonNode counts(String period) {
    JsonNode all = http.withBasicAuth("auditor", password).getForObject("/api/history/processes/" + PROCESS + "/activities" + period, JsonNode.class);
    return StreamSupport.stream(all.spliterator(), false).filter(one -> one.path("activity").asText().equals(STEP)).findFirst().orElse(null);
  }

  @Test
  void theNightChangesNoNumber() {
    JsonNode before = counts("");
    JsonNode begunThen = counts(BEGUN_THEN);
    assertThat(before.path("running").asInt()).isEqualTo(1);
    assertThat(before.path("finished").asInt()).isEqualTo(3);
    assertThat(before.path("cancelled").asInt()).isEqualTo(1);
    assertThat(begunThen.path("finished").asInt()).isEqualTo(2);
    assertThat(begunThen.path("averageSeconds").asInt()).isEqualTo(120);

    days.countUntil(COUNTED);
    assertThat(jdbc.sql("select sum(finished) from history_step_counts where activity = ?").param(STEP).query(Integer.class).single()).as("what ended the day after waits").isEqualTo(2);
    assertThat(counts("")).isEqualTo(before);
    assertThat(counts(BEGUN_THEN)).isEqualTo(begunThen);

    days.countUntil(COUNTED);
    assertThat(counts("")).as("counted twice").isEqualTo(before);
  }

  @Test
  void whatIsCountedStaysWhenTheEngineForgets() {
    days.countUntil(COUNTED);
    jdbc.sql("delete from ACT_HI_ACTINST where ID_ in ('counted-1', 'counted-2')").update();
    assertThat(counts("").path("finished").asInt()).isEqualTo(3);
  }

  @Test
  void twoNodesCountOnce() {
    JsonNode before = counts("");
    CompletableFuture.allOf(IntStream.range(0, 4).mapToObj(node -> CompletableFuture.runAsync(() -> days.countUntil(COUNTED))).toArray(CompletableFuture[]::new)).join();
    assertThat(counts("")).isEqualTo(before);
  }
}
