package dev.kefu.governance.expense;

import static dev.kefu.document.AttachmentTrial.PDF;
import static dev.kefu.document.AttachmentTrial.part;
import static dev.kefu.governance.expense.ExpenseClaim.Status.APPROVED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.CANCELLED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.CLAIMED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.PAID;
import static dev.kefu.governance.expense.ExpenseClaim.Status.REFUSED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.REJECTED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.RETURNED;
import static dev.kefu.governance.expense.ExpenseClaim.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.budget.Budgets;
import dev.kefu.budget.Category;
import dev.kefu.budget.MonthBudget;
import dev.kefu.document.AttachmentTrial;
import dev.kefu.notification.NotificationLog;
import dev.kefu.notification.NotificationTemplates;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class ExpenseClaimReviewProcessTest {

  private static final String CLAIMANT = "survey-specialist";
  private static final String SUPERVISOR = "survey-supervisor";
  private static final String MANAGER = "customer-service-manager";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final String CLERK = "finance-clerk";

  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private ProcessEngine engine;
  @Autowired private ExpenseClaimRepository register;
  @Autowired private JdbcClient jdbc;
  @Autowired private Budgets budgets;
  @Autowired private NotificationLog notificationLog;
  @Autowired private TestRestTemplate http;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;
  private Persons persons;
  private LocalDate today;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    today = LocalDate.now(clock);
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("expense-claim-review", "approval");
  }

  @Test
  void claimIsCheckedReviewedAuditedAndPaid() {
    String number = claim(CLAIMANT, travel("120.50"));
    assertThat(register(number).getStatus()).isEqualTo(CLAIMED);
    assertThat(register(number).getApprover()).isEqualTo(MANAGER);
    assertThat(candidates(number, "userTask_supervisorCheck")).containsExactly(SUPERVISOR);

    confirm(SUPERVISOR, number);
    assertThat(candidates(number, "userTask_decide")).containsExactly(MANAGER);
    assertThat(factsShownTo(MANAGER, number)).contains("Claimant 報銷人:** survey-specialist, Customer-survey specialist 客戶調查專員", "Travel 差旅", "120.50 元",
        "1. " + today.minusDays(1) + " · Train 火車 · Shanghai 上海 · 120.50 元", "Days to the claim 距報銷天數:** 1", "left before this claim 本單前餘額",
        "Within the manager's limit 經理權限內");
    decide(MANAGER, number, "approve");
    assertThat(register(number).getStatus()).isEqualTo(APPROVED);
    assertThat(candidates(number, "userTask_financeCheck")).containsExactly(CLERK);
    BigDecimal used = standing(number).used();
    audit(CLERK, number, "120.00");
    pay(number);

    assertThat(register(number).getStatus()).isEqualTo(PAID);
    assertThat(register(number).getPaidAmount()).isEqualByComparingTo("120.00");
    assertThat(booked(number)).singleElement().satisfies(amount -> assertThat(amount).isEqualByComparingTo("120.00"));
    assertThat(standing(number).used().subtract(used)).isEqualByComparingTo("120.00");
    assertEnded(number, "endEvent_paid");
    assertTold(CLAIMANT, number);
  }

  @Test
  void everyTaskHasItsDeadline() {
    String number = start(CLAIMANT);
    assertThat(persons.taskSeenBy(CLAIMANT, number, "userTask_claim").getDueDate()).isNotNull();
    submitClaim(CLAIMANT, number, travel("10.00"));
    assertThat(persons.taskSeenBy(SUPERVISOR, number, "userTask_supervisorCheck").getDueDate()).isNotNull();
    persons.submit(SUPERVISOR, number, "userTask_supervisorCheck", "confirmation", Map.of("confirmed", "notConfirmed", "reason", "Whose is it? 誰的"));

    LocalDate due = persons.taskSeenBy(CLAIMANT, number, "userTask_claim").getDueDate().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    assertThat(due).as("five working days from the spending").isBetween(today.plusDays(3), today.plusDays(14));
  }

  @ParameterizedTest
  @EnumSource
  void claimOfEveryCategoryReachesTheSupervisor(Category category) {
    Map<String, Object> claim = travel("20.00");
    claim.put("category", category.code());
    claim.put("oralApproval", true);
    claim.put("oralApprover", "Manager, by phone 經理電話");

    String number = claim(CLAIMANT, claim);

    assertThat(register(number).getCategory()).isEqualTo(category);
    confirm(SUPERVISOR, number);
    assertThat(factsShownTo(MANAGER, number)).contains(category.label(), "by word of mouth 口頭批準: Manager, by phone 經理電話");
  }

  @Test
  void hospitalityWithoutApprovalIsRefusedByTheRule() {
    Map<String, Object> claim = travel("80.00");
    claim.put("category", "hospitality");

    String number = claim(CLAIMANT, claim);

    assertThat(register(number).getStatus()).isEqualTo(REFUSED);
    assertThat(register(number).getGrounds()).startsWith("Not approved in advance");
    assertEnded(number, "endEvent_refused");
    assertTold(CLAIMANT, number);
  }

  @Test
  void alteredReceiptIsRefused() {
    Map<String, Object> claim = travel("80.00");
    claim.put("receiptAltered", true);
    String number = claim(CLAIMANT, claim);

    assertThat(register(number).getStatus()).isEqualTo(REFUSED);
    assertThat(register(number).getGrounds()).startsWith("Altered receipt");
  }

  @Test
  void claimIsLateAfterThirtyDays() {
    String inTime = claim(CLAIMANT, travel("10.00", today.minusDays(30)));
    String late = claim(CLAIMANT, travel("10.00", today.minusDays(31)));

    assertThat(register(inTime).getStatus()).isEqualTo(CLAIMED);
    assertThat(register(late).getStatus()).isEqualTo(REFUSED);
    assertThat(register(late).getGrounds()).startsWith("Claimed later than 30 days");
  }

  @Test
  void claimWithoutReceiptIsNotTaken() {
    String number = start(CLAIMANT);

    assertThatThrownBy(() -> persons.submit(CLAIMANT, number, "userTask_claim", "claim", travel("10.00"))).hasMessageContaining("Receipts");
    assertThat(register.findByCaseNumber(number)).isEmpty();
  }

  @Test
  void totalThatDoesNotFitComesBackWithTheReasonAndNothingIsLost() {
    Map<String, Object> claim = travel("120.00");
    claim.put("total", "125.00");
    String number = claim(CLAIMANT, claim);

    assertThat(formOf(CLAIMANT, number, "userTask_claim")).contains("Total 合計: 125.00 元 was entered, the lines add up to 120.00 元", "Train 火車");
    assertThat(register.findByCaseNumber(number)).isEmpty();

    claim.put("total", "120.00");
    persons.submit(CLAIMANT, number, "userTask_claim", "claim", claim);
    assertThat(register(number).getStatus()).isEqualTo(CLAIMED);
    assertThat(candidates(number, "userTask_supervisorCheck")).containsExactly(SUPERVISOR);
  }

  @Test
  void whatIsNotRightGoesBackToTheClaimant() {
    String number = claim(CLAIMANT, travel("90.00"));
    persons.submit(SUPERVISOR, number, "userTask_supervisorCheck", "confirmation",
        Map.of("confirmed", "notConfirmed", "reason", "The trip was on Monday 出差在週一"));

    assertThat(register(number).getStatus()).isEqualTo(RETURNED);
    assertThat(formOf(CLAIMANT, number, "userTask_claim")).contains("The trip was on Monday 出差在週一", "Train 火車");
    persons.submit(CLAIMANT, number, "userTask_claim", "claim", travel("91.00"));

    assertThat(register(number).getTotal()).isEqualByComparingTo("91.00");
    assertThat(formOf(SUPERVISOR, number, "userTask_supervisorCheck")).as("whoever checks again says it anew").doesNotContain("The trip was on Monday");
    confirm(SUPERVISOR, number);
    assertThat(candidates(number, "userTask_decide")).containsExactly(MANAGER);
  }

  @Test
  void managerReturnsAndRejects() {
    String number = claim(CLAIMANT, travel("90.00"));
    confirm(SUPERVISOR, number);
    decide(MANAGER, number, "return");
    assertThat(formOf(CLAIMANT, number, "userTask_claim")).contains("Because 因為 return");
    assertThat(register(number).getStatus()).isEqualTo(RETURNED);

    submitClaim(CLAIMANT, number, travel("90.00"));
    confirm(SUPERVISOR, number);
    decide(MANAGER, number, "reject");

    assertThat(register(number).getStatus()).isEqualTo(REJECTED);
    assertThat(register(number).getTimesReturned()).isEqualTo(1);
    assertEnded(number, "endEvent_rejected");
    assertTold(CLAIMANT, number);
  }

  @Test
  void thirdReturnGoesOneLevelUpAndTheGeneralManagerDecidesOnce() {
    String number = claim(CLAIMANT, purchase("300.00"));
    assertThat(register(number).getApprover()).isEqualTo(GENERAL_MANAGER);
    for (int time = 1; time <= 3; time++) {
      confirm(SUPERVISOR, number);
      decide(MANAGER, number, "return");
      if (time < 3) {
        submitClaim(CLAIMANT, number, purchase("300.00"));
      }
    }
    assertThat(candidates(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    decide(GENERAL_MANAGER, number, "approve");

    assertThat(candidates(number, "userTask_financeCheck")).as("not asked a second time").containsExactly(CLERK);
  }

  @Test
  void purchaseOfThreeHundredIsTheGeneralManagersToo() {
    String number = claim(CLAIMANT, purchase("300.00"));
    confirm(SUPERVISOR, number);
    decide(MANAGER, number, "approve");
    assertThat(candidates(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    assertThat(factsShownTo(GENERAL_MANAGER, number)).contains("Purchase of one item of 300 元 or more", "purchase 採購");
    decide(GENERAL_MANAGER, number, "return");

    assertThat(register(number).getStatus()).as("what was reserved is free again").isEqualTo(RETURNED);
    submitClaim(CLAIMANT, number, purchase("300.00"));
    confirm(SUPERVISOR, number);
    decide(MANAGER, number, "approve");
    decide(GENERAL_MANAGER, number, "approve");
    audit(CLERK, number, "300.00");
    pay(number);
    assertThat(register(number).getStatus()).isEqualTo(PAID);
  }

  @Test
  void generalManagerRejects() {
    String number = claim(CLAIMANT, purchase("500.00"));
    confirm(SUPERVISOR, number);
    decide(MANAGER, number, "approve");
    decide(GENERAL_MANAGER, number, "reject");

    assertThat(register(number).getStatus()).isEqualTo(REJECTED);
    assertEnded(number, "endEvent_rejectedByGeneralManager");
    assertTold(CLAIMANT, number);
  }

  @Test
  void financeSaysWhatIsShortThenRefuses() {
    String number = claim(CLAIMANT, travel("60.00"));
    confirm(SUPERVISOR, number);
    decide(MANAGER, number, "approve");
    persons.submit(CLERK, number, "userTask_financeCheck", "audit", Map.of("outcome", "short", "reason", "Ticket R-2 is missing 缺票據", "remarks", ""));
    assertThat(formOf(CLAIMANT, number, "userTask_claim")).contains("Ticket R-2 is missing 缺票據");
    assertThat(register(number).getStatus()).isEqualTo(RETURNED);

    submitClaim(CLAIMANT, number, travel("60.00"));
    confirm(SUPERVISOR, number);
    decide(MANAGER, number, "approve");
    persons.submit(CLERK, number, "userTask_financeCheck", "audit", Map.of("outcome", "refuse", "reason", "Private trip 私人行程", "remarks", ""));

    assertThat(register(number).getStatus()).isEqualTo(REFUSED);
    assertThat(booked(number)).isEmpty();
    assertEnded(number, "endEvent_refusedByFinance");
    assertTold(CLAIMANT, number);
  }

  @Test
  void noMoreIsPaidThanWasClaimed() {
    String number = claim(CLAIMANT, travel("60.00"));
    confirm(SUPERVISOR, number);
    decide(MANAGER, number, "approve");

    assertThatThrownBy(() -> audit(CLERK, number, "60.01")).hasMessageContaining("Amount to pay 實付金額");
    audit(CLERK, number, "60.00");
  }

  @Test
  void aboveTheMonthsBudgetTheReasonIsAskedAndTheGeneralManagerDecides() {
    leave("repair-technician", "after-sales", "50.00");
    String number = claim("repair-technician", travel("70.00"));
    assertThat(formOf("repair-technician", number, "userTask_claim")).contains("Reason for excess 超支說明: the total is above 50.00 元");

    Map<String, Object> explained = travel("70.00");
    explained.put("overReason", "Two trips to one customer 兩次出差");
    persons.submit("repair-technician", number, "userTask_claim", "claim", explained);
    assertThat(register(number).getGrounds()).startsWith("The month's total is above the budget");
    confirm("after-sales-supervisor", number);
    decide(MANAGER, number, "approve");

    assertThat(factsShownTo(GENERAL_MANAGER, number)).contains("above the budget by 超出 20.00 元", "Two trips to one customer 兩次出差");
    decide(GENERAL_MANAGER, number, "approve");
    assertThat(candidates(number, "userTask_financeCheck")).containsExactly(CLERK);
  }

  @Test
  void whatAnotherClaimReservedMeanwhileCallsForTheGeneralManager() {
    leave("development-specialist", "development", "150.00");
    String first = claim("development-specialist", travel("100.00"));
    String second = claim("development-specialist-2", travel("100.00"));
    assertThat(List.of(register(first).getApprover(), register(second).getApprover())).containsOnly(MANAGER);
    confirm("development-supervisor", first);
    confirm("development-supervisor", second);

    decide(MANAGER, first, "approve");
    decide(MANAGER, second, "approve");

    assertThat(candidates(first, "userTask_financeCheck")).containsExactly(CLERK);
    assertThat(candidates(second, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    assertThat(factsShownTo(GENERAL_MANAGER, second)).contains("above the budget by 超出 50.00 元");
  }

  @Test
  void sameReceiptInAnotherClaimIsShownToWhoeverDecides() {
    String receipt = "DUP-" + UUID.randomUUID().toString().substring(0, 8);
    String first = claim(CLAIMANT, travel("10.00", today.minusDays(1), receipt, false));
    String second = claim("survey-specialist-2", travel("10.00", today.minusDays(1), receipt, false));
    confirm(SUPERVISOR, second);

    assertThat(factsShownTo(MANAGER, second)).contains("Receipt numbers also claimed in 單據號亦見於:** " + first);
  }

  @Test
  void supervisorsOwnClaimGoesToTheManagerAndTheManagersToTheGeneralManager() {
    String supervisors = claim(SUPERVISOR, travel("30.00"));
    assertThat(candidates(supervisors, "userTask_supervisorCheck")).containsExactly(MANAGER);

    String managers = claim(MANAGER, purchase("400.00"));
    assertThat(candidates(managers, "userTask_supervisorCheck")).containsExactly(GENERAL_MANAGER);
    confirm(GENERAL_MANAGER, managers);
    assertThat(candidates(managers, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    decide(GENERAL_MANAGER, managers, "approve");
    assertThat(candidates(managers, "userTask_financeCheck")).as("the general manager decides once").containsExactly(CLERK);
  }

  @Test
  void generalManagersThirdReturnStillGoesToTheClaimant() {
    String number = claim(MANAGER, travel("30.00"));
    for (int time = 1; time <= 3; time++) {
      confirm(GENERAL_MANAGER, number);
      decide(GENERAL_MANAGER, number, "return");
      assertThat(persons.taskSeenBy(MANAGER, number, "userTask_claim").getAssignee()).isEqualTo(MANAGER);
      submitClaim(MANAGER, number, travel("30.00"));
    }
    assertThat(register(number).getTimesReturned()).isEqualTo(3);
  }

  @Test
  void nobodyChecksApprovesOrAuditsTheOwnClaim() {
    String me = "information-specialist-2";
    String number = claim(me, travel("40.00"));
    assertRefusedAs(me, "information-supervisor", () -> confirm(me, number));
    confirm("information-supervisor", number);
    assertRefusedAs(me, MANAGER, () -> decide(me, number, "approve"));
    decide(MANAGER, number, "approve");
    assertRefusedAs(me, CLERK, () -> audit(me, number, "40.00"));
    audit(CLERK, number, "40.00");
  }

  @Test
  void claimIsWithdrawnUntilTheFirstApprovalIsComplete() {
    Map<String, String> reason = Map.of("reason", "Entered twice 重複填報");
    String empty = start(CLAIMANT);
    assertThat(tell(CLAIMANT, empty, reason)).isEqualTo(HttpStatus.NO_CONTENT);
    assertEnded(empty, "endEvent_withdrawn");

    String checked = claim(CLAIMANT, travel("20.00"));
    confirm(SUPERVISOR, checked);
    assertThat(tell("survey-specialist-2", checked, reason)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(CLAIMANT, checked, reason)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(checked).getStatus()).isEqualTo(WITHDRAWN);
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(checked).count()).isZero();

    String approved = claim(CLAIMANT, travel("20.00"));
    confirm(SUPERVISOR, approved);
    decide(MANAGER, approved, "approve");
    assertThat(tell(CLAIMANT, approved, reason)).isEqualTo(HttpStatus.CONFLICT);
    assertThat(register(approved).getStatus()).isEqualTo(APPROVED);
  }

  @Test
  void cancelledClaimFreesItsReservation() {
    String number = claim(CLAIMANT, travel("77.00"));
    confirm(SUPERVISOR, number);
    BigDecimal before = standing(number).reserved();
    decide(MANAGER, number, "approve");
    assertThat(budgets.standing(register(number).getBudgetMonth(), "survey", "").reserved().subtract(before)).isEqualByComparingTo("77.00");

    assertThat(post(MANAGER, number, "cancellation", Map.of("reason", "Opened by mistake 誤開"))).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(register(number).getStatus()).isEqualTo(CANCELLED);
    assertThat(budgets.standing(register(number).getBudgetMonth(), "survey", "").reserved()).isEqualByComparingTo(before);
  }

  @Test
  void wordsAreCorrectedAndAmountsAreNot() {
    Map<String, Object> claim = travel("20.00", today.minusDays(1), "C-1", false);
    String number = claim(CLAIMANT, claim);
    Map<String, Object> words = travel("20.00", today.minusDays(1), "C-1", false);
    words.put("items", List.of(item("20.00", today.minusDays(1), "C-1", false, "Bus 汽車")));
    Map<String, Object> more = travel("6000.00", today.minusDays(1), "C-1", false);

    assertThat(post(CLAIMANT, number, "corrections", Map.of("root", "claim", "reason", "It was a bus 是汽車", "data", words))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(number).getLines().get(0).getPurpose()).isEqualTo("Bus 汽車");
    assertThat(post(CLAIMANT, number, "corrections", Map.of("root", "claim", "reason", "It was more 更多", "data", more))).isEqualTo(HttpStatus.CONFLICT);
    assertThat(register(number).getTotal()).isEqualByComparingTo("20.00");
  }

  @Test
  void claimThatFollowsTheGeneralManagersApprovalNeedsNoSecondOne() {
    String approvedCase = claim(CLAIMANT, purchase("310.00"));
    confirm(SUPERVISOR, approvedCase);
    decide(MANAGER, approvedCase, "approve");
    decide(GENERAL_MANAGER, approvedCase, "approve");
    String number = runtimeService.startProcessInstanceByMessage("expense-claim", Map.of("claimant", CLAIMANT, "claimCategory", "hospitality",
        "approvalNo", approvedCase, "approvedAmount", "6000.00", "approvedByRole", GENERAL_MANAGER)).getBusinessKey();
    assertThat(formOf(CLAIMANT, number, "userTask_claim")).contains("hospitality", approvedCase);

    Map<String, Object> claim = travel("6000.00");
    claim.putAll(Map.of("category", "hospitality", "preApproved", true, "preApprovalNo", approvedCase));
    submitClaim(CLAIMANT, number, claim);
    assertThat(register(number).getApprover()).isEqualTo(MANAGER);
    confirm(SUPERVISOR, number);
    assertThat(factsShownTo(MANAGER, number)).contains(approvedCase + " (approved in Kefu 系統內已審批)", "The general manager approved this amount in advance");
    decide(MANAGER, number, "approve");
    assertThat(candidates(number, "userTask_financeCheck")).containsExactly(CLERK);
  }

  @Test
  void claimAboveTheApprovedAmountIsExplainedAndDecidedAnew() {
    String number = runtimeService.startProcessInstanceByMessage("expense-claim", Map.of("claimant", CLAIMANT, "claimCategory", "event",
        "approvalNo", "VIS-2026-999999", "approvedAmount", "5000.00", "approvedByRole", GENERAL_MANAGER)).getBusinessKey();
    Map<String, Object> claim = travel("5100.00");
    claim.putAll(Map.of("category", "event", "preApproved", true, "preApprovalNo", "VIS-2026-999999"));
    submitClaim(CLAIMANT, number, claim);
    assertThat(formOf(CLAIMANT, number, "userTask_claim")).contains("the total is above 5,000.00 元");

    claim.put("overReason", "One more guest 多一位客人");
    persons.submit(CLAIMANT, number, "userTask_claim", "claim", claim);
    assertThat(register(number).getApprover()).isEqualTo(GENERAL_MANAGER);
    confirm(SUPERVISOR, number);
    assertThat(factsShownTo(MANAGER, number)).contains("VIS-2026-999999 (no approval found in Kefu");
  }

  @Test
  void personsProgramOpensAClaimByItsMessage() {
    ResponseEntity<JsonNode> opened = http.withBasicAuth(CLAIMANT, password).postForEntity("/api/messages/expense-claim", Map.of(), JsonNode.class);
    assertThat(opened.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(persons.taskSeenBy(CLAIMANT, opened.getBody().path("caseNumber").asText(), "userTask_claim").getAssignee()).isEqualTo(CLAIMANT);

    assertThat(http.withBasicAuth(CLERK, password).postForEntity("/api/messages/expense-claim", Map.of(), String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(http.withBasicAuth(CLAIMANT, password).postForEntity("/api/messages/nothing", Map.of(), String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  private void assertRefusedAs(String user, String role, Runnable action) {
    engine.getIdentityService().createMembership(user, role);
    try {
      assertThatThrownBy(action::run).as("%s as %s", user, role).hasMessageContaining("somebody else must do");
    } finally {
      engine.getIdentityService().deleteMembership(user, role);
    }
  }

  /** Leaves so much of the budget of this section's month. */
  private void leave(String claimant, String section, String amount) {
    String month = today.minusDays(1).toString().substring(0, 7);
    budgets.set(month, section, BigDecimal.ZERO, "finance-manager");
    MonthBudget standing = budgets.standing(month, section, "");
    budgets.set(month, section, new BigDecimal(amount).subtract(standing.left()), "finance-manager");
    assertThat(budgets.standing(month, section, "").left()).as("left for %s", claimant).isEqualByComparingTo(amount);
  }

  private MonthBudget standing(String number) {
    ExpenseClaim claim = register(number);
    return budgets.standing(claim.getBudgetMonth(), claim.getSectionId(), claim.getProcessInstanceId());
  }

  private List<BigDecimal> booked(String number) {
    return jdbc.sql("select amount from budget_bookings where case_number = ?").param(number).query(BigDecimal.class).list();
  }

  private String start(String user) {
    return persons.start(user, "expense-claim-review").getBusinessKey();
  }

  private String claim(String user, Map<String, Object> claim) {
    String number = start(user);
    submitClaim(user, number, claim);
    return number;
  }

  private void submitClaim(String user, String number, Map<String, Object> claim) {
    assertThat(new AttachmentTrial(engine, port, password).send(user, "/api/cases/" + number + "/attachments", part("file", "receipt 收據.pdf", PDF),
        part("kind", null, "receipt".getBytes(StandardCharsets.UTF_8))).statusCode()).isEqualTo(200);
    persons.submit(user, number, "userTask_claim", "claim", claim);
  }

  private Map<String, Object> travel(String amount) {
    return travel(amount, today.minusDays(1));
  }

  private Map<String, Object> travel(String amount, LocalDate day) {
    return travel(amount, day, "R-" + UUID.randomUUID().toString().substring(0, 8), false);
  }

  private Map<String, Object> purchase(String amount) {
    Map<String, Object> claim = travel(amount, today.minusDays(1), "P-" + UUID.randomUUID().toString().substring(0, 8), true);
    claim.put("category", "office");
    return claim;
  }

  private Map<String, Object> travel(String amount, LocalDate day, String receiptNo, boolean purchase) {
    return new HashMap<>(Map.of("category", "travel", "spentOn", day.toString(), "total", amount, "preApproved", false, "oralApproval", false,
        "receiptAltered", false, "overReason", "", "items", List.of(item(amount, day, receiptNo, purchase, "Train 火車"))));
  }

  private static Map<String, Object> item(String amount, LocalDate day, String receiptNo, boolean purchase, String purpose) {
    return Map.of("date", day.toString(), "purpose", purpose, "place", "Shanghai 上海", "amount", amount, "receiptNo", receiptNo, "purchase", purchase);
  }

  private void confirm(String user, String number) {
    persons.submit(user, number, "userTask_supervisorCheck", "confirmation", Map.of("confirmed", "confirmed"));
  }

  private void decide(String user, String number, String decision) {
    persons.submit(user, number, "userTask_decide", "approval",
        decision.equals("approve") ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Because 因為 " + decision));
  }

  private void audit(String user, String number, String amount) {
    persons.submit(user, number, "userTask_financeCheck", "audit", Map.of("outcome", "ok", "paidAmount", amount, "paidOn", today.toString(), "remarks", ""));
  }

  private void pay(String number) {
    managementService.executeJob(managementService.createJobQuery().processInstanceId(register(number).getProcessInstanceId()).singleResult().getId());
  }

  private String factsShownTo(String user, String number) {
    return (String) runtimeService.getVariable(persons.taskSeenBy(user, number, "userTask_decide").getExecutionId(), "facts");
  }

  /** What the browser gets to show a task's form. */
  private String formOf(String user, String number, String step) {
    Task task = persons.taskSeenBy(user, number, step);
    return http.withBasicAuth(user, password).getForObject("/engine-rest/task/{task}/form-variables?deserializeValues=false", String.class, task.getId())
        .replace("\\\"", "\"");
  }

  private HttpStatusCode tell(String user, String number, Map<String, ?> data) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/withdraw", data, String.class, number).getStatusCode();
  }

  private HttpStatusCode post(String user, String number, String what, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/{what}", body, String.class, number, what).getStatusCode();
  }

  private ExpenseClaim register(String number) {
    return register.findByCaseNumber(number).orElseThrow();
  }

  private List<String> candidates(String number, String step) {
    String task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getId();
    return taskService.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertTold(String user, String number) {
    assertThat(notificationLog.ofCase(number)).filteredOn(entry -> entry.template().equals(NotificationTemplates.STARTER_RESULT)).singleElement()
        .satisfies(entry -> assertThat(entry.to()).isEqualTo(user));
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("expense-claim-review")
        .executedActivityIdIn(endEvent).count()).isOne();
  }
}
