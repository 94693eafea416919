package dev.kefu.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.aftersales.repair.RepairTrial;
import dev.kefu.complaint.handling.ComplaintCase.Status;
import dev.kefu.deadline.clocks.SweepByHand;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class ComplaintHandlingProcessTest {

  private static final String RECEIVER = "call-center-agent";
  private static final String SPECIALIST = "complaint-specialist";
  private static final String SUPERVISOR = "complaint-supervisor";
  private static final String MANAGER = "customer-service-manager";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final String LEGAL = "legal-counsel";
  private static final String FINANCE = "finance-manager";
  private static final String LOGISTICS = "logistics-department";
  private static final String QUALITY = "quality-department";
  private static final String KNOWN = "Blue Lake Foods";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ComplaintCaseRepository ledger;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Autowired private Clock clock;
  @Autowired private ApplicationContext context;
  @Value("${kefu.demo.password}") private String password;
  private Persons persons;

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("complaint-handling", "complaint-handling-duplicates", "complaint-handling-inquiry", "complaint-handling-solution",
      "complaint-handling-escalation", "complaint-handling-execution", "complaint-handling-closing", "complaint-handling-callback");
  }

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
  }

  @Test
  void unfoundedComplaintIsExplainedReportedReviewedAndCalledBack() {
    String number = reviewed();
    callBack(number, "satisfied");

    ComplaintCase complaint = ledger(number);
    assertThat(complaint.getStatus()).isEqualTo(Status.CLOSED);
    assertThat(complaint.getSettlement()).isEqualTo("explained");
    assertThat(complaint.getSeverity()).isEqualTo("ordinary");
    assertThat(complaint.getRespondedAt()).isNotNull();
    assertThat(complaint.getSatisfaction()).isEqualTo(4);
    assertEnded(number, "endEvent_closed");
  }

  @Test
  void foundedComplaintIsRemediedAfterApprovalAndTheCustomersWord() {
    String number = investigated();
    propose(number, SPECIALIST, "0.00", "apology");
    assertThat(groups(number, "userTask_decide")).containsExactly(SUPERVISOR);
    approve(number, SUPERVISOR);
    offer(number, SPECIALIST, "accepted");
    apologise(number, SUPERVISOR);
    persons.submit(SPECIALIST, number, "userTask_askCustomer", "verification", Map.of("confirmed", "yes", "note", ""));

    ComplaintCase complaint = ledger(number);
    assertThat(complaint.getLiableDepartment()).isEqualTo("logistics");
    assertThat(complaint.getRemedies()).isEqualTo("apology");
    assertThat(complaint.getConfirmedAt()).isNotNull();
    assertThat(complaint.getStatus()).isEqualTo(Status.SOLVED);
    report(number, SPECIALIST, "remedied");
    assertThat(groups(number, "userTask_review")).containsExactly(SUPERVISOR);
  }

  @Test
  void urgentComplaintAlertsManagersAndIsHandledByTheManagerWithTheGeneralManagerAbove() {
    String number = registered(reception(Map.of("injuryOrDanger", true, "courtThreat", true)), "serviceAttitude", List.of(SPECIALIST));
    assertThat(ledger(number).getSeverity()).isEqualTo("urgent");
    assertThat(assignee(number, "userTask_assign")).isNull();
    persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("handler", MANAGER, "note", ""));
    assertThat(jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = 'complaint-alert'").param(number).query(String.class).list()).isNotEmpty();
    respond(number, MANAGER, "reached");
    investigate(number, MANAGER, SUPERVISOR, "partly", "service");
    propose(number, MANAGER, "0.00", "apology");
    persons.submit(FINANCE, number, "userTask_hearFinance", "financeHearing", Map.of("financeOpinion", "No objection 無異議"));
    persons.submit(LEGAL, number, "userTask_hearLegalCounsel", "legalHearing", Map.of("legalOpinion", "Say nothing of guilt 勿承認責任"));
    assertThat(groups(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    persons.submit(GENERAL_MANAGER, number, "userTask_decide", "approval", Map.of("decision", "return", "reason", "Offer more 提高補償"));
    propose(number, MANAGER, "0.00", "apology");
    assertThat(ledger(number).getHandler()).isEqualTo(MANAGER);
  }

  @Test
  void thirdEscalationGoesToCourt() {
    String number = assigned(reception(Map.of()), "deliveryPacking", SPECIALIST);
    respond(number, SPECIALIST, "reached");
    investigate(number, SPECIALIST, LOGISTICS, "unfounded", null);
    explain(number, SPECIALIST, "refused");
    direct(number, "userTask_escalate", MANAGER);
    propose(number, SPECIALIST, "100.00", "compensation");
    approve(number, SUPERVISOR);
    offer(number, SPECIALIST, "refused");
    direct(number, "userTask_escalateGeneralManager", GENERAL_MANAGER);
    propose(number, SPECIALIST, "600.00", "compensation");
    persons.submit(MANAGER, number, "userTask_decide", "approval", Map.of("decision", "reject", "reason", "Too much 過高"));
    persons.submit(LEGAL, number, "userTask_escalateLegalCounsel", "referral", Map.of("way", "court", "body", "District court 區人民法院", "reason", "No agreement 無法達成一致"));

    assertThat(ledger(number).getStatus()).isEqualTo(Status.EXTERNAL);
    assertThat(jdbc.sql("select outcome from complaint_escalations e join complaint_cases c on c.id = e.complaint_id where c.case_number = ? order by position").param(number)
      .query(String.class).list()).hasSize(3).last().asString().startsWith("court: District court");
    assertEnded(number, "endEvent_external");
  }

  @Test
  void customerOutOfReachIsClosedAndReopenedOnReturn() {
    String number = assigned(reception(Map.of()), "other", SPECIALIST);
    OffsetDateTime now = OffsetDateTime.now(clock).withNano(0).withSecond(0);
    attempt(number, now.minusMinutes(50));
    attempt(number, now.minusMinutes(40));
    assertThat(ledger(number).getStatus()).isEqualTo(Status.ASSIGNED);
    attempt(number, now.minusMinutes(30));
    assertThat(ledger(number).getStatus()).isEqualTo(Status.NO_CONTACT);
    assertEnded(number, "endEvent_noContact");

    String again = received(reception(Map.of("earlierCase", number)));
    assertThat(ledger(again).getReopens()).isEqualTo(number);
    assertThat(ledger(number).getReopenedBy()).isEqualTo(again);
  }

  @Test
  void duplicateIsMergedByAPerson() {
    String product = "Pump " + UUID.randomUUID().toString().substring(0, 8);
    String kept = assigned(reception(Map.of("product", product, "content", "水泵運行一小時後漏油，地面都是油。")), "other", SPECIALIST);
    String duplicate = received(reception(Map.of("product", product, "content", "地面都是油，水泵運行一小時後就漏油")));
    register(duplicate, "other", List.of());
    persons.submit(SPECIALIST, duplicate, "userTask_compareCases", "comparison", Map.of("decision", "merge", "keptCase", kept, "reason", "Same leak 同一漏油問題"));

    assertThat(ledger(duplicate).getStatus()).isEqualTo(Status.MERGED);
    assertThat(ledger(duplicate).getMergedInto()).isEqualTo(kept);
    assertThat(ledger.findByMergedIntoOrderById(kept)).hasSize(1);
    Task open = taskService.createTaskQuery().processInstanceBusinessKey(kept).singleResult();
    assertThat(taskService.getProcessInstanceComments(open.getProcessInstanceId())).extracting(comment -> comment.getFullMessage())
      .anySatisfy(text -> assertThat(text).contains(duplicate));
    assertEnded(duplicate, "endEvent_merged");
  }

  @Test
  void withdrawalEndsTheCaseUnlessSafetyIsConcerned() {
    String safe = assigned(reception(Map.of()), "other", SPECIALIST);
    assertThat(tell(RECEIVER, safe, "withdraw", Map.of("requestedBy", "customer", "reason", "Settled it 已自行解決"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(ledger(safe).getStatus()).isEqualTo(Status.WITHDRAWN);
    assertEnded(safe, "endEvent_withdrawn");

    String danger = registered(reception(Map.of("injuryOrDanger", true)), "other", List.of());
    assertThat(tell(RECEIVER, danger, "withdraw", Map.of("requestedBy", "customer", "reason", "No longer wanted 不再追究"))).isEqualTo(HttpStatus.NO_CONTENT);
    report(danger, MANAGER, "withdrawn");
    assertThat(groups(danger, "userTask_review")).containsExactly(GENERAL_MANAGER);
    review(danger, GENERAL_MANAGER, true);
    assertThat(ledger(danger).getStatus()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void customerIsToldANewDateAndTheDeadlineMoves() {
    String number = assigned(reception(Map.of()), "other", SPECIALIST);
    LocalDate newDate = LocalDate.now(clock).plusDays(20);
    assertThat(tell(SPECIALIST, number, "complaint.timeExtended", Map.of("extensionReason", "Spare part on its way 配件在途", "newDueDate", newDate.toString()))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(ledger(number).getSolveDue().atZone(clock.getZone()).toLocalDate()).isEqualTo(newDate);
    assertThat(jdbc.sql("select count(*) from notification_messages where case_number = ? and template = 'customer-delay'").param(number).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void newDateIsPromisedBetweenGradingAndSolutionOnly() {
    Map<String, ?> newDate = Map.of("extensionReason", "Spare part on its way 配件在途", "newDueDate", LocalDate.now(clock).plusDays(20).toString());
    String number = received(reception(Map.of()));
    assertThat(tell(SPECIALIST, number, "complaint.timeExtended", newDate)).isEqualTo(HttpStatus.BAD_REQUEST);
    Map<String, Object> registration = registration("other", List.of());
    registration.put("settleAtOnce", true);
    persons.submit(SPECIALIST, number, "userTask_register", "registration", registration);
    persons.submit(SPECIALIST, number, "userTask_spot", "spot", Map.of("settledOnSpot", true, "settlement", "Apologised at once 當場致歉"));
    assertThat(tell(SPECIALIST, number, "complaint.timeExtended", newDate)).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(jdbc.sql("select count(*) from notification_messages where case_number = ? and template = 'customer-delay'").param(number).query(Integer.class).single()).isZero();
  }

  @Test
  void ordinaryComplaintIsSettledAtOnce() {
    String number = received(reception(Map.of()));
    Map<String, Object> registration = registration("other", List.of());
    registration.put("settleAtOnce", true);
    persons.submit(SPECIALIST, number, "userTask_register", "registration", registration);
    persons.submit(SPECIALIST, number, "userTask_spot", "spot", Map.of("settledOnSpot", true, "settlement", "Apologised at once 當場致歉"));
    assertThat(ledger(number).getStatus()).isEqualTo(Status.SOLVED);
    report(number, SPECIALIST, "spot");
  }

  @Test
  void anonymousComplaintIsHandledForItsFacts() {
    Map<String, Object> reception = reception(Map.of("anonymous", true));
    reception.remove("customer");
    String number = received(reception);
    register(number, "privacy", List.of());
    assertThat(ledger(number).getCustomerCode()).isNull();
    Task leak = taskService.createTaskQuery().taskCandidateGroup("information-supervisor").processVariableValueEquals("complaintNumber", number).singleResult();
    assertThat(leak.getTaskDefinitionKey()).isEqualTo("userTask_takeReport");
    assertThat(taskService.getVariable(leak.getId(), "sourceNote")).asString().startsWith("**Complaint 投訴 " + number + "**");
    assertThat(taskService.getVariable(leak.getId(), "incident")).asString().contains(RECEIVER);
    assertThat(groups(number, "userTask_assign")).containsExactly(SUPERVISOR);
  }

  @Test
  void personComplainedAboutIsNeitherOfferedNorAllowed() {
    String number = registered(reception(Map.of()), "serviceAttitude", List.of(SPECIALIST));
    String task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_assign").singleResult().getId();
    assertThat(String.valueOf(taskService.getVariable(task, "handlerChoices"))).contains("complaint-specialist-2").doesNotContain("\"complaint-specialist\"");
  }

  @Test
  void qualityRemedyIsConfirmedOrGoesToTheNextLevel() {
    String number = qualityTested(received(reception(Map.of())), "fail");
    qualityJudged(number);
    assertThat(groups(number, "userTask_decide")).containsExactly(SUPERVISOR);
    approve(number, SUPERVISOR);
    new RepairTrial(engine, clock).repaired(number, Map.of("product", "Pump 泵"));
    assertThat(ledger(number).getRemedyResult()).isEqualTo("- Repair 維修: done 已完成, " + LocalDate.now(clock));
    assertThat(tell(FINANCE, number, "complaint.customerConfirmed", Map.of("confirmed", "no"))).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(RECEIVER, number, "complaint.customerConfirmed", Map.of("confirmed", "no", "note", "Leaks again 又漏油"))).isEqualTo(HttpStatus.NO_CONTENT);
    direct(number, "userTask_escalate", MANAGER);
    propose(number, SPECIALIST, "0.00", "apology");
    approve(number, SUPERVISOR);
    assertThat(groups(number, "userTask_offer")).containsExactly(SPECIALIST);
  }

  @Test
  void unjustifiedQualityComplaintIsReported() {
    String number = qualityTested(received(reception(Map.of())), "pass");
    persons.submit(SUPERVISOR, number, "userTask_unjustified", "explanation",
      Map.of("toldOn", "2026-11-24", "way", "phone", "words", "The test says 檢驗結論如下", "reply", "accepts", "evidenceKept", "Cabinet 3 三號櫃"));
    assertThat(ledger(number).getFounded()).isEqualTo("unfounded");
    report(number, SPECIALIST, "explained");
    review(number, SUPERVISOR, true);
    callBack(number, "satisfied");
    assertThat(ledger(number).getStatus()).isEqualTo(Status.CLOSED);
    assertThat(ledger(number).getSettlement()).isEqualTo("explained");
  }

  @Test
  void rejectedOrRefusedQualityRemedyGoesToTheNextLevel() {
    String rejected = qualityTested(received(reception(Map.of())), "fail");
    qualityJudged(rejected);
    persons.submit(SUPERVISOR, rejected, "userTask_decide", "approval", Map.of("decision", "reject", "reason", "Exchange it 應予換貨"));
    assertThat(groups(rejected, "userTask_escalate")).containsExactly(MANAGER);
    String refused = qualityTested(received(reception(Map.of())), "fail");
    qualityJudged(refused);
    approve(refused, SUPERVISOR);
    new RepairTrial(engine, clock).withdrawn(refused);
    persons.submit(SPECIALIST, refused, "userTask_settleRepair", "repairTalk", Map.of("way", "refused", "agreement", "Wants money 要求退款"));
    direct(refused, "userTask_escalate", MANAGER);
    assertThat(groups(refused, "userTask_propose")).containsExactly(SPECIALIST);
    assertThat(ledger(refused).getLiableDepartment()).isEqualTo("production");
  }

  @Test
  void sharesOfTheReportAddUp() {
    String number = received(reception(Map.of()));
    Map<String, Object> registration = registration("other", List.of());
    registration.put("settleAtOnce", true);
    persons.submit(SPECIALIST, number, "userTask_register", "registration", registration);
    persons.submit(SPECIALIST, number, "userTask_spot", "spot", Map.of("settledOnSpot", true, "settlement", "Apologised at once 當場致歉"));
    Map<String, Object> report = report("spot");
    report.put("responsibility", List.of(Map.of("department", "logistics", "share", 60), Map.of("department", "sales", "share", 41)));
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_report", "report", report))
      .hasMessageContaining("Responsibility 責任歸屬: the shares add up to 101 %, not to 100 %");
    assertThat(ledger(number).getReportedAt()).isNull();
    report(number, SPECIALIST, "spot");
    assertThat(ledger(number).getReportedAt()).isNotNull();
  }

  @Test
  void customerWhoRefusesTheRemedyIsHeardByTheNextLevel() {
    String number = investigated();
    propose(number, SPECIALIST, "0.00", "apology");
    approve(number, SUPERVISOR);
    offer(number, SPECIALIST, "accepted");
    assertThat(tell(RECEIVER, number, "withdraw", Map.of("requestedBy", "customer", "reason", "Too late 太遲"))).isEqualTo(HttpStatus.CONFLICT);
    persons.submit(SUPERVISOR, number, "userTask_apologise", "apology",
      Map.of("reply", "refused", "refusalReason", "Wants money 要求賠償", "way", "letter", "letter", "We are sorry. 謹致歉意。請見諒。", "apologisedOn", LocalDate.now(clock).toString()));
    assertThat(groups(number, "userTask_escalate")).containsExactly(MANAGER);
    assertThat(ledger(number).getSolvedAt()).isNull();
  }

  @Test
  void unclearCauseIsFoundByTheOfficeAndTheCustomerIsLostAtTheOffer() {
    String number = assigned(reception(Map.of()), "deliveryPacking", SPECIALIST);
    respond(number, SPECIALIST, "reached");
    investigate(number, SPECIALIST, LOGISTICS, "founded", "other");
    persons.submit("office-administrator", number, "userTask_findResponsible", "finding", Map.of("responsible", "production", "statement", "Gasket was left out. 漏裝墊圈。"));
    assertThat(ledger(number).getLiableDepartment()).isEqualTo("production");
    propose(number, SPECIALIST, "0.00", "apology");
    approve(number, SUPERVISOR);
    for (int minutes = 1; minutes <= 3; minutes++) {
      persons.submit(SPECIALIST, number, "userTask_offer", "offer", Map.of("outcome", "notReached", "contacts", contacts(now().plusMinutes(minutes), false)));
    }
    assertThat(ledger(number).getStatus()).isEqualTo(Status.NO_CONTACT);
  }

  @Test
  void customerIsLostAtTheExplanation() {
    String number = assigned(reception(Map.of()), "deliveryPacking", SPECIALIST);
    respond(number, SPECIALIST, "reached");
    investigate(number, SPECIALIST, LOGISTICS, "unfounded", null);
    for (int minutes = 1; minutes <= 3; minutes++) {
      persons.submit(SPECIALIST, number, "userTask_explain", "explanation",
        Map.of("goodwill", "Voucher 優惠券", "outcome", "notReached", "contacts", contacts(now().plusMinutes(minutes), false)));
    }
    assertThat(ledger(number).getStatus()).isEqualTo(Status.NO_CONTACT);
  }

  @Test
  void helpRequestGoesOnAsHelpAndADissatisfiedCustomerIsServedOnceMore() {
    String number = received(reception(Map.of()));
    Map<String, Object> registration = registration("other", List.of());
    registration.put("nature", "help");
    persons.submit(SPECIALIST, number, "userTask_register", "registration", registration);
    assertThat(taskService.createTaskQuery().processDefinitionKey("customer-help").taskDefinitionKey("userTask_record").taskAssignee(SPECIALIST).count()).isPositive();
    report(number, SPECIALIST, "help");
    review(number, SUPERVISOR, false);
    report(number, SPECIALIST, "help");
    persons.submit(SUPERVISOR, number, "userTask_review", "closingReview", Map.of("decision", "accept", "correctiveNeeded", true, "penaltyNeeded", true));
    String correction = jdbc.sql("select correction_case from complaint_case_corrections k join complaint_cases c on c.id = k.complaint_id where c.case_number = ?").param(number)
      .query(String.class).single();
    assertThat(groups(correction, "userTask_order")).containsExactly(SUPERVISOR);
    assertThat(jdbc.sql("select source_case from complaint_corrections where case_number = ?").param(correction).query(String.class).single()).isEqualTo(number);
    Task order = taskService.createTaskQuery().processInstanceBusinessKey(correction).singleResult();
    assertThat((String) taskService.getVariable(order.getId(), "correctionFacts")).startsWith("Complaint 投訴 ");
    assertThat(taskService.getProcessInstanceComments(order.getProcessInstanceId())).extracting(comment -> comment.getFullMessage()).contains("Started by 來源案件: " + number);
    assertThat(related(SUPERVISOR, number)).containsExactly(correction + " Corrective action 改善");
    assertThat(related(SUPERVISOR, correction)).containsExactly(number + " Complaint 來源投訴");
    callBack(number, "veryDissatisfied");

    assertThat(groups(number, "userTask_assign")).containsExactly(SUPERVISOR);
    persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("handler", SPECIALIST, "note", ""));
    assertThat(ledger(number).isAssignedAgain()).isTrue();
    assertThat(ledger(number).getStatus()).isEqualTo(Status.ASSIGNED);
  }

  @Test
  void complaintThatIsNotSettledAtOnceIsAssigned() {
    String number = received(reception(Map.of()));
    Map<String, Object> registration = registration("other", List.of());
    registration.put("settleAtOnce", true);
    persons.submit(SPECIALIST, number, "userTask_register", "registration", registration);
    persons.submit(SPECIALIST, number, "userTask_spot", "spot", Map.of("settledOnSpot", false, "settlement", "Wants more 要求更多"));
    assertThat(groups(number, "userTask_assign")).containsExactly(SUPERVISOR);
  }

  @Test
  void anonymousComplaintFromOutsideIsClosedWithoutACallBack() {
    Map<String, Object> reception = reception(Map.of("anonymous", true));
    reception.remove("customer");
    String number = runtimeService.createMessageCorrelation("complaint.received").setVariables(persons.form("reception", reception)).correlateStartMessage().getBusinessKey();
    Map<String, Object> registration = registration("other", List.of());
    registration.put("settleAtOnce", true);
    persons.submit(SPECIALIST, number, "userTask_register", "registration", registration);
    persons.submit(SPECIALIST, number, "userTask_spot", "spot", Map.of("settledOnSpot", true, "settlement", "Removed the poster 已撤下海報"));
    report(number, SPECIALIST, "spot");
    review(number, SUPERVISOR, true);
    assertThat(ledger(number).getStatus()).isEqualTo(Status.CLOSED);
    assertThat(ledger(number).getReceiver()).isNull();
  }

  @Test
  void similarComplaintMayBeAnotherMatter() {
    String product = "Pump " + UUID.randomUUID().toString().substring(0, 8);
    assigned(reception(Map.of("product", product, "content", "The pump leaks oil after one hour.")), "other", SPECIALIST);
    String other = received(reception(Map.of("product", product, "content", "After one hour the pump leaks oil!")));
    register(other, "other", List.of());
    persons.submit(SPECIALIST, other, "userTask_compareCases", "comparison", Map.of("decision", "distinct", "reason", "Another pump 另一台"));
    assertThat(ledger(other).getStatus()).isEqualTo(Status.GRADED);
  }

  @Test
  void callBackOfAComplaintIsMadeAndNotWithdrawnByTheComplaintsNumber() {
    String number = reviewed();

    Map<String, String> withdrawal = Map.of("requestedBy", "customer", "reason", "No call wanted 不需回訪");
    ResponseEntity<JsonNode> refusal = http.withBasicAuth(RECEIVER, password).postForEntity("/api/cases/{number}/events/withdraw", withdrawal, JsonNode.class, number);
    assertThat(refusal.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(refusal.getBody().path("message").asText()).startsWith("Too late for \"Complaint withdrawn 客戶撤訴\"");
    List<JsonNode> offered = new ArrayList<>();
    http.withBasicAuth(SUPERVISOR, password).getForObject("/api/cases/{number}/actions", JsonNode.class, number).path("actions").forEach(offered::add);
    assertThat(offered).filteredOn(action -> action.path("kind").asText().equals("event")).extracting(action -> action.path("title").asText())
      .containsExactlyInAnyOrder("Complaint withdrawn 客戶撤訴", "More time needed 需延期");
    assertThat(groups(number, "userTask_plan")).containsExactly(SPECIALIST);
    assertThat(ledger(number).getStatus()).isEqualTo(Status.REVIEWED);
  }

  @Test
  void customerWhoRefusesTheCallBackSaysNothingAgainstClosing() {
    String number = reviewed();
    appointCallBack(number);
    persons.submit(SPECIALIST, number, "userTask_do", "call", Map.of("outcome", "refused", "tryNote", "No calls please 請勿致電"));

    assertThat(ledger(number).getStatus()).isEqualTo(Status.CLOSED);
    assertThat(ledger(number).getSatisfaction()).isNull();
    assertThat(ledger(number).getCalledBackAt()).isNotNull();
    assertEnded(number, "endEvent_closed");
  }

  @Test
  void customerWhoIsNotReachedOnThreeDaysSaysNothingAgainstClosing() {
    String number = reviewed();
    persons.submit(SPECIALIST, number, "userTask_plan", "plan", Map.of("purpose", "routine", "way", "phone", "questions", "Are you satisfied? 是否滿意？"));
    LocalDateTime today = LocalDateTime.now(clock);
    try {
      for (int day = 0; day < 3; day++) {
        assertThat(ledger(number).getStatus()).isEqualTo(Status.REVIEWED);
        at(today.plusDays(day).toString());
        persons.submit(SPECIALIST, number, "userTask_prepare", "appointment", Map.of("plannedAt", LocalDate.now(clock) + "T23:30+08:00", "calledBy", "myself"));
        persons.submit(SPECIALIST, number, "userTask_do", "call", Map.of("outcome", "notReached", "tryNote", "No answer 無人接聽"));
      }
    } finally {
      ClockUtil.reset();
    }

    assertThat(ledger(number).getStatus()).isEqualTo(Status.CLOSED);
    assertThat(ledger(number).getSatisfaction()).isNull();
    assertThat(ledger(number).isAssignedAgain()).isFalse();
    assertEnded(number, "endEvent_closed");
  }

  @Test
  void thirdSameComplaintOfAWeekStartsAnAnalysisByItself() {
    String product = "Steam iron " + UUID.randomUUID().toString().substring(0, 8);
    String first = sameComplaint(product, "deliveryPacking");
    String second = sameComplaint(product.toUpperCase(Locale.ROOT), "deliveryPacking");
    sameComplaint(product, "serviceAttitude");
    assertThat(analyses(product)).isEmpty();
    String third = sameComplaint(product + " ", "deliveryPacking");
    ProcessInstance analysis = analyses(product).get(0);
    try {
      assertThat(runtimeService.getVariable(analysis.getId(), "subject")).isEqualTo(product + " · " + first + ", " + second + ", " + third);
      assertThat(analysis.getBusinessKey()).startsWith("COA-");
      sameComplaint(product, "deliveryPacking");
      assertThat(analyses(product)).hasSize(1);

      context.getBean(ManagementService.class).executeJob(context.getBean(ManagementService.class).createJobQuery().processInstanceId(analysis.getId()).messages().singleResult().getId());
      assertThat(groups(analysis.getBusinessKey(), "userTask_analyse")).containsExactly(SPECIALIST);
      assertThat(related(SUPERVISOR, third)).containsExactly(analysis.getBusinessKey() + " Analysis of same complaints 相同投訴分析");
      assertThat(related(SUPERVISOR, analysis.getBusinessKey())).containsExactly(first + " Same complaint 相同投訴", second + " Same complaint 相同投訴", third + " Same complaint 相同投訴");
    } finally {
      runtimeService.deleteProcessInstance(analysis.getId(), "test over");
    }
  }

  private String sameComplaint(String product, String kind) {
    Map<String, Object> reception = reception(Map.of("product", product, "anonymous", true));
    reception.remove("customer");
    return registered(reception, kind, List.of());
  }

  private List<ProcessInstance> analyses(String product) {
    return runtimeService.createProcessInstanceQuery().processDefinitionKey("complaint-analysis").variableValueLike("subject", product + "%").list();
  }

  private List<String> related(String person, String number) {
    List<String> related = new ArrayList<>();
    http.withBasicAuth(person, password).getForObject("/api/cases/{number}/actions", JsonNode.class, number).path("related")
      .forEach(one -> related.add(one.path("caseNumber").asText() + " " + one.path("relation").asText()));
    return related;
  }

  @Test
  void whoProposedDoesNotApprove() {
    String number = investigated();
    String proposal = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_propose").singleResult().getId();
    persons.as(SUPERVISOR, () -> {
      taskService.setAssignee(proposal, SUPERVISOR);
      return null;
    });
    propose(number, SUPERVISOR, "0.00", "apology");

    String decision = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_decide").singleResult().getId();
    assertThat(groups(number, "userTask_decide")).containsExactly(MANAGER);
    assertThatThrownBy(() -> persons.as(MANAGER, () -> {
      taskService.setAssignee(decision, SUPERVISOR);
      return null;
    })).isInstanceOf(AuthorizationException.class).hasMessageContaining("names " + SUPERVISOR + " as its drafter 編制人: somebody else must do \"Decide 審批\"");
    approve(number, MANAGER);
    assertThat(groups(number, "userTask_offer")).containsExactly(SPECIALIST);
  }

  @Test
  void complaintThatNobodyRegistersIsToldToTheSupervisorAndThenHandedOver() {
    // What other tests left open is none of this one's business.
    jdbc.sql("update deadline_clocks set state = 'DONE', next_at = null where state <> 'DONE'").update();
    at("2031-09-15T10:00");
    String number = received(reception(Map.of()));
    try {
      at("2031-09-15T10:31");
      SweepByHand.sweep(context);
      assertThat(groups(number, "userTask_register")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
      at("2031-09-15T11:01");
      SweepByHand.sweep(context);
      assertThat(groups(number, "userTask_register")).containsExactly(SUPERVISOR);
      persons.submit(SUPERVISOR, number, "userTask_register", "registration", registration("other", List.of()));
      assertThat(ledger(number).getStatus()).isEqualTo(Status.GRADED);
    } finally {
      runtimeService.deleteProcessInstance(ledger(number).getProcessInstanceId(), "test over");
      ClockUtil.reset();
      jdbc.sql("delete from notification_messages where created_at > '2031-01-01 00:00:00'").update();
      jdbc.sql("update deadline_sweeps set swept_at = null").update();
    }
  }

  @Test
  void deadlinesFollowTheSeverity() {
    at("2031-09-15T10:00");
    try {
      assertDeadlines(Map.of(), SPECIALIST, "2031-09-15T11:00", "2031-09-16T10:00", "2031-09-16T10:00");
      assertDeadlines(Map.of("repeated", true), MANAGER, "2031-09-15T11:00", "2031-09-15T22:00", "2031-09-17T10:00");
      assertDeadlines(Map.of("mediaOrAuthority", true), MANAGER, "2031-09-15T10:15", "2031-09-15T12:00", "2031-09-15T22:00");
    } finally {
      ClockUtil.reset();
      jdbc.sql("delete from notification_messages where created_at > '2031-01-01 00:00:00'").update();
    }
  }

  private void assertDeadlines(Map<String, ?> said, String handler, String assignBy, String respondBy, String investigateBy) {
    String number = received(reception(said));
    assertThat(due(number, "userTask_register")).isEqualTo("2031-09-15T10:30");
    register(number, "deliveryPacking", List.of());
    assertThat(due(number, "userTask_assign")).isEqualTo(assignBy);
    persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("handler", handler, "note", ""));
    assertThat(due(number, "userTask_respond")).isEqualTo(respondBy);
    respond(number, handler, "reached");
    assertThat(due(number, "userTask_investigate")).isEqualTo(investigateBy);
    assertThat(due(number, "userTask_investigateDepartment")).isEqualTo(investigateBy);
    runtimeService.deleteProcessInstance(ledger(number).getProcessInstanceId(), "test over");
    assertThat(ledger(number).getStatus()).isEqualTo(Status.CANCELLED);
  }

  private String due(String number, String step) {
    Date due = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getDueDate();
    return LocalDateTime.ofInstant(due.toInstant(), clock.getZone()).toString();
  }

  private void at(String when) {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(when).atZone(clock.getZone()).toInstant()));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).withNano(0).withSecond(0);
  }

  private void registerQuality(String number) {
    Map<String, Object> registration = registration("productQuality", List.of());
    registration.putAll(Map.of("quantity", 2, "shippedOn", "2026-11-02", "batchNo", "B-17"));
    persons.submit(SPECIALIST, number, "userTask_register", "registration", registration);
  }

  /** A quality complaint whose sample was tested, by our fault if it failed. */
  private String qualityTested(String number, String result) {
    registerQuality(number);
    persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("handler", SPECIALIST, "note", ""));
    respond(number, SPECIALIST, "reached");
    persons.submit(SPECIALIST, number, "userTask_confirm", "orderCheck",
      Map.of("market", "domestic", "checkedOn", "2026-11-24", "records", "As said 與所述一致", "damagesClaimed", false, "pretext", false));
    persons.submit(QUALITY, number, "userTask_sample", "sampling", Map.of("takenOn", "2026-11-24", "place", "site", "sampledBatch", "B-17", "batchHeld", false,
      "observations", "Oil on the floor 地面有油", "samples", List.of(Map.of("sampleNo", "S-1", "pieces", 1))));
    Map<String, Object> testing = new HashMap<>(Map.of("sample", "S-1", "testedOn", "2026-11-24", "testResult", result, "findings", "Pressure test 壓力測試"));
    if (result.equals("fail")) {
      testing.put("fault", "ours");
    }
    persons.submit(QUALITY, number, "userTask_test", "testing", testing);
    return number;
  }

  private void qualityJudged(String number) {
    persons.submit("production-department", number, "userTask_cause", "causeAnalysis", Map.of("cause", "Gasket left out 漏裝墊圈", "causeCategory", "making", "repairable", true,
      "usable", false, "measures", List.of(Map.of("measure", "Check gaskets 檢查墊圈", "owner", "Line 2 二線", "date", "2026-12-31"))));
    persons.submit("rd-department", number, "userTask_causeRdDepartment", "designAnalysis", Map.of("designRelated", "no", "statement", "Design is right 設計無誤"));
    persons.submit(QUALITY, number, "userTask_judgeQualityDepartment", "qualityOpinion", Map.of("defectRate", 0, "danger", false, "opinion", "Line 2 二線責任"));
    persons.submit(SUPERVISOR, number, "userTask_judge", "judgement", Map.of("goodsValue", "1000.00", "stock", 0, "customerAgrees", true, "treatment", "none", "otherLoss", "0.00",
      "shares", List.of(Map.of("department", "production", "share", 100)), "reasons", "Gasket left out 漏裝墊圈"));
    persons.submit("sales-manager", number, "userTask_propose", "salesProposal", Map.of("salesOpinion", "Keep the customer 留住客戶", "basis", "Warranty 保修"));
  }

  private Map<String, Object> reception(Map<String, ?> more) {
    Map<String, Object> reception = new HashMap<>(Map.of("customer", KNOWN, "contact", "Ms Lin 林女士", "channel", "phone", "receivedAt", OffsetDateTime.now(clock).withNano(0).withSecond(0).toString(),
      "content", "Complaint 投訴 " + UUID.randomUUID(), "complaintReason", "Not as promised 與承諾不符", "demands", List.of("explainApologise"), "customersConcerned", 1,
      "product", "Product " + UUID.randomUUID().toString().substring(0, 8)));
    reception.putAll(more);
    return reception;
  }

  private String received(Map<String, Object> reception) {
    String number = persons.start(RECEIVER, "complaint-handling").getBusinessKey();
    persons.submit(RECEIVER, number, "userTask_receive", "reception", reception);
    return number;
  }

  private static Map<String, Object> registration(String kind, List<String> persons) {
    return new HashMap<>(Map.of("nature", "complaint", "kind", kind, "personsComplainedAbout", persons, "remarks", ""));
  }

  private void register(String number, String kind, List<String> complainedAbout) {
    String specialist = complainedAbout.contains(SPECIALIST) ? SPECIALIST + "-2" : SPECIALIST;
    persons.submit(specialist, number, "userTask_register", "registration", registration(kind, complainedAbout));
  }

  private String registered(Map<String, Object> reception, String kind, List<String> complainedAbout) {
    String number = received(reception);
    register(number, kind, complainedAbout);
    return number;
  }

  private String assigned(Map<String, Object> reception, String kind, String handler) {
    String number = registered(reception, kind, List.of());
    persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("handler", handler, "note", ""));
    return number;
  }

  /** Founded, by a fault of logistics. */
  private String investigated() {
    String number = assigned(reception(Map.of()), "deliveryPacking", SPECIALIST);
    respond(number, SPECIALIST, "reached");
    investigate(number, SPECIALIST, LOGISTICS, "founded", "storageTransport");
    return number;
  }

  /** Unfounded, explained, reported and reviewed: the call-back is open. */
  private String reviewed() {
    String number = assigned(reception(Map.of()), "deliveryPacking", SPECIALIST);
    respond(number, SPECIALIST, "reached");
    assertThat(groups(number, "userTask_investigateDepartment")).containsExactly(LOGISTICS);
    investigate(number, SPECIALIST, LOGISTICS, "unfounded", null);
    explain(number, SPECIALIST, "accepted");
    report(number, SPECIALIST, "explained");
    review(number, SUPERVISOR, true);
    return number;
  }

  private List<Map<String, Object>> contacts(OffsetDateTime time, boolean answered) {
    return List.of(Map.of("time", time.toString(), "way", "phone", "answered", answered, "content", "Call 電話", "reaction", "Calm 平和"));
  }

  private List<Map<String, Object>> contacts() {
    return contacts(OffsetDateTime.now(clock).withNano(0).withSecond(0), true);
  }

  private void respond(String number, String handler, String outcome) {
    persons.submit(handler, number, "userTask_respond", "response", Map.of("outcome", outcome, "contacts", contacts(), "wishes", "An apology 道歉"));
  }

  private void attempt(String number, OffsetDateTime time) {
    persons.submit(SPECIALIST, number, "userTask_respond", "response", Map.of("outcome", "notReached", "contacts", contacts(time, false)));
  }

  private void investigate(String number, String handler, String department, String founded, String category) {
    Map<String, Object> investigation = new HashMap<>(Map.of("investigators", List.of(handler), "periodFrom", "2026-11-24", "period", "2026-11-24", "method", List.of("records"),
      "facts", "Parcel was opened on the way. 包裹途中被拆。", "founded", founded));
    if (category != null) {
      investigation.putAll(Map.of("cause", "Rough handling 野蠻裝卸", "causeCategory", category, "responsibleDepartment", "logistics",
        "responsiblePersons", List.of(Map.of("person", "Carrier 承運商", "share", 100)), "measures", List.of(Map.of("measure", "Better boxes 加強包裝", "owner", "Logistics 物流", "date", "2026-12-31"))));
    }
    persons.submit(handler, number, "userTask_investigate", "investigation", investigation);
    persons.submit(department, number, "userTask_investigateDepartment", "departmentInquiry", Map.of("departmentStatement", "We agree with the facts. 情況屬實。"));
  }

  private void explain(String number, String handler, String outcome) {
    persons.submit(handler, number, "userTask_explain", "explanation", Map.of("goodwill", "Explained the terms 已說明條款", "outcome", outcome, "contacts", contacts()));
  }

  private void propose(String number, String handler, String amount, String remedy) {
    persons.submit(handler, number, "userTask_propose", "proposal", Map.of("remedies", List.of(remedy), "amount", amount, "basis", "Goodwill 商譽考量"));
  }

  private void approve(String number, String approver) {
    persons.submit(approver, number, "userTask_decide", "approval", Map.of("decision", "approve"));
  }

  private void offer(String number, String handler, String outcome) {
    persons.submit(handler, number, "userTask_offer", "offer", Map.of("outcome", outcome, "contacts", contacts()));
  }

  private void direct(String number, String step, String who) {
    persons.submit(who, number, step, "directive", Map.of("instruction", "Offer a better remedy 提出更優方案"));
  }

  private void apologise(String number, String who) {
    persons.submit(who, number, "userTask_apologise", "apology", Map.of("reply", "accepted", "way", "letter", "letter", "We are sorry. 謹致歉意。請見諒。", "apologisedOn", LocalDate.now(clock).toString()));
  }

  private void report(String number, String author, String settlement) {
    persons.submit(author, number, "userTask_report", "report", report(settlement));
  }

  private Map<String, Object> report(String settlement) {
    Map<String, Object> report = new HashMap<>(Map.of("summary", "The customer complained about a parcel. 客戶投訴包裹。", "investigationResult", "See inquiry 見調查", "lossAmount", "0.00",
      "customerOpinion", "accepted", "process", List.of(Map.of("time", OffsetDateTime.now(clock).withNano(0).withSecond(0).toString(), "action", "Explained 說明", "by", "Handler 承辦人")),
      "lessons", "Explain terms early 及早說明"));
    if (List.of("remedied", "spot").contains(settlement)) {
      report.put("responsibility", List.of(Map.of("department", "logistics", "share", 100)));
    }
    return report;
  }

  private void review(String number, String reviewer, boolean accept) {
    persons.submit(reviewer, number, "userTask_review", "closingReview", accept ? Map.of("decision", "accept", "correctiveNeeded", false, "penaltyNeeded", false)
      : Map.of("decision", "return", "reason", "More detail 請補充"));
  }

  private void appointCallBack(String number) {
    persons.submit(SPECIALIST, number, "userTask_plan", "plan", Map.of("purpose", "routine", "way", "phone", "questions", "Are you satisfied? 是否滿意？"));
    persons.submit(SPECIALIST, number, "userTask_prepare", "appointment", Map.of("plannedAt", LocalDate.now(clock).plusDays(1) + "T10:30+08:00", "calledBy", "myself"));
  }

  private void callBack(String number, String satisfaction) {
    appointCallBack(number);
    persons.submit(SPECIALIST, number, "userTask_do", "call", Map.of("outcome", "reached", "useState", "Daily 每日使用", "problems", "none 無", "satisfaction", satisfaction, "needsChange", "none 無", "orderChange", 0));
    persons.submit(SPECIALIST, number, "userTask_report", "summary", Map.of("report", "The customer is looked after. 客戶情況良好。", "materialReturned", true));
    persons.submit(SUPERVISOR, number, "userTask_review", "review", Map.of("decision", "accepted", "supervisorComment", "Seen 已閱"));
  }

  private HttpStatusCode tell(String user, String number, String message, Map<String, ?> data) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/{message}", data, String.class, number, message).getStatusCode();
  }

  private ComplaintCase ledger(String number) {
    return ledger.findFirstByCaseNumberOrderByIdDesc(number).orElseThrow();
  }

  private String assignee(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getAssignee();
  }

  private List<String> groups(String number, String step) {
    String task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getId();
    return taskService.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(ledger(number).getProcessInstanceId()).activityId(endEvent).count()).isEqualTo(1);
  }
}
