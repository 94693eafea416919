package dev.kefu.relationship.callback;

import static dev.kefu.relationship.callback.CallbackRecord.Status.CANCELLED;
import static dev.kefu.relationship.callback.CallbackRecord.Status.COMPLETED;
import static dev.kefu.relationship.callback.CallbackRecord.Status.OPEN;
import static dev.kefu.relationship.callback.CallbackRecord.Status.REACHED;
import static dev.kefu.relationship.callback.CallbackRecord.Status.REFUSED;
import static dev.kefu.relationship.callback.CallbackRecord.Status.UNREACHABLE;
import static dev.kefu.relationship.callback.CallbackRecord.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.engine.CasesFromOutside;
import dev.kefu.engine.FormData;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
import org.camunda.bpm.engine.history.HistoricProcessInstance;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class CustomerCallbackProcessTest {

  private static final String SPECIALIST = "relationship-specialist";
  private static final String SUPERVISOR = "relationship-supervisor";
  private static final String SERVICE_SPECIALIST = "after-sales-specialist";
  private static final String SERVICE_SUPERVISOR = "after-sales-supervisor";
  private static final String COMPLAINT_SPECIALIST = "complaint-specialist";
  private static final String COMPLAINT_SUPERVISOR = "complaint-supervisor";
  private static final String AGENT = "call-center-agent";
  private static final String SCHEDULE = "customer-callback-schedule";
  private static final String CALLER = "callback-caller";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private RepositoryService repositoryService;
  @Autowired private CallbackRepository register;
  @Autowired private Callbacks callbacks;
  @Autowired private DueCallbacks dueCallbacks;
  @Autowired private Customers customers;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private final String name = "Callback " + UUID.randomUUID();
  private Persons persons;
  private String customer;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    customer = customers.register(new NewCustomer(name, null, "direct", "current", "010-6" + Math.abs(name.hashCode() % 10_000_000), null, "north", null, "call", true)).code();
  }

  @AfterEach
  void tidy() {
    // The round of the test also found customers of others.
    runtimeService.createProcessInstanceQuery().processDefinitionKey("customer-callback").unlimitedList().stream()
        .filter(callback -> callback.getBusinessKey().startsWith("CBK-2031-")).forEach(callback -> runtimeService.deleteProcessInstance(callback.getId(), "test over"));
    ClockUtil.reset();
    repositoryService.createDeploymentQuery().deploymentName(CALLER).list().forEach(found -> repositoryService.deleteDeployment(found.getId(), true));
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("customer-callback", "customer-callback-followup", "customer-callback-schedule");
  }

  @Test
  void satisfiedCustomerIsCalledReportedAndReviewed() {
    String number = planned(SPECIALIST);
    assertThat(record(number).getStatus()).isEqualTo(CallbackRecord.Status.PLANNED);
    assertThat(persons.taskSeenBy(SPECIALIST, number, "userTask_prepare").getAssignee()).isEqualTo(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    assertThat(persons.taskSeenBy(SPECIALIST, number, "userTask_do").getAssignee()).isEqualTo(SPECIALIST);
    reach(SPECIALIST, number, "satisfied", Map.of());
    report(SPECIALIST, number);
    assertThat(candidateGroups(number, "userTask_review")).containsExactly(SUPERVISOR);
    review(SUPERVISOR, number, "accepted");

    CallbackRecord callback = record(number);
    assertThat(callback.getStatus()).isEqualTo(COMPLETED);
    assertThat(callback.getReason()).isEqualTo("request");
    assertThat(callback.getRole()).isEqualTo(SPECIALIST);
    assertThat(callback.getPurpose()).isEqualTo("routine");
    assertThat(callback.getWay()).isEqualTo("phone");
    assertThat(callback.getSatisfaction()).isEqualTo(4);
    assertThat(callback.getFollowUp()).isEqualTo("none");
    assertThat(callback.getTries()).singleElement().satisfies(attempt -> {
      assertThat(attempt.outcome()).isEqualTo(Try.Outcome.REACHED);
      assertThat(attempt.triedOn()).isEqualTo(today());
      assertThat(attempt.triedBy()).isEqualTo(SPECIALIST);
    });
    assertThat(jdbc.sql("select satisfaction from information_customers where code = ? and last_contact_on = ?").params(customer, today()).query(Integer.class).single())
        .isEqualTo(4);
    assertEnded(number, "endEvent_completed");
  }

  @Test
  void customerWhoIsNotReachedOnThreeDaysIsUnreachable() {
    String number = planned(SPECIALIST);
    LocalDate first = today();
    for (int day = 0; day < 3; day++) {
      if (day > 0) {
        assertThatThrownBy(() -> appoint(SPECIALIST, number, today(), "myself")).hasMessageContaining("already").hasMessageContaining("請改日");
        at(first.plusDays(day).atTime(10, 0));
      }
      assertThat(record(number).daysNotReached()).isEqualTo(day);
      appoint(SPECIALIST, number, today(), "myself");
      miss(SPECIALIST, number);
    }

    assertThat(record(number).getStatus()).isEqualTo(UNREACHABLE);
    assertThat(record(number).getTries()).extracting(Try::triedOn).containsExactly(first, first.plusDays(1), first.plusDays(2));
    assertEnded(number, "endEvent_unreachable");
  }

  @Test
  void secondTryOfADayIsRefusedInPlainWordsUnlessItReachesTheCustomer() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    miss(SPECIALIST, number);
    Task prepare = persons.taskSeenBy(SPECIALIST, number, "userTask_prepare");

    ResponseEntity<String> answer = http.withBasicAuth(SPECIALIST, password).postForEntity("/engine-rest/task/{task}/submit-form", Map.of("variables",
        Map.of("appointment", Map.of("type", "Json", "value", "{\"plannedAt\":\"" + today() + "T23:00+08:00\",\"calledBy\":\"myself\"}"))), String.class, prepare.getId());
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody()).contains("The customer was not reached on " + today() + " already");

    appoint(SPECIALIST, number, today().plusDays(1), "myself");
    assertThatThrownBy(() -> miss(SPECIALIST, number)).hasMessageContaining("try again on another day");
    assertThat(record(number).getTries()).hasSize(1);
    reach(SPECIALIST, number, "fair", Map.of());
    assertThat(record(number).getStatus()).isEqualTo(REACHED);
  }

  @Test
  void customerMayRefuse() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    persons.submit(SPECIALIST, number, "userTask_do", "call", Map.of("outcome", "refused", "tryNote", "No calls please 請勿致電"));

    assertThat(record(number).getStatus()).isEqualTo(REFUSED);
    assertEnded(number, "endEvent_refused");
  }

  @Test
  void callCentreCallsInThePlannersPlace() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "callCentre");
    assertThat(candidateGroups(number, "userTask_do")).containsExactly(AGENT);
    reach(AGENT, number, "verySatisfied", Map.of());

    assertThat(record(number).getTries()).singleElement().satisfies(attempt -> assertThat(attempt.triedBy()).isEqualTo(AGENT));
    assertThat(persons.taskSeenBy(SPECIALIST, number, "userTask_report").getAssignee()).isEqualTo(SPECIALIST);
  }

  @ParameterizedTest
  @CsvSource({
      "suggestion, satisfied,        suggestions,   after-sales-supervisor,  done",
      "suggestion, satisfied,        suggestions,   after-sales-supervisor,  notDone",
      "lossRisk,   satisfied,        competitor,    relationship-supervisor, done",
      "lossRisk,   satisfied,        orderChange,   relationship-supervisor, notDone"})
  void whatTheCustomerSaidIsHandedOver(String followUp, String satisfaction, String fact, String supervisor, String outcome) {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    Map<String, Object> said = Map.of("suggestions", "A longer cable 加長電纜", "competitor", "Rival Ltd", "orderChange", -31);
    reach(SPECIALIST, number, satisfaction, fact.isEmpty() ? Map.of() : Map.of(fact, said.get(fact)));

    assertThat(candidateGroups(number, "userTask_carryOut")).containsExactly(supervisor);
    persons.submit(supervisor, number, "userTask_carryOut", "work", Map.of("result", "Seen to it. 已處理。", "outcome", outcome));
    report(SPECIALIST, number);
    review(SUPERVISOR, number, "accepted");

    assertThat(record(number).getFollowUp()).isEqualTo(followUp);
    assertEnded(number, "endEvent_completed");
  }

  @Test
  void faultStartsAServiceRequestThatNobodyWaitsFor() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    reach(SPECIALIST, number, "satisfied", Map.of("productFaulty", true));
    report(SPECIALIST, number);
    review(SUPERVISOR, number, "accepted");

    assertThat(record(number).getFollowUp()).isEqualTo("fault");
    assertEnded(number, "endEvent_completed");
    assertThat(taskService.createTaskQuery().taskDefinitionKey("userTask_takeOver").processVariableValueLike("requestFacts", "%" + number + "%").taskCandidateGroup("after-sales-specialist").count()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"veryDissatisfied, 1", "dissatisfied, 2"})
  void dissatisfiedCustomerMakesAComplaintThatNobodyWaitsFor(String satisfaction, int points) {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    reach(SPECIALIST, number, satisfaction, Map.of("problems", "It hums 嗡嗡響"));
    startComplaint(number);

    String complaint = record(number).getFollowUpCase();
    assertThat(complaint).startsWith("CMP-");
    JsonNode reception = receptionOf(complaint);
    assertThat(reception.path("customer").asText()).isEqualTo(customer);
    assertThat(reception.path("channel").asText()).isEqualTo("callback");
    assertThat(OffsetDateTime.parse(reception.path("receivedAt").asText()).toInstant()).isEqualTo(record(number).lastTry().triedAt().truncatedTo(ChronoUnit.MINUTES));
    assertThat(reception.path("demands").toString()).isEqualTo("[\"other\"]");
    assertThat(reception.path("content").asText()).isEqualTo("Call-back 回訪 " + number + "\nSatisfaction 滿意度: " + points
        + " / 5\nProblems 問題: It hums 嗡嗡響\nChanged needs 需求變化: none 無\nOrders 訂單變化: 0 %");
    assertThat(reception.path("complaintReason").asText()).isEqualTo("Satisfaction 滿意度: " + points + " / 5\nProblems 問題: It hums 嗡嗡響");
    assertThat(jdbc.sql("select status from complaint_cases where case_number = ?").param(complaint).query(String.class).single()).isEqualTo("RECEIVED");
    assertThat(runtimeService.getVariable(root(complaint), "customerCode")).isEqualTo(customer);
    assertThat(candidateGroups(complaint, "userTask_register")).containsExactly(COMPLAINT_SPECIALIST);

    assertThat(runtimeService.getVariable(record(number).getProcessInstanceId(), "followUpNote")).isEqualTo("Complaint 投訴 " + complaint);
    report(SPECIALIST, number);
    review(SUPERVISOR, number, "accepted");
    assertThat(record(number).getFollowUp()).isEqualTo("complaint");
    assertEnded(number, "endEvent_completed");
    assertThat(root(complaint)).isNotNull();
  }

  @Test
  void longWordsOfTheCustomerAreCutToWhatTheComplaintTakes() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    String words = "It hums 𠮷".repeat(100);
    reach(SPECIALIST, number, "dissatisfied", Map.of("problems", words, "needsChange", words, "suggestions", words));
    startComplaint(number);

    JsonNode reception = receptionOf(record(number).getFollowUpCase());
    assertThat(reception.path("content").asText()).hasSizeBetween(1999, 2000).endsWith("…");
    assertThat(reception.path("complaintReason").asText()).hasSizeBetween(999, 1000).endsWith("…");
  }

  @Test
  void callIsKeptWhileComplaintsTakeNoCasesAndTheComplaintIsStartedOnceLater() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    repositoryService.suspendProcessDefinitionByKey("complaint-handling");
    try {
      reach(SPECIALIST, number, "dissatisfied", Map.of());
      assertThatThrownBy(() -> startComplaint(number)).isInstanceOf(CasesFromOutside.NotAccepted.class);
    } finally {
      repositoryService.activateProcessDefinitionByKey("complaint-handling");
    }
    assertThat(record(number).getStatus()).isEqualTo(REACHED);
    assertThat(record(number).getFollowUpCase()).isNull();

    startComplaint(number);
    String complaint = record(number).getFollowUpCase();
    assertThat(callbacks.startOnce(record(number).getProcessInstanceId(), again -> "CMP-2026-999999")).isEqualTo(complaint);
    assertThat(jdbc.sql("select case_number from complaint_cases where content like ?").param("%" + number + "%").query(String.class).list()).containsExactly(complaint);
  }

  @Test
  void needIsSentAsALead() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    reach(SPECIALIST, number, "satisfied", Map.of("wantsToBuy", true));

    assertThat(historyService.createHistoricActivityInstanceQuery().activityId("sendTask_lead").processInstanceId(part(number)).finished().count()).isEqualTo(1);
    report(SPECIALIST, number);
    review(SUPERVISOR, number, "accepted");
    assertThat(record(number).getFollowUp()).isEqualTo("need");
  }

  @Test
  void returnedReportIsWrittenAgain() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    reach(SPECIALIST, number, "fair", Map.of());
    report(SPECIALIST, number);
    review(SUPERVISOR, number, "returned");

    assertThat(record(number).getStatus()).isEqualTo(REACHED);
    report(SPECIALIST, number);
    review(SUPERVISOR, number, "accepted");
    assertEnded(number, "endEvent_completed");
  }

  @Test
  void nobodyReviewsTheOwnReport() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    reach(SPECIALIST, number, "fair", Map.of());
    taskService.setAssignee(persons.taskSeenBy(SPECIALIST, number, "userTask_report").getId(), SUPERVISOR);
    report(SUPERVISOR, number);

    assertThatThrownBy(() -> review(SUPERVISOR, number, "accepted")).isInstanceOf(RuntimeException.class);
    assertThat(record(number).getStatus()).isEqualTo(REACHED);
  }

  @Test
  void whoStartsCallsBackInTheOwnRoleAndTheOwnSupervisorReviews() {
    String number = start(SERVICE_SPECIALIST);
    persons.submit(SERVICE_SPECIALIST, number, "userTask_request", "request", Map.of("customer", "王小明", "background", "New machine delivered 新機已交付"));
    String second = customers.search("13900139000", 2).get(0).code();
    persons.submit(SERVICE_SPECIALIST, number, "userTask_chooseCustomer", "choice", Map.of("way", "pick", "customer", second));
    plan(SERVICE_SPECIALIST, number);
    appoint(SERVICE_SPECIALIST, number, today(), "myself");
    reach(SERVICE_SPECIALIST, number, "satisfied", Map.of());
    report(SERVICE_SPECIALIST, number);

    assertThat(candidateGroups(number, "userTask_review")).containsExactly(SERVICE_SUPERVISOR);
    review(SERVICE_SUPERVISOR, number, "accepted");
    assertThat(record(number).getRole()).isEqualTo(SERVICE_SPECIALIST);
    assertThat(record(number).getCustomerCode()).isEqualTo(second);
  }

  @Test
  void callFromAComplaintOnlyReturnsItsSatisfaction() {
    ProcessInstance complaint = call("complaint", COMPLAINT_SPECIALIST, COMPLAINT_SUPERVISOR);
    String number = complaint.getBusinessKey();
    assertThat(candidateGroups(number, "userTask_plan")).containsExactly(COMPLAINT_SPECIALIST);
    plan(COMPLAINT_SPECIALIST, number);
    appoint(COMPLAINT_SPECIALIST, number, today(), "myself");
    reach(COMPLAINT_SPECIALIST, number, "veryDissatisfied", Map.of("productFaulty", true));
    report(COMPLAINT_SPECIALIST, number);
    review(COMPLAINT_SUPERVISOR, number, "accepted");

    assertThat(record(number).getFollowUp()).isEqualTo("none");
    assertThat(runtimeService.getVariables(complaint.getId())).containsEntry("callbackOutcome", "completed").containsEntry("satisfaction", 1);
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("customer-callback-followup").count()).isZero();
  }

  @Test
  void callerLearnsThatTheCustomerRefused() {
    ProcessInstance caller = call("technical", SERVICE_SPECIALIST, SERVICE_SUPERVISOR);
    String number = caller.getBusinessKey();
    plan(SERVICE_SPECIALIST, number);
    appoint(SERVICE_SPECIALIST, number, today(), "myself");
    persons.submit(SERVICE_SPECIALIST, number, "userTask_do", "call", Map.of("outcome", "refused"));

    assertThat(runtimeService.getVariables(caller.getId())).containsEntry("callbackOutcome", "refused").containsEntry("satisfaction", null);
  }

  @Test
  void callbackIsWithdrawnUntilTheCustomerWasCalled() {
    String number = planned(SPECIALIST);
    Map<String, ?> reason = Map.of("requestedBy", "customer", "reason", "Comes by tomorrow 明日來訪");
    assertThat(post(AGENT, number, "events/withdraw", reason)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(post(SPECIALIST, number, "events/withdraw", reason)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(record(number).getStatus()).isEqualTo(WITHDRAWN);
    assertEnded(number, "endEvent_withdrawn");

    String called = planned(SPECIALIST);
    appoint(SPECIALIST, called, today(), "myself");
    reach(SPECIALIST, called, "fair", Map.of());
    assertThat(post(SPECIALIST, called, "events/withdraw", reason)).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void caseStartedByMistakeIsWithdrawnBeforeTheCustomerIsKnown() {
    String number = start(SPECIALIST);
    assertThat(post(SPECIALIST, number, "events/withdraw", Map.of("requestedBy", "starter", "reason", "Started by mistake 誤開"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register.findByCaseNumberOrderById(number)).isEmpty();
  }

  @Test
  void supervisorCancelsACallback() {
    String number = planned(SPECIALIST);
    assertThat(post(SPECIALIST, number, "cancellation", Map.of("reason", "Opened twice 重複立案"))).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(post(SUPERVISOR, number, "cancellation", Map.of("reason", "Opened twice 重複立案"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(record(number).getStatus()).isEqualTo(CANCELLED);
  }

  @Test
  void correctedSatisfactionReachesRegisterAndMaster() {
    String number = planned(SPECIALIST);
    appoint(SPECIALIST, number, today(), "myself");
    reach(SPECIALIST, number, "satisfied", Map.of());
    Map<String, Object> corrected = said("fair", Map.of());
    assertThat(post(SPECIALIST, number, "corrections", Map.of("root", "call", "reason", "Wrong line 選錯", "data", corrected))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(record(number).getSatisfaction()).isEqualTo(3);
    report(SPECIALIST, number);
    review(SUPERVISOR, number, "accepted");
    assertThat(jdbc.sql("select satisfaction from information_customers where code = ?").param(customer).query(Integer.class).single()).isEqualTo(3);
  }

  /** A Friday and the days after it in September 2031, a year without statutory data; working hours 9-12 and 13-18. */
  @Test
  void stepsAreDueByTheTable() {
    at(LocalDateTime.parse("2031-09-12T17:00"));
    String number = start(SPECIALIST);
    assertDue(number, "userTask_request", "2031-09-15T17:00");
    request(SPECIALIST, number);
    assertDue(number, "userTask_plan", "2031-09-16T17:00");
    at(LocalDateTime.parse("2031-09-15T10:00"));
    plan(SPECIALIST, number);
    assertDue(number, "userTask_prepare", "2031-09-16T10:00");
    persons.submit(SPECIALIST, number, "userTask_prepare", "appointment", Map.of("plannedAt", "2031-09-17T10:30+08:00", "calledBy", "myself"));
    assertDue(number, "userTask_do", "2031-09-17T10:30");
    at(LocalDateTime.parse("2031-09-17T11:00"));
    reach(SPECIALIST, number, "satisfied", Map.of());
    assertDue(number, "userTask_report", "2031-09-18T11:00");
    at(LocalDateTime.parse("2031-09-18T09:30"));
    report(SPECIALIST, number);
    assertDue(number, "userTask_review", "2031-09-22T09:30");
  }

  @Test
  void morningRoundStartsWhatIsDueAndRestsOnDaysOff() {
    at(LocalDateTime.parse("2031-10-11T09:00"));
    assertThat(morning().getEndActivityId()).isEqualTo("endEvent_dayOff");

    at(LocalDateTime.parse("2031-10-13T09:00"));
    dueCallbacks.note(customer, "complaint", "CMP-2031-000001", LocalDate.parse("2031-09-13"));
    dueCallbacks.note(customer, "repair", "RPR-2031-000001", LocalDate.parse("2031-10-12"));
    dueCallbacks.note(customer, "installation", "INS-2031-000001", LocalDate.parse("2031-09-14"));
    assertThat(morning().getEndActivityId()).isEqualTo("endEvent_roundFinished");

    List<CallbackRecord> due = register.findByCustomerCodeOrderById(customer);
    assertThat(due).extracting(CallbackRecord::getReason).containsExactly("repair", "complaint");
    assertThat(due).extracting(CallbackRecord::getRole).containsExactly(SERVICE_SPECIALIST, COMPLAINT_SPECIALIST);
    assertThat(due).allSatisfy(callback -> {
      assertThat(callback.getStatus()).isEqualTo(OPEN);
      assertThat(callback.getCaseNumber()).startsWith("CBK-2031-");
    });
    String repair = due.get(0).getCaseNumber();
    assertThat(runtimeService.getVariable(due.get(0).getProcessInstanceId(), "callbackFacts"))
        .isEqualTo("Repair closed 維修結案 · RPR-2031-000001 · 2031-10-12 · call back by 回訪期限 2031-10-15");
    plan(SERVICE_SPECIALIST, repair);
    assertThat(persons.taskSeenBy(SERVICE_SPECIALIST, repair, "userTask_prepare").getAssignee()).isEqualTo(SERVICE_SPECIALIST);

    ProcessInstance asked = runtimeService.startProcessInstanceByKey(SCHEDULE);
    finish(asked.getId());
    assertThat(register.findByCustomerCodeOrderById(customer)).hasSize(2);
  }

  private void startComplaint(String number) {
    managementService.executeJob(managementService.createJobQuery().processInstanceId(part(number)).singleResult().getId());
  }

  private JsonNode receptionOf(String complaint) {
    return FormData.read(runtimeService.getVariable(root(complaint), "reception"), "reception", JsonNode.class);
  }

  private String root(String number) {
    return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).rootProcessInstances().singleResult().getId();
  }

  private HistoricProcessInstance morning() {
    List<String> before = rounds().stream().map(HistoricProcessInstance::getId).toList();
    Job timer = managementService.createJobQuery().processDefinitionKey(SCHEDULE).activityId("startEvent_morning").singleResult();
    managementService.executeJob(timer.getId());
    HistoricProcessInstance round = rounds().stream().filter(other -> !before.contains(other.getId())).findFirst().orElseThrow();
    finish(round.getId());
    return historyService.createHistoricProcessInstanceQuery().processInstanceId(round.getId()).singleResult();
  }

  private List<HistoricProcessInstance> rounds() {
    return historyService.createHistoricProcessInstanceQuery().processDefinitionKey(SCHEDULE).unlimitedList();
  }

  private void finish(String round) {
    for (Job job = job(round); job != null; job = job(round)) {
      managementService.executeJob(job.getId());
    }
  }

  private Job job(String round) {
    return managementService.createJobQuery().processInstanceId(round).singleResult();
  }

  private ProcessInstance call(String reason, String role, String reviewer) {
    repositoryService.createDeployment().name(CALLER).addModelInstance(CALLER + ".bpmn", Bpmn.createExecutableProcess(CALLER).camundaHistoryTimeToLiveString("P1D")
        .startEvent().callActivity("callActivity_callback").calledElement("customer-callback").camundaInBusinessKey("#{execution.processBusinessKey}")
        .camundaIn("callbackReason", "callbackReason").camundaIn("callbackRole", "callbackRole").camundaIn("reviewerRole", "reviewerRole")
        .camundaIn("callbackFacts", "callbackFacts").camundaIn("starter", "starter").camundaIn("customerCode", "customerCode").camundaIn("customerName", "customerName")
        .camundaIn("customerGrade", "customerGrade").camundaOut("callbackOutcome", "callbackOutcome").camundaOut("satisfaction", "satisfaction")
        .userTask("after").endEvent().done()).deploy();
    Map<String, Object> facts = new HashMap<>(Map.of("callbackReason", reason, "callbackRole", role, "reviewerRole", reviewer, "callbackFacts", "The case is closed 已結案",
        "customerCode", customer, "customerName", name));
    facts.put("customerGrade", null);
    facts.put("starter", null);
    return runtimeService.startProcessInstanceByKey(CALLER, "CMP-" + UUID.randomUUID().toString().substring(0, 8), facts);
  }

  private String start(String user) {
    String number = persons.start(user, "customer-callback").getBusinessKey();
    assertThat(number).startsWith("CBK-");
    assertThat(persons.taskSeenBy(user, number, "userTask_request").getAssignee()).isEqualTo(user);
    return number;
  }

  private void request(String user, String number) {
    persons.submit(user, number, "userTask_request", "request", Map.of("customer", customer, "sourceCase", "HLP-2026-000001", "background", "Asked for a call 要求回電"));
  }

  private String planned(String user) {
    String number = start(user);
    request(user, number);
    assertThat(persons.taskSeenBy(user, number, "userTask_plan").getAssignee()).isEqualTo(user);
    plan(user, number);
    return number;
  }

  private void plan(String user, String number) {
    persons.submit(user, number, "userTask_plan", "plan", Map.of("purpose", "routine", "way", "phone", "questions", "How does the machine 𠮷 run? 機器運行如何？"));
  }

  private void appoint(String user, String number, LocalDate day, String calledBy) {
    persons.submit(user, number, "userTask_prepare", "appointment", Map.of("plannedAt", day + "T23:30+08:00", "calledBy", calledBy));
  }

  private void miss(String user, String number) {
    persons.submit(user, number, "userTask_do", "call", Map.of("outcome", "notReached", "tryNote", "No answer 無人接聽"));
  }

  private void reach(String user, String number, String satisfaction, Map<String, ?> more) {
    persons.submit(user, number, "userTask_do", "call", said(satisfaction, more));
  }

  private static Map<String, Object> said(String satisfaction, Map<String, ?> more) {
    Map<String, Object> call = new HashMap<>(Map.of("outcome", "reached", "useState", "Daily 每日使用", "problems", "none 無", "satisfaction", satisfaction,
        "needsChange", "none 無", "orderChange", 0));
    call.putAll(more);
    return call;
  }

  private void report(String user, String number) {
    persons.submit(user, number, "userTask_report", "summary", Map.of("report", "The customer is looked after. 客戶情況良好。", "materialReturned", true));
  }

  private void review(String user, String number, String decision) {
    persons.submit(user, number, "userTask_review", "review", Map.of("decision", decision, "supervisorComment", "Seen 已閱"));
  }

  private HttpStatusCode post(String user, String number, String what, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/" + number + "/" + what, body, String.class).getStatusCode();
  }

  private CallbackRecord record(String number) {
    return register.findByCaseNumberOrderById(number).get(0);
  }

  private String part(String number) {
    return historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("customer-callback-followup").singleResult().getId();
  }

  private List<String> candidateGroups(String number, String step) {
    String task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getId();
    return taskService.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static void at(LocalDateTime time) {
    ClockUtil.setCurrentTime(Date.from(time.atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  private void assertDue(String number, String step, String due) {
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getDueDate())
        .hasSameTimeAs(Date.from(LocalDateTime.parse(due).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(record(number).getProcessInstanceId()).activityId(endEvent).finished().count())
        .isEqualTo(1);
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
  }
}
