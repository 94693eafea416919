package dev.kefu.information.leak;

import static dev.kefu.information.leak.LeakTrial.FINDER;
import static dev.kefu.information.leak.LeakTrial.GENERAL_MANAGER;
import static dev.kefu.information.leak.LeakTrial.INFORMATION;
import static dev.kefu.information.leak.LeakTrial.IT;
import static dev.kefu.information.leak.LeakTrial.LEGAL;
import static dev.kefu.information.leak.LeakTrial.MANAGER;
import static dev.kefu.information.leak.LeakTrial.NO_DATA;
import static dev.kefu.information.leak.LeakTrial.RELATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.information.leak.InformationLeak.Status;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leak incident from its report to every end, as the persons do it. */
@KefuIT
class LeakIncidentProcessTest {

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private InformationLeakRepository register;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  private LeakTrial leak;

  @BeforeEach
  void prepare() {
    leak = new LeakTrial(engine, clock);
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("leak-incident", "leak-incident-containment");
  }

  @Test
  void customersWhoAreLikelyToBeHarmedAreToldBesideTheInquiryAndSomebodyIsPenalised() {
    String number = leak.reported("sold", "secret", 3, NO_DATA);
    assertThat(openSteps(number)).containsExactlyInAnyOrder("userTask_contain", "userTask_containItAdministrator", "userTask_inform");
    assertThat(groups(number, "userTask_contain")).containsExactly(INFORMATION);
    assertThat(groups(number, "userTask_containItAdministrator")).containsExactly(IT);
    assertThat(groups(number, "userTask_inform")).containsExactly(MANAGER);
    leak.inform(number, "yes");
    leak.contain(number);
    assertThat(openSteps(number)).containsExactlyInAnyOrder("userTask_investigate", "userTask_investigateLegalCounsel", "userTask_tell");
    assertThat(groups(number, "userTask_investigateLegalCounsel")).containsExactly(LEGAL);
    assertThat(groups(number, "userTask_tell")).containsExactly(RELATIONS);
    leak.tell(number, "userTask_tell");
    leak.investigateLegally(number, "Sue the buyer 起訴買方");
    leak.investigate(number, LeakTrial.finding("Sold by an agent 座席出售", "Zhao 趙某", "12000.00", 7));
    assertThat(groups(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    leak.decide(number, LeakTrial.decision("Dismissed 解聘", 2, null));
    assertThat(groups(number, "userTask_carryOut")).containsExactly(INFORMATION);
    leak.improve(number, "done");

    InformationLeak found = register(number);
    assertThat(found.getStatus()).isEqualTo(Status.CLOSED);
    assertThat(found.getLeakLevel()).isEqualTo(1);
    assertThat(found.getFinder()).isEqualTo(FINDER);
    assertThat(found.getKind()).isEqualTo("sold");
    assertThat(found.getGrade()).isEqualTo("secret");
    assertThat(found.getCustomersAffected()).isEqualTo(7);
    assertThat(found.getLoss()).isEqualByComparingTo("12000.00");
    assertThat(found.getSanctions()).isEqualTo(2);
    assertThat(found.isImproved()).isTrue();
    assertThat(found.getFoundAt()).isBefore(found.getReportedAt());
    assertThat(found.getInformedAt()).isAfter(found.getFoundAt());
    assertThat(found.timeToContain()).isNotNull();
    assertThat(found.getToldOn()).isNotNull();
    assertEnded(number, "endEvent_closed");
    // Nobody has to take up the finding yet.
    assertThat(jdbc.sql("select count(*) from audit_entries where case_number = ? and action in ('send', 'sendToNobody') and subject_id = 'relation-damage-finding'")
        .param(number).query(Integer.class).single()).isOne();
  }

  @Test
  void generalManagerHasTheCustomersToldAfterwards() {
    String number = decided("no", 0, "yes");
    assertThat(openSteps(number)).containsExactly("userTask_tellAfterDecision");
    assertThat(groups(number, "userTask_tellAfterDecision")).containsExactly(RELATIONS);
    leak.tell(number, "userTask_tellAfterDecision");
    leak.improve(number, "notDone");

    assertThat(register(number).getStatus()).isEqualTo(Status.CLOSED);
    assertThat(register(number).getToldOn()).isNotNull();
    assertThat(register(number).isImproved()).isFalse();
    assertThat(jdbc.sql("select count(*) from audit_entries where case_number = ? and action in ('send', 'sendToNobody')").param(number).query(Integer.class).single()).isZero();
  }

  @Test
  void withoutHarmAndPenaltyOnlyTheMeasuresAreImproved() {
    String number = decided("no", 0, "no");
    assertThat(openSteps(number)).containsExactly("userTask_carryOut");
    assertThat(String.valueOf(taskService.getVariable(task(number, "userTask_carryOut").getId(), "todo"))).isEqualTo("Leak 洩密案件 " + number + ": Print no lists of names. 不得列印名單。");
    leak.improve(number, "done");

    assertThat(register(number).getStatus()).isEqualTo(Status.CLOSED);
    assertThat(register(number).getToldOn()).isNull();
    assertThat(register(number).getLeakLevel()).isEqualTo(2);
  }

  @Test
  void falseAlarmOfTheContainmentEndsEverythingAndTheManagersHear() {
    String number = leak.reported("suspected", "none", 0, NO_DATA);
    leak.inform(number, "no");
    leak.withoutLeak(number, "userTask_contain", "measures");
    assertFalseAlarm(number, "endEvent_falseAlarm");
    assertThat(register(number).timeToContain()).isNull();
  }

  @Test
  void falseAlarmBeforeTheManagerWasToldTakesThatTaskBack() {
    String number = leak.reported("suspected", "none", 0, NO_DATA);
    leak.withoutLeak(number, "userTask_contain", "measures");
    assertFalseAlarm(number, "endEvent_falseAlarm");
    assertThat(register(number).getInformedAt()).isNull();
  }

  @Test
  void falseAlarmOfTheInquiryStopsTheTellingOfCustomers() {
    String number = inquiry("yes");
    assertThat(openSteps(number)).contains("userTask_tell");
    leak.withoutLeak(number, "userTask_investigate", "finding");
    assertFalseAlarm(number, "endEvent_falseAlarmByInquiry");
  }

  @ParameterizedTest
  @ValueSource(strings = {FINDER, INFORMATION})
  void reportIsWithdrawnUntilTheLeakIsContained(String who) {
    String number = leak.reported("lost", "secret", 1, NO_DATA);
    leak.containByAdministrator(number);
    assertThat(withdraw(who, number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(number).getStatus()).isEqualTo(Status.WITHDRAWN);
    assertThat(openSteps(number)).isEmpty();
    assertEnded(number, "endEvent_withdrawn");
  }

  @Test
  void containedLeakIsWithdrawnNoMore() {
    String number = leak.reported("lost", "secret", 1, NO_DATA);
    leak.contain(number);
    assertThat(withdraw(FINDER, number)).isEqualTo(HttpStatus.CONFLICT);
    assertThat(openSteps(number)).containsExactly("userTask_inform");
  }

  @Test
  void superiorCancelsWhatWasOpenedByMistake() {
    String number = leak.reported("lost", "secret", 1, NO_DATA);
    assertThat(post(FINDER, number, "cancellation", Map.of("reason", "Twice 重複"))).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(post(MANAGER, number, "cancellation", Map.of("reason", "Twice 重複"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(number).getStatus()).isEqualTo(Status.CANCELLED);
    assertThat(openSteps(number)).isEmpty();
  }

  @Test
  void caseThatWasNeverReportedHasNoRegisterEntry() {
    String number = leak.started();
    assertThat(withdraw(FINDER, number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register.findByCaseNumber(number)).isEmpty();
  }

  @Test
  void complaintIsReportedByTheInformationSupervisorAndWhoeverIsComplainedAboutTakesNoPart() {
    String number = runtimeService.startProcessInstanceByKey("leak-incident", Map.of("complaintNumber", "CMP-2026-000077", "complaintFacts", "My number is on the net. 電話外洩。",
        "complaintReceiver", FINDER, "personsComplainedAbout", INFORMATION)).getBusinessKey();
    assertThat(groups(number, "userTask_takeReport")).containsExactly(INFORMATION);
    Persons persons = new Persons(engine);
    Map<String, Object> report = leak.report("leaked", "secret", 1, NO_DATA);
    assertThatThrownBy(() -> persons.submit(INFORMATION, number, "userTask_takeReport", "incident", report)).hasMessageContaining("職責分離");
    String other = INFORMATION + "-2";
    String form = http.withBasicAuth(other, password).getForObject("/engine-rest/task/{task}/form-variables?deserializeValues=false", String.class,
        task(number, "userTask_takeReport").getId());
    assertThat(form).contains("Complaint 投訴 CMP-2026-000077", "電話外洩", FINDER);
    persons.submit(other, number, "userTask_takeReport", "incident", report);

    assertThat(register(number).getComplaintNumber()).isEqualTo("CMP-2026-000077");
    assertThat(register(number).getFinder()).isEqualTo(FINDER);
    // Stopping the spread waits for nobody; the inquiry is not his.
    leak.contain(number);
    leak.inform(number, "no");
    assertThatThrownBy(() -> leak.investigate(number, LeakTrial.finding("Cause 原因", "Nobody 無", "0.00", 1))).hasMessageContaining("職責分離");
    persons.submit(other, number, "userTask_investigate", "finding", LeakTrial.finding("Cause 原因", "Nobody 無", "0.00", 1));
    leak.investigateLegally(number, "None 無");
    assertThat(openSteps(number)).containsExactly("userTask_decide");
  }

  @Test
  void registerFollowsCorrectedForms() {
    String number = leak.reported("lost", "secret", 90, NO_DATA);
    Map<String, Object> report = leak.report("stolen", "secret", 95, NO_DATA);
    assertThat(correct(FINDER, number, "incident", report)).isEqualTo(HttpStatus.NO_CONTENT);
    inRegister(number, found -> {
      assertThat(found.getKind()).isEqualTo("stolen");
      assertThat(found.getCustomersAffected()).isEqualTo(95);
      assertThat(found.getLeakLevel()).isEqualTo(3);
    });
    leak.contain(number);
    leak.inform(number, "no");
    assertThat(correct(GENERAL_MANAGER, number, "informing", leak.informing("yes"))).isEqualTo(HttpStatus.BAD_REQUEST);
    leak.investigate(number, LeakTrial.finding("Burglary 入室盜竊", "Unknown 不明", "10.00", 96));
    assertThat(correct(MANAGER, number, "finding", LeakTrial.finding("Burglary 入室盜竊", "Unknown 不明", "20.00", 97))).isEqualTo(HttpStatus.NO_CONTENT);
    leak.investigateLegally(number, "None 無");
    inRegister(number, found -> {
      assertThat(found.getLoss()).isEqualByComparingTo("20.00");
      assertThat(found.getCustomersAffected()).isEqualTo(97);
      assertThat(found.getStatus()).isEqualTo(Status.INVESTIGATED);
    });
    Map<String, Object> alarm = new HashMap<>(Map.of("result", "falseAlarm", "reason", "Found again 已尋回"));
    assertThat(correct(MANAGER, number, "finding", alarm)).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(register(number).getStatus()).isEqualTo(Status.INVESTIGATED);
  }

  @Test
  void timesThatCannotBeAreRefusedInWords() {
    String number = leak.started();
    Map<String, Object> report = leak.report("lost", "secret", 1, NO_DATA);
    report.put("foundAt", leak.ago(-90));
    assertThat(submit(FINDER, number, "userTask_report", "incident", report)).contains("Found on 發現時間");
    report.put("foundAt", leak.ago(10));
    new Persons(engine).submit(FINDER, number, "userTask_report", "incident", report);
    Map<String, Object> informing = leak.informing("no");
    informing.put("reportedAt", leak.ago(11));
    assertThat(submit(MANAGER, number, "userTask_inform", "informing", informing)).contains("Told on 上報時間");
    assertThat(openSteps(number)).contains("userTask_inform");
  }

  private String inquiry(String harm) {
    String number = leak.reported("leaked", "confidential", 20, NO_DATA);
    leak.contain(number);
    leak.inform(number, harm);
    return number;
  }

  private String decided(String harm, int sanctions, String tell) {
    String number = inquiry(harm);
    leak.investigate(number, LeakTrial.finding("Left in the lift 遺落", "Li 李某", "0.00", 20));
    leak.investigateLegally(number, "None 無");
    leak.decide(number, LeakTrial.decision("Warned 告誡", sanctions, tell));
    return number;
  }

  private void assertFalseAlarm(String number, String end) {
    assertThat(register(number).getStatus()).isEqualTo(Status.FALSE_ALARM);
    assertThat(openSteps(number)).isEmpty();
    assertThat(runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
    assertEnded(number, end);
    assertThat(jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = 'leak-false-alarm'").param(number).query(String.class).list())
        .flatExtracting(roles -> Arrays.asList(roles.split(","))).anyMatch(to -> to.startsWith(MANAGER)).anyMatch(to -> to.startsWith(GENERAL_MANAGER));
  }

  private void assertEnded(String number, String end) {
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("leak-incident").finished().count()).isOne();
    String instance = register(number).getProcessInstanceId();
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(end).count()).isOne();
  }

  private InformationLeak register(String number) {
    return register.findByCaseNumber(number).orElseThrow();
  }

  private void inRegister(String number, Consumer<InformationLeak> check) {
    check.accept(register(number));
  }

  private List<String> openSteps(String number) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).list().stream().map(Task::getTaskDefinitionKey).toList();
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private HttpStatusCode withdraw(String user, String number) {
    return post(user, number, "events/withdraw", Map.of("reason", "Found again 已尋回"));
  }

  private HttpStatusCode correct(String user, String number, String root, Map<String, ?> data) {
    return post(user, number, "corrections", Map.of("root", root, "reason", "Counted again 重新核對", "data", data));
  }

  private HttpStatusCode post(String user, String number, String what, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/" + number + "/" + what, body, String.class).getStatusCode();
  }

  /** Hands in a form through REST and returns the answer. */
  private String submit(String user, String number, String step, String root, Map<String, ?> data) {
    String text = new Persons(engine).form(root, data).getValueTyped(root).getValue().toString();
    return http.withBasicAuth(user, password).postForObject("/engine-rest/task/{task}/submit-form", Map.of("variables", Map.of(root, Map.of("type", "Json", "value", text))),
        String.class, task(number, step).getId());
  }
}
