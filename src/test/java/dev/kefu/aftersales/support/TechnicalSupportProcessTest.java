package dev.kefu.aftersales.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.aftersales.support.SupportTicket.Status;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class TechnicalSupportProcessTest {

  private static final String PROCESS = "technical-support";
  private static final String HANDLING = "technical-support-handling";
  private static final String SPECIALIST = "after-sales-specialist";
  private static final String MANAGER = "technical-support-manager";
  private static final String ENGINEER = "technical-support-engineer";
  private static final String RESEARCH = "rd-department";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private RepositoryService repositoryService;
  @Autowired private SupportTicketRepository register;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private final String product = "Meter " + UUID.randomUUID().toString().substring(0, 8);
  private Persons persons;
  private String instance;
  private String number;

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete(PROCESS, HANDLING);
  }

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
  }

  @Test
  void standingSystemIsAssignedAnsweredSolvedAndKeptInTheKnowledgeBase() {
    start(product);
    assertThat(groups("userTask_ticket")).containsExactly(SPECIALIST);
    ticket("down", "defect");
    assertThat(groups("userTask_assign")).containsExactly(MANAGER);
    assertThat((String) variable("userTask_assign", "ticketFacts")).contains("1 加急", "on site 現場");
    assign();
    assertThat(task("userTask_engineer").getAssignee()).isEqualTo(ENGINEER);
    diagnose("operation", false);
    solve();

    assertThat(ticket().getStatus()).isEqualTo(Status.ANSWERED);
    assertThat(tell("aftersales.solutionConfirmed", RESEARCH, Map.of("confirmed", "yes"))).isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
    assertThat(tell("aftersales.solutionConfirmed", SPECIALIST, Map.of("confirmed", "yes"))).isEqualTo(HttpStatus.NO_CONTENT);
    close(ENGINEER);

    SupportTicket ticket = ticket();
    assertThat(ticket.getStatus()).isEqualTo(Status.SOLVED);
    assertThat(ticket.getSeverity()).isEqualTo("level1");
    assertThat(ticket.getReactDue()).isEqualTo(ticket.getRegisteredAt().plus(30, ChronoUnit.MINUTES));
    assertThat(ticket.getSolveDue()).isEqualTo(ticket.getRegisteredAt().plus(8, ChronoUnit.HOURS));
    assertThat(ticket.getConfirmed()).isEqualTo("yes");
    assertThat(outcome()).isEqualTo("solved");
    assertThat(result("solution")).isEqualTo("Restart the collector 重啟採集器");
    assertEnded("endEvent_solved");
    assertThat(runtimeService.createProcessInstanceQuery().processDefinitionKey("customer-callback").variableValueEquals("callbackReason", "technical").list()).isNotEmpty();

    start(product);
    assertThat((String) variable("userTask_ticket", "knownFacts")).contains("Collector stands still 採集器停機", "Restart the collector 重啟採集器");
  }

  @Test
  void newsAreToldAndThoseAboveLearnOfEachMissedTime() {
    start(product);
    ticket("down", "defect");
    Job rung = job("event_rungDue");
    assertThat(rung.getDuedate().toInstant().truncatedTo(ChronoUnit.SECONDS)).isEqualTo(ticket().getReactDue().truncatedTo(ChronoUnit.SECONDS));
    managementService.executeJob(rung.getId());
    assertThat(job("event_rungDue").getDuedate().toInstant().truncatedTo(ChronoUnit.SECONDS)).isEqualTo(ticket().getHalfSolveAt().truncatedTo(ChronoUnit.SECONDS));
    assign();
    managementService.executeJob(job("event_newsDue").getId());
    assertThat(task("userTask_tell").getAssignee()).isEqualTo(ENGINEER);
    assertThatThrownBy(() -> news(now().plusHours(2))).hasMessageContaining("not in the future");
    news(now());
    managementService.executeJob(job("event_rungDue").getId());
    managementService.executeJob(job("event_rungDue").getId());

    assertThat(jobs("event_rungDue")).isEmpty();
    assertThat(jobs("event_newsDue")).hasSize(1);
    assertThat(jdbc.sql("select concat(rung, ' ', told_roles) from aftersales_ticket_rungs where ticket_id = ? order by position").param(ticket().getId()).query(String.class).list())
        .containsExactly("REACT technical-support-manager", "HALF customer-service-manager", "FULL general-manager");
    assertThat(jdbc.sql("select news from aftersales_ticket_news where ticket_id = ?").param(ticket().getId()).query(String.class).list()).containsExactly("We look at the log 正在查看日誌");
    assertThat(jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = 'support-overdue'").param(number).query(String.class).list())
        .containsExactlyInAnyOrder(MANAGER, "customer-service-manager", "general-manager");
  }

  @Test
  void questionOfAnUnfamiliarUserTellsNoNewsAndNobodyWhenItIsAnsweredInTime() {
    start(product);
    ticket("unfamiliar", "operation");
    assign();
    diagnose("operation", false);
    assertThat(jobs("event_newsDue")).isEmpty();
    managementService.executeJob(job("event_rungDue").getId());
    managementService.executeJob(job("event_rungDue").getId());
    managementService.executeJob(job("event_rungDue").getId());
    assertThat(jdbc.sql("select concat(rung, ' ', told_roles) from aftersales_ticket_rungs where ticket_id = ? order by position").param(ticket().getId()).query(String.class).list())
        .containsExactly("REACT ", "HALF customer-service-manager", "FULL ");
    solve();
    assertThat(ticket().getStatus()).isEqualTo(Status.ANSWERED);
  }

  @Test
  void knownProblemIsAnsweredFromTheBaseAndSilenceForThreeDaysCountsAsYes() {
    start("");
    ticket("minor", "known");
    assertThat(groups("userTask_kb")).containsExactly(SPECIALIST);
    persons.submit(SPECIALIST, number, "userTask_kb", "knownAnswer", Map.of("answered", "yes", "solution", "Set the clock 校準時鐘"));
    Job silence = job("event_silence");
    assertThat(silence.getDuedate().toInstant()).isBetween(clock.instant().plus(3, ChronoUnit.DAYS).minusSeconds(60), clock.instant().plus(3, ChronoUnit.DAYS).plusSeconds(5));
    managementService.executeJob(silence.getId());
    assertThat(groups("userTask_close")).containsExactly(ENGINEER);
    close(ENGINEER);

    assertThat(ticket().getStatus()).isEqualTo(Status.SOLVED);
    assertThat(ticket().getConfirmed()).isEqualTo("silence");
    assertThat(ticket().getProduct()).isEqualTo(product);
    assertThat(ticket().isKnownProblem()).isTrue();
  }

  @Test
  void whatTheBaseDoesNotSolveIsSolvedOnSiteAndTheCustomersNoBringsTheEngineerBack() {
    start(product);
    ticket("heavy", "known");
    persons.submit(SPECIALIST, number, "userTask_kb", "knownAnswer", Map.of("answered", "no"));
    assign();
    diagnose("environment", true);
    Map<String, Object> visit = new HashMap<>(Map.of("address", "Lake Road 1", "appointment", now().plusHours(2).toString(), "technician", ENGINEER, "area", "local", "skill", "Network 網絡",
        "toolsParts", List.of("tools"), "acceptedAt", now().toString(), "arrivedAt", now().toString(), "leftAt", now().toString(), "workDone", "Moved the antenna 移動天線"));
    visit.put("customerSign", "Lin 林");
    assertThatThrownBy(() -> persons.submit(ENGINEER, number, "userTask_site", "visit", visit)).hasMessageContaining("in this order 時間須依次遞增");
    visit.put("acceptedAt", now().minusMinutes(2).toString());
    visit.put("arrivedAt", now().minusMinutes(1).toString());
    jdbc.sql("update aftersales_tickets set registered_at = timestampadd(hour, -1, registered_at) where id = ?").param(ticket().getId()).update();
    persons.submit(ENGINEER, number, "userTask_site", "visit", visit);
    assertThat(ticket().getSolution()).isEqualTo("Moved the antenna 移動天線");
    assertThat(tell("aftersales.solutionConfirmed", ENGINEER, Map.of("confirmed", "no", "whatIsLeft", "It still drops out 仍斷線"))).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(task("userTask_engineer").getAssignee()).isEqualTo(ENGINEER);
    assertThat((String) variable("userTask_engineer", "ticketFacts")).contains("It still drops out 仍斷線");
    assertThat(ticket().getRounds()).isEqualTo(2);
    assertThat(ticket().getSolvedAt()).isNull();
  }

  @Test
  void defectOfTheProductIsFixedByResearchAndAppliedByTheEngineer() {
    start(product);
    ticket("partial", "defect");
    assign();
    diagnose("defect", false);
    assertThat(groups("userTask_rd")).containsExactly(RESEARCH);
    persons.submit(RESEARCH, number, "userTask_rd", "fix", Map.of("cause", "Overflow of a counter 計數器溢出", "patch", "Install version 2.1 安裝 2.1 版", "rollback", "Back to 2.0 退回 2.0 版"));
    assertThat((String) variable("userTask_solve", "diagnosisFacts")).contains("Install version 2.1", "Back to 2.0");
    Map<String, Object> work = new HashMap<>(Map.of("solution", "Version 2.1 installed 已裝 2.1 版", "solvedAt", now().plusHours(3).toString(), "verified", true));
    assertThatThrownBy(() -> persons.submit(ENGINEER, number, "userTask_solve", "work", work)).hasMessageContaining("Solved at 解決時間: not before the ticket");
    work.put("solvedAt", now().toString());
    persons.submit(ENGINEER, number, "userTask_solve", "work", work);

    assertThat(ticket().getRollBack()).isEqualTo("Back to 2.0 退回 2.0 版");
    assertThat(ticket().getCause()).isEqualTo("Overflow of a counter 計數器溢出");
  }

  @Test
  void wishBecomesAProposalAndWhatCannotBeRegisteredGoesBackToTheEngineer() {
    start(product);
    ticket("minor", "wish");
    assign();
    diagnose("wish", false);
    assertThat(ticket().getStatus()).isEqualTo(Status.WISH);
    persons.submit("after-sales-supervisor", number, "userTask_carryOut", "work", Map.of("result", "No wish 並非需求", "outcome", "notDone"));
    diagnose("wish", false);
    persons.submit("after-sales-supervisor", number, "userTask_carryOut", "work", Map.of("result", "Registered 已登記", "outcome", "done"));

    assertThat(ticket().getStatus()).isEqualTo(Status.WISH_REGISTERED);
    assertThat(outcome()).isEqualTo("wishRegistered");
    assertEnded("endEvent_wishRegistered");
  }

  @Test
  void customerWithdrawsWhileItIsHandledAndTheTicketIsKept() {
    start(product);
    ticket("minor", "defect");
    assertThat(tell("withdraw", ENGINEER, Map.of("reason", "Works again 已恢復"))).isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
    assertThat(tell("withdraw", SPECIALIST, Map.of("reason", "Works again 已恢復"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(ticket().getStatus()).isEqualTo(Status.WITHDRAWN);
    assertThat(ticket().getWithdrawalReason()).isEqualTo("Works again 已恢復");
    assertThat(outcome()).isEqualTo("withdrawn");
    assertEnded("endEvent_withdrawn");
  }

  @Test
  void replyBeforeTheTicketIsRefusedAndNothingChanges() {
    start(product);
    ticket("minor", "defect");
    assign();
    Map<String, Object> early = new HashMap<>(diagnosis("operation", false));
    early.put("reactedAt", now().minusHours(5).toString());
    assertThatThrownBy(() -> persons.submit(ENGINEER, number, "userTask_engineer", "diagnosis", early)).hasMessageContaining("Customer was answered at 響應時間");
    assertThat(ticket().getReactedAt()).isNull();
  }

  @Test
  void correctedTicketIsFollowedByTheRegisterButNotItsImpact() {
    start(product);
    ticket("minor", "defect");
    Map<String, Object> corrected = new HashMap<>(ticketData("minor", "defect"));
    corrected.put("errorMessage", "E 42");
    assertThat(correct(corrected)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(ticket().getErrorMessage()).isEqualTo("E 42");
    corrected.put("impact", "down");
    assertThat(correct(corrected)).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void whatTheEngineerFoundIsSettledInTheNextStepAndNotCorrected() {
    start(product);
    ticket("minor", "defect");
    assign();
    persons.submit(ENGINEER, number, "userTask_engineer", "diagnosis", diagnosis("operation", false));
    String cause = ticket().getCause();
    Map<String, Object> corrected = new HashMap<>(diagnosis("operation", false));
    corrected.put("cause", "Another cause 另一原因");
    assertThat(exchange(MANAGER, "/corrections", Map.of("root", "diagnosis", "reason", "Mistyped 筆誤", "data", corrected))).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(ticket().getCause()).isEqualTo(cause);
  }

  @Test
  void nobodyStartsItByHand() {
    assertThat(repositoryService.createProcessDefinitionQuery().processDefinitionKeyIn(PROCESS, HANDLING).latestVersion().startableInTasklist().count()).isZero();
    assertThatThrownBy(() -> persons.start(SPECIALIST, PROCESS)).hasMessageContaining("permission");
  }

  @Test
  void deadlinesFollowTheLevel() {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse("2031-09-15T10:00").atZone(clock.getZone()).toInstant()));
    try {
      start(product);
      assertThat(due("userTask_ticket")).isEqualTo("2031-09-16T10:00");
      ticket("heavy", "known");
      assertThat(due("userTask_kb")).isEqualTo("2031-09-15T12:00");
      persons.submit(SPECIALIST, number, "userTask_kb", "knownAnswer", Map.of("answered", "no"));
      assertThat(due("userTask_assign")).isEqualTo("2031-09-15T12:00");
      assign();
      assertThat(due("userTask_engineer")).isEqualTo("2031-09-15T23:59");
      diagnose("operation", false);
      assertThat(due("userTask_solve")).isEqualTo("2031-09-16T10:00");
      runtimeService.deleteProcessInstance(instance, "test over");
      start(product);
      ticket("unfamiliar", "operation");
      assign();
      assertThat(due("userTask_engineer")).isEqualTo("2031-09-17T10:00");
      runtimeService.deleteProcessInstance(instance, "test over");
    } finally {
      ClockUtil.reset();
      jdbc.sql("delete from notification_messages where created_at > '2031-01-01 00:00:00'").update();
    }
  }

  private void start(String ofProduct) {
    number = "TST-" + UUID.randomUUID().toString().substring(0, 8);
    instance = runtimeService.startProcessInstanceByKey(PROCESS, number, Map.of("customerCode", "C000001", "customerName", "Blue Lake Foods", "customerGrade", "A", "product", ofProduct,
        "serialNumber", "", "problem", "The meters cannot be read. 無法讀表。", "impact", "")).getProcessInstanceId();
  }

  private Map<String, Object> ticketData(String impact, String kind) {
    Map<String, Object> data = new HashMap<>(Map.of("productVersion", "2.0", "scene", "Reading all meters 抄全部表", "errorMessage", "Timeout 超時", "environment", "Two collectors 兩台採集器",
        "impact", impact, "problemKind", kind));
    if (ticket().getProduct() == null) {
      data.put("product", product);
    }
    return data;
  }

  private void ticket(String impact, String kind) {
    persons.submit(SPECIALIST, number, "userTask_ticket", "ticket", ticketData(impact, kind));
  }

  private void assign() {
    persons.submit(MANAGER, number, "userTask_assign", "assignment", Map.of("engineer", ENGINEER));
  }

  private Map<String, Object> diagnosis(String kind, boolean onSite) {
    Map<String, Object> data = new HashMap<>(Map.of("reactedAt", now().toString(), "diagnosis", "The collector stands still 採集器停機", "cause", "Power cut 停電", "problemKind", kind));
    if (!"wish".equals(kind)) {
      data.put("onSite", onSite);
    }
    return data;
  }

  private void diagnose(String kind, boolean onSite) {
    persons.submit(ENGINEER, number, "userTask_engineer", "diagnosis", diagnosis(kind, onSite));
  }

  private void solve() {
    persons.submit(ENGINEER, number, "userTask_solve", "work", Map.of("solution", "Restarted 已重啟", "solvedAt", now().toString(), "verified", true));
  }

  private void news(OffsetDateTime when) {
    persons.submit(ENGINEER, number, "userTask_tell", "news", Map.of("toldAt", when.toString(), "progress", "We look at the log 正在查看日誌"));
  }

  private void close(String who) {
    persons.submit(who, number, "userTask_close", "closing", Map.of("cause", "Power cut 停電", "knowledgeArticle", "Collector stands still 採集器停機", "solution", "Restart the collector 重啟採集器"));
  }

  private HttpStatusCode tell(String message, String user, Map<String, ?> data) {
    return exchange(user, "/events/" + message, data);
  }

  private HttpStatusCode correct(Map<String, ?> data) {
    return exchange("after-sales-supervisor", "/corrections", Map.of("root", "ticket", "reason", "Mistyped 筆誤", "data", data));
  }

  private HttpStatusCode exchange(String user, String path, Object body) {
    return http.withBasicAuth(user, password).exchange("/api/cases/" + number + path, HttpMethod.POST, new HttpEntity<>(body), String.class).getStatusCode();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), clock.getZone()).truncatedTo(ChronoUnit.MINUTES);
  }

  private SupportTicket ticket() {
    return register.findByProcessInstanceId(instance).orElseThrow();
  }

  private List<Job> jobs(String event) {
    return managementService.createJobQuery().activityId(event).list().stream()
        .filter(job -> number.equals(runtimeService.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey())).toList();
  }

  private Job job(String event) {
    return jobs(event).stream().findFirst().orElseThrow();
  }

  private Task task(String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private Object variable(String step, String name) {
    return taskService.getVariable(task(step).getId(), name);
  }

  private String due(String step) {
    return LocalDateTime.ofInstant(task(step).getDueDate().toInstant(), clock.getZone()).toString();
  }

  private List<String> groups(String step) {
    return taskService.getIdentityLinksForTask(task(step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private Object outcome() {
    return result("outcome");
  }

  private Object result(String name) {
    return historyService.createHistoricVariableInstanceQuery().processInstanceId(instance).variableName(name).singleResult().getValue();
  }

  private void assertEnded(String endEvent) {
    assertThat(runtimeService.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(endEvent).count()).isEqualTo(1);
  }
}
