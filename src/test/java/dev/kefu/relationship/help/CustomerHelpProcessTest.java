package dev.kefu.relationship.help;

import static dev.kefu.relationship.help.HelpCase.Status.CANCELLED;
import static dev.kefu.relationship.help.HelpCase.Status.OPEN;
import static dev.kefu.relationship.help.HelpCase.Status.ROUTED;
import static dev.kefu.relationship.help.HelpCase.Status.SOLVED;
import static dev.kefu.relationship.help.HelpCase.Status.UNSOLVED;
import static dev.kefu.relationship.help.HelpCase.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.information.Customers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

@KefuIT
class CustomerHelpProcessTest {

  private static final String AGENT = "call-center-agent";
  private static final String SPECIALIST = "relationship-specialist";
  private static final String SECOND_SPECIALIST = "relationship-specialist-2";
  private static final String SUPERVISOR = "relationship-supervisor";
  private static final String ENGINEER = "technical-support-engineer";
  private static final String SERVICE_SPECIALIST = "after-sales-specialist";
  private static final String KEY_ACCOUNT_SUPERVISOR = "key-account-supervisor";
  private static final String MANAGER = "customer-service-manager";
  private static final String KNOWN = "Blue Lake Foods";
  private static final String KEY_ACCOUNT = "Acme Instruments Ltd";

  @Autowired
  private RuntimeService runtimeService;
  @Autowired
  private TaskService taskService;
  @Autowired
  private HistoryService historyService;
  @Autowired
  private HelpCaseRepository register;
  @Autowired
  private Customers customers;

  @Autowired
  private TestRestTemplate http;
  @Value("${kefu.demo.password}")
  private String password;
  private Persons persons;
  private ProcessInstance started;
  private String nextWeek;

  @BeforeEach
  void prepare(@Autowired ProcessEngine engine, @Autowired Clock clock) {
    // Other tests of the same run start engines of their own.
    BpmnAwareTests.init(engine);
    persons = new Persons(engine);
    nextWeek = LocalDate.now(clock).plusDays(7).toString();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("customer-help", "customer-lookup", "procedure-to-come");
  }

  @Test
  void knownAnswerIsGivenByTheSpecialistAndConfirmed() {
    String number = record(AGENT, KNOWN, "usageQuestion", true);
    assertThat(register(number).getStatus()).isEqualTo(ROUTED);
    assertThat(register(number).getRoute()).isEqualTo("answer");
    assertThat(register(number).getStarter()).isEqualTo(AGENT);
    assertThat(candidateGroups(number, "userTask_answer")).containsExactly(SPECIALIST);

    answer(SPECIALIST, number);
    confirm(SPECIALIST, number, "solved");

    assertThat(register(number).getStatus()).isEqualTo(SOLVED);
    assertThat(register(number).getEndedAt()).isNotNull();
    assertEnded(number, "endEvent_solved");
    BpmnAwareTests.assertThat(started).hasPassedInOrder("startEvent_needArose", "userTask_record", "callActivity_findCustomer", "businessRuleTask_sort",
        "gateway_way", "userTask_answer", "userTask_askCustomer", "gateway_solved", "endEvent_solved");
  }

