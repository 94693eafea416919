package dev.kefu.relationship.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.Persons;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The deadlines of P39, each over a weekend: a Friday at 17:00, working hours 9-12 and 13-18. */
@KefuIT
class CustomerHelpDeadlinesIT {

  private static final String FRIDAY_17 = "2031-09-12T17:00";
  private static final String AGENT = "call-center-agent";
  private static final String SPECIALIST = "relationship-specialist";
  private static final String SUPERVISOR = "relationship-supervisor";
  private static final String ENGINEER = "technical-support-engineer";
  private static final String KNOWN = "Blue Lake Foods";

  @Autowired
  private RuntimeService runtimeService;
  @Autowired
  private TaskService taskService;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private List<ScheduledTaskHolder> scheduled;
  @Autowired
  private Clock clock;
  @Autowired
  private TestRestTemplate http;
  @Value("${kefu.demo.password}")
  private String password;
  private final List<String> started = new ArrayList<>();
  private Persons persons;

  @BeforeEach
  void friday(@Autowired ProcessEngine engine) {
    persons = new Persons(engine);
    // What other classes left open is none of this class's business.
    jdbc.sql("update deadline_clocks set state = 'DONE', next_at = null where state <> 'DONE'").update();
    at(FRIDAY_17);
  }

  @AfterEach
  void tidy() {
    started.stream().filter(id -> runtimeService.createProcessInstanceQuery().processInstanceId(id).count() > 0)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "test over"));
    ClockUtil.reset();
    jdbc.sql("delete from notification_messages where created_at > '2031-01-01 00:00:00'").update();
  }

  @AfterAll
  static void resetHeartbeat(@Autowired JdbcClient jdbc) {
    jdbc.sql("update deadline_sweeps set swept_at = null").update();
  }

  @Test
  void needIsRecordedAtOnceAndTheCaseHasAMonth() {
    String number = start(AGENT);
    assertDue(number, "record", "2031-09-12T21:00");
    assertThat(caseDue(number)).isEqualTo("2031-10-12T17:00");
  }

  @Test
  void customerOfManyIsChosenWithinHoursAndRegisteredWithinADay() {
    String number = record(AGENT, "王小明", "usageQuestion", true);
    assertDue(number, "chooseCustomer", "2031-09-12T21:00");
    persons.submit(AGENT, number, "userTask_chooseCustomer", "choice", Map.of("way", "register"));
    assertDue(number, "registerCustomer", "2031-09-15T17:00");
  }

  @Test
  void answerTakesAWorkingDayAndTheCustomerHasThreeCalendarDays() {
    String number = record(AGENT, KNOWN, "usageQuestion", true);
    assertDue(number, "answer", "2031-09-15T17:00");
    answer(SPECIALIST, number);
    assertDue(number, "askCustomer", "2031-09-15T17:00");
  }

  @Test
  void trainingTakesTenWorkingDaysAfterTwoForTheAdvice() {
    String number = record(AGENT, KNOWN, "training", false);
    assertDue(number, "adviseTraining", "2031-09-16T17:00");
    persons.submit(ENGINEER, number, "userTask_adviseTraining", "advice", Map.of("comment", "Take the demo set along. 帶示範機。"));
    assertDue(number, "train", "2031-09-26T17:00");
  }

  @Test
  void departmentsHaveTenWorkingDaysFromTheRequestToTheVerifiedResult() {
    String number = record(SPECIALIST, KNOWN, "businessDifficulty", false);
    assertDue(number, "requestCooperation", "2031-09-15T17:00");
    persons.submit(SPECIALIST, number, "userTask_requestCooperation", "cooperation", Map.of("fromSection", "relationship", "toDepartment", "finance",
        "caseNo", number, "urgency", "high", "request", "Longer payment term 延長付款期", "neededBy", "2031-09-26T12:00+08:00"));
    assertDue(number, "carryOut", "2031-09-26T17:00");

    at("2031-09-17T10:00");
    carryOut(SUPERVISOR, number, "done");
    assertDue(number, "recordCooperation", "2031-09-26T17:00");
  }

  @Test
  void keyAccountIsSeenToWithinHoursAndTheTicketOfTechnicalSupportIsOpenedWithinADay() {
    assertDue(record(AGENT, "Acme Instruments Ltd", "training", true), "carryOut", "2031-09-12T21:00");
    assertDue(record(AGENT, KNOWN, "productEnquiry", false), "ticket", "2031-09-15T17:00");
  }

  @Test
  void supervisorSortsWithinADayAndTheManagerTakesNoteWithinTwo() {
    String number = record(AGENT, "Acme Instruments Ltd", "other", false);
    carryOut("key-account-supervisor", number, "notDone");
    assertDue(number, "sortAgain", "2031-09-15T17:00");
    persons.submit(SUPERVISOR, number, "userTask_sortAgain", "rerouting", Map.of("route", "unsolvable", "reason", "No way 無法解決"));
    assertDue(number, "takeNote", "2031-09-16T17:00");
  }

  @Test
  void caseStandsStillWhileTheCustomerIsAskedButNotTheAsking() {
    String number = record(AGENT, KNOWN, "usageQuestion", true);
    answer(SPECIALIST, number);
    assertThat(deadlines(number)).containsPattern("\"step\":\"case\"[^}]*\"state\":\"paused\"");

    at("2031-09-15T17:00");
    sweep();
    assertThat(groups(number, "askCustomer")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);

    at("2031-09-17T17:00");
    persons.submit(SPECIALIST, number, "userTask_askCustomer", "confirmation", Map.of("confirmed", "unsolved", "note", ""));
    // Five days were waited.
    assertThat(caseDue(number)).isEqualTo("2031-10-17T17:00");
    assertThat(deadlines(number)).containsPattern("\"step\":\"case\"[^}]*\"state\":\"running\"");
    assertDue(number, "sortAgain", "2031-09-18T17:00");
  }

  @Test
  void superiorSeesWhatIsLateTakesItOverAndAnswers() {
    String number = record(AGENT, KNOWN, "usageQuestion", true);
    Task task = task(number, "answer");
    at("2031-09-15T14:59");
    sweep();
    assertThat(told(number, "deadline-reminder")).isEmpty();
    at("2031-09-15T15:00");
    sweep();
    assertThat(told(number, "deadline-reminder")).containsExactly(SPECIALIST);
    assertThat(groups(number, "answer")).containsExactly(SPECIALIST);

    at("2031-09-15T17:00");
    sweep();
    assertThat(groups(number, "answer")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
    assertThat(told(number, "deadline-escalation")).containsExactly(SUPERVISOR);
    assertThat(task(number, "answer").getPriority()).isEqualTo(75);
    assertThat(taskService.getTaskComments(task.getId())).singleElement().satisfies(comment -> assertThat(comment.getFullMessage())
        .isEqualTo("Overdue 已逾期: due 期限 2031-09-15 17:00. Told 已通知: Customer-relations supervisor 客戶關係主管."));

    at("2031-09-16T17:00");
    sweep();
    assertThat(groups(number, "answer")).containsExactly(SUPERVISOR);
    assertThat(told(number, "deadline-hand-over")).containsExactly(SUPERVISOR);
    assertThat(task(number, "answer").getPriority()).isEqualTo(100);

    assertThat(rest("/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", SUPERVISOR))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(rest("/engine-rest/task/" + task.getId() + "/submit-form", Map.of("variables",
        Map.of("answering", Map.of("value", "{\"answer\":\"See page 12 見第 12 頁\"}", "type", "Json"))))).isEqualTo(HttpStatus.NO_CONTENT);
    assertDue(number, "askCustomer", "2031-09-19T17:00");
  }

  private String start(String user) {
    ProcessInstance help = persons.start(user, "customer-help");
    started.add(help.getId());
    return help.getBusinessKey();
  }

  private String record(String user, String customer, String kind, boolean answerKnown) {
    String number = start(user);
    persons.submit(user, number, "userTask_record", "need", new HashMap<>(Map.of("customer", customer, "channel", "phone", "receivedAt", "2031-09-12T16:30+08:00",
        "kind", kind, "content", "It stops after one hour. 一小時後停機。", "answerKnown", answerKnown, "due", "2031-09-26T18:00+08:00")));
    return number;
  }

  private void answer(String user, String number) {
    persons.submit(user, number, "userTask_answer", "answering", Map.of("answer", "See page 12. 見第 12 頁。"));
  }

  private void carryOut(String user, String number, String outcome) {
    persons.submit(user, number, "userTask_carryOut", "work", Map.of("result", "Looked at it. 已查看。", "outcome", outcome));
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_" + step).singleResult();
  }

  private void assertDue(String number, String step, String expected) {
    assertThat(local(task(number, step).getDueDate())).as("due date of " + step).isEqualTo(expected);
  }

  private String caseDue(String number) {
    return jdbc.sql("select due_at from deadline_clocks where case_number = ? and step = 'case'").param(number).query(LocalDateTime.class).single().toString();
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private List<String> told(String number, String template) {
    return jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = ?").params(number, template).query(String.class).list();
  }

  private String deadlines(String number) {
    return http.withBasicAuth(SUPERVISOR, password).getForObject("/api/cases/{number}/deadlines", String.class, number);
  }

  private HttpStatusCode rest(String path, Map<String, ?> body) {
    return http.withBasicAuth(SUPERVISOR, password).postForEntity(path, body, String.class).getStatusCode();
  }

  /** Runs the scheduled sweep of the deadlines now. */
  private void sweep() {
    scheduled.stream().flatMap(holder -> holder.getScheduledTasks().stream()).filter(task -> task.getTask().toString().endsWith(".clocks.Sweep.sweep"))
        .forEach(task -> task.getTask().getRunnable().run());
  }

  private String local(Date moment) {
    return moment.toInstant().atZone(clock.getZone()).toLocalDateTime().toString();
  }

  private static void at(String local) {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }
}
