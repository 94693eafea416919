package dev.kefu.relationship.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.engine.RelatedCases.RelatedCase;
import dev.kefu.governance.expense.ClaimTrial;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class CustomerVisitProcessTest {

  private static final String SPECIALIST = "relationship-specialist";
  private static final String SUPERVISOR = "relationship-supervisor";
  private static final String DEVELOPER = "development-specialist";
  private static final String MANAGER = "customer-service-manager";
  private static final String SCHEDULE = "customer-visit-schedule";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  /** A month that no other test plans. */
  private static final String MONTH = "2033-05";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private VisitRepository register;
  @Autowired private VisitProgramRepository programs;
  @Autowired private VisitRelations relations;
  @Autowired private Customers customers;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  private final String name = "Visited " + UUID.randomUUID();
  private Persons persons;
  private String customer;
  private Instant visitAt;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    customer = customers.register(new NewCustomer(name, null, "direct", "current", "021-6" + Math.abs(name.hashCode() % 10_000_000), null, "east", null, "call", true)).code();
    visitAt = clock.instant().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
  }

  /** The plans of one test must not stand in the way of the next one's. */
  @AfterEach
  void takeAway() {
    ClockUtil.reset();
    List.of("customer-visit-program", "customer-visit").forEach(process -> runtimeService.createProcessInstanceQuery().processDefinitionKey(process).unlimitedList()
        .forEach(left -> runtimeService.deleteProcessInstance(left.getId(), "test over")));
    jdbc.sql("update relationship_visit_plans set status = 'CANCELLED'").update();
    jdbc.sql("update information_customers set owner = null where name like 'Visited %'").update();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("customer-visit", "customer-visit-followup", "customer-visit-closing", "customer-visit-program", SCHEDULE);
  }

  @Test
  void visitBesideThePlanIsApprovedPreparedMadeRecordedPaidAndFollowedUp() {
    String number = planned(SPECIALIST);
    assertThat(groups(number, "userTask_decide")).containsExactly(SUPERVISOR);
    assertThat((String) runtimeService.getVariable(task(number, "userTask_decide").getExecutionId(), "facts")).contains("Learn needs 了解需求", "Direct visit 直接拜訪", "2.5 h");
    decide(number, "approve");
    assertThat(task(number, "userTask_prepare").getAssignee()).isEqualTo(SPECIALIST);
    prepare(number, false);
    appoint(number, visitAt, null);
    assertThat(task(number, "userTask_visit").getDueDate()).isEqualTo(Date.from(visitAt));
    visit(number);
    record(number, Map.of("expenses", true));

    assertThat(groups(number, "userTask_review")).containsExactly(SUPERVISOR);
    persons.submit(SUPERVISOR, number, "userTask_review", "review", Map.of("weak", "yes", "supervisorComment", "Ask more 多問"));
    persons.submit(SUPERVISOR, number, "userTask_guide", "guidance", Map.of("advice", "Prepare questions 準備問題"));
    claim(number);
    assertThat(visitOf(number).getPaidAmount()).isEqualByComparingTo("40.00");

    tenDaysPass(number);
    persons.submit(SUPERVISOR, number, "userTask_checkFollow", "check", Map.of("followUpsDone", "late", "newOwner", SPECIALIST + "-2"));
    tenDaysPass(number);
    persons.submit(SUPERVISOR, number, "userTask_checkFollow", "check", Map.of("followUpsDone", "done"));

    Visit visit = visitOf(number);
    assertThat(visit.getStatus()).isEqualTo(Visit.Status.COMPLETED);
    assertThat(visit.getPlanNumber()).isNull();
    assertThat(visit.getVisitor()).isEqualTo(SPECIALIST);
    assertThat(visit.getPurposes()).isEqualTo("learnNeeds,maintain");
    assertThat(visit.getSatisfaction()).isEqualTo(4);
    assertThat(visit.getWeak()).isTrue();
    assertThat(visit.isUnreportedChange()).isFalse();
    assertThat(visit.getFollowUpsLate()).isEqualTo(1);
    assertThat(visit.getFollowUpOwner()).isEqualTo(SPECIALIST + "-2");
    assertThat(jdbc.sql("select satisfaction from information_customers where code = ? and last_contact_on is not null").param(customer).query(Integer.class).single()).isEqualTo(4);
    assertEnded(number, "endEvent_completed");
    assertPrinted(number);
  }

  private void assertPrinted(String number) {
    ResponseEntity<byte[]> paper = http.withBasicAuth(MANAGER, password).getForEntity("/api/cases/{number}/documents/customer-visit-form.pdf", byte[].class, number);
    assertThat(paper.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(new String(paper.getBody(), 0, 5, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  @Test
  void everyFindingStartsWhatFollows() {
    String number = approved(SPECIALIST);
    prepare(number, false);
    appoint(number, visitAt, null);
    visit(number);
    record(number, Map.of("dispute", "The invoice was wrong twice 發票兩次有誤", "idea", "A smaller pack 小包裝", "fault", "The pump leaks 泵漏水", "creditAnomaly", "Pays late 付款遲延",
        "prospectsLearned", List.of(Map.of("name", "Neighbour 鄰廠", "data", "Needs pumps 需要泵")), "competitorInfo", "A rival delivers in a day 競爭對手一日送達", "contactChange", "New buyer 採購換人"));

    Visit visit = visitOf(number);
    assertThat(visit.getComplaintCase()).startsWith("CMP-");
    assertThat(jdbc.sql("select count(*) from complaint_cases where case_number = ?").param(visit.getComplaintCase()).query(Integer.class).single()).isEqualTo(1);
    assertThat(relations.of(number)).containsExactly(new RelatedCase(visit.getComplaintCase(), "Complaint from the visit 拜訪引起的投訴"));
    List<Task> services = taskService.createTaskQuery().processDefinitionKey("after-sales-service").processVariableValueEquals("customerCode", customer).list();
    assertThat(services).singleElement().satisfies(service -> assertThat((String) taskService.getVariable(service.getId(), "requestFacts")).contains("泵漏水"));
    assertThat(jdbc.sql("select count(distinct subject_id) from audit_entries where case_number = ? and action in ('send', 'sendToNobody')").param(number).query(Integer.class).single()).isEqualTo(5);
    assertThat(visit).matches(found -> found.isDisputeNamed() && found.isIdea() && found.isFault() && found.isCreditChange() && found.isProspectNamed() && found.isCompetitorNews()
        && found.isContactChanged());

    persons.submit(SUPERVISOR, number, "userTask_review", "review", Map.of("weak", "no", "supervisorComment", "Good 很好"));
    assertThat(managementService.createJobQuery().timers().activityId("event_followUpsDue").list()).isNotEmpty();
  }

  @Test
  void visitToCollectInformationStartsTheInformationSurvey() {
    String number = persons.start(SPECIALIST, "customer-visit").getBusinessKey();
    Map<String, Object> plan = plan(false);
    plan.put("visitPurpose", List.of("maintain", "collectInformation"));
    persons.submit(SPECIALIST, number, "userTask_plan", "plan", plan);
    decide(number, "approve");
    prepare(number, false);
    appoint(number, visitAt, null);
    visit(number);
    record(number, Map.of());
    List<Task> surveys = taskService.createTaskQuery().processDefinitionKey("customer-information-survey").processVariableValueEquals("customerCode", customer).list();
    assertThat(surveys).singleElement().satisfies(survey -> {
      assertThat(survey.getTaskDefinitionKey()).isEqualTo("userTask_assign");
      assertThat((String) taskService.getVariable(survey.getId(), "surveyReason")).contains(number);
    });
    assertThat((String) taskService.getVariable(task(number, "userTask_review").getId(), "visitFindings")).contains("客戶信息調查");
    runtimeService.deleteProcessInstance(surveys.get(0).getProcessInstanceId(), "test over");
  }

  @Test
  void visitorTakesTheObligatoryToolsAndHasTheGiftArranged() {
    String number = approved(SPECIALIST);
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_prepare", "preparation", preparation(List.of("companyPapers", "notebook")))).hasMessageContaining("名片");
    prepare(number, true);
    assertThat(groups(number, "userTask_carryOut")).containsExactly(SUPERVISOR);
    persons.submit(SUPERVISOR, number, "userTask_carryOut", "work", Map.of("outcome", "done", "result", "Tea bought 已購茶葉"));
    assertThat(task(number, "userTask_appoint").getAssignee()).isEqualTo(SPECIALIST);
  }

  @Test
  void visitTakesPlaceWithoutAGiftThatCouldNotBeHad() {
    String number = approved(SPECIALIST);
    prepare(number, true);
    persons.submit(SUPERVISOR, number, "userTask_carryOut", "work", Map.of("outcome", "notDone", "result", "Above the limit 超出標準"));
    assertThat(task(number, "userTask_appoint")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void changeOfThePlanIsReportedOrNoted(boolean reported, boolean noted) {
    String number = approved(SPECIALIST);
    prepare(number, false);
    assertThatThrownBy(() -> appoint(number, clock.instant().minus(1, ChronoUnit.DAYS), null)).hasMessageContaining("不得早於現在");
    visitAt = visitAt.plus(2, ChronoUnit.DAYS);
    appoint(number, visitAt, reported ? "Customer is travelling 客戶出差" : null);
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_visit", "visiting", visiting(visitAt, visitAt.plus(1, ChronoUnit.HOURS)))).hasMessageContaining("不得晚於現在");
    visit(number);
    assertThat(visitOf(number).isUnreportedChange()).isEqualTo(noted);
  }

  @Test
  void visitThatEndsBeforeItBeginsIsRefused() {
    String number = approved(SPECIALIST);
    prepare(number, false);
    appoint(number, visitAt, null);
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_visit", "visiting", visiting(visitAt, visitAt.minus(1, ChronoUnit.HOURS)))).hasMessageContaining("須晚於開始時間");
  }

  @Test
  void customerMayRefuse() {
    String number = approved(SPECIALIST);
    prepare(number, false);
    persons.submit(SPECIALIST, number, "userTask_appoint", "appointment", Map.of("outcome", "refused", "refusal", "No time this year 今年沒空"));
    assertThat(visitOf(number).getStatus()).isEqualTo(Visit.Status.REFUSED);
    assertEnded(number, "endEvent_refused");
  }

  @Test
  void customerWhoCancelsTwiceIsCalledInstead() {
    String number = approved(SPECIALIST);
    prepare(number, false);
    appoint(number, visitAt, null);
    assertThat(tell(MANAGER, number, "relationship.visitCancelled", Map.of("reason", "Stock-taking 盤點"))).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(SPECIALIST, number, "relationship.visitCancelled", Map.of("reason", "Stock-taking 盤點日期"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(visitOf(number).getCancellations()).isEqualTo(1);
    assertThatThrownBy(() -> appoint(number, clock.instant().plus(30, ChronoUnit.DAYS), "Later 改期")).hasMessageContaining("十個工作日");
    appoint(number, visitAt, null);
    assertThat(tell(SUPERVISOR, number, "relationship.visitCancelled", Map.of("reason", "Still busy 仍然太忙"))).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(visitOf(number).getStatus()).isEqualTo(Visit.Status.CANCELLED);
    assertEnded(number, "endEvent_cancelled");
    assertThat(jdbc.sql("select reason from relationship_callbacks where customer_code = ?").param(customer).query(String.class).single()).isEqualTo("visitCancelled");
  }

  @Test
  void planIsReturnedAndRejected() {
    String number = planned(SPECIALIST);
    decide(number, "return");
    assertThat((String) taskService.getVariable(task(number, "userTask_plan").getId(), "returnNote")).contains("目標不清");
    persons.submit(SPECIALIST, number, "userTask_plan", "plan", plan(true));
    assertThat(visitOf(number).getChannel()).isEqualTo("leaders");
    decide(number, "reject");
    assertThat(visitOf(number).getStatus()).isEqualTo(Visit.Status.REJECTED);
    assertEnded(number, "endEvent_rejected");
  }

  @Test
  void visitIsWithdrawnUntilItIsApproved() {
    String number = planned(SPECIALIST);
    assertThat(tell(SPECIALIST, number, "withdraw", Map.of("reason", "Customer moved 客戶搬遷"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(visitOf(number).getStatus()).isEqualTo(Visit.Status.WITHDRAWN);
    String other = approved(SPECIALIST);
    assertThat(tell(SPECIALIST, other, "withdraw", Map.of("reason", "Too late 太遲撤回"))).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void visitInThePastIsRefused() {
    String number = persons.start(SPECIALIST, "customer-visit").getBusinessKey();
    visitAt = clock.instant().minus(1, ChronoUnit.DAYS);
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_plan", "plan", plan(false))).hasMessageContaining("計劃時間");
  }

  @Test
  void calledVisitIsMadeByTheCallersSpecialist() {
    Map<String, Object> given = new HashMap<>(Map.of("customerCode", customer, "customerName", name, "visitorRole", DEVELOPER, "visitReason", "First talk 初訪"));
    given.put("customerGrade", null);
    ProcessInstance called = runtimeService.startProcessInstanceByKey("customer-visit", given);
    String number = called.getBusinessKey();
    assertThat(groups(number, "userTask_plan")).containsExactly(DEVELOPER);
    persons.submit(DEVELOPER, number, "userTask_plan", "plan", plan(false));
    decide(number, "approve");
    assertThat(task(number, "userTask_prepare").getAssignee()).isEqualTo(DEVELOPER);
    assertThat(visitOf(number).getVisitorRole()).isEqualTo(DEVELOPER);
  }

  @Test
  void registerFollowsACorrectedRecord() {
    String number = approved(SPECIALIST);
    prepare(number, false);
    appoint(number, visitAt, null);
    visit(number);
    record(number, Map.of());
    Map<String, Object> corrected = said(Map.of("satisfaction", "fair"));
    assertThat(http.withBasicAuth(SPECIALIST, password).postForEntity("/api/cases/{number}/corrections", Map.of("root", "record", "reason", "Wrong line 選錯一行", "data", corrected), String.class, number)
        .getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(visitOf(number).getSatisfaction()).isEqualTo(3);
  }

  @Test
  void planOfAMonthNeedsEightyHoursAndEveryDueCustomerAndThenStartsItsVisits() {
    jdbc.sql("update information_customers set grade = 'A', owner = ? where code = ?").params(SPECIALIST, customer).update();
    ProcessInstance started = runtimeService.startProcessInstanceByKey("customer-visit-program", Map.of("planner", SPECIALIST, "planMonth", MONTH));
    String number = started.getBusinessKey();
    assertThat((String) taskService.getVariable(task(number, "userTask_plan").getId(), "dueFacts")).contains(customer);
    String other = customers.register(new NewCustomer("Visited other " + UUID.randomUUID(), null, "direct", "current", "021-70001234", null, "east", null, "call", true)).code();

    submitProgram(number, MONTH, "month", List.of(row(other, 1, "20", null)));
    assertThat((String) taskService.getVariable(task(number, "userTask_plan").getId(), "returnNote")).contains("20", "工時不足", customer);
    assertThatThrownBy(() -> submitProgram(number, MONTH, "month", List.of(row("C999999", 1, "20", null)))).hasMessageContaining("無此客戶編號");
    assertThatThrownBy(() -> submitProgram(number, "2033-06", "month", List.of(row(other, 1, "20", null)))).hasMessageContaining("日期不在計劃月份");
    assertThatThrownBy(() -> submitProgram(number, "2033", "month", List.of(row(other, 1, "20", null)))).hasMessageContaining("2026-12");

    List<Map<String, Object>> rows = new ArrayList<>(IntStream.rangeClosed(1, 4).mapToObj(day -> row(other, day, "20", null)).toList());
    rows.add(row(customer, 6, "2.5", "association"));
    submitProgram(number, MONTH, "month", rows);
    decide(number, "return");
    submitProgram(number, MONTH, "month", rows);
    decide(number, "approve");

    assertThat(programs.findByCaseNumber(number).orElseThrow()).satisfies(program -> {
      assertThat(program.getStatus()).isEqualTo(VisitProgram.Status.ADOPTED);
      assertThat(program.getMonthlyHours()).isEqualByComparingTo("82.5");
    });
    List<Visit> visits = register.findByPlanNumberOrderById(number);
    assertThat(visits).hasSize(5).extracting(Visit::getVisitor).containsOnly(SPECIALIST);
    assertThat(visits.get(4)).satisfies(visit -> {
      assertThat(visit.getChannel()).isEqualTo("association");
      assertThat(visit.getCustomerCode()).isEqualTo(customer);
      assertThat(task(visit.getCaseNumber(), "userTask_prepare").getAssignee()).isEqualTo(SPECIALIST);
    });
    assertThat(relations.of(number)).hasSize(5);
    assertThat(relations.of(visits.get(0).getCaseNumber())).containsExactly(new RelatedCase(number, "Plan of visits 拜訪計劃"));
    assertThat(tell(SPECIALIST, visits.get(0).getCaseNumber(), "withdraw", Map.of("reason", "Not needed 不需要了"))).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(SUPERVISOR, visits.get(0).getCaseNumber(), "withdraw", Map.of("reason", "Not needed 不需要了"))).isEqualTo(HttpStatus.NO_CONTENT);
    runtimeService.startProcessInstanceByKey("customer-visit-program", Map.of("planner", SPECIALIST, "planMonth", MONTH));
    assertThat(historyService.createHistoricActivityInstanceQuery().activityId("endEvent_alreadyMade").count()).isPositive();
  }

  @Test
  void planOfAYearCountsTheHoursOfItsMonthsAndIsShownWhenAMonthIsPlanned() {
    String year = persons.start(SPECIALIST, "customer-visit-program").getBusinessKey();
    Map<String, Object> line = row(customer, 1, "20", null);
    line.remove("plannedOn");
    assertThatThrownBy(() -> submitProgram(year, "2034", "year", List.of(line))).hasMessageContaining("全年次數");
    line.put("times", 48);
    submitProgram(year, "2034", "year", List.of(line));
    decide(year, "approve");
    assertThat(programs.findByCaseNumber(year).orElseThrow()).satisfies(program -> {
      assertThat(program.getMonthlyHours()).isEqualByComparingTo("80");
      assertThat(program.getPlannedVisits()).isEqualTo(48);
    });
    assertThat(register.findByPlanNumberOrderById(year)).isEmpty();

    String month = runtimeService.startProcessInstanceByKey("customer-visit-program", Map.of("planner", SPECIALIST, "planMonth", "2034-01")).getBusinessKey();
    assertThat((String) taskService.getVariable(task(month, "userTask_plan").getId(), "dueFacts")).contains("年計劃", customer + " × 48");
    assertThatThrownBy(() -> submitProgram(month, "2034", "year", List.of(line))).hasMessageContaining("已有計劃");
    assertThat(tell(SPECIALIST, month, "withdraw", Map.of("reason", "On leave 休假一個月"))).isEqualTo(HttpStatus.NO_CONTENT);
  }

  @Test
  void planIsRejectedBySomebodyElseThanThePlanner() {
    String number = persons.start(SPECIALIST, "customer-visit-program").getBusinessKey();
    String month = (String) taskService.getVariable(task(number, "userTask_plan").getId(), "planMonth");
    YearMonth planned = YearMonth.parse(month);
    List<Map<String, Object>> rows = IntStream.rangeClosed(1, 4).mapToObj(day -> {
      Map<String, Object> row = row(customer, 1, "20", null);
      row.put("plannedOn", planned.atDay(day) + "T09:00+08:00");
      return row;
    }).toList();
    submitProgram(number, month, "month", rows);
    decide(number, "reject");
    assertThat(programs.findByCaseNumber(number).orElseThrow().getStatus()).isEqualTo(VisitProgram.Status.REJECTED);
  }

  @Test
  void scheduleStartsThePlansOfTheNextMonthAndInNovemberOfTheNextYearOnce() {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse("2035-11-25T09:00").atZone(ZONE).toInstant()));
    Job timer = managementService.createJobQuery().processDefinitionKey(SCHEDULE).timers().singleResult();
    assertThat(LocalDateTime.ofInstant(timer.getDuedate().toInstant(), ZONE).getDayOfMonth()).isEqualTo(25);
    managementService.executeJob(timer.getId());
    List<String> started = standing();
    assertThat(started).contains(SPECIALIST + " 2035-12", SPECIALIST + " 2036").doesNotHaveDuplicates();
    runtimeService.startProcessInstanceByKey(SCHEDULE);
    assertThat(standing()).containsExactlyInAnyOrderElementsOf(started);
  }

  private List<String> standing() {
    return jdbc.sql("select concat(planner, ' ', plan_period) from relationship_visit_plans where status = 'PLANNING'").query(String.class).list();
  }

  private String planned(String person) {
    String number = persons.start(person, "customer-visit").getBusinessKey();
    persons.submit(person, number, "userTask_plan", "plan", plan(false));
    return number;
  }

  private String approved(String person) {
    String number = planned(person);
    decide(number, "approve");
    return number;
  }

  private Map<String, Object> plan(boolean hard) {
    Map<String, Object> plan = new HashMap<>(Map.of("customer", customer, "visitPurpose", List.of("learnNeeds", "maintain"), "visitGoal", "Know the needs 了解需求", "plannedOn", offset(visitAt),
        "plannedHours", 2.5, "hardToReach", hard));
    if (hard) {
      plan.put("channel", "leaders");
    }
    return plan;
  }

  private void decide(String number, String decision) {
    persons.submit(SUPERVISOR, number, "userTask_decide", "approval", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Goal unclear 目標不清"));
  }

  private void prepare(String number, boolean gift) {
    Map<String, Object> data = preparation(gift ? List.of("companyPapers", "businessCard", "notebook", "gift") : List.of("companyPapers", "businessCard", "notebook"));
    if (gift) {
      data.put("giftRequest", "Tea for the anniversary 週年茶葉");
    }
    persons.submit(SPECIALIST, number, "userTask_prepare", "preparation", data);
  }

  private Map<String, Object> preparation(List<String> tools) {
    return new HashMap<>(Map.of("preparedFor", SPECIALIST, "date", LocalDate.now(clock).toString(), "toolChecklist", tools, "policyKnown", true, "skillsReady", true, "companions", List.of()));
  }

  private void appoint(String number, Instant when, String reason) {
    Map<String, Object> data = new HashMap<>(Map.of("outcome", "agreed", "appointedAt", offset(when), "person", "Ms Lin 林小姐"));
    if (reason != null) {
      data.put("changeReason", reason);
    }
    persons.submit(SPECIALIST, number, "userTask_appoint", "appointment", data);
  }

  private void visit(String number) {
    ClockUtil.setCurrentTime(Date.from(visitAt.plus(Duration.ofHours(4))));
    persons.submit(SPECIALIST, number, "userTask_visit", "visiting", visiting(visitAt, visitAt.plus(2, ChronoUnit.HOURS)));
  }

  private Map<String, Object> visiting(Instant from, Instant to) {
    return Map.of("actualFrom", offset(from), "actualTo", offset(to), "receiverName", "Lin 林", "receiverPosition", "Buyer 採購", "receiverDecides", "yes", "needsAndProblems", "Faster delivery 交貨更快",
        "attitudeToProducts", "Likes them 喜歡", "demandsAndSuggestions", "None 無");
  }

  private void record(String number, Map<String, Object> more) {
    persons.submit(SPECIALIST, number, "userTask_record", "record", said(more));
  }

  private Map<String, Object> said(Map<String, Object> more) {
    Map<String, Object> record = new HashMap<>(Map.of("informationGiven", List.of("products"), "satisfaction", "satisfied", "trainingHours", 1.5, "expenses", false, "followUps",
        List.of(Map.of("kind", "Send the list 寄清單", "owner", SPECIALIST, "date", LocalDate.now(clock).plusDays(3).toString(), "done", false))));
    record.putAll(more);
    return record;
  }

  /** The visitor claims, everybody agrees, finance pays. */
  private void claim(String number) {
    assertThat(task(number, "userTask_claim").getAssignee()).isEqualTo(SPECIALIST);
    new ClaimTrial(engine, persons, port, password, clock).settle(number, SPECIALIST, SUPERVISOR, "travel", "40.00");
  }

  /** The ten working days are over. */
  private void tenDaysPass(String number) {
    managementService.executeJob(managementService.createJobQuery().timers().activityId("event_followUpsDue").list().stream()
        .filter(job -> number.equals(runtimeService.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey())).findFirst().orElseThrow().getId());
  }

  private Map<String, Object> row(String code, int day, String hours, String channel) {
    Map<String, Object> row = new HashMap<>(Map.of("customer", code, "visitPurpose", "maintain", "visitGoal", "Keep in touch 保持聯絡", "plannedOn", "%s-%02dT09:00+08:00".formatted(MONTH, day + 1),
        "plannedHours", Double.valueOf(hours), "hardToReach", channel != null));
    if (channel != null) {
      row.put("channel", channel);
    }
    return row;
  }

  private void submitProgram(String number, String period, String kind, List<Map<String, Object>> rows) {
    persons.submit(SPECIALIST, number, "userTask_plan", "program", Map.of("kind", kind, "planMonth", period, "visits", rows));
  }

  private String offset(Instant moment) {
    return moment.atZone(ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private Visit visitOf(String number) {
    List<Visit> found = register.findByCaseNumberOrderById(number);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private HttpStatus tell(String user, String number, String message, Map<String, ?> data) {
    return HttpStatus.valueOf(http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/{message}", data, String.class, number, message).getStatusCode().value());
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().activityId(endEvent).list().stream()
        .map(activity -> historyService.createHistoricProcessInstanceQuery().processInstanceId(activity.getProcessInstanceId()).singleResult().getBusinessKey())).contains(number);
  }
}
