package dev.kefu.tasklist.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.tasklist.TrialCases;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * First page and count of the stored filters among very many open tasks, for a person of five groups out of thirty: a sixth of all tasks is offered to them, a fifth of
 * all is somebody's already. Made by SQL; runs with its profile only.
 */
@KefuIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ManyTasksIT {

  private static final String PERSON = "many-tasks-trial";
  private static final List<String> FILTERS = List.of("My tasks 我的任務", "My group's tasks 本組任務", "Overdue 已逾期", "Due today 今日到期");
  private static final int GROUPS = 30;
  private static final int OWN_GROUPS = 5;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 40;

  @Autowired private JdbcClient jdbc;
  @Autowired private ProcessEngine engine;
  @Autowired private FilterService filters;
  @Autowired private IdentityService identities;

  private String definition;

  @BeforeAll
  void person() {
    new TrialCases(engine).deploy();
    definition = jdbc.sql("select ID_ from ACT_RE_PROCDEF where KEY_ = ? order by VERSION_ desc limit 1").param(TrialCases.PROCESS).query(String.class).single();
    User user = identities.newUser(PERSON);
    user.setFirstName("Trial");
    user.setLastName("Person");
    user.setPassword("Welcome-2-Kefu!");
    identities.saveUser(user);
    IntStream.range(0, GROUPS).mapToObj(ManyTasksIT::group).forEach(group -> identities.saveGroup(identities.newGroup(group)));
    IntStream.range(0, OWN_GROUPS).forEach(own -> identities.createMembership(PERSON, group(own)));
    jdbc.sql("create table many_tasks_numbers (n int not null primary key)").update();
    IntStream.range(0, 1000).forEach(n -> jdbc.sql("insert into many_tasks_numbers (n) values (?)").param(n).update());
  }

  @AfterAll
  void clear() {
    jdbc.sql("drop table many_tasks_numbers").update();
    jdbc.sql("delete from ACT_RU_IDENTITYLINK where ID_ like 'many-%'").update();
    jdbc.sql("delete from ACT_RU_TASK where ID_ like 'many-%'").update();
    jdbc.sql("delete from ACT_RU_EXECUTION where ID_ like 'many-%'").update();
    identities.deleteUser(PERSON);
    IntStream.range(0, GROUPS).mapToObj(ManyTasksIT::group).forEach(identities::deleteGroup);
  }

  @ParameterizedTest(name = "{0} thousand")
  @CsvSource({"1,60", "20,60", "100,200"})
  void firstPageAndCountComeAtOnce(int thousands, long milliseconds) {
    fillUpTo(thousands);
    Map<String, Duration> took = new LinkedHashMap<>();
    for (String filter : FILTERS) {
      String id = filters.createFilterQuery().filterName(filter).singleResult().getId();
      took.put(filter + ", first page", p95(() -> filters.listPage(id, 0, 15)));
      took.put(filter + ", count", p95(() -> filters.count(id)));
    }
    took.forEach((question, time) -> System.out.println(thousands + ",000 open tasks, " + question + ": " + time.toMillis() + " ms (p95)"));
    assertThat(took).allSatisfy((question, time) -> assertThat(time).as(question).isLessThan(Duration.ofMillis(milliseconds)));
    String offered = filters.createFilterQuery().filterName("My group's tasks 本組任務").singleResult().getId();
    assertThat(as(() -> filters.count(offered))).isEqualTo(IntStream.range(0, thousands * 1000).filter(task -> task % GROUPS < OWN_GROUPS && task / GROUPS % 5 != 0).count());
  }

  private Duration p95(Runnable question) {
    IntStream.range(0, WARM_UP).forEach(round -> time(question));
    return IntStream.range(0, ROUNDS).mapToObj(round -> time(question)).sorted().toList().get(ROUNDS * 95 / 100);
  }

  private Duration time(Runnable question) {
    return as(() -> {
      long start = System.nanoTime();
      question.run();
      return Duration.ofNanos(System.nanoTime() - start);
    });
  }

  private <T> T as(Supplier<T> question) {
    return new Persons(engine).as(PERSON, question);
  }

  /** Every task a minute older than the one before, due some days after; a group after the other, and of a group's tasks every fifth is somebody's. */
  private void fillUpTo(int thousands) {
    int present = jdbc.sql("select count(*) from ACT_RU_TASK where ID_ like 'many-%'").query(Integer.class).single() / 1000;
    String number = "(a.n * 1000 + b.n)";
    String rows = " from many_tasks_numbers a cross join many_tasks_numbers b where a.n >= " + present + " and a.n < " + thousands;
    String created = "timestampadd(minute, -" + number + ", current_timestamp)";
    jdbc.sql("insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_, SEQUENCE_COUNTER_)"
        + " select concat('many-', " + number + "), 1, concat('many-', " + number + "), concat('many-', " + number + "), concat('TRY-', " + number + "), '" + definition + "', true, false, true, false, 1, 2, 1" + rows).update();
    jdbc.sql("insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, PRIORITY_, CREATE_TIME_, DUE_DATE_, ASSIGNEE_, SUSPENSION_STATE_, TASK_STATE_) select concat('many-', "
        + number + "), 1, concat('many-', " + number + "), concat('many-', " + number + "), '" + definition + "', 'Answer 答覆', 'userTask_answer', 50, " + created + ", timestampadd(day, mod(b.n, 20) - 10, current_timestamp),"
        + " case when mod(floor(" + number + " / " + GROUPS + "), 5) = 0 then 'call-center-agent' else null end, 1, 'Created'" + rows).update();
    jdbc.sql("insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_) select concat('many-', " + number + "), 1, concat('many-tasks-', mod(" + number + ", " + GROUPS + ")), 'candidate', concat('many-', " + number + ")" + rows)
        .update();
  }

  private static String group(int number) {
    return "many-tasks-" + number;
  }
}
