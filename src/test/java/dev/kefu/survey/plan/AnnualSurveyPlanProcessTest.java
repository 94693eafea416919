package dev.kefu.survey.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.engine.RelatedCases.RelatedCase;
import dev.kefu.survey.SurveySettled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Survey plans through the real forms. The survey that they begin has tests of its own: here it is one task. */
@KefuIT
class AnnualSurveyPlanProcessTest {

  private static final String PROCESS = "annual-survey-plan";
  private static final String ROUND = "annual-survey-plan-round";
  private static final String START = "annual-survey-plan-start";
  private static final String SUPERVISOR = "survey-supervisor";
  private static final String SPECIALIST = "survey-specialist";
  private static final String MANAGER = "customer-service-manager";
  private static final String FINANCE = "finance-manager";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final String REQUESTER = "requesting-department";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  /** A year that no other test plans. MySQL ends the times of the engine in January 2038, and what ends in this year is kept for five more. */
  private static final int YEAR = 2030;
  private static final String SURVEY = """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
        <bpmn:process id="customer-survey" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:extensionElements><camunda:properties><camunda:property name="caseNumberPrefix" value="SVX"/></camunda:properties></bpmn:extensionElements>
          <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="work"/>
          <bpmn:userTask id="work"/><bpmn:sequenceFlow id="b" sourceRef="work" targetRef="endEvent_completed"/><bpmn:endEvent id="endEvent_completed"/>
        </bpmn:process>
      </bpmn:definitions>""";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private SurveyPlanRepository register;
  @Autowired private PlannedSurveyRepository surveys;
  @Autowired private SurveyNeedRepository needs;
  @Autowired private SurveyPlanRelations relations;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private Persons persons;
  private String deployment;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    deployment = engine.getRepositoryService().createDeployment().addString("one-task-survey.bpmn", SURVEY).deploy().getId();
    at("2029-11-01T09:00");
  }

  @AfterEach
  void takeAway() {
    ClockUtil.reset();
    List.of(PROCESS, "customer-survey").forEach(process -> runtimeService.createProcessInstanceQuery().processDefinitionKey(process).rootProcessInstances().unlimitedList()
        .forEach(left -> runtimeService.deleteProcessInstance(left.getId(), "test over")));
    engine.getRepositoryService().deleteDeployment(deployment, true);
    jdbc.sql("update survey_plans set status = 'CANCELLED'").update();
    jdbc.sql("update survey_plan_items set status = 'DROPPED'").update();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete(PROCESS, "annual-survey-plan-department", START, ROUND);
  }

  private static void at(String moment) {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(moment).atZone(ZONE).toInstant()));
  }

  @Test
  void onTheFirstOfNovemberDepartmentsAreAskedAndTheirSurveysArePlannedApprovedAndBegunOnTheirDay() {
    managementService.executeJob(managementService.createJobQuery().processDefinitionKey(START).timers().singleResult().getId());
    String number = register.findFirstByPlanYearAndPlannedTrueAndStatusInOrderById(YEAR, SurveyPlan.Status.STANDING).orElseThrow().getCaseNumber();
    assertThat(number).startsWith("ASP-");
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_askNeeds").count()).isEqualTo(SurveyDepartment.values().length);
    Map<String, Object> need = need();
    need.remove("requestingDepartment");
    assertThatThrownBy(() -> persons.submit("sales-manager", number, "userTask_askNeeds", "need", Map.of("hasNeeds", "yes", "requests", List.of(with(need, "regular", true)))))
        .hasMessageContaining("定期需求須填周期");
    persons.submit("sales-manager", number, "userTask_askNeeds", "need", Map.of("hasNeeds", "yes", "requests", List.of(with(with(need, "regular", true), "cycle", "year"))));
    SurveyDepartment.roles().stream().filter(role -> !role.equals("sales-manager")).forEach(role -> persons.submit(role, number, "userTask_askNeeds", "need", Map.of("hasNeeds", "no")));
    assertThat(needs.findByPlanIdOrderById(plan(number).getId())).singleElement().satisfies(asked -> assertThat(asked.getDepartment()).isEqualTo("sales"));
    assertThat((String) taskService.getVariable(task(number, "userTask_propose").getId(), "needFacts")).contains("Sales 銷售部", "Why do dealers leave");

    propose(number);
    assertThat((String) taskService.getVariable(task(number, "userTask_draft").getId(), "proposalFacts")).contains("Dealers 經銷商調查", "Questionnaire 問卷");
    assertThatThrownBy(() -> draft(number, "500000.00", row("1", 1, "2030-03-01", "1.00"), row("1", 1, "2029-10-01", "1.00"))).hasMessageContaining("建議項目重複").hasMessageContaining("優先順序重複")
        .hasMessageContaining("不得早於今天");
    assertThatThrownBy(() -> draft(number, "500000.00", row("1", 1, "2031-03-01", "1.00"))).hasMessageContaining("不在 2030 年");
    assertThatThrownBy(() -> draft(number, "500000.00", with(row("1", 1, "2030-03-01", "1.00"), "reportDate", "2030-03-01"))).hasMessageContaining("報告日期須晚於開始日期");
    assertThatThrownBy(() -> draft(number, "500000.00", with(row("1", 1, "2030-03-01", "1.00"), "subjectKeyCustomers", ""))).hasMessageContaining("重點客戶或其他客戶");

    draft(number, "500000.00", row("1", 1, "2030-03-01", "30000.00"), row("2", 2, "2030-04-01", "15000.00"), row("3", 3, "2030-05-01", "5000.01"));
    assertThat((String) taskService.getVariable(task(number, "userTask_draft").getId(), "returnNote")).contains("10.00 %");
    draft(number, "500000.00", row("1", 1, "2030-03-01", "30000.00"), row("2", 2, "2030-04-01", "15000.00"), row("3", 3, "2030-05-01", "5000.00"));

    assertThat(groups(number, "userTask_decide")).containsExactly(MANAGER);
    assertThat((String) runtimeService.getVariable(task(number, "userTask_decide").getExecutionId(), "facts")).contains("Dealers 經銷商調查", "30,000.00 元", "10 %");
    assertThatThrownBy(() -> decide(MANAGER, number, Map.of("decision", "approve", "struckOut", List.of("1", "2", "3")))).hasMessageContaining("請直接否決計劃");
    decide(MANAGER, number, Map.of("decision", "approve", "struckOut", List.of("3")));
    assertThat(groups(number, "userTask_decide")).containsExactly(FINANCE);
    assertThatThrownBy(() -> decide(FINANCE, number, cut("2", "15000.00"))).hasMessageContaining("須低於原預算");
    decide(FINANCE, number, cut("2", "9000.00"));
    assertThat(groups(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    assertThat((String) runtimeService.getVariable(task(number, "userTask_decide").getExecutionId(), "facts")).contains("9,000.00 元", "struck out 已否決", "7.8 %");
    decide(GENERAL_MANAGER, number, Map.of("decision", "approve"));

    assertThatThrownBy(() -> persons.submit(SUPERVISOR, number, "userTask_rescope", "rescope", Map.of("items", List.of(scope("1"))))).isInstanceOf(RuntimeException.class);
    persons.submit(SUPERVISOR, number, "userTask_rescope", "rescope", Map.of("items", List.of(scope("2"))));
    assertThat(plan(number).getStatus()).isEqualTo(SurveyPlan.Status.APPROVED);
    assertThat(items(number)).extracting(PlannedSurvey::getStatus).containsExactly(PlannedSurvey.Status.RELEASED, PlannedSurvey.Status.RELEASED, PlannedSurvey.Status.STRUCK_OUT);
    assertThat(items(number).get(1)).satisfies(survey -> {
      assertThat(survey.getBudget()).isEqualByComparingTo("9000");
      assertThat(survey.getScope()).isEqualTo(new Scope(40, "north", "Only the north 只查華北"));
    });
    assertPrinted(number);

    at("2030-02-28T07:00");
    round();
    assertThat(items(number)).extracting(PlannedSurvey::getSurveyCase).containsOnlyNulls();
    at("2030-03-02T07:00");
    round();
    round();
    PlannedSurvey begun = items(number).get(0);
    assertThat(begun.getStatus()).isEqualTo(PlannedSurvey.Status.BEGUN);
    assertThat(runtimeService.createProcessInstanceQuery().processDefinitionKey("customer-survey").count()).isEqualTo(1);
    Task work = taskService.createTaskQuery().processInstanceBusinessKey(begun.getSurveyCase()).singleResult();
    assertThat(taskService.getVariables(work.getId())).containsEntry("surveyTitle", "Dealers 經銷商調查").containsEntry("requestingDepartment", "sales").containsEntry("surveyBudget", "30000.00")
        .containsEntry("reportDate", "2030-04-15").containsEntry("surveyGoals", "1. Why they leave 流失原因").containsEntry("planNumber", number);
    assertThat(relations.of(number)).containsExactly(new RelatedCase(begun.getSurveyCase(), "Planned survey 計劃內調查"));
    assertThat(relations.of(begun.getSurveyCase())).containsExactly(new RelatedCase(number, "Survey plan 調查計劃"));

    at("2030-04-20T10:00");
    transaction.executeWithoutResult(status -> events.publishEvent(new SurveySettled(begun.getSurveyCase(), new BigDecimal("28500.00"))));
    taskService.complete(work.getId());
    assertThat(items(number).get(0)).satisfies(done -> {
      assertThat(done.getStatus()).isEqualTo(PlannedSurvey.Status.DONE);
      assertThat(done.getDoneOn()).isEqualTo(LocalDate.parse("2030-04-20"));
      assertThat(done.getCost()).isEqualByComparingTo("28500");
    });
    round();
    JsonNode total = http.withBasicAuth(MANAGER, password).getForObject("/api/reports/annual-survey-plan-report?period=2030&grouping=department", JsonNode.class).path("total").path("values");
    assertThat(total.path("planned").asInt()).isEqualTo(2);
    assertThat(total.path("done").asInt()).isEqualTo(1);
    assertThat(total.path("late").asInt()).isEqualTo(1);
    assertThat(total.path("budget").asDouble()).isEqualTo(39000);
    assertThat(total.path("cost").asDouble()).isEqualTo(28500);
    assertThat(total.path("share").asDouble()).isEqualTo(5.7);

    runtimeService.startProcessInstanceByKey(PROCESS, Map.of("planYear", YEAR));
    assertThat(historyService.createHistoricActivityInstanceQuery().activityId("endEvent_alreadyMade").count()).isPositive();
  }

  private void assertPrinted(String number) {
    ResponseEntity<byte[]> paper = http.withBasicAuth(MANAGER, password).getForEntity("/api/cases/{number}/documents/survey-plan-form.pdf", byte[].class, number);
    assertThat(new String(paper.getBody(), 0, 5, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  @ParameterizedTest
  @CsvSource({"1, endEvent_rejected", "2, endEvent_rejectedByFinance", "3, endEvent_rejectedByGeneralManager"})
  void eachApproverMayReturnOrReject(int approver, String end) {
    List<String> approvers = List.of(MANAGER, FINANCE, GENERAL_MANAGER);
    String number = unplanned("12000.00");
    approvers.subList(0, approver - 1).forEach(person -> decide(person, number, Map.of("decision", "approve")));
    decide(approvers.get(approver - 1), number, Map.of("decision", "return", "reason", "Too dear 費用過高"));
    assertThat((String) taskService.getVariable(task(number, "userTask_draft").getId(), "returnNote")).contains("費用過高");
    draft(number, "500000.00", row("1", 1, "2029-12-01", "11000.00"));
    approvers.subList(0, approver - 1).forEach(person -> decide(person, number, Map.of("decision", "approve")));
    decide(approvers.get(approver - 1), number, Map.of("decision", "reject", "reason", "Not needed 不需要"));
    assertThat(plan(number).getStatus()).isEqualTo(SurveyPlan.Status.REJECTED);
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(plan(number).getProcessInstanceId()).activityId(end).count()).isEqualTo(1);
    assertThat(items(number)).extracting(PlannedSurvey::getStatus).containsOnly(PlannedSurvey.Status.DRAFTED);
  }

  @Test
  void smallUnplannedSurveyNeedsNoGeneralManagerAndBeginsAtOnceWhenItIsDue() {
    String number = unplanned("10000.00");
    decide(MANAGER, number, Map.of("decision", "approve"));
    decide(FINANCE, number, Map.of("decision", "approve"));
    assertThat(plan(number)).satisfies(plan -> {
      assertThat(plan.getStatus()).isEqualTo(SurveyPlan.Status.APPROVED);
      assertThat(plan.isPlanned()).isFalse();
      assertThat(plan.getPlanYear()).isEqualTo(2029);
    });
    assertThat(items(number)).singleElement().satisfies(survey -> assertThat(survey.getSurveyCase()).startsWith("SVX-"));
  }

  @Test
  void unplannedSurveyIsMeasuredWithTheApprovedOnesOfItsYear() {
    approvedYear(2029, row("1", 1, "2029-12-20", "45000.00"));
    String number = persons.start(REQUESTER, PROCESS).getBusinessKey();
    persons.submit(REQUESTER, number, "userTask_stateNeed", "request", with(need(), "kind", "need"));
    propose(number);
    assertThat(taskService.getVariable(task(number, "userTask_draft").getId(), "sellingExpenseKnown")).isEqualTo(true);
    draft(number, null, row("1", 1, "2029-12-01", "5000.01"));
    assertThat(task(number, "userTask_draft")).isNotNull();
    draft(number, null, row("1", 1, "2029-12-01", "5000.00"));
    assertThat(groups(number, "userTask_decide")).containsExactly(MANAGER);
    assertThat(plan(number).getSellingExpense()).isEqualByComparingTo("500000");
  }

  @Test
  void needThatAnotherProcedureReportsIsProposedAtOnce() {
    List<String> numbers = runtimeService.createMessageCorrelation("survey-need").setVariables(Map.of("needFacts", "Which pumps next year? 明年需何種泵？", "requestingDepartment", "marketing", "starter", "call-center-agent"))
        .correlateAllWithResult().stream().map(result -> result.getProcessInstance()).filter(started -> started.getProcessDefinitionId().startsWith(PROCESS + ":")).map(ProcessInstance::getBusinessKey).toList();
    assertThat(numbers).hasSize(1);
    assertThat((String) taskService.getVariable(task(numbers.get(0), "userTask_propose").getId(), "needFacts")).contains("Marketing 市場部", "明年需何種泵");
  }

  @Test
  void supervisorAloneHasTheNextYearPlannedOnce() {
    String refused = persons.start(REQUESTER, PROCESS).getBusinessKey();
    assertThatThrownBy(() -> persons.submit(REQUESTER, refused, "userTask_stateNeed", "request", Map.of("kind", "year"))).hasMessageContaining("由客戶調查主管發起");
    String number = persons.start(SUPERVISOR, PROCESS).getBusinessKey();
    persons.submit(SUPERVISOR, number, "userTask_stateNeed", "request", Map.of("kind", "year"));
    assertThat(plan(number)).satisfies(plan -> {
      assertThat(plan.isPlanned()).isTrue();
      assertThat(plan.getPlanYear()).isEqualTo(YEAR);
    });
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_askNeeds").count()).isEqualTo(SurveyDepartment.values().length);
    String second = persons.start(SUPERVISOR, PROCESS).getBusinessKey();
    assertThatThrownBy(() -> persons.submit(SUPERVISOR, second, "userTask_stateNeed", "request", Map.of("kind", "year"))).hasMessageContaining("已有計劃");
    runtimeService.startProcessInstanceByKey(START);
    assertThat(register.findByPlanYearAndStatusOrderById(YEAR, SurveyPlan.Status.OPEN)).hasSize(1);
  }

  @Test
  void planOfLastYearRunsOnForAQuarterUntilTheNewOneIsApproved() {
    String last = approvedYear(2030, row("1", 1, "2030-02-10", "1000.00"), row("2", 2, "2030-03-20", "2000.00"), row("3", 3, "2030-06-01", "3000.00"));
    at("2030-12-31T07:00");
    round();
    assertThat(items(last)).hasSize(3);
    at("2031-01-02T07:00");
    round();
    round();
    assertThat(items(last)).hasSize(5).filteredOn(PlannedSurvey::isCarriedOver).extracting(PlannedSurvey::getStartsOn)
        .containsExactly(LocalDate.parse("2031-02-10"), LocalDate.parse("2031-03-20"));
    assertThat(plan(last).getRanOnUntil()).isEqualTo(LocalDate.parse("2031-03-31"));
    at("2031-02-10T07:00");
    round();
    assertThat(items(last).get(3).getStatus()).isEqualTo(PlannedSurvey.Status.BEGUN);

    approvedYear(2031, row("1", 1, "2031-07-01", "1000.00"));
    assertThat(items(last).get(4).getStatus()).isEqualTo(PlannedSurvey.Status.DROPPED);
  }

  @Test
  void nothingRunsOnAfterTheQuarterOrOfAnApprovedYear() {
    String last = approvedYear(2030, row("1", 1, "2030-02-10", "1000.00"));
    approvedYear(2031, row("1", 1, "2031-07-01", "1000.00"));
    at("2031-01-02T07:00");
    round();
    assertThat(items(last)).hasSize(1);
    at("2032-04-01T07:00");
    round();
    assertThat(items(last)).hasSize(1);
  }

  @Test
  void planIsWithdrawnUntilItIsReviewedAndNothingOfItIsCorrected() {
    String number = unplanned("5000.00");
    assertThat(http.withBasicAuth(SUPERVISOR, password).postForEntity("/api/cases/{number}/corrections",
        Map.of("root", "draft", "reason", "Wrong line 選錯一行", "data", draftOf("400000.00", row("1", 1, "2029-12-01", "5000.00"))), String.class, number).getStatusCode().is4xxClientError()).isTrue();
    assertThat(withdraw(SPECIALIST, number)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(withdraw(REQUESTER, number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(plan(number).getStatus()).isEqualTo(SurveyPlan.Status.WITHDRAWN);
    String reviewed = unplanned("5000.00");
    decide(MANAGER, reviewed, Map.of("decision", "approve"));
    assertThat(withdraw(REQUESTER, reviewed)).isEqualTo(HttpStatus.CONFLICT);
  }

  private HttpStatus withdraw(String person, String number) {
    return (HttpStatus) http.withBasicAuth(person, password).postForEntity("/api/cases/{number}/events/withdraw", Map.of("reason", "Answer found 已有答案"), String.class, number).getStatusCode();
  }

  private void round() {
    runtimeService.startProcessInstanceByKey(ROUND);
  }

  /** An approved plan of a year, made when nobody needs anything. */
  @SafeVarargs
  private String approvedYear(int year, Map<String, Object>... rows) {
    String number = runtimeService.startProcessInstanceByKey(PROCESS, Map.of("planYear", year)).getBusinessKey();
    SurveyDepartment.roles().forEach(role -> persons.submit(role, number, "userTask_askNeeds", "need", Map.of("hasNeeds", "no")));
    propose(number);
    draft(number, "500000.00", rows);
    List.of(MANAGER, FINANCE, GENERAL_MANAGER).forEach(person -> decide(person, number, Map.of("decision", "approve")));
    assertThat(plan(number).getStatus()).isEqualTo(SurveyPlan.Status.APPROVED);
    return number;
  }

  /** An unplanned survey that is drafted. */
  private String unplanned(String budget) {
    String number = persons.start(REQUESTER, PROCESS).getBusinessKey();
    persons.submit(REQUESTER, number, "userTask_stateNeed", "request", with(need(), "kind", "need"));
    propose(number);
    draft(number, "500000.00", row("1", 1, "2029-11-01", budget));
    return number;
  }

  private static Map<String, Object> need() {
    return new HashMap<>(Map.of("requestingDepartment", "sales", "question", "Why do dealers leave? 經銷商為何流失？", "purpose", "Price policy 價格政策", "neededBy", "2030-06-30", "readers", "Sales 銷售部", "regular", false));
  }

  private static Map<String, Object> with(Map<String, Object> data, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(data);
    changed.put(key, value);
    return changed;
  }

  private void propose(String number) {
    persons.submit(SPECIALIST, number, "userTask_propose", "proposal", Map.of("surveys", List.of(proposed("Dealers 經銷商調查", "1. Why they leave 流失原因"), proposed("Needs 需求調查", "1. New needs 新需求"),
        proposed("Satisfaction 滿意度調查", "1. How satisfied 滿意程度"))));
  }

  private static Map<String, Object> proposed(String title, String goals) {
    return Map.of("surveyTitle", title, "requestingDepartment", "sales", "surveyGoals", goals, "topics", List.of("needs", "partners"), "methods", List.of("questionnaire", "phone"), "topicNotes", "As asked 按需求",
        "sources", "Own customers 本公司客戶");
  }

  @SafeVarargs
  private void draft(String number, String expense, Map<String, Object>... rows) {
    persons.submit(SUPERVISOR, number, "userTask_draft", "draft", draftOf(expense, rows));
  }

  @SafeVarargs
  private static Map<String, Object> draftOf(String expense, Map<String, Object>... rows) {
    Map<String, Object> draft = new HashMap<>(Map.of("surveys", List.of(rows), "costControl", "Phone first 先電話"));
    if (expense != null) {
      draft.put("sellingExpense", expense);
    }
    return draft;
  }

  private static Map<String, Object> row(String item, int priority, String start, String budget) {
    return new HashMap<>(Map.of("item", item, "priority", priority, "subjectKeyCustomers", "Dealers of the east 華東經銷商", "sampleSize", 200, "regions", List.of("north", "east"), "leader", SPECIALIST, "startOn", start,
        "reportDate", LocalDate.parse(start).plusDays(45).toString(), "budget", budget));
  }

  private static Map<String, Object> cut(String item, String amount) {
    return Map.of("decision", "approve", "cuts", List.of(Map.of("item", item, "amount", amount)));
  }

  private static Map<String, Object> scope(String item) {
    return Map.of("item", item, "sampleSize", 40, "regions", List.of("north"), "scopeNote", "Only the north 只查華北");
  }

  private void decide(String person, String number, Map<String, Object> decision) {
    persons.submit(person, number, "userTask_decide", "approval", decision);
  }

  private SurveyPlan plan(String number) {
    return register.findByCaseNumber(number).orElseThrow();
  }

  private List<PlannedSurvey> items(String number) {
    return surveys.findByPlanIdOrderByItemNo(plan(number).getId());
  }

  private Task task(String number, String step) {
    Task task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
    assertThat(task).as("open task %s of %s", step, number).isNotNull();
    return task;
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }
}
