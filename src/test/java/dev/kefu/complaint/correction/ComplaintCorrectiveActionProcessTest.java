package dev.kefu.complaint.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.complaint.correction.CorrectiveAction.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
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
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class ComplaintCorrectiveActionProcessTest {

  private static final String PROCESS = "complaint-corrective-action";
  private static final String SUPERVISOR = "complaint-supervisor";
  private static final String PRODUCTION = "production-department";
  private static final String QUALITY = "quality-department";
  private static final String GENERAL_MANAGER = "general-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private RepositoryService repositoryService;
  @Autowired private CorrectiveActionRepository register;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private final String product = "Pump " + UUID.randomUUID().toString().substring(0, 8);
  private Persons persons;
  private String instance;

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete(PROCESS);
  }

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
  }

  @Test
  void acceptedImprovementIsWatchedForNinetyDaysAndIsEffective() {
    String number = started(Map.of("responsibleDepartment", PRODUCTION));
    assertThat(groups(number, "userTask_order")).containsExactly(SUPERVISOR);
    order(number, Map.of("kind", "productQuality"));
    assertThat(groups(number, "userTask_plan")).containsExactly(PRODUCTION);
    plan(number, PRODUCTION);
    assertThat(groups(number, "userTask_checkPlan")).containsExactly(QUALITY);
    checkPlan(number, QUALITY, "accept");
    assertThat(task(number, "userTask_carry").getAssignee()).isEqualTo(PRODUCTION);
    carry(number, PRODUCTION);
    assertThat(groups(number, "userTask_accept")).containsExactlyInAnyOrder(QUALITY, SUPERVISOR);
    accept(number, SUPERVISOR);

    CorrectiveAction action = action();
    assertThat(action.getStatus()).isEqualTo(Status.WATCHING);
    assertThat(Duration.between(action.getAcceptedAt(), watch().getDuedate().toInstant())).isBetween(Duration.ofDays(90).minusMinutes(1), Duration.ofDays(90).plusMinutes(1));
    managementService.executeJob(watch().getId());

    assertThat(action().getStatus()).isEqualTo(Status.EFFECTIVE);
    assertThat(repeats()).isEmpty();
    assertThat(action().getPlannedBy()).isEqualTo(PRODUCTION);
    assertThat(action().getCheckedBy()).isEqualTo(QUALITY);
    assertThat(action().getAcceptedBy()).isEqualTo(SUPERVISOR);
    assertThat(action().getProof()).isEqualTo("Test record 檢驗記錄");
    assertThat(jdbc.sql("select measure from complaint_correction_measures where correction_id = ?").param(action.getId()).query(String.class).list())
        .containsExactly("Test each gasket 逐件檢驗墊圈");
    assertEnded("endEvent_effective");
  }

  @Test
  void analysisStartsItByMessageAndTheSupervisorNamesDepartmentKindAndProduct() {
    ProcessInstance started = runtimeService.createMessageCorrelation("complaint.correctionOrdered").setVariable("correctionFacts", "40 % of all causes: gaskets 墊圈佔原因四成")
        .correlateStartMessage();
    instance = started.getProcessInstanceId();
    String number = started.getBusinessKey();
    assertThat(number).matches("COR-\\d{4}-\\d{6}");
    assertThat(variable(number, "userTask_order", "asksDepartment")).isEqualTo(true);
    order(number, Map.of("responsibleDepartment", "rd", "kind", "productQuality", "product", product));

    assertThat(groups(number, "userTask_plan")).containsExactly("rd-department");
    assertThat(action().getSourceCase()).isNull();
    assertThat(action().matter().product()).isEqualTo(product);
  }

  @Test
  void qualityDepartmentsOwnPlanIsCheckedByTheSupervisorAndNobodyJudgesTheOwnWork() {
    String number = started(Map.of("responsibleDepartment", QUALITY));
    order(number, Map.of("kind", "productQuality"));
    plan(number, QUALITY);
    assertThat(groups(number, "userTask_checkPlan")).containsExactly(SUPERVISOR);
    checkPlan(number, SUPERVISOR, "accept");
    carry(number, QUALITY);

    assertThatThrownBy(() -> accept(number, QUALITY)).hasMessageContaining("somebody else must do \"Accept on the spot 驗收\"");
    assertThat(action().getStatus()).isEqualTo(Status.CARRIED);
    accept(number, SUPERVISOR);
    assertThat(action().getStatus()).isEqualTo(Status.WATCHING);
  }

  @Test
  void returnedPlanIsMadeAgainAndTheThirdReturnGoesToTheGeneralManager() {
    String number = started(Map.of("responsibleDepartment", PRODUCTION));
    order(number, Map.of("kind", "productQuality"));
    for (int time = 1; time <= 2; time++) {
      plan(number, PRODUCTION);
      checkPlan(number, QUALITY, "return");
      assertThat(variable(number, "userTask_plan", "returnNote")).isEqualTo("Returned 退回 (" + time + "): Too vague 過於籠統");
    }
    plan(number, PRODUCTION);
    checkPlan(number, QUALITY, "return");
    assertThat(groups(number, "userTask_checkPlan")).containsExactly(GENERAL_MANAGER);
    checkPlan(number, GENERAL_MANAGER, "return");
    plan(number, PRODUCTION);
    checkPlan(number, GENERAL_MANAGER, "accept");
    assertThat(action().getStatus()).isEqualTo(Status.CARRYING);
    assertThat(action().getPlanReturns()).isEqualTo(4);
    assertThat(tell(SUPERVISOR, number)).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void secondRefusalEscalatesAndTheGeneralManagerIsTold() {
    String number = carried();
    refuse(number);
    assertThat(task(number, "userTask_carry").getAssignee()).isEqualTo(PRODUCTION);
    assertThat(variable(number, "userTask_carry", "redoNote")).isEqualTo("Not accepted 驗收不合格 (1): Still leaks 仍漏油");
    assertThat(action().getPlanDue()).isEqualTo(today().plusDays(9));
    carry(number, PRODUCTION);
    refuse(number);

    assertThat(action().getStatus()).isEqualTo(Status.ESCALATED);
    assertThat(action().getRefusals()).isEqualTo(2);
    assertThat(jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = 'correction-escalated'").param(number).query(String.class).list())
        .anySatisfy(recipients -> assertThat(recipients).contains(GENERAL_MANAGER));
    assertEnded("endEvent_escalated");
  }

  @Test
  void sameComplaintDuringTheWatchEndsItAndTheImprovementIsOrderedAgain() {
    String number = accepted();
    jdbc.sql("update complaint_corrections set accepted_at = timestampadd(hour, -2, accepted_at) where id = ?").param(action().getId()).update();
    complain("Another " + product, "productQuality");
    complain(product, "deliveryPacking");
    assertThat(watch().getDuedate()).isAfter(Date.from(clock.instant().plus(Duration.ofDays(89))));
    String repeat = complain(product, "productQuality");
    assertThat(watch().getDuedate()).isBeforeOrEqualTo(Date.from(clock.instant()));
    managementService.executeJob(watch().getId());

    assertThat(action().getStatus()).isEqualTo(Status.OPENED);
    assertThat(action().getRoundNo()).isEqualTo(2);
    assertThat(repeats()).containsExactly(repeat);
    assertThat((String) variable(number, "userTask_order", "repeatNote")).contains(repeat).contains("1 times 驗收後再次投訴 1 次");
    order(number, Map.of());
    assertThat(groups(number, "userTask_plan")).containsExactly(PRODUCTION);
  }

  @Test
  void supervisorWithdrawsUntilThePlanIsChecked() {
    String number = started(Map.of("responsibleDepartment", PRODUCTION));
    order(number, Map.of("kind", "productQuality"));
    assertThat(tell(QUALITY, number)).isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
    assertThat(tell(SUPERVISOR, number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(action().getStatus()).isEqualTo(Status.WITHDRAWN);
    assertThat(action().getWithdrawalReason()).isEqualTo("Ordered twice 重複提出");
    assertEnded("endEvent_withdrawn");
  }

  @Test
  void caseOpenedByMistakeIsCancelledByTheSupervisor() {
    String number = started(Map.of("responsibleDepartment", PRODUCTION));
    assertThat(exchange(SUPERVISOR, HttpMethod.POST, "/api/cases/" + number + "/cancellation", Map.of("reason", "Wrong complaint 投訴有誤")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(action().getStatus()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void wrongFactsAreRefusedAndNothingChanges() {
    String number = started(Map.of("responsibleDepartment", PRODUCTION));
    order(number, Map.of("kind", "productQuality"));
    Map<String, Object> late = planData();
    late.put("dueOn", today().plusDays(2).toString());
    assertThatThrownBy(() -> persons.submit(PRODUCTION, number, "userTask_plan", "plan", late)).hasMessageContaining("A measure is done later than the whole plan. 有措施晚於全部完成日期");
    assertThat(action().getStatus()).isEqualTo(Status.ORDERED);
  }

  @Test
  void correctedPlanIsFollowedByTheRegisterUntilItIsChecked() {
    String number = started(Map.of("responsibleDepartment", PRODUCTION));
    order(number, Map.of("kind", "productQuality"));
    plan(number, PRODUCTION);
    Map<String, Object> corrected = planData();
    corrected.put("dueOn", today().plusDays(20).toString());
    Map<String, Object> order = Map.of("improvementOrder", "Test all gaskets of the line 全線檢驗墊圈", "kind", "productQuality");
    assertThat(correct("customer-service-manager", number, "order", order).getStatusCode().is2xxSuccessful()).isTrue();
    assertThat(correct(GENERAL_MANAGER, number, "plan", corrected).getStatusCode().is2xxSuccessful()).isTrue();
    assertThat(action().getPlanDue()).isEqualTo(today().plusDays(20));
    assertThat(action().getOrderText()).isEqualTo("Test all gaskets of the line 全線檢驗墊圈");
    checkPlan(number, QUALITY, "accept");
    assertThat(correct(GENERAL_MANAGER, number, "plan", corrected).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    // MySQL keeps whole seconds: people check and carry out in different ones.
    jdbc.sql("update ACT_HI_ACTINST set END_TIME_ = timestampadd(minute, -1, END_TIME_) where PROC_INST_ID_ = ? and ACT_ID_ = 'userTask_checkPlan'").param(instance).update();
    carry(number, PRODUCTION);
    Map<String, Object> work = new HashMap<>(work());
    work.put("proof", "Photo 照片");
    assertThat(correct(GENERAL_MANAGER, number, "execution", work).getStatusCode().is2xxSuccessful()).isTrue();
    assertThat(action().getProof()).isEqualTo("Photo 照片");
  }

  @Test
  void nobodyStartsItByHand() {
    assertThat(repositoryService.createProcessDefinitionQuery().processDefinitionKey(PROCESS).latestVersion().startableInTasklist().count()).isZero();
    assertThatThrownBy(() -> persons.start(SUPERVISOR, PROCESS)).hasMessageContaining("permission");
    assertThat(exchange(SUPERVISOR, HttpMethod.POST, "/api/messages/complaint.correctionOrdered", null).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void deadlinesAreThoseOfTheCatalogue() {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse("2031-09-15T10:00").atZone(clock.getZone()).toInstant()));
    try {
      String number = started(Map.of("responsibleDepartment", PRODUCTION));
      assertThat(due(number, "userTask_order")).isEqualTo("2031-09-16T10:00");
      order(number, Map.of("kind", "productQuality"));
      assertThat(due(number, "userTask_plan")).isEqualTo("2031-09-18T10:00");
      plan(number, PRODUCTION);
      assertThat(due(number, "userTask_checkPlan")).isEqualTo("2031-09-16T10:00");
      checkPlan(number, QUALITY, "accept");
      assertThat(due(number, "userTask_carry")).startsWith("2031-09-25T");
      carry(number, PRODUCTION);
      assertThat(due(number, "userTask_accept")).isEqualTo("2031-09-17T10:00");
      refuse(number);
      assertThat(due(number, "userTask_carry")).startsWith("2031-09-24T");
      runtimeService.deleteProcessInstance(instance, "test over");
    } finally {
      ClockUtil.reset();
      jdbc.sql("delete from notification_messages where created_at > '2031-01-01 00:00:00'").update();
    }
  }

  private String started(Map<String, ?> more) {
    Map<String, Object> variables = new HashMap<>(Map.of("sourceCase", "", "correctionFacts", "The pump leaks oil. 水泵漏油。", "product", product,
        "customerCode", "C000001", "customerName", "Blue Lake Foods", "customerGrade", "A"));
    variables.putAll(more);
    ProcessInstance started = runtimeService.startProcessInstanceByKey(PROCESS, variables);
    instance = started.getProcessInstanceId();
    return started.getBusinessKey();
  }

  private String carried() {
    String number = started(Map.of("responsibleDepartment", PRODUCTION));
    order(number, Map.of("kind", "productQuality"));
    plan(number, PRODUCTION);
    checkPlan(number, QUALITY, "accept");
    carry(number, PRODUCTION);
    return number;
  }

  private String accepted() {
    String number = carried();
    accept(number, QUALITY);
    return number;
  }

  private void order(String number, Map<String, ?> more) {
    Map<String, Object> order = new HashMap<>(Map.of("improvementOrder", "Let no pump leave with a bad gasket 不合格墊圈不得出廠"));
    order.putAll(more);
    persons.submit(SUPERVISOR, number, "userTask_order", "order", order);
  }

  private Map<String, Object> planData() {
    return new HashMap<>(Map.of("improvementPlan", List.of(Map.of("measure", "Test each gasket 逐件檢驗墊圈", "owner", "Ms Zhao 趙女士", "date", today().plusDays(5).toString(),
        "evidence", "Test record 檢驗記錄")), "planOwner", action().getDepartment(), "dueOn", today().plusDays(10).toString()));
  }

  private void plan(String number, String who) {
    persons.submit(who, number, "userTask_plan", "plan", planData());
  }

  private void checkPlan(String number, String who, String decision) {
    persons.submit(who, number, "userTask_checkPlan", "planCheck", "accept".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Too vague 過於籠統"));
  }

  private Map<String, Object> work() {
    return Map.of("done", "Each gasket was tested 已逐件檢驗", "proof", "Test record 檢驗記錄", "carriedOn", today().toString());
  }

  private void carry(String number, String who) {
    persons.submit(who, number, "userTask_carry", "execution", work());
  }

  private void accept(String number, String who) {
    persons.submit(who, number, "userTask_accept", "inspection", Map.of("finding", "No leak in fifty pumps 五十台無漏油", "acceptance", "accepted"));
  }

  private void refuse(String number) {
    persons.submit(QUALITY, number, "userTask_accept", "inspection", Map.of("finding", "Still leaks 仍漏油", "acceptance", "refused", "redoBy", today().plusDays(9).toString()));
  }

  /** A complaint of that kind about that product, registered and graded. */
  private String complain(String about, String kind) {
    String number = persons.start("call-center-agent", "complaint-handling").getBusinessKey();
    persons.submit("call-center-agent", number, "userTask_receive", "reception", Map.of("customer", "Blue Lake Foods", "contact", "Ms Lin 林女士", "channel", "phone",
        "receivedAt", OffsetDateTime.now(clock).withNano(0).withSecond(0).toString(), "content", "Complaint 投訴 " + UUID.randomUUID(), "complaintReason", "Leaks again 又漏油",
        "demands", List.of("repair"), "customersConcerned", 1, "product", about));
    Map<String, Object> registration = new HashMap<>(Map.of("nature", "complaint", "kind", kind, "personsComplainedAbout", List.of(), "remarks", ""));
    if ("productQuality".equals(kind)) {
      registration.putAll(Map.of("quantity", 2, "shippedOn", "2026-11-02", "batchNo", "B-17"));
    }
    persons.submit("complaint-specialist", number, "userTask_register", "registration", registration);
    return number;
  }

  private HttpStatusCode tell(String user, String number) {
    return exchange(user, HttpMethod.POST, "/api/cases/" + number + "/events/withdraw", Map.of("reason", "Ordered twice 重複提出")).getStatusCode();
  }

  private ResponseEntity<String> correct(String user, String number, String root, Map<String, ?> data) {
    return exchange(user, HttpMethod.POST, "/api/cases/" + number + "/corrections", Map.of("root", root, "reason", "Mistyped 筆誤", "data", data));
  }

  private ResponseEntity<String> exchange(String user, HttpMethod method, String path, Object body) {
    return http.withBasicAuth(user, password).exchange(path, method, new HttpEntity<>(body), String.class);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private CorrectiveAction action() {
    return register.findByProcessInstanceId(instance).orElseThrow();
  }

  private List<String> repeats() {
    return jdbc.sql("select case_number from complaint_correction_repeats where correction_id = ?").param(action().getId()).query(String.class).list();
  }

  private Job watch() {
    return managementService.createJobQuery().processInstanceId(instance).activityId("event_watch").singleResult();
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private Object variable(String number, String step, String name) {
    return taskService.getVariable(task(number, step).getId(), name);
  }

  private String due(String number, String step) {
    return LocalDateTime.ofInstant(task(number, step).getDueDate().toInstant(), clock.getZone()).toString();
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String endEvent) {
    assertThat(runtimeService.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(endEvent).count()).isEqualTo(1);
  }
}
