package dev.kefu.survey.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Information surveys through the real forms. The registration that they call has tests of its own: here it registers at once. */
@KefuIT
class InformationSurveyProcessTest {

  private static final String PROCESS = "customer-information-survey";
  private static final String SCHEDULE = "customer-information-survey-schedule";
  private static final String SUPERVISOR = "survey-supervisor";
  private static final String SURVEYOR = "survey-specialist";
  private static final String OWNER = "relationship-specialist";
  private static final String MANAGER = "customer-service-manager";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private InformationSurveyRepository register;
  @Autowired private Customers customers;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private final String name = "Surveyed " + UUID.randomUUID();
  private Persons persons;
  private String customer;
  private String registration;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    customer = customers.register(new NewCustomer(name, null, "direct", "current", "021-5" + Math.abs(name.hashCode() % 10_000_000), null, "east", null, "call", true)).code();
    registration = engine.getRepositoryService().createDeployment().addModelInstance("registers-at-once.bpmn", Bpmn.createExecutableProcess("customer-info-registration")
        .camundaHistoryTimeToLive(1).startEvent().serviceTask().camundaExpression("registered").camundaResultVariable("registrationOutcome").endEvent().done()).deploy().getId();
  }

  @AfterEach
  void takeAway() {
    ClockUtil.reset();
    runtimeService.createProcessInstanceQuery().processDefinitionKey(PROCESS).unlimitedList().forEach(left -> runtimeService.deleteProcessInstance(left.getId(), "test over"));
    engine.getRepositoryService().deleteDeployment(registration, true);
    jdbc.sql("update information_customers set state = 'former' where name like 'Surveyed %'").update();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete(PROCESS, SCHEDULE);
  }

  @Test
  void supervisorNamesACustomerWhoIsAskedConfirmedReviewedAndBroughtIntoTheMaster() {
    String number = persons.start(SUPERVISOR, PROCESS).getBusinessKey();
    persons.submit(SUPERVISOR, number, "userTask_request", "request", Map.of("customer", customer, "reason", "Large order expected 預計大單"));
    assertThat(number).startsWith("CIS-");
    assertThat((String) taskService.getVariable(task(number, "userTask_assign").getId(), "surveyReason")).contains("預計大單");
    assertThatThrownBy(() -> persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("surveyor", SURVEYOR, "customerOwner", "warehouse-keeper", "reviewer", SUPERVISOR)))
        .hasMessageContaining("客戶負責人");
    assign(number);

    assertThat(task(number, "userTask_fill").getAssignee()).isEqualTo(SURVEYOR);
    Map<String, Object> impossible = answers("stable", "reasonable", "100");
    impossible.put("dealings", List.of(Map.of("period", "2025", "mainProducts", "Pumps 泵", "peakMonthAmount", "500.00", "totalAmount", "400.00")));
    assertThatThrownBy(() -> persons.submit(SURVEYOR, number, "userTask_fill", "answers", impossible)).hasMessageContaining("旺季每月金額");
    fill(number, answers("stable", "reasonable", "100"));

    assertThat(task(number, "userTask_ownerCheck").getAssignee()).isEqualTo(OWNER);
    assertThat(groups(number, "userTask_ownerCheck")).containsExactly(OWNER);
    assertThat((String) taskService.getVariable(task(number, "userTask_ownerCheck").getId(), "answerFacts")).contains("Stable 穩定", "Reasonable 合理", "1200.00 元", "12");
    persons.submit(OWNER, number, "userTask_ownerCheck", "ownerCheck", Map.of("confirmed", "no", "objection", "They moved last year 去年已搬遷"));
    assertThat(task(number, "userTask_review").getAssignee()).isEqualTo(SUPERVISOR);
    persons.submit(SUPERVISOR, number, "userTask_review", "review", Map.of("decision", "return", "reason", "Ask for the new address 請核實新地址"));

    assertThat((String) taskService.getVariable(task(number, "userTask_fill").getId(), "returnNote")).contains("核實新地址");
    fill(number, answers("stable", "reasonable", "120"));
    confirm(number);
    accept(number);

    InformationSurvey survey = survey(number);
    assertThat(survey.getStatus()).isEqualTo(InformationSurvey.Status.COMPLETED);
    assertThat(survey.getOccasion()).isEqualTo("request");
    assertThat(survey.getReturns()).isEqualTo(1);
    assertThat(survey.getStaffTotal()).isEqualTo(12);
    assertThat(survey.getPeakMonthSales()).isEqualByComparingTo("120");
    assertThat(survey.getRegistrationOutcome()).isEqualTo("registered");
    assertThat(survey.alerts()).isEmpty();
    assertEnded(number, "endEvent_completed");
    assertThat(proposal(number)).contains("12 Harbour Road", "Ms Lin 林女士", number);
    ResponseEntity<byte[]> paper = http.withBasicAuth(MANAGER, password).getForEntity("/api/cases/{number}/documents/customer-information-survey-form.pdf", byte[].class, number);
    assertThat(new String(paper.getBody(), 0, 5, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  /** What the registration got. */
  private String proposal(String number) {
    return historyService.createHistoricVariableInstanceQuery().processInstanceId(survey(number).getProcessInstanceId()).variableName("registrationProposal").singleResult().getValue().toString();
  }

  @Test
  void newCustomerIsSurveyedAndARegistrarHasNoPartInIt() {
    runtimeService.createSignalEvent("new-customer").setVariables(Map.of("customerCode", customer, "starter", "information-specialist")).send();
    List<InformationSurvey> opened = register.findByCustomerCodeOrderById(customer);
    assertThat(opened).singleElement().satisfies(survey -> assertThat(survey.getOccasion()).isEqualTo("newCustomer"));
    String number = opened.get(0).getCaseNumber();
    Task assign = task(number, "userTask_assign");
    assertThat(assign.getAssignee()).isNull();
    assertThat(groups(number, "userTask_assign")).containsExactly(SUPERVISOR);
    assertThat(taskService.getVariable(assign.getId(), "customerName")).isEqualTo(name);
  }

  @Test
  void customerMayRefuse() {
    String number = started("yearly");
    assign(number);
    persons.submit(SURVEYOR, number, "userTask_fill", "answers", Map.of("outcome", "refused", "refusal", "No time for forms 沒有時間"));
    assertThat(survey(number).getStatus()).isEqualTo(InformationSurvey.Status.REFUSED);
    assertEnded(number, "endEvent_refusedByCustomer");
  }

  @Test
  void worryingAnswersAreToldToTheCreditSurvey() {
    completed("growing", "reasonable", "1000");
    String number = completed("declining", "cut", "690");
    InformationSurvey survey = survey(number);
    assertThat(survey.getPeakSalesDrop()).isEqualByComparingTo("31");
    assertThat(survey.alerts()).containsExactly("declining", "cutPrices", "salesDown");
    assertThat(jdbc.sql("select count(*) from audit_entries where case_number = ? and subject_id = 'credit-anomaly' and action in ('send', 'sendToNobody')").param(number).query(Integer.class).single()).isEqualTo(1);
    assertThat((String) historyService.createHistoricVariableInstanceQuery().processInstanceId(survey.getProcessInstanceId()).variableName("alertFindings").singleResult().getValue())
        .contains("衰退", "削價", "30 %");
  }

  @Test
  void salesThatFellByThirtyPerCentWorryNobody() {
    completed("growing", "reasonable", "1000");
    assertThat(survey(completed("stable", "high", "700")).alerts()).isEmpty();
  }

  @Test
  void nobodyReviewsHisOwnSurvey() {
    engine.getIdentityService().createMembership(SUPERVISOR, SURVEYOR);
    try {
      String number = started("visit");
      assertThatThrownBy(() -> persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("surveyor", SUPERVISOR, "customerOwner", OWNER, "reviewer", SUPERVISOR)))
          .hasMessageContaining("審核人不得為調查員本人");
    } finally {
      engine.getIdentityService().deleteMembership(SUPERVISOR, SURVEYOR);
    }
  }

  @Test
  void surveyIsWithdrawnUntilItIsReviewed() {
    String number = started("yearly");
    assertThat(tell(SURVEYOR, number)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(SUPERVISOR, number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(survey(number).getStatus()).isEqualTo(InformationSurvey.Status.WITHDRAWN);
    assertEnded(number, "endEvent_withdrawn");
  }

  @Test
  void registerFollowsCorrectedAnswersUntilTheyAreReviewed() {
    String number = started("yearly");
    assign(number);
    fill(number, answers("stable", "reasonable", "100"));
    assertThat(correct(number, answers("growing", "high", "150"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(survey(number).getBusinessState()).isEqualTo("growing");
    assertThat((String) taskService.getVariable(task(number, "userTask_ownerCheck").getId(), "answerFacts")).contains("Growing 成長");
    assertThat(correct(number, Map.of("outcome", "refused", "refusal", "Changed their mind 反悔"))).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void everyMorningCustomersAreAskedWhoWereAskedTwelveMonthsAgo() {
    Instant future = LocalDateTime.parse("2035-03-10T09:00").atZone(ZONE).toInstant();
    jdbc.sql("update information_customers set state = 'dormant' where state = 'current'").update();
    try {
      jdbc.sql("update information_customers set state = 'current', created_at = ? where code = ?").params(LocalDateTime.parse("2034-03-10T08:00"), customer).update();
      String recent = customers.register(new NewCustomer("Surveyed later " + UUID.randomUUID(), null, "direct", "current", "021-70001234", null, "east", null, "call", true)).code();
      jdbc.sql("update information_customers set created_at = ? where code = ?").params(LocalDateTime.parse("2034-03-12T08:00"), recent).update();
      ClockUtil.setCurrentTime(Date.from(future));
      round();
      assertThat(register.findByCustomerCodeOrderById(customer)).singleElement().satisfies(survey -> assertThat(survey.getOccasion()).isEqualTo("yearly"));
      assertThat(register.findByCustomerCodeOrderById(recent)).isEmpty();

      round();
      assertThat(register.findByCustomerCodeOrderById(customer)).hasSize(1);
      complete(register.findByCustomerCodeOrderById(customer).get(0).getCaseNumber(), "stable", "reasonable", "100");
      ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse("2036-03-09T09:00").atZone(ZONE).toInstant()));
      round();
      assertThat(register.findByCustomerCodeOrderById(customer)).hasSize(1);
      ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse("2036-03-10T09:00").atZone(ZONE).toInstant()));
      round();
      assertThat(register.findByCustomerCodeOrderById(customer)).hasSize(2);
    } finally {
      jdbc.sql("update information_customers set state = 'current' where state = 'dormant'").update();
    }
  }

  /** Starts a round and carries its pages out. */
  private void round() {
    ProcessInstance round = runtimeService.startProcessInstanceByKey(SCHEDULE);
    for (Job page = page(round); page != null; page = page(round)) {
      managementService.executeJob(page.getId());
    }
  }

  private Job page(ProcessInstance round) {
    return managementService.createJobQuery().processInstanceId(round.getId()).singleResult();
  }

  private String started(String occasion) {
    return runtimeService.startProcessInstanceByKey(PROCESS, Map.of("customerCode", customer, "surveyOccasion", occasion)).getBusinessKey();
  }

  private String completed(String state, String price, String peak) {
    String number = started("yearly");
    complete(number, state, price, peak);
    return number;
  }

  private void complete(String number, String state, String price, String peak) {
    assign(number);
    fill(number, answers(state, price, peak));
    confirm(number);
    accept(number);
  }

  private void assign(String number) {
    persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("surveyor", SURVEYOR, "customerOwner", OWNER, "reviewer", SUPERVISOR, "note", "Before Friday 週五前"));
  }

  private void fill(String number, Map<String, Object> answers) {
    persons.submit(SURVEYOR, number, "userTask_fill", "answers", answers);
  }

  private void confirm(String number) {
    persons.submit(OWNER, number, "userTask_ownerCheck", "ownerCheck", Map.of("confirmed", "yes"));
  }

  private void accept(String number) {
    persons.submit(SUPERVISOR, number, "userTask_review", "review", Map.of("decision", "accept"));
  }

  private Map<String, Object> answers(String state, String price, String peak) {
    Map<String, Object> answers = new HashMap<>(Map.of("outcome", "answered", "customerName", name, "address", "12 Harbour Road 港灣道十二號", "phone", "021-56789012", "legalRepName", "Mr Wu 吳先生",
        "managerName", "Mr Wu 吳先生", "contactName", "Ms Lin 林女士", "contactPosition", "Buyer 採購"));
    answers.putAll(Map.of("operatingStyle", "steady", "businessState", state, "businessScope", "Pumps and valves 泵閥", "priceLevel", price, "peakMonthSales", Double.valueOf(peak),
        "offMonthSales", 30, "enterpriseType", "jointStock", "tradePosition", "first", "paymentTerm", 30, "paymentMethod", "transfer"));
    answers.put("staffEmployees", 10);
    answers.put("staffManagers", 2);
    answers.put("contactStaff", List.of(Map.of("name", "Mr Fang 方先生", "position", "Engineer 工程師")));
    answers.put("dealings", List.of(Map.of("period", "2025", "mainProducts", "Pumps 泵", "peakMonthAmount", "200.00", "totalAmount", "1200.00")));
    return answers;
  }

  private HttpStatus tell(String person, String number) {
    return (HttpStatus) http.withBasicAuth(person, password).postForEntity("/api/cases/{number}/events/withdraw", Map.of("reason", "Customer closed down 客戶停業"), String.class, number).getStatusCode();
  }

  private HttpStatus correct(String number, Map<String, Object> data) {
    return (HttpStatus) http.withBasicAuth(SURVEYOR, password).postForEntity("/api/cases/{number}/corrections", Map.of("root", "answers", "reason", "Wrong line 選錯一行", "data", data), String.class, number)
        .getStatusCode();
  }

  private InformationSurvey survey(String number) {
    return register.findFirstByCaseNumberOrderByIdDesc(number).orElseThrow();
  }

  private Task task(String number, String step) {
    Task task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
    assertThat(task).as("open task %s of %s", step, number).isNotNull();
    return task;
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String end) {
    assertThat(runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(survey(number).getProcessInstanceId()).activityId(end).count()).isEqualTo(1);
  }
}
