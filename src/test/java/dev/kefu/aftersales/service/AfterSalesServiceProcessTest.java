package dev.kefu.aftersales.service;

import static dev.kefu.aftersales.service.ServiceRequest.Status.CANCELLED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.CLASSIFIED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.CLOSED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.COMPLAINT;
import static dev.kefu.aftersales.service.ServiceRequest.Status.RECEIVED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.SERVED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.aftersales.repair.RepairTrial;
import dev.kefu.aftersales.units.UnitRegister;
import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.information.Customers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class AfterSalesServiceProcessTest {

  private static final String SPECIALIST = "after-sales-specialist";
  private static final String COLLEAGUE = "after-sales-specialist-2";
  private static final String SUPERVISOR = "after-sales-supervisor";
  private static final String TECHNICIAN = "repair-technician";
  private static final String KNOWN = "Blue Lake Foods";
  private static final String KEY_ACCOUNT = "Acme Instruments Ltd";

  @Autowired
  private ProcessEngine engine;
  @Autowired
  private ServiceRequestRepository register;
  @Autowired
  private Customers customers;
  @Autowired
  private WorkingCalendar calendar;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Clock clock;
  @Autowired
  private TestRestTemplate http;
  @Value("${kefu.demo.password}")
  private String password;
  @Autowired
  private UnitRegister units;
  private Persons persons;
  private RepairTrial repairs;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    repairs = new RepairTrial(engine, clock);
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("after-sales-service", "after-sales-service-work", "after-sales-service-return", "service-feedback");
  }

  @Test
  void inquiryIsAnsweredByPhoneConfirmedAndClosedAfterTheFeedback() {
    String number = registered("inquiry", Map.of());
    assertThat(register(number).getStatus()).isEqualTo(CLASSIFIED);
    assertThat(register(number).getServiceKind()).isEqualTo("paid");
    assertThat(register(number).getUrgency()).isEqualTo("normal");
    assertThat(register(number).getPromisedAt()).isEqualTo(calendar.due(register(number).getReceivedAt(), TimeSpan.parse("2wd")));
    assertThat(register(number).getAnswerDue()).isNotNull();
    assertThat(persons.taskSeenBy(SPECIALIST, number, "userTask_answer").getAssignee()).isEqualTo(SPECIALIST);

    answer(number, "yes");
    assertThat(register(number).getStatus()).isEqualTo(SERVED);
    assertThat(candidateGroups(number, "userTask_askCustomer")).containsExactly(SPECIALIST);
    confirm(number, "satisfied");
    feedback(number, Map.of());

    assertThat(register(number).getStatus()).isEqualTo(CLOSED);
    assertThat(register(number).getConfirmation()).isEqualTo("satisfied");
    assertThat(register(number).getSatisfaction()).isEqualTo("satisfied");
    assertEnded(number, "endEvent_closed");
  }

  @Test
  void customersOwnWordEndsTheWaitAndOnlyFromWhoeverMayTakeIt() {
    String number = registered("inquiry", Map.of());
    answer(number, "yes");

    assertThat(tell(SUPERVISOR, number, "aftersales.customerConfirmed", Map.of("confirmed", "perhaps"))).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(tell(TECHNICIAN, number, "aftersales.customerConfirmed", Map.of("confirmed", "fair"))).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(SUPERVISOR, number, "aftersales.customerConfirmed", Map.of("confirmed", "fair"))).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(register(number).getConfirmation()).isEqualTo("fair");
    persons.taskSeenBy(SPECIALIST, number, "userTask_ask");
  }

  @Test
  void silenceOfThreeDaysIsNoComplaintAndTheFeedbackAsksAnyway() {
    String number = registered("inquiry", Map.of());
    answer(number, "yes");
    Job silence = engine.getManagementService().createJobQuery().timers().processInstanceId(register(number).getProcessInstanceId()).singleResult();
    assertThat(silence.getDuedate().toInstant()).isBetween(clock.instant().plusSeconds(3 * 86_400 - 3_600), clock.instant().plusSeconds(3 * 86_400 + 3_600));
    engine.getManagementService().executeJob(silence.getId());

    assertThat(register(number).getConfirmation()).isEqualTo("silent");
    persons.submit(SPECIALIST, number, "userTask_ask", "feedback", Map.of("reached", "notReached"));
    assertThat(register(number).getStatus()).isEqualTo(CLOSED);
    assertThat(register(number).getSatisfaction()).isEqualTo("unknown");
  }

  @Test
  void unsolvedInquiryIsRepaired() {
    String number = registered("inquiry", unit(-30));
    answer(number, "no");

    repairs.repaired(number, Map.of());
    assertThat(register(number).getResult()).isEqualTo("repaired");
    close(number);
  }

  @Test
  void repairOfAKeyAccountIsPromisedEarlierAndFreeInWarranty() {
    Map<String, Object> facts = unit(-30);
    facts.putAll(Map.of("customer", KEY_ACCOUNT, "functionImpact", "cosmeticOrAdvice"));
    String number = registered("repair", facts);

    assertThat(register(number).getUrgency()).isEqualTo("high");
    assertThat(register(number).getServiceKind()).isEqualTo("free");
    repairs.repaired(number, Map.of());
    close(number);
  }

  @Test
  void technicalProblemIsSolvedByTheSupport() {
    String number = registered("technicalSupport", Map.of());
    persons.submit(SPECIALIST, number, "userTask_ticket", "ticket", Map.of("productVersion", "2.0", "scene", "Every evening 每晚", "errorMessage", "Timeout 超時", "environment", "One pump 一台泵",
        "impact", "minor", "problemKind", "known"));
    persons.submit(SPECIALIST, number, "userTask_kb", "knownAnswer", Map.of("answered", "yes", "solution", "Set the clock 校準時鐘"));
    assertThat(tell(SPECIALIST, number, "aftersales.solutionConfirmed", Map.of("confirmed", "yes"))).isEqualTo(HttpStatus.NO_CONTENT);
    persons.submit("technical-support-engineer", number, "userTask_close", "closing", Map.of("cause", "Clock 時鐘", "knowledgeArticle", "The clock is slow 時鐘慢",
        "solution", "Set the clock 校準時鐘"));

    assertThat(register(number).getStatus()).isEqualTo(SERVED);
    assertThat(register(number).getResult()).isEqualTo("solved");
    close(number);
  }

  @Test
  void installationIsMadeAtTheAgreedTime() {
    String agreed = today(1) + "T10:00+08:00";
    String number = registered("installation", Map.of("appointment", agreed));
    assertThat(candidateGroups(number, "userTask_install")).containsExactly(TECHNICIAN);
    assertThat(register(number).getPromisedAt()).isEqualTo(register(number).getAppointmentAt().plusSeconds(4 * 3_600));
    assertThat(persons.taskSeenBy(TECHNICIAN, number, "userTask_install").getDueDate()).isEqualTo(register(number).getPromisedAt());

    assertThatThrownBy(() -> persons.submit(TECHNICIAN, number, "userTask_install", "installation", visit("T14:00+08:00", "T13:00+08:00", Map.of("userTraining", true))))
        .hasStackTraceContaining("Left 離開");
    persons.submit(TECHNICIAN, number, "userTask_install", "installation", visit("T13:00+08:00", "T14:00+08:00", Map.of("userTraining", true)));

    assertThat(register(number).getArrivedAt()).isNotNull();
    close(number);
  }

  @ParameterizedTest
  @CsvSource({"no", "yes"})
  void plannedInspectionIsRegisteredInspectedAndRepairedWhenThereIsAFault(String faultFound) {
    String code = customers.search(KNOWN, 1).get(0).code();
    String number = engine.getRuntimeService().createMessageCorrelation("aftersales.inspectionDue").setVariable("customerCode", code)
        .setVariable("requestFacts", "Round of November 十一月巡檢").correlateStartMessage().getBusinessKey();
    assertThat(candidateGroups(number, "userTask_takeOver")).containsExactly(SPECIALIST);
    Map<String, Object> request = request("inspection", Map.of("appointment", today(1) + "T10:00+08:00"));
    request.putAll(unit(-30));
    request.remove("customer");
    persons.submit(COLLEAGUE, number, "userTask_takeOver", "request", request);
    assertThat(register(number).getCustomerCode()).isEqualTo(code);
    assertThat(register(number).getRegisteredBy()).isEqualTo(COLLEAGUE);

    Map<String, Object> found = new HashMap<>(Map.of("faultFound", faultFound));
    if (faultFound.equals("yes")) {
      found.put("fault", "Worn seal 密封磨損");
    }
    persons.submit(TECHNICIAN, number, "userTask_inspect", "inspection", visit("T13:00+08:00", "T14:00+08:00", found));
    if (faultFound.equals("yes")) {
      repairs.repaired(number, Map.of());
    }
    assertThat(register(number).getStatus()).isEqualTo(SERVED);
    assertThat(persons.taskSeenBy(COLLEAGUE, number, "userTask_askCustomer").getAssignee()).isEqualTo(COLLEAGUE);
  }

  @Test
  void faultyGoodsAreExchangedWithinTheTerm() {
    String number = registered("returnExchange", goods("exchange", -10));
    writeSlip(number, "exchange");
    persons.submit("logistics-department", number, "userTask_exchange", "shipment", Map.of("reply", "accepted", "shippedOn", today(0), "waybillNo", "WB-5"));
    persons.submit("warehouse-keeper", number, "userTask_pickUp", "pickUp", Map.of("reply", "accepted", "rows", List.of(Map.of("line", 1, "received", 1, "state", "defective")),
        "pickedUpOn", today(0)));

    assertThat(register(number).getResult()).isEqualTo("exchange");
    close(number);
  }

  @Test
  void refusedExchangeGoesToTheSupervisor() {
    String number = registered("returnExchange", goods("exchange", -3));
    writeSlip(number, "exchange");
    persons.submit("logistics-department", number, "userTask_exchange", "shipment", Map.of("reply", "refused", "refusalReason", "Wants the money 要求退款"));

    assertThat(register(number).getStatus()).isEqualTo(CLASSIFIED);
    assertThat(candidateGroups(number, "userTask_reopen")).containsExactly(SUPERVISOR);
    reopen(number, Map.of("route", "settled"));
    assertThat(register(number).getResult()).isEqualTo("settled");
    close(number);
  }

  @Test
  void refundIsLimitedToThePricePaid() {
    Map<String, Object> facts = goods("refund", -3);
    facts.put("pricePaid", "199.50");
    String number = registered("returnExchange", facts);

    assertThat(jdbc.sql("select approved_amount from complaint_remedies where case_number = ?").param(number).query(String.class).single()).isEqualTo("199.50");
    assertThat(persons.taskSeenBy(SPECIALIST, number, "userTask_writeSlip").getAssignee()).isEqualTo(SPECIALIST);
  }

  @Test
  void lateReturnIsRepairedInstead() {
    Map<String, Object> facts = goods("exchange", -40);
    facts.putAll(unit(-40));
    String number = registered("returnExchange", facts);
    repairs.repaired(number, Map.of());

    assertThat(register(number).getStatus()).isEqualTo(SERVED);
  }

  @Test
  void refusalIsExplainedAndAccepted() {
    String number = refused();
    explain(number, "accepts");
    assertThat(register(number).getResult()).isEqualTo("explained");
    close(number);
  }

  @Test
  void customerTakesTheRepairInstead() {
    String number = refused();
    explain(number, "repairWanted");
    persons.taskSeenBy(SPECIALIST, number, "userTask_check");
    assertThat(register(number).getStatus()).isEqualTo(CLASSIFIED);
  }

  @Test
  void whoDisagreesComplains() {
    String number = refused();
    explain(number, "disagrees");

    assertThat(register(number).getStatus()).isEqualTo(COMPLAINT);
    assertThat(register(number).getComplaintCase()).startsWith("CMP-");
    assertThat(complaint(register(number).getComplaintCase())).contains(number, "Opened by a neighbour");
    assertEnded(number, "endEvent_complaintStarted");
  }

  @Test
  void complaintIsStartedAndNotWaitedFor() {
    String number = registered("complaint", Map.of());

    assertThat(register(number).getStatus()).isEqualTo(COMPLAINT);
    assertThat(complaint(register(number).getComplaintCase())).contains("It hums after one hour");
  }

  @Test
  void dissatisfiedCustomerComesBackThroughTheSupervisor() {
    String number = registered("inquiry", Map.of());
    answer(number, "yes");
    persons.submit(SPECIALIST, number, "userTask_askCustomer", "confirmation", Map.of("confirmed", "dissatisfied", "words", "Still hums 仍有雜音"));

    reopen(number, Map.of("route", "installation", "appointment", today(2) + "T10:00+08:00"));
    assertThat(register(number).getReopenings()).isOne();
    assertThat(register(number).getConfirmationWords()).isEqualTo("Still hums 仍有雜音");
    persons.submit(TECHNICIAN, number, "userTask_install", "installation", visit("T13:00+08:00", "T14:00+08:00", Map.of()));
    close(number);
  }

  @Test
  void requestIsWithdrawnUntilTheWorkIsDone() {
    String number = registered("inquiry", Map.of());
    assertThat(tell(TECHNICIAN, number, "withdraw", Map.of("requestedBy", "customer", "reason", "Works again 已恢復"))).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(SPECIALIST, number, "withdraw", Map.of("requestedBy", "customer", "reason", "Works again 已恢復"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(number).getStatus()).isEqualTo(WITHDRAWN);
    assertEnded(number, "endEvent_withdrawn");

    String late = registered("inquiry", Map.of());
    answer(late, "yes");
    assertThat(tell(SPECIALIST, late, "withdraw", Map.of("requestedBy", "customer", "reason", "Works again 已恢復"))).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void requestEndsWhenTheCustomerWithdrawsFromTheRepair() {
    String number = registered("repair", unit(-30));
    repairs.withdrawn(number);

    assertThat(register(number).getStatus()).isEqualTo(WITHDRAWN);
    assertEnded(number, "endEvent_repairWithdrawn");
  }

  @Test
  void unknownCustomerIsLookedUpBeforeTheRequestIsClassified() {
    String number = registered("inquiry", Map.of("customer", "no such customer " + UUID.randomUUID()));
    assertThat(register(number).getStatus()).isEqualTo(RECEIVED);
    persons.submit(SPECIALIST, number, "userTask_chooseCustomer", "choice", Map.of("way", "search", "query", KNOWN));
    assertThat(register(number).getCustomerCode()).isEqualTo(customers.search(KNOWN, 1).get(0).code());
  }

  @Test
  void registerFollowsACorrectedRegistration() {
    String number = registered("inquiry", Map.of());
    Map<String, Object> corrected = request("inquiry", Map.of("serialNo", "SN-CORRECTED"));
    // The customer was found and is asked for no more.
    corrected.remove("customer");
    assertThat(http.withBasicAuth(SPECIALIST, password)
        .postForEntity("/api/cases/{number}/corrections", Map.of("root", "request", "reason", "Misheard 聽錯", "data", corrected), String.class, number).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(number).getSerialNumber()).isEqualTo("SN-CORRECTED");
    assertThat(register(number).getStatus()).isEqualTo(CLASSIFIED);
  }

  @Test
  void supervisorCancelsARequestOpenedByMistake() {
    String number = registered("inquiry", Map.of());
    assertThat(http.withBasicAuth(SUPERVISOR, password).postForEntity("/api/cases/{number}/cancellation", Map.of("reason", "Opened twice 重複立案"), String.class, number).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(number).getStatus()).isEqualTo(CANCELLED);
  }

  @Test
  void purchaseInTheFutureChangesNothing() {
    String number = persons.start(SPECIALIST, "after-sales-service").getBusinessKey();
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_register", "request", request("repair", Map.of("purchaseDate", today(1), "warrantyDays", 365))))
        .hasStackTraceContaining("Bought on 購買日期");
    assertThat(register.findByCaseNumber(number)).isEmpty();
    persons.taskSeenBy(SPECIALIST, number, "userTask_register");
  }

  @Test
  void opinionIsAnsweredByTheDepartmentAndTheCustomerIsTold() {
    String number = asked();
    feedback(number, Map.of("productOpinion", "The lid is loose 蓋子鬆", "opinionTypes", List.of("quality"), "receiver", "quality"));
    assertThat(candidateGroups(number, "userTask_answer")).containsExactly("quality-department");
    persons.submit("quality-department", number, "userTask_answer", "reply", Map.of("departmentReply", "A new hinge from January 一月起換新鉸鏈"));
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_return", "telling", Map.of("toldCustomerOn", today(1)))).hasStackTraceContaining("Customer told on 回覆客戶日期");
    persons.submit(SPECIALIST, number, "userTask_return", "telling", Map.of("toldCustomerOn", today(0)));

    assertThat(feedbackOf(number)).containsEntry("status", "CLOSED").containsEntry("reply", "A new hinge from January 一月起換新鉸鏈").containsEntry("receiver", "quality")
        .containsEntry("replied_by", "quality-department");
    assertThat(register(number).getFeedbackOutcome()).isEqualTo("department");
    assertThat(register(number).getStatus()).isEqualTo(CLOSED);
  }

  @Test
  void dissatisfactionBecomesAComplaint() {
    String number = asked();
    feedback(number, Map.of("skill", "dissatisfied", "serviceOpinion", "Did not know the machine 不熟悉機器"));

    Map<String, Object> row = feedbackOf(number);
    assertThat(row).containsEntry("status", "COMPLAINT").containsEntry("satisfaction", "dissatisfied").containsEntry("skill", 2);
    assertThat(complaint((String) row.get("complaint_case"))).contains(number, "Did not know the machine");
    assertThat(register(number).getSatisfaction()).isEqualTo("dissatisfied");
    assertThat(register(number).getStatus()).isEqualTo(CLOSED);
  }

  @Test
  void ideaForTheProductBecomesAProposal() {
    String number = asked();
    feedback(number, Map.of("productOpinion", "A handle would help 加把手", "productIdea", true));

    assertThat(feedbackOf(number)).containsEntry("status", "PROPOSAL");
    assertThat(engine.getTaskService().createTaskQuery().taskDefinitionKey("userTask_carryOut").processVariableValueEquals("procedureId", "customer-proposal")
        .processVariableValueLike("todo", "%A handle would help%").count()).isPositive();
  }

  @Test
  void registerOfFeedbackFollowsACorrection() {
    String number = asked();
    feedback(number, Map.of("opinionTypes", List.of("price"), "receiver", "sales"));
    Map<String, Object> corrected = new HashMap<>(said());
    corrected.putAll(Map.of("opinionTypes", List.of("price"), "receiver", "sales", "serviceOpinion", "Rather dear 偏貴"));
    assertThat(http.withBasicAuth(SPECIALIST, password).postForEntity("/api/cases/{number}/corrections", Map.of("root", "feedback", "reason", "Left out 漏記", "data", corrected),
        String.class, number).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(feedbackOf(number)).containsEntry("service_opinion", "Rather dear 偏貴").containsEntry("receiver", "sales");
  }

  @Test
  void registerFollowsACorrectedWordOfTheCustomerUnlessTheCaseWentOnByIt() {
    String number = asked();
    assertThat(correct(SPECIALIST, number, "confirmation", Map.of("confirmed", "fair")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(number).getConfirmation()).isEqualTo("fair");
    ResponseEntity<String> refused = correct(SPECIALIST, number, "confirmation", Map.of("confirmed", "dissatisfied", "words", "Still hums 仍有雜音"));
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody()).contains("Others have acted on this form already", "後續步驟已據此辦理");
    assertThat(register(number).getConfirmation()).isEqualTo("fair");
  }

  @Test
  void aReopeningThatIsUnderWayIsNotCorrected() {
    String number = registered("inquiry", Map.of());
    answer(number, "yes");
    persons.submit(SPECIALIST, number, "userTask_askCustomer", "confirmation", Map.of("confirmed", "dissatisfied", "words", "Still hums 仍有雜音"));
    Map<String, Object> reopening = Map.of("route", "inquiry", "instruction", "Call again 再次致電");
    persons.submit(SUPERVISOR, number, "userTask_reopen", "reopening", reopening);
    ResponseEntity<String> refused = correct("customer-service-manager", number, "reopening", Map.of("route", "inquiry", "instruction", "Write 書面答覆"));
    assertThat(refused.getStatusCode()).as(refused.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody()).contains("Others have acted on this form already");
  }

  @Test
  void registerOfFeedbackFollowsACorrectedAnswerOfTheDepartment() {
    String number = asked();
    feedback(number, Map.of("productOpinion", "The lid is loose 蓋子鬆", "opinionTypes", List.of("quality"), "receiver", "quality"));
    persons.submit("quality-department", number, "userTask_answer", "reply", Map.of("departmentReply", "A new hinge from January 一月起換新鉸鏈"));
    assertThat(correct("general-manager", number, "reply", Map.of("departmentReply", "A new hinge from March 三月起換新鉸鏈")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(feedbackOf(number)).containsEntry("reply", "A new hinge from March 三月起換新鉸鏈").containsEntry("replied_by", "quality-department").containsEntry("status", "ANSWERED");
  }

  private ResponseEntity<String> correct(String user, String number, String root, Map<String, ?> data) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/corrections", Map.of("root", root, "reason", "Misheard 聽錯", "data", data), String.class, number);
  }

  private String registered(String type, Map<String, ?> facts) {
    String number = persons.start(SPECIALIST, "after-sales-service").getBusinessKey();
    persons.submit(SPECIALIST, number, "userTask_register", "request", request(type, facts));
    return number;
  }

  private Map<String, Object> request(String type, Map<String, ?> facts) {
    Map<String, Object> request = new HashMap<>(Map.of("customer", KNOWN, "receivedAt", today(0) + "T00:00+08:00", "channel", "phone", "contact", "Ms Lin 林女士", "phone", "010-66001234",
        "address", "1 Lake Road 湖路一號", "product", "Pump 泵"));
    request.putAll(Map.of("model", "P-2", "serialNo", "SN-" + UUID.randomUUID().toString().substring(0, 8), "requestType", type,
        "faultDescription", "It hums after one hour 一小時後有雜音", "functionImpact", "partFunction"));
    request.putAll(facts);
    return request;
  }

  private Map<String, Object> goods(String wish, int bought) {
    return new HashMap<>(Map.of("purchaseDate", today(bought), "warrantyDays", 365, "wish", wish, "failedRepairs", 0));
  }

  private String refused() {
    Map<String, Object> facts = goods("exchange", -3);
    facts.putAll(Map.of("openedByOthers", true, "faultDescription", "Opened by a neighbour 鄰居拆開過"));
    return registered("returnExchange", facts);
  }

  private String asked() {
    String number = registered("inquiry", Map.of());
    answer(number, "yes");
    confirm(number, "satisfied");
    return number;
  }

  private void answer(String number, String solved) {
    persons.submit(SPECIALIST, number, "userTask_answer", "answering", Map.of("phoneGuidance", "Clean the filter 清洗濾網", "solved", solved));
  }

  private void explain(String number, String reply) {
    persons.submit(SPECIALIST, number, "userTask_explain", "explanation", Map.of("said", "Opened goods are not taken back 拆封不退", "reply", reply));
  }

  private void confirm(String number, String confirmed) {
    persons.submit(SPECIALIST, number, "userTask_askCustomer", "confirmation", Map.of("confirmed", confirmed));
  }

  private Map<String, Object> said() {
    return Map.of("reached", "reached", "onTime", true, "attitude", "verySatisfied", "skill", "satisfied", "speed", "satisfied", "charge", "fair", "solved", "yes");
  }

  private void feedback(String number, Map<String, ?> facts) {
    Map<String, Object> said = new HashMap<>(said());
    said.putAll(facts);
    persons.submit(SPECIALIST, number, "userTask_ask", "feedback", said);
  }

  private void close(String number) {
    confirm(number, "satisfied");
    feedback(number, Map.of());
    assertThat(register(number).getStatus()).isEqualTo(CLOSED);
  }

  private void reopen(String number, Map<String, ?> facts) {
    Map<String, Object> reopening = new HashMap<>(facts);
    reopening.put("instruction", "Go there yourself 上門處理");
    persons.submit(SUPERVISOR, number, "userTask_reopen", "reopening", reopening);
  }

  /** A unit that the register knows, with a year of warranty. */
  private Map<String, Object> unit(int bought) {
    String serial = units.register("Pump 泵", "SN-" + UUID.randomUUID(), "C000001", LocalDate.now(clock).plusDays(bought), 365, "INV-1").serialNumber();
    return new HashMap<>(Map.of("serialNo", serial));
  }

  private void writeSlip(String number, String kind) {
    persons.submit(SPECIALIST, number, "userTask_writeSlip", "slip", Map.of("orderNo", "SO-77", "invoiceNo", "INV-9", "returnCause", "quality",
        "rows", List.of(Map.of("kind", kind, "product", "Pump 泵", "batch", "B7", "quantity", 1, "unitPrice", "100.00", "amount", "100.00"))));
  }

  private Map<String, Object> visit(String arrived, String left, Map<String, ?> facts) {
    Map<String, Object> visit = new HashMap<>(Map.of("arrivedAt", today(0) + arrived, "leftAt", today(0) + left, "toolsParts", "Tool case 工具箱", "workDone", "Adjusted it 已調試",
        "customerSign", "Lin 林"));
    visit.putAll(facts);
    return visit;
  }

  private String today(int days) {
    return LocalDate.now(clock).plusDays(days).toString();
  }

  private HttpStatusCode tell(String user, String number, String message, Map<String, ?> data) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/{message}", data, String.class, number, message).getStatusCode();
  }

  private ServiceRequest register(String number) {
    return register.findByCaseNumber(number).orElseThrow();
  }

  private Map<String, Object> feedbackOf(String number) {
    return jdbc.sql("select * from aftersales_feedback where case_number = ?").param(number).query().singleRow();
  }

  private String complaint(String number) {
    return jdbc.sql("select content from complaint_cases where case_number = ?").param(number).query(String.class).single();
  }

  private List<String> candidateGroups(String number, String step) {
    String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getId();
    return engine.getTaskService().getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
    assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(register(number).getProcessInstanceId()).activityId(endEvent).list())
        .extracting(HistoricActivityInstance::getActivityId).containsExactly(endEvent);
  }
}
