package dev.kefu.history.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** History over a hundred thousand finished cases with a million steps, made by SQL; one of them has five hundred steps. Runs with its profile only. */
@KefuIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionRowsIT {

  private static final String PROCESS = "complaint-handling";
  private static final String CASES = "/api/history/processes/" + PROCESS + "/cases";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int ROUNDS = 3;

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Autowired private DayCounts days;
  @Value("${kefu.demo.password}") private String password;

  @BeforeAll
  void fill() {
    clear();
    String definition = jdbc.sql("select ID_ from ACT_RE_PROCDEF where KEY_ = ? order by VERSION_ desc limit 1").param(PROCESS).query(String.class).single();
    jdbc.sql("create table history_trial_numbers (n int not null primary key)").update();
    IntStream.range(0, 1000).forEach(n -> jdbc.sql("insert into history_trial_numbers (n) values (?)").param(n).update());
    String cases = " from history_trial_numbers a cross join history_trial_numbers b where a.n < 100";
    String id = "concat('mil-', a.n, '-', b.n)";
    // An hour after the other, and each took some minutes.
    String moment = "timestampadd(minute, (a.n * 1000 + b.n) * 10 + %d, timestamp '2024-01-01 00:00:00')";
    jdbc.sql("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_, DURATION_, END_ACT_ID_, ROOT_PROC_INST_ID_, STATE_) select " + id + ", " + id
        + ", concat('CMP-1998-', a.n * 1000 + b.n), '" + PROCESS + "', '" + definition + "', " + moment.formatted(0) + ", " + moment.formatted(9) + ", (b.n + 1) * 1000, 'endEvent_closed', " + id
        + ", 'COMPLETED'" + cases).update();
    for (String name : List.of("customerCode", "customerName")) {
      jdbc.sql("insert into ACT_HI_VARINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, EXECUTION_ID_, ACT_INST_ID_, NAME_, VAR_TYPE_, REV_, TEXT_, STATE_) select concat('milv-" + name + "-', a.n, '-', b.n), "
          + id + ", " + id + ", '" + PROCESS + "', '" + definition + "', " + id + ", " + id + ", '" + name + "', 'string', 0, concat('" + (name.equals("customerCode") ? "C" : "Trial company 試驗 ") + "', b.n), 'CREATED'" + cases).update();
    }
    for (int step = 0; step < 10; step++) {
      jdbc.sql("insert into ACT_HI_ACTINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, EXECUTION_ID_, PARENT_ACT_INST_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_, SEQUENCE_COUNTER_)"
          + " select concat('mila-" + step + "-', a.n, '-', b.n), " + id + ", " + id + ", '" + PROCESS + "', '" + definition + "', " + id + ", " + id + ", 'userTask_step" + step + "', 'userTask', " + moment.formatted(step) + ", "
          + moment.formatted(step) + ", 1000, 4, " + step + cases).update();
    }
    jdbc.sql("insert into ACT_HI_ACTINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, EXECUTION_ID_, PARENT_ACT_INST_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_, SEQUENCE_COUNTER_)"
        + " select concat('milx-', a.n), 'mil-0-0', 'mil-0-0', '" + PROCESS + "', '" + definition + "', 'mil-0-0', 'mil-0-0', 'userTask_register', 'userTask', timestamp '2024-01-01 00:00:00', timestamp '2024-01-01 00:09:00', 1000, 4, a.n"
        + " from history_trial_numbers a where a.n < 500").update();
    days.count();
  }

  @AfterAll
  void clear() {
    jdbc.sql("drop table if exists history_trial_numbers").update();
    List.of("history_step_counts", "history_days_counted").forEach(table -> jdbc.sql("delete from " + table).update());
    List.of("ACT_HI_ACTINST", "ACT_HI_VARINST", "ACT_HI_PROCINST").forEach(table -> jdbc.sql("delete from " + table + " where PROC_INST_ID_ like 'mil-%'").update());
  }

  @ParameterizedTest
  @ValueSource(strings = {CASES, CASES + "?state=finished", CASES + "?state=running", CASES + "?state=overdue", CASES + "?number=CMP-1998-4711", CASES + "?customer=C17", CASES + "?customer=試驗 777", CASES + "?person=complaint-specialist",
      CASES + "?from=2025-01-01&to=2025-01-31", CASES + "?sort=ended&descending=false", CASES + "?page=200", "/api/history/processes/" + PROCESS + "/activities", "/api/history/processes/" + PROCESS + "/activities?from=2025-01-01&to=2025-01-31",
      "/api/history/cases/CMP-1998-0",
      "/api/history/cases/CMP-1998-0/parts/mil-0-0/path", "/api/history/department", "/api/history/department?months=24"})
  void anAnswerComesWithinASecond(String address) {
    Duration fastest = IntStream.range(0, ROUNDS).mapToObj(round -> time(address)).min(Duration::compareTo).orElseThrow();
    assertThat(fastest).as(address).isLessThan(SECOND);
  }

  private Duration time(String address) {
    long start = System.nanoTime();
    ResponseEntity<String> answer = http.withBasicAuth("auditor", password).getForEntity(address, String.class);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    System.out.println(address + ": " + took.toMillis() + " ms");
    return took;
  }
}