  @Test
  void customersOwnWordEndsTheWait() {
    String number = record(SPECIALIST, KNOWN, "other", false);
    answer(SPECIALIST, number);

    assertThat(tell(SPECIALIST, number, "relationship.helpConfirmed", Map.of("confirmed", "maybe"))).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(tell(ENGINEER, number, "relationship.helpConfirmed", Map.of("confirmed", "solved"))).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(AGENT, number, "relationship.helpConfirmed", Map.of("confirmed", "solved"))).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(register(number).getStatus()).isEqualTo(SOLVED);
    assertEnded(number, "endEvent_solved");
  }

  @Test
  void recorderChoosesAmongCustomersOfOneName() {
    String number = record(AGENT, "王小明", "usageQuestion", true);
    assertThat(persons.taskSeenBy(AGENT, number, "userTask_chooseCustomer").getAssignee()).isEqualTo(AGENT);
    assertThat(register(number).getStatus()).isEqualTo(OPEN);

    String second = customers.search("13900139000", 2).get(0).code();
    choose(AGENT, number, Map.of("way", "pick", "customer", second));

    assertThat(register(number).getCustomerCode()).isEqualTo(second);
    assertThat(persons.taskSeenBy(SPECIALIST, number, "userTask_answer").getAssignee()).isNull();
  }

  @Test
  void recorderSearchesAgain() {
    String number = record(AGENT, "no such customer " + UUID.randomUUID(), "usageQuestion", true);

    choose(AGENT, number, Map.of("way", "search", "query", KNOWN));

    assertThat(register(number).getCustomerCode()).isEqualTo(customers.search(KNOWN, 1).get(0).code());
  }

  @Test
  void unknownCustomerIsRegisteredOnTheWay() {
    String name = "New customer " + UUID.randomUUID();
    String number = record(SPECIALIST, name, "usageQuestion", true);
    choose(SPECIALIST, number, Map.of("way", "register"));

    persons.submit(SPECIALIST, number, "userTask_registerCustomer", "registration", Map.of("customerName", name, "kind", "endUser", "state", "potential",
        "phone", "010-66001234", "region", "north", "source", "call", "consentContact", true));

    assertThat(customers.search(name, 2)).singleElement()
        .satisfies(customer -> assertThat(register(number).getCustomerCode()).isEqualTo(customer.code()));
  }

  @Test
  void trainingIsGivenAfterTheEngineersAdvice() {
    String number = record(AGENT, KNOWN, "training", false);
    assertThat(candidateGroups(number, "userTask_adviseTraining")).containsExactly(ENGINEER);
    persons.submit(ENGINEER, number, "userTask_adviseTraining", "advice", Map.of("comment", "Take the demo set along. 帶示範機。"));

    train(SPECIALIST, number);
    confirm(SPECIALIST, number, "solved");

    assertThat(register(number).getStatus()).isEqualTo(SOLVED);
  }

  @Test
  void unsolvedNeedIsSortedAgainAndGoesToTheNamedOwner() {
    String number = record(AGENT, KNOWN, "productEnquiry", false);
    support(number);
    confirm(SPECIALIST, number, "unsolved");

    assertThat(candidateGroups(number, "userTask_sortAgain")).containsExactly(SUPERVISOR);
    sortAgain(number, "answer", SECOND_SPECIALIST);

    assertThat(persons.taskSeenBy(SECOND_SPECIALIST, number, "userTask_answer").getAssignee()).isEqualTo(SECOND_SPECIALIST);
    assertThat(register(number).getOwner()).isEqualTo(SECOND_SPECIALIST);
    assertThat(register(number).getTimesRouted()).isEqualTo(2);
    answer(SECOND_SPECIALIST, number);
    confirm(SECOND_SPECIALIST, number, "solved");
    assertEnded(number, "endEvent_solved");
  }

  @Test
  void managerTakesNoteOfWhatNobodyCanSolve() {
    String number = record(AGENT, KNOWN, "usageQuestion", false);
    support(number);
    confirm(SPECIALIST, number, "unsolved");
    sortAgain(number, "unsolvable", null);

    assertThat(candidateGroups(number, "userTask_takeNote")).containsExactly(MANAGER);
    persons.submit(MANAGER, number, "userTask_takeNote", "acknowledgement", Map.of("informed", true, "instruction", ""));

    assertThat(register(number).getStatus()).isEqualTo(UNSOLVED);
    assertEnded(number, "endEvent_unsolved");
  }

  @Test
  void departmentsResultIsVerifiedAndRuledUntilItPasses() {
    String number = record(SPECIALIST, KNOWN, "businessDifficulty", false);
    assertThat(candidateGroups(number, "userTask_requestCooperation")).containsExactly(SPECIALIST);
    requestCooperation(number);
    assertThat(candidateGroups(number, "userTask_carryOut")).containsExactly(SUPERVISOR);
    carryOut(SUPERVISOR, number, "done");
    verify(number, "failed", "Ask again with the sales plan. 附銷售計劃再議。");

    requestCooperation(number);
    carryOut(SUPERVISOR, number, "done");
    verify(number, "passed", null);
    assertThat(register(number).getCooperationResult()).isEqualTo("60 days accepted 同意 60 天");
    confirm(SPECIALIST, number, "solved");

    assertThat(register(number).getStatus()).isEqualTo(SOLVED);
  }

  @Test
  void refusedCooperationGoesToTheSupervisor() {
    String number = record(SPECIALIST, KNOWN, "businessDifficulty", false);
    requestCooperation(number);
    carryOut(SUPERVISOR, number, "notDone");

    assertThat(candidateGroups(number, "userTask_sortAgain")).containsExactly(SUPERVISOR);
    assertThat(register(number).getStatus()).isEqualTo(ROUTED);
  }

  @Test
  void keyAccountGoesToItsDeskWhateverItNeeds() {
    String number = record(AGENT, KEY_ACCOUNT, "training", true);
    assertThat(register(number).getRoute()).isEqualTo("keyAccount");
    assertThat(candidateGroups(number, "userTask_carryOut")).containsExactly(KEY_ACCOUNT_SUPERVISOR);

    carryOut(KEY_ACCOUNT_SUPERVISOR, number, "done");
    confirm(SPECIALIST, number, "solved");

    assertThat(register(number).getStatus()).isEqualTo(SOLVED);
  }

  @Test
  void keyAccountDeskThatCannotHelpHandsTheNeedToTheSupervisor() {
    String number = record(AGENT, KEY_ACCOUNT, "other", false);
    carryOut(KEY_ACCOUNT_SUPERVISOR, number, "notDone");

    assertThat(candidateGroups(number, "userTask_sortAgain")).containsExactly(SUPERVISOR);
  }

  @Test
  void needIsWithdrawnBeforeAnybodyHelped() {
    String number = record(AGENT, KNOWN, "usageQuestion", true);

    assertThat(tell(AGENT, number, "withdraw", Map.of("requestedBy", "customer", "reason", "Found it himself 已自行解決"))).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(register(number).getStatus()).isEqualTo(WITHDRAWN);
    assertEnded(number, "endEvent_withdrawn");
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
  }

  @Test
  void caseStartedByMistakeIsWithdrawnBeforeItIsRecorded() {
    String number = start(AGENT);

    assertThat(tell(AGENT, number, "withdraw", Map.of("requestedBy", "starter", "reason", "Started by mistake 誤開"))).isEqualTo(HttpStatus.NO_CONTENT);

    assertEnded(number, "endEvent_withdrawn");
    assertThat(register.findByCaseNumber(number)).isEmpty();
  }

  @Test
  void caseEndedFromOutsideIsCancelledInTheRegister() {
    String number = record(AGENT, KNOWN, "usageQuestion", true);

    runtimeService.deleteProcessInstance(register(number).getProcessInstanceId(), "opened for a customer of somebody else");

    assertThat(register(number).getStatus()).isEqualTo(CANCELLED);
  }

  @Test
  void needIsWithdrawnNoMoreOnceItWasAnswered() {
    String number = record(AGENT, KNOWN, "usageQuestion", true);
    answer(SPECIALIST, number);

    assertThat(tell(AGENT, number, "withdraw", Map.of("requestedBy", "customer", "reason", "Too late 太遲"))).isEqualTo(HttpStatus.CONFLICT);
    assertThat(register(number).getStatus()).isEqualTo(ROUTED);
  }

  @Test
  void confidentialDetailsAreKeptOutOfTheCaseAndShownToTheRelationsSection() {
    String details = "Close to bankruptcy 瀕臨破產 " + UUID.randomUUID();
    String number = start(AGENT);
    Map<String, Object> need = need(KNOWN, "businessDifficulty", false);
    need.put("confidentialDetails", details);
    persons.submit(AGENT, number, "userTask_record", "need", need);

    String task = persons.taskSeenBy(SPECIALIST, number, "userTask_requestCooperation").getId();
    String form = http.withBasicAuth(SPECIALIST, password)
        .getForObject("/engine-rest/task/{task}/form-variables?deserializeValues=false", String.class, task);
    assertThat(form).contains(details);
    assertThat(historyService.createHistoricVariableInstanceQuery().processInstanceId(register(number).getProcessInstanceId()).list())
        .isNotEmpty().noneSatisfy(variable -> assertThat(String.valueOf(variable.getValue())).contains(details));
  }

  @Test
  void needIsWithdrawnWhileTheCustomerIsStillLookedUp() {
    String number = record(AGENT, "王小明", "usageQuestion", true);

    assertThat(tell(SUPERVISOR, number, "withdraw", Map.of("requestedBy", "starter", "reason", "Entered twice 重複登記"))).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(register(number).getStatus()).isEqualTo(WITHDRAWN);
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
  }

  @Test
  void registerFollowsACorrectedNeedAndTheRouteStays() {
    String number = record(AGENT, KNOWN, "usageQuestion", true);
    Map<String, Object> need = need(KNOWN, "other", true);
    need.put("channel", "visit");
    Map<String, Object> correction = Map.of("root", "need", "reason", "It was said during a visit 拜訪時提出", "data", need);

    assertThat(post(SPECIALIST, number, "corrections", correction)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(post(AGENT, number, "corrections", correction)).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(register(number).getKind()).isEqualTo("other");
    assertThat(register(number).getChannel()).isEqualTo("visit");
    assertThat(register(number).getRoute()).isEqualTo("answer");
    answer(SPECIALIST, number);
    confirm(SPECIALIST, number, "solved");
    assertThat(register(number).getStatus()).isEqualTo(SOLVED);
  }

  @Test
  void supervisorCancelsACaseWithTheSearchThatItCalled() {
    String number = record(AGENT, "王小明", "usageQuestion", true);
    Map<String, ?> reason = Map.of("reason", "Opened twice 重複立案");

    assertThat(post(AGENT, number, "cancellation", reason)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(post(SUPERVISOR, number, "cancellation", reason)).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(register(number).getStatus()).isEqualTo(CANCELLED);
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).count()).isEqualTo(2);
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
  }

  @Test
  void specialistsChoiceCanBeCorrectedAmongTheOptionsOfThatTime() {
    String number = record(SPECIALIST, KNOWN, "usageQuestion", true);
    answer(SPECIALIST, number);
    confirm(SPECIALIST, number, "unsolved");
    sortAgain(number, "answer", SPECIALIST);

    assertThat(post(MANAGER, number, "corrections", Map.of("root", "rerouting", "reason", "Wrong words 用詞有誤",
        "data", Map.of("route", "answer", "owner", SECOND_SPECIALIST, "reason", "Ask once more 再問一次")))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(post(MANAGER, number, "corrections", Map.of("root", "rerouting", "reason", "Wrong words 用詞有誤",
        "data", Map.of("route", "answer", "owner", "nobody", "reason", "Ask once more 再問一次")))).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  private HttpStatusCode post(String user, String number, String what, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/{what}", body, String.class, number, what).getStatusCode();
  }

  private String start(String user) {
    started = persons.start(user, "customer-help");
    return started.getBusinessKey();
  }

  private String record(String user, String customer, String kind, boolean answerKnown) {
    String number = start(user);
    assertThat(persons.taskSeenBy(user, number, "userTask_record").getAssignee()).isEqualTo(user);
    persons.submit(user, number, "userTask_record", "need", need(customer, kind, answerKnown));
    return number;
  }

  private Map<String, Object> need(String customer, String kind, boolean answerKnown) {
    return new HashMap<>(Map.of("customer", customer, "channel", "phone", "receivedAt", "2026-11-23T09:30+08:00", "kind", kind,
        "content", "The machine 𠮷 stops after one hour. 一小時後停機。", "answerKnown", answerKnown, "due", nextWeek + "T18:00+08:00"));
  }

  private void choose(String user, String number, Map<String, ?> choice) {
    persons.submit(user, number, "userTask_chooseCustomer", "choice", choice);
  }

  private void answer(String user, String number) {
    persons.submit(user, number, "userTask_answer", "answering", Map.of("answer", "See page 12. 見第 12 頁。"));
  }

  private void train(String user, String number) {
    persons.submit(user, number, "userTask_train", "training",
        Map.of("trainingRecord", List.of(Map.of("date", "2026-11-24", "hours", 1.5, "people", 3), Map.of("date", "2026-11-25", "hours", 2, "people", 3))));
  }

  private void confirm(String user, String number, String confirmed) {
    assertThat(candidateGroups(number, "userTask_askCustomer")).containsExactly(SPECIALIST);
    persons.submit(user, number, "userTask_askCustomer", "confirmation", Map.of("confirmed", confirmed, "note", ""));
  }

  /** Technical support answers from the knowledge base, and the customer says yes. */
  private void support(String number) {
    assertThat(candidateGroups(number, "userTask_ticket")).containsExactly(SERVICE_SPECIALIST);
    persons.submit(SERVICE_SPECIALIST, number, "userTask_ticket", "ticket", Map.of("product", "Meter M1", "productVersion", "2.0", "scene", "Reading the meter 抄表", "errorMessage", "None 無",
        "environment", "One meter 單表", "impact", "unfamiliar", "problemKind", "known"));
    persons.submit(SERVICE_SPECIALIST, number, "userTask_kb", "knownAnswer", Map.of("answered", "yes", "solution", "Press the key twice 連按兩次"));
    assertThat(tell(SERVICE_SPECIALIST, number, "aftersales.solutionConfirmed", Map.of("confirmed", "yes"))).isEqualTo(HttpStatus.NO_CONTENT);
    persons.submit(ENGINEER, number, "userTask_close", "closing", Map.of("cause", "Unfamiliar 不熟悉", "knowledgeArticle", "Reading the meter 抄表", "solution", "Press the key twice 連按兩次"));
  }

  private void carryOut(String user, String number, String outcome) {
    persons.submit(user, number, "userTask_carryOut", "work", Map.of("result", "Looked at it. 已查看。", "outcome", outcome));
  }

  private void sortAgain(String number, String route, String owner) {
    Map<String, Object> rerouting = new HashMap<>(Map.of("route", route, "reason", "Needs another way 換方式"));
    if (owner != null) {
      rerouting.put("owner", owner);
    }
    persons.submit(SUPERVISOR, number, "userTask_sortAgain", "rerouting", rerouting);
  }

  private void requestCooperation(String number) {
    persons.submit(SPECIALIST, number, "userTask_requestCooperation", "cooperation", Map.of("fromSection", "relationship", "toDepartment", "finance",
        "caseNo", number, "urgency", "high", "request", "Longer payment term 延長付款期", "neededBy", nextWeek + "T12:00+08:00"));
  }

  private void verify(String number, String verified, String ruling) {
    Map<String, Object> result = new HashMap<>(Map.of("contact", "Ms Lin 林女士", "promisedOn", "2026-12-01", "result", "60 days accepted 同意 60 天", "verified", verified));
    if (ruling != null) {
      result.put("ruling", ruling);
    }
    persons.submit(SPECIALIST, number, "userTask_recordCooperation", "cooperationResult", result);
  }

  private HttpStatusCode tell(String user, String number, String message, Map<String, ?> data) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/{message}", data, String.class, number, message).getStatusCode();
  }

  private HelpCase register(String number) {
    return register.findByCaseNumber(number).orElseThrow();
  }

  private List<String> candidateGroups(String number, String step) {
    String task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getId();
    return taskService.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String endEvent) {
    BpmnAwareTests.assertThat(started).isEnded().hasPassed(endEvent);
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
  }
}
