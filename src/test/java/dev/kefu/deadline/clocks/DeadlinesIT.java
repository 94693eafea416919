package dev.kefu.deadline.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.calendar.CalendarChanged;
import dev.kefu.deadline.Deadlines;
import dev.kefu.deadline.Deadlines.Phase;
import dev.kefu.deadline.Deadlines.Standing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fridays, weekends and waits of September 2031, a year without statutory data; working hours 9-12 and 13-18. */
@KefuIT
class DeadlinesIT {

  private static final String FRIDAY_17 = "2031-09-12T17:00";
  private static final String AGENT = "call-center-agent";
  private static final String TEAM_LEADER = "call-center-team-leader";
  private static final String SPECIALIST = "relationship-specialist";
  private static final String SUPERVISOR = "relationship-supervisor";
  private static final String MANAGER = "customer-service-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private JdbcClient jdbc;
  @Autowired private Sweep sweep;
  @Autowired private SweepWatch watch;
  @Autowired private Deadlines deadlines;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private final List<String> started = new ArrayList<>();
  private final Map<String, String> left = new HashMap<>();
  private Persons persons;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    engine.getRepositoryService().createDeployment().name("deadline-trial").enableDuplicateFiltering(false)
        .addClasspathResource("deadline/deadline-trial.bpmn").addClasspathResource("deadline/trial-deadlines.dmn").deploy();
    // What other classes left open is none of this class's business.
    jdbc.sql("update deadline_clocks set state = 'DONE', next_at = null where state <> 'DONE'").update();
    at(FRIDAY_17);
  }

  @AfterEach
  void tidy() {
    started.forEach(id -> {
      if (runtimeService.createProcessInstanceQuery().processInstanceId(id).count() > 0) {
        runtimeService.deleteProcessInstance(id, "test over");
      }
    });
    comeBack();
    ClockUtil.reset();
    jdbc.sql("delete from notification_messages where message_key like 'deadline%' or created_at > '2031-01-01 00:00:00'").update();
    jdbc.sql("delete from calendar_days where notice_year = 2031").update();
    jdbc.sql("delete from calendar_years where notice_year = 2031").update();
    jdbc.sql("delete from calendar_exceptions where calendar_day between '2031-09-01' and '2031-09-30'").update();
    jdbc.sql("update calendar_state set stamp = ?").param(UUID.randomUUID().toString()).update();
  }

  @AfterAll
  static void resetHeartbeat(@Autowired JdbcClient jdbc) {
    jdbc.sql("update deadline_sweeps set swept_at = null").update();
  }

  @Test
  void workingDaysLeaveOutTheWeekendAndCalendarDaysDoNot() {
    String number = trial(Map.of());
    assertDue(number, "work", "2031-09-16T17:00");
    assertDue(number, "typed", "2031-09-16T17:00");
    done(number, "other");
    assertDue(number, "ask", "2031-09-15T17:00");
  }

  @Test
  void nightDoesNotCount() {
    at("2031-09-11T20:00");
    String evening = trial(Map.of());
    at("2031-09-12T08:00");
    String morning = trial(Map.of());
    assertThat(due(evening, "work")).isEqualTo(due(morning, "work"));
  }

  @Test
  void newHolidayAndMakeUpDayMoveWhatIsOpen() {
    String number = trial(Map.of());
    exception("2031-09-15", false);
    sweep.sweep();
    assertDue(number, "work", "2031-09-17T17:00");
    exception("2031-09-13", true);
    sweep.sweep();
    assertDue(number, "work", "2031-09-16T17:00");
    assertThat(column(number, "work", "reminded_at")).isNull();
  }

  @Test
  void importedYearMovesWhatIsOpen() {
    String number = trial(Map.of());
    assertDue(number, "work", "2031-09-16T17:00");
    assertThat(http.withBasicAuth(SPECIALIST, password).getForObject("/api/calendar?year=2031", String.class)).contains("The holidays of 2031 are not known", "2031年節假日數據尚未導入");

    String notice = String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN",
        "BEGIN:VEVENT", "UID:1", "DTSTAMP:20310101T000000Z", "SUMMARY:Feast 節", "DTSTART;VALUE=DATE:20310915", "DTEND;VALUE=DATE:20310917", "CATEGORIES:HOLIDAY", "END:VEVENT",
        "BEGIN:VEVENT", "UID:2", "DTSTAMP:20310101T000000Z", "SUMMARY:Work 上班", "DTSTART;VALUE=DATE:20310913", "CATEGORIES:WORKDAY", "END:VEVENT", "END:VCALENDAR", "");
    assertThat(http.withBasicAuth("customer-service-manager", password).exchange(RequestEntity.post("/api/calendar/years/2031")
        .contentType(new MediaType("text", "calendar")).body(notice.getBytes(StandardCharsets.UTF_8)), String.class).getStatusCode()).isEqualTo(HttpStatus.OK);
    assertDue(number, "work", "2031-09-16T17:00");
    sweep.sweep();

    // Saturday the 13th is worked, Monday and Tuesday are free.
    assertDue(number, "work", "2031-09-17T17:00");
    assertDue(number, "typed", "2031-09-17T17:00");
    assertThat(http.withBasicAuth(SPECIALIST, password).getForObject("/api/calendar?year=2031", String.class)).doesNotContain("not known");
    String later = trial(Map.of());
    done(later, "other");
    assertDue(later, "work", "2031-09-17T17:00");
    assertDue(later, "ask", "2031-09-15T17:00");
  }

  @Test
  void deadlineComesFromAVariableADateOrTheEndOfThePeriod() {
    String number = trial(Map.of("offerTime", "4h"));
    assertDue(number, "offer", "2031-09-12T21:00");
    assertDue(number, "plan", "2031-09-17T17:00");
    runtimeService.setVariable(instance(number), "visit", Spin.JSON("{\"date\":\"2031-09-26\"}"));
    assertDue(number, "plan", "2031-09-23T18:00");
    assertThat(due(number, "report")).startsWith("2031-09-30");
  }

  @Test
  void otherClocksStandStillWhileTheCustomerIsWaitedFor() {
    String number = trial(Map.of());
    at("2031-09-15T17:00");
    done(number, "other");
    assertThat(deadlines(SPECIALIST, number)).contains("\"state\":\"paused\"");

    at("2031-09-24T10:00");
    sweep.sweep();
    assertThat(column(number, "work", "reminded_at")).isNull();
    assertThat(column(number, "ask", "handed_over_at")).isNotNull();
    assertThat(isPaused(number, "work")).isTrue();
    done(number, "ask");

    // One working day was used before the pause, one is left.
    assertDue(number, "work", "2031-09-25T10:00");
    assertDue(number, "follow", "2031-09-16T17:00");
    assertThat(isPaused(number, "work")).isFalse();
  }

  @Test
  void newGradeMovesTheDeadlineAndRepeatsNothing() {
    String number = trial(Map.of("customerGrade", "B"));
    at("2031-09-16T12:00");
    sweep.sweep();
    assertThat(messages(number, "work", "deadline-reminder")).isEqualTo(1);

    runtimeService.setVariable(instance(number), "customerGrade", "A");
    assertDue(number, "work", "2031-09-15T17:00");
    sweep.sweep();
    sweep.sweep();

    assertThat(messages(number, "work", "deadline-reminder")).isEqualTo(1);
    assertThat(messages(number, "work", "deadline-escalation")).isEqualTo(1);
  }

  @Test
  void standingFollowsTheLadder() {
    String number = trial(Map.of());
    assertThat(standing(number, "work")).isEqualTo(new Standing(Phase.RUNNING, false, false));
    at("2031-09-16T12:00");
    assertThat(standing(number, "work")).isEqualTo(new Standing(Phase.DUE_SOON, false, false));
    at("2031-09-16T17:00");
    sweep.sweep();
    assertThat(standing(number, "work")).isEqualTo(new Standing(Phase.OVERDUE, true, false));
    at("2031-09-18T17:00");
    sweep.sweep();
    assertThat(standing(number, "work")).isEqualTo(new Standing(Phase.OVERDUE, true, true));
  }

  @Test
  void ladderOfAnUnclaimedTask() {
    String number = trial(Map.of());
    assertThat(groups(number, "work")).containsExactly(SPECIALIST);

    at("2031-09-16T11:59");
    sweep.sweep();
    assertThat(messages(number, "work", "deadline-reminder")).isZero();
    at("2031-09-16T12:00");
    sweep.sweep();
    assertThat(messages(number, "work", "deadline-reminder")).isEqualTo(1);

    at("2031-09-16T17:00");
    sweep.sweep();
    assertThat(groups(number, "work")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
    assertThat(task(number, "work").getPriority()).isEqualTo(75);
    assertThat(comments(number, "work")).singleElement().satisfies(comment -> assertThat(comment.getFullMessage()).contains("Overdue 已逾期", "客戶關係主管"));

    at("2031-09-18T17:00");
    sweep.sweep();
    assertThat(groups(number, "work")).containsExactly(SUPERVISOR);
    assertThat(task(number, "work").getPriority()).isEqualTo(100);
    assertThat(comments(number, "work")).hasSize(2);
    assertThat(messages(number, "work", "deadline-hand-over")).isEqualTo(1);

    sweep.sweep();
    assertThat(comments(number, "work")).hasSize(2);
  }

  @Test
  void vacantSuperiorIsPassedOverAtEveryRung() {
    String number = trial(Map.of());
    vacate(SUPERVISOR);
    at("2031-09-16T17:00");
    sweep.sweep();
    assertThat(groups(number, "work")).containsExactlyInAnyOrder(SPECIALIST, MANAGER);
    assertThat(messagesTo(number, "deadline-escalation", MANAGER)).isPositive();

    at("2031-09-18T17:00");
    sweep.sweep();
    assertThat(groups(number, "work")).containsExactly(MANAGER);
    assertThat(comments(number, "work")).anySatisfy(comment -> assertThat(comment.getFullMessage()).contains("handed over to", "客戶服務部經理"));
  }

  @Test
  void superiorWhoLeavesBetweenEscalationAndHandOverIsPassedOver() {
    String number = trial(Map.of());
    at("2031-09-16T17:00");
    sweep.sweep();
    assertThat(groups(number, "work")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
    vacate(SUPERVISOR);

    at("2031-09-18T17:00");
    sweep.sweep();
    assertThat(groups(number, "work")).containsExactly(MANAGER);
  }

  @Test
  void standInOfAVacantPostIsRemindedAndItsSuperiorTakesOver() {
    vacate(SPECIALIST);
    String number = trial(Map.of());
    assertThat(groups(number, "work")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
    at("2031-09-16T12:00");
    sweep.sweep();
    assertThat(messagesTo(number, "deadline-reminder", SUPERVISOR)).isPositive();

    at("2031-09-16T17:00");
    sweep.sweep();
    assertThat(groups(number, "work")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR, MANAGER);
    at("2031-09-18T17:00");
    sweep.sweep();
    assertThat(groups(number, "work")).containsExactly(MANAGER);
  }

  @Test
  void whatWasEscalatedStaysWithTheSuperiorWhenThePostIsHeldAgain() {
    String number = trial(Map.of());
    at("2031-09-16T17:00");
    sweep.sweep();
    vacate(SPECIALIST);
    comeBack();

    assertThat(groups(number, "work")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
    assertThat(finds(SUPERVISOR, task(number, "work").getId())).isTrue();
  }

  @Test
  void superiorFindsTakesAndDoesWhatWasHandedOver() {
    ProcessInstance help = persons.start(AGENT, "customer-help");
    started.add(help.getId());
    String number = help.getBusinessKey();
    Task record = taskService.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    assertThat(record.getDueDate()).isEqualTo(date("2031-09-12T21:00"));
    assertThat(finds(TEAM_LEADER, record.getId())).isFalse();

    at("2031-09-12T20:00");
    sweep.sweep();
    assertThat(jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = 'deadline-reminder'").param(number)
        .query(String.class).list()).containsExactly(AGENT);
    at("2031-09-12T21:00");
    sweep.sweep();
    assertThat(finds(TEAM_LEADER, record.getId())).isTrue();
    assertThat(finds(AGENT, record.getId())).isTrue();

    at("2031-09-13T01:00");
    sweep.sweep();
    assertThat(finds(AGENT, record.getId())).isFalse();
    assertThat(rest(TEAM_LEADER, "/engine-rest/task/" + record.getId() + "/claim", Map.of("userId", TEAM_LEADER))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(http.withBasicAuth(TEAM_LEADER, password).getForEntity("/engine-rest/task/" + record.getId() + "/deployed-form", String.class).getStatusCode())
        .isEqualTo(HttpStatus.OK);
    Map<String, Object> need = Map.of("value", "{\"customer\":\"Blue Lake Foods\",\"channel\":\"phone\",\"receivedAt\":\"2031-09-12T09:30+08:00\",\"kind\":\"other\","
        + "\"content\":\"Stops 停機\",\"answerKnown\":true,\"due\":\"2031-09-19T18:00+08:00\"}", "type", "Json");
    assertThat(rest(TEAM_LEADER, "/engine-rest/task/" + record.getId() + "/submit-form", Map.of("variables", Map.of("need", need)))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_answer").count()).isEqualTo(1);
  }

  @Test
  void sweepThatDiesInTheMiddleRepeatsAndLosesNothing() {
    String number = trial(Map.of());
    at("2031-09-16T17:00");

    sweep.sweep(row -> {
      throw new IllegalStateException("killed in the middle of a test");
    });
    assertThat(comments(number, "work")).isEmpty();
    assertThat(messages(number, "work", "deadline-escalation")).isZero();
    assertThat(groups(number, "work")).containsExactly(SPECIALIST);
    assertThat(task(number, "work").getPriority()).isEqualTo(50);

    sweep.sweep();
    sweep.sweep();
    assertThat(comments(number, "work")).hasSize(1);
    assertThat(messages(number, "work", "deadline-escalation")).isEqualTo(1);
    assertThat(groups(number, "work")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
  }

  @Test
  void twoNodesThatSweepAtOnceShareTheWork() throws Exception {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      numbers.add(trial(Map.of()));
    }
    at("2031-09-16T17:00");
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(nodes.submit(() -> {
          together.await();
          return sweep.sweep(row -> { });
        }));
      }
      for (Future<?> one : both) {
        one.get();
      }
    } finally {
      nodes.shutdown();
    }
    sweep.sweep();
    assertThat(numbers).allSatisfy(number -> {
      assertThat(comments(number, "work")).hasSize(1);
      assertThat(messages(number, "work", "deadline-escalation")).isEqualTo(1);
    });
  }

  @Test
  void wholeCaseHasAClockOfItsOwn() {
    String first = trial(Map.of());
    at("2031-09-15T17:00");
    String second = trial(Map.of());
    at("2031-09-24T17:00");
    sweep.sweep();

    assertThat(caseClock(first, "escalated_at")).isNotNull();
    assertThat(caseClock(second, "escalated_at")).isNull();
    assertThat(caseClock(second, "reminded_at")).isNotNull();
    assertThat(comments(first, "other")).anySatisfy(comment -> assertThat(comment.getFullMessage()).contains("整案逾期", "客戶關係主管"));
    assertThat(jdbc.sql("select count(*) from notification_messages where case_number = ? and template = 'deadline-escalation' and recipient_id = ?")
        .params(first, SUPERVISOR).query(Integer.class).single()).isPositive();

    runtimeService.deleteProcessInstance(instance(second), "over");
    assertThat(jdbc.sql("select distinct state from deadline_clocks where case_number = ?").param(second).query(String.class).list()).containsExactly("DONE");
    at("2031-09-25T17:00");
    assertThat(caseClock(second, "escalated_at")).isNull();
  }

  @Test
  void onlyThoseWhoTakePartSeeTheDeadlines() {
    String number = trial(Map.of());
    assertThat(deadlines(SPECIALIST, number)).contains("\"step\":\"work\"", "\"stepName\":\"Trial work\"", "\"countedFromName\":\"Step began 步驟開始\"",
        "\"stepName\":\"Whole case 整個案件\"", "\"deadline\":\"2wd\"", "\"due\":\"2031-09-16T17:00:00+08:00\"", "\"step\":\"case\"");
    assertThat(http.withBasicAuth("survey-specialist", password).getForEntity("/api/cases/" + number + "/deadlines", String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void standStillIsToldOnceAndHealthGoesDownButNotReadiness() {
    sweep.sweep();
    watch.watch();
    assertThat(health("")).isEqualTo(HttpStatus.OK);
    assertThat(alarms()).isZero();

    at("2032-07-08T16:59");
    watch.watch();
    watch.watch();
    assertThat(alarms()).isZero();
    at("2032-07-10T17:00");
    watch.watch();
    watch.watch();
    assertThat(alarms()).isEqualTo(1);
    assertThat(health("")).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(health("/readiness")).isEqualTo(HttpStatus.OK);
    assertThat(http.withBasicAuth("admin", password).getForObject("/actuator/prometheus", String.class)).containsPattern("kefu_deadline_sweep_age_seconds \\S*[1-9]");

    sweep.sweep();
    watch.watch();
    assertThat(alarms()).isEqualTo(1);
    assertThat(health("")).isEqualTo(HttpStatus.OK);
  }

  private HttpStatusCode health(String group) {
    return http.getForEntity("/actuator/health" + group, String.class).getStatusCode();
  }

  private int alarms() {
    return jdbc.sql("select count(*) from notification_messages where template = 'deadline-sweep-stands-still'").query(Integer.class).single();
  }

  private String trial(Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    ProcessInstance instance = runtimeService.startProcessInstanceByKey("deadline-trial", all);
    started.add(instance.getId());
    return runtimeService.createProcessInstanceQuery().processInstanceId(instance.getId()).singleResult().getBusinessKey();
  }

  private String instance(String number) {
    return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).singleResult().getId();
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_" + step).singleResult();
  }

  private void done(String number, String step) {
    taskService.complete(task(number, step).getId());
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).toList();
  }

  private List<Comment> comments(String number, String step) {
    return taskService.getTaskComments(task(number, step).getId());
  }

  private String due(String number, String step) {
    Date due = task(number, step).getDueDate();
    return due == null ? null : due.toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDateTime().toString();
  }

  private void assertDue(String number, String step, String expected) {
    assertThat(due(number, step)).as("due date of " + step).isEqualTo(expected);
  }

  private Object column(String number, String step, String column) {
    return jdbc.sql("select " + column + " from deadline_clocks where case_number = ? and step = ?").params(number, step).query().singleRow().get(column);
  }

  private Object caseClock(String number, String column) {
    return column(number, "case", column);
  }

  private int messages(String number, String step, String template) {
    long clock = ((Number) column(number, step, "id")).longValue();
    return jdbc.sql("select count(*) from notification_messages where message_key like ?").param("deadline/" + clock + "/" + template + "/%").query(Integer.class).single();
  }

  private int messagesTo(String number, String template, String recipient) {
    return jdbc.sql("select count(*) from notification_messages where case_number = ? and template = ? and recipient_id = ?").params(number, template, recipient)
        .query(Integer.class).single();
  }

  private void vacate(String role) {
    engine.getIdentityService().createUserQuery().memberOfGroup(role).list().stream().map(User::getId).forEach(user -> {
      left.put(user, role);
      engine.getIdentityService().deleteMembership(user, role);
    });
  }

  private void comeBack() {
    left.forEach(engine.getIdentityService()::createMembership);
    left.clear();
  }

  private String deadlines(String user, String number) {
    return http.withBasicAuth(user, password).getForObject("/api/cases/{number}/deadlines", String.class, number);
  }

  private boolean isPaused(String number, String step) {
    return standing(number, step).phase() == Phase.PAUSED;
  }

  private Standing standing(String number, String step) {
    String id = task(number, step).getId();
    return deadlines.standing(List.of(id)).get(id);
  }

  /** Whether the person finds the task in the lists. */
  private boolean finds(String user, String taskId) {
    return http.withBasicAuth(user, password).getForObject("/engine-rest/task?taskId={id}&maxResults=1", String.class, taskId).contains(taskId);
  }

  private HttpStatusCode rest(String user, String path, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity(path, body, String.class).getStatusCode();
  }

  private void exception(String day, boolean working) {
    jdbc.sql("insert into calendar_exceptions (calendar_day, working, hours, reason, changed_by, changed_at) values (?, ?, null, 'trial', 'admin', '2031-09-01 00:00:00')")
        .params(day, working).update();
    jdbc.sql("update calendar_state set stamp = ?").param(UUID.randomUUID().toString()).update();
    events.publishEvent(new CalendarChanged());
  }

  private static void at(String time) {
    ClockUtil.setCurrentTime(date(time));
  }

  private static Date date(String time) {
    return Date.from(LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
  }
}
