package dev.kefu.complaint.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.aftersales.repair.RepairTrial;
import dev.kefu.document.AttachmentTrial;
import dev.kefu.notification.NotificationLog;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

/** Every branch alone and side by side, called by a small trial process that stands for complaint-handling. */
@KefuIT
class ComplaintRemedyProcessTest {

  private static final String SPECIALIST = "complaint-specialist";
  private static final String SECOND_SPECIALIST = "complaint-specialist-2";
  private static final String SUPERVISOR = "complaint-supervisor";
  private static final String MANAGER = "customer-service-manager";
  private static final String LOGISTICS = "logistics-department";
  private static final String KEEPER = "warehouse-keeper";
  private static final String CLERK = "finance-clerk";
  private static final String SALES = "sales-manager";
  private static final String REASON = "The customer wants something else. 客戶另有要求";

  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private RemedyOrderRepository register;
  @Autowired private NotificationLog notifications;
  @Autowired private TransactionTemplate transaction;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;

  private final ObjectMapper json = new ObjectMapper();
  private Persons persons;
  private AttachmentTrial files;
  private String trial;
  private String number;

  @BeforeEach
  void deployCaller() {
    persons = new Persons(engine);
    files = new AttachmentTrial(engine, port, password);
    trial = engine.getRepositoryService().createDeployment().name("remedy-trial").addClasspathResource("complaint/remedy-trial.bpmn").deploy().getId();
  }

  @AfterEach
  void removeCaller() {
    ClockUtil.reset();
    engine.getRepositoryService().deleteDeployment(trial, true);
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("complaint-remedy", "complaint-remedy-goods");
  }

  @Test
  void returnedGoodsAreFetchedInspectedAndRefunded() {
    approve("500.00", "return");
    assertThat(candidateGroups("userTask_writeSlip")).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
    writeSlip(row("return", 3, "100.00", "300.00"));
    assertThat(candidateGroups("userTask_pickUp")).containsExactly(KEEPER);
    pickUp(row(1, 3, "defective"));
    assertThat(candidateGroups("userTask_refund")).containsExactly(CLERK);
    assertThat(variable("refundable")).isEqualTo("300.00");
    assertThatThrownBy(() -> submit(CLERK, "userTask_refund", "refund", refund("300.00"))).hasMessageContaining("請附簽章的退貨證明");

    attach(CLERK, "userTask_refund", "returnCertificate");
    submit(CLERK, "userTask_refund", "refund", refund("300.00"));

    assertCarriedOut("- Return 退貨: done 已完成, 300.00 元, 2026-11-26");
    inRegister(order -> {
      assertThat(order.getStatus()).isEqualTo(RemedyOrder.Status.DONE);
      assertThat(order.getEndedAt()).isNotNull();
      assertThat(order.getOrderNo()).isEqualTo("SO-77");
      assertThat(order.getInvoiceNo()).isEqualTo("INV-9");
      assertThat(order.getReturnCause()).isEqualTo("quality");
      assertThat(order.getResaleUntil()).isEqualTo("2026-12-25");
      assertThat(order.isResold()).isFalse();
      assertThat(order.getGoods()).singleElement().satisfies(line -> {
        assertThat(line.getReceived()).isEqualByComparingTo("3");
        assertThat(line.getState()).isEqualTo(RemedyGoods.State.DEFECTIVE);
      });
      assertThat(order.getItems()).singleElement().satisfies(item -> {
        assertThat(item.getAmount()).isEqualByComparingTo("300.00");
        assertThat(item.getCertificate()).isEqualTo("copyStamped");
        assertThat(item.getPreparedOn()).isEqualTo("2026-11-25");
        assertThat(item.getPreparedBy()).isEqualTo(KEEPER);
        assertThat(item.getDoneBy()).isEqualTo(CLERK);
      });
    });
  }

  @Test
  void returnedGoodsAreToldToWhomeverTheyConcern() {
    approve("500.00", "return");
    writeSlip(row("return", 2.5, "100.00", "250.00"));
    pickUp(row(1, 2.5, "intact"));
    refund("250.00", "accepted");

    ProcessInstance heard = runtimeService.createProcessInstanceQuery().processDefinitionKey("return-trial").singleResult();
    assertThat(runtimeService.getVariables(heard.getId())).containsEntry("complaintNo", number).containsEntry("customerCode", "C000001").containsEntry("orderNo", "SO-77")
        .containsEntry("returnedQuantity", "2.5").containsEntry("refundAmount", "250.00").containsEntry("returnCause", "quality");
  }

  @Test
  void returnGoesOnAlthoughNobodyHearsOfIt() {
    approve("500.00", "return");
    engine.getRepositoryService().suspendProcessDefinitionByKey("return-trial");
    writeSlip(row("return", 1, "100.00", "100.00"));
    pickUp(row(1, 1, "intact"));
    refund("100.00", "accepted");

    assertCarriedOut("- Return 退貨: done 已完成, 100.00 元, 2026-11-26");
    String goods = historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("complaint-remedy-goods").singleResult().getId();
    HistoricActivityInstance sent = historyService.createHistoricActivityInstanceQuery().processInstanceId(goods).activityId("event_goodsReturned").singleResult();
    assertThat(historyService.createHistoricVariableInstanceQuery().activityInstanceIdIn(sent.getId()).variableName("receivers").singleResult().getValue()).isEqualTo(0);
  }

  @Test
  void replacementLeavesBeforeTheGoodsAreFetched() {
    approve(null, "exchange");
    writeSlip(row("exchange", 1, "100.00", "100.00"));
    assertThat(candidateGroups("userTask_exchange")).containsExactly(LOGISTICS);
    exchange("accepted");
    pickUp(row(1, 1, "defective"));

    assertCarriedOut("- Exchange 換貨: done 已完成, 2026-11-25");
    inRegister(order -> assertThat(order.getItems().get(0).getReference()).isEqualTo("WB-5"));
  }

  @Test
  void recalledBatchComesBackWithoutAnyRefund() {
    approve(null, "recall");
    writeSlip(row("recall", 120, "10.00", "1200.00"));
    pickUp(row(1, 120, "intact"));
    assertCarriedOut("- Recall 召回: done 已完成, 2026-11-25");
  }

  @Test
  void allowanceIsSignedByBothSidesAndBooked() {
    approve("80.00", "allowance");
    writeSlip(row("allowance", 4, "100.00", "80.00"));
    assertThat(candidateGroups("userTask_allowance")).containsExactly(SALES);
    assertThatThrownBy(() -> submit(SALES, "userTask_allowance", "allowance", allowance())).hasMessageContaining("請附雙方簽字的折讓單");
    sign("accepted");
    assertThat(candidateGroups("userTask_bookAllowance")).containsExactly(CLERK);
    book();

    assertCarriedOut("- Allowance 折讓: done 已完成, 80.00 元, 2026-11-27");
    inRegister(order -> assertThat(order.getItems().get(0).getNote()).isEqualTo("經理、總經理 / Ms Lin"));
  }

  @Test
  void compensationIsPaidAgainstAReceiptAndNeverMoreThanWasApproved() {
    approve("800.00", "compensation");
    assertThat(candidateGroups("userTask_pay")).containsExactly(CLERK);
    assertThatThrownBy(() -> submit(CLERK, "userTask_pay", "payment", payment("800.00"))).hasMessageContaining("請附客戶簽字的收據");
    attach(CLERK, "userTask_pay", "receipt");

    ResponseEntity<String> refused = http.withBasicAuth(CLERK, password).postForEntity("/engine-rest/task/{task}/submit-form",
        Map.of("variables", Map.of("payment", Map.of("type", "Json", "value", text(payment("800.01"))))), String.class, task("userTask_pay").getId());
    assertThat(refused.getStatusCode().value()).isEqualTo(400);
    assertThat(refused.getBody()).contains("Compensation 賠償: 800.01 元 is above what is left of the approved 800.00 元: 800.00 元. 高於已批金額餘額");
    submit(CLERK, "userTask_pay", "payment", payment("800.00"));

    assertCarriedOut("- Compensation 賠償: done 已完成, 800.00 元, 2026-11-26");
  }

  @ParameterizedTest
  @CsvSource({"ordinary, complaint-supervisor", "major, customer-service-manager", "urgent, customer-service-manager"})
  void severityDecidesWhoApologises(String severity, String who) {
    approveFor(severity, SPECIALIST, null, "apology");
    assertThat(candidateGroups("userTask_apologise")).containsExactly(who);
    apologise(who, "accepted");
    assertCarriedOut("- Apology 致歉: done 已完成, 2026-11-25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"repair", "rework"})
  void repairIsDoneByTheAfterSalesSection(String remedy) {
    approve(null, remedy);
    repair("done");
    assertThat(result()).startsWith("- Repair 維修: done 已完成, ");
    assertAt("userTask_verify");
  }

  @Test
  void undoneRepairIsTalkedOverAndTriedAgain() {
    approve(null, "repair");
    repair("notDone");
    assertThat(task("userTask_settleRepair").getAssignee()).isEqualTo(SPECIALIST);
    submit(SPECIALIST, "userTask_settleRepair", "repairTalk", Map.of("way", "again", "agreement", "Next week 下週再修"));
    repair("done");
    assertAt("userTask_verify");
  }

  @Test
  void undoneRepairThatTheCustomerWillNotWaitForIsRefused() {
    approve(null, "repair");
    repair("notDone");
    submit(SPECIALIST, "userTask_settleRepair", "repairTalk", Map.of("way", "refused", "agreement", REASON));
    assertRefused("- Repair 維修: refused by the customer 客戶拒絕: " + REASON);
  }

  @Test
  void allBranchesRunSideBySideAndTheLastOneEndsTheRemedy() {
    approve("1000.00", "repair", "rework", "exchange", "return", "allowance", "compensation", "apology", "recall");
    writeSlip(row("exchange", 1, "100.00", "100.00"), row("return", 2, "100.00", "200.00"), row("allowance", 1, "100.00", "50.00"), row("recall", 9, "10.00", "90.00"));
    assertThat(openSteps()).containsExactlyInAnyOrder("userTask_exchange", "userTask_allowance", "userTask_pay", "userTask_apologise", "userTask_check");

    apologise(SUPERVISOR, "accepted");
    repair("done");
    pay("500.00", "accepted");
    sign("accepted");
    book();
    exchange("accepted");
    assertThat(openSteps()).containsExactly("userTask_pickUp");
    pickUp(row(1, 1, "defective"), row(2, 2, "intact"), row(4, 9, "intact"));
    assertThat(openSteps()).containsExactly("userTask_refund");
    refund("200.00", "accepted");

    assertThat(result()).contains("- Exchange 換貨: done 已完成, 2026-11-25", "- Return 退貨: done 已完成, 200.00 元, 2026-11-26", "- Allowance 折讓: done 已完成, 50.00 元, 2026-11-27",
        "- Compensation 賠償: done 已完成, 500.00 元, 2026-11-26", "- Apology 致歉: done 已完成, 2026-11-25", "- Recall 召回: done 已完成, 2026-11-25", "- Repair 維修: done 已完成, ");
    assertAt("userTask_verify");
    inRegister(order -> assertThat(order.paid()).isEqualByComparingTo("750.00"));
  }

  @Test
  void whatOneBranchPaidIsMissingForTheOthers() {
    approve("500.00", "return", "compensation");
    writeSlip(row("return", 3, "100.00", "300.00"));
    pay("400.00", "accepted");
    pickUp(row(1, 3, "intact"));

    attach(CLERK, "userTask_refund", "returnCertificate");
    assertThatThrownBy(() -> submit(CLERK, "userTask_refund", "refund", refund("300.00")))
        .hasMessageContaining("Return 退貨: 300.00 元 is above what is left of the approved 500.00 元: 100.00 元");
    submit(CLERK, "userTask_refund", "refund", refund("100.00"));
    assertAt("userTask_verify");
  }

  @Test
  void refusedExchangeEndsWithTheRefusal() {
    approve(null, "exchange");
    writeSlip(row("exchange", 1, "100.00", "100.00"));
    exchange("refused");
    assertRefused("- Exchange 換貨: refused by the customer 客戶拒絕: " + REASON);
    inRegister(order -> assertThat(order.getStatus()).isEqualTo(RemedyOrder.Status.REFUSED_BY_CUSTOMER));
  }

  @Test
  void otherGoodsAreFetchedAlthoughTheExchangeIsRefused() {
    approve("100.00", "exchange", "return");
    writeSlip(row("exchange", 1, "100.00", "100.00"), row("return", 1, "100.00", "100.00"));
    exchange("refused");
    pickUp(row(2, 1, "intact"));
    refund("100.00", "accepted");
    assertRefused("- Exchange 換貨: refused by the customer 客戶拒絕: " + REASON + "\n- Return 退貨: done 已完成, 100.00 元, 2026-11-26");
  }

  @Test
  void customerWhoKeepsTheGoodsGetsNoRefund() {
    approve("100.00", "return");
    writeSlip(row("return", 1, "100.00", "100.00"));
    submit(KEEPER, "userTask_pickUp", "pickUp", Map.of("reply", "refused", "refusalReason", REASON));
    assertRefused("- Return 退貨: refused by the customer 客戶拒絕: " + REASON);
  }

  @Test
  void refusedRefundLeavesTheGoodsHere() {
    approve("100.00", "return");
    writeSlip(row("return", 1, "100.00", "100.00"));
    pickUp(row(1, 1, "intact"));
    refund("100.00", "refused");
    assertRefused("- Return 退貨: refused by the customer 客戶拒絕: " + REASON);
    assertThat(runtimeService.createProcessInstanceQuery().processDefinitionKey("return-trial").count()).isZero();
  }

  @Test
  void refusedBranchesLetTheOthersEndFirst() {
    approve("200.00", "allowance", "compensation", "apology");
    writeSlip(row("allowance", 1, "100.00", "50.00"));
    sign("refused");
    apologise(SUPERVISOR, "refused");
    assertThat(openSteps()).containsExactly("userTask_pay");
    pay("150.00", "accepted");
    assertRefused("- Allowance 折讓: refused by the customer 客戶拒絕: " + REASON + "\n- Compensation 賠償: done 已完成, 150.00 元, 2026-11-26"
        + "\n- Apology 致歉: refused by the customer 客戶拒絕: " + REASON);
  }

  @Test
  void secondRemedyOfACaseShowsWhatTheFirstOnePaid() {
    approve("200.00", "compensation", "apology");
    pay("150.00", "accepted");
    apologise(SUPERVISOR, "refused");
    assertAt("userTask_proposeAgain");
    runtimeService.setVariable(caller(), "remedies", remedies("compensation"));
    taskService.complete(task("userTask_proposeAgain").getId());

    assertThat(variable("paidBefore")).isEqualTo("150.00");
    pay("100.00", "refused");
    assertAt("userTask_proposeAgain");
    assertThat(register.findByCaseNumberOrderById(number)).extracting(RemedyOrder::getStatus)
        .containsExactly(RemedyOrder.Status.REFUSED_BY_CUSTOMER, RemedyOrder.Status.REFUSED_BY_CUSTOMER);
  }

  @Test
  void differenceIsSettledWithTheHandlerOnWhatWasReceived() {
    approve("300.00", "return");
    writeSlip(row("return", 3, "100.00", "300.00"));
    pickUp(row(1, 2, "intact"));
    assertThat(task("userTask_settleDifference").getAssignee()).isEqualTo(SPECIALIST);
    assertThat(variable("goodsDifference")).isEqualTo("- Line 行 1 · Return 退貨: Pump 泵, batch 批號 B7, received 實收 2 / 3, intact 完好");
    settle("asReceived");

    attach(CLERK, "userTask_refund", "returnCertificate");
    assertThatThrownBy(() -> submit(CLERK, "userTask_refund", "refund", refund("300.00"))).hasMessageContaining("At most 200.00 元 can be refunded");
    submit(CLERK, "userTask_refund", "refund", refund("200.00"));
    assertAt("userTask_verify");
  }

  @Test
  void restIsFetchedAndThenTheGoodsAreAsExpected() {
    approve(null, "recall");
    writeSlip(row("recall", 10, "10.00", "100.00"));
    pickUp(row(1, 4, "intact"));
    settle("fetchRest");
    assertThat(variable("agreement")).isEqualTo("Agreed by phone 電話商定");
    pickUp(row(1, 10, "intact"));
    assertAt("userTask_verify");
  }

  @Test
  void mixedGoodsDifferAndTheCustomerMayRefuseToSettle() {
    approve("100.00", "return");
    writeSlip(row("return", 1, "100.00", "100.00"));
    pickUp(row(1, 1, "mixed"));
    settle("refused");
    assertRefused("- Return 退貨: refused by the customer 客戶拒絕: Agreed by phone 電話商定");
  }

  @Test
  void slipThatDoesNotFitTheApprovalComesBackWithTheReason() {
    approve("100.00", "return");
    assertThatThrownBy(() -> writeSlip(row("return", 1, "100.00", "100.00"), row("exchange", 1, "1.00", "1.00"))).hasMessageContaining("Line 2 第 2 行: Exchange 換貨 was not approved");
    assertThatThrownBy(() -> writeSlip(row("return", 1, "100.00", "100.01"))).hasMessageContaining("Line 1 第 1 行: the amount is above quantity × unit price");
    writeSlip(row("return", 1, "100.00", "100.00"));
    assertThatThrownBy(() -> pickUp(row(2, 1, "intact"))).hasMessageContaining("Line 2 is not to be fetched");
    pickUp(row(1, 1, "intact"));
    assertAt("userTask_refund");
  }

  @Test
  void handlerDoesNotPayWhatHeProposed() {
    approveFor("ordinary", CLERK, "100.00", "compensation");
    attach(CLERK, "userTask_pay", "receipt");
    assertThatThrownBy(() -> submit(CLERK, "userTask_pay", "payment", payment("100.00"))).hasMessageContaining("handler");
    attach("finance-clerk-2", "userTask_pay", "receipt");
    submit("finance-clerk-2", "userTask_pay", "payment", payment("100.00"));
    assertAt("userTask_verify");
  }

  @Test
  void withoutAHandlerTheComplaintDeskWritesTheSlipAndItsSupervisorIsTold() {
    approveFor("ordinary", null, null, "exchange");
    assertThat(task("userTask_writeSlip").getAssignee()).isNull();
    submit(SECOND_SPECIALIST, "userTask_writeSlip", "slip", slip(row("exchange", 1, "1.00", "1.00")));
    exchange("accepted");
    pickUp(row(1, 1, "intact"));
    assertAt("userTask_verify");
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("complaint-remedy").finished().count()).isOne();
  }

  @Test
  void handlerIsToldOnce() {
    approve(null, "apology");
    apologise(SUPERVISOR, "accepted");
    assertThat(notifications.ofCase(number)).filteredOn(entry -> entry.template().equals("remedy-finished")).singleElement()
        .satisfies(entry -> assertThat(entry.to()).isEqualTo(SPECIALIST));
  }

  @Test
  void callerThatIsWithdrawnCancelsWhatIsNotDone() {
    approve("100.00", "compensation", "apology");
    pay("100.00", "accepted");
    runtimeService.deleteProcessInstance(caller(), "withdrawn by the customer");

    inRegister(order -> {
      assertThat(order.getStatus()).isEqualTo(RemedyOrder.Status.CANCELLED);
      assertThat(order.paid()).isEqualByComparingTo("100.00");
    });
    assertThat(openSteps()).isEmpty();
  }

  @Test
  void withoutAnyRemedyTheCallFailsWithAReason() {
    assertThatThrownBy(() -> approve("100.00")).hasMessageContaining("No remedy was approved");
  }

  @Test
  void slipIsCorrectedUntilSomebodyActedOnIt() {
    approve("300.00", "return");
    writeSlip(row("return", 3, "100.00", "300.00"));
    assertThat(correct(MANAGER, "slip", slip(row("return", 2, "100.00", "200.00")))).isEqualTo("204");
    inRegister(order -> assertThat(order.getGoods()).singleElement().satisfies(line -> assertThat(line.getQuantity()).isEqualByComparingTo("2")));
    pickUp(row(1, 2, "intact"));
    assertThat(correct(MANAGER, "slip", slip(row("return", 3, "100.00", "300.00")))).startsWith("400").contains("The slip is in use already");
    assertThat(correct("general-manager", "pickUp", pickUpForm(row(1, 3, "intact")))).startsWith("400").contains("are not corrected by changing the form");
  }

  @Test
  void dayOfAnApologyIsCorrected() {
    approve("100.00", "apology", "compensation");
    apologise(SUPERVISOR, "accepted");
    Map<String, Object> apology = apology("accepted");
    apology.put("apologisedOn", "2026-11-24");
    assertThat(correct(MANAGER, "apology", apology)).isEqualTo("204");
    inRegister(order -> assertThat(order.result()).contains("- Apology 致歉: done 已完成, 2026-11-24"));
  }

  /** Monday 2031-09-15, 10:00; a week without holidays; working hours 9-12 and 13-18. */
  @Test
  void stepsAreDueAsCatalogued() {
    ClockUtil.setCurrentTime(date("2031-09-15T10:00"));
    approve("1000.00", "repair", "exchange", "return", "allowance", "compensation", "apology");
    assertDue("userTask_writeSlip", "2031-09-16T10:00");
    writeSlip(row("exchange", 1, "100.00", "100.00"), row("return", 1, "100.00", "100.00"), row("allowance", 1, "100.00", "50.00"));
    assertDue("userTask_exchange", "2031-09-17T10:00");
    assertDue("userTask_allowance", "2031-09-18T10:00");
    assertDue("userTask_pay", "2031-09-18T10:00");
    assertDue("userTask_apologise", "2031-09-16T10:00");
    repair("notDone");
    assertDue("userTask_settleRepair", "2031-09-16T10:00");
    sign("accepted");
    assertDue("userTask_bookAllowance", "2031-09-17T10:00");
    exchange("accepted");
    assertDue("userTask_pickUp", "2031-09-22T10:00");
    pickUp(row(1, 1, "intact"), row(2, 0, "intact"));
    assertDue("userTask_settleDifference", "2031-09-17T10:00");
    settle("asReceived");
    assertDue("userTask_refund", "2031-09-22T10:00");
  }

  private void approve(String amount, String... remedies) {
    approveFor("ordinary", SPECIALIST, amount, remedies);
  }

  private void approveFor(String severity, String handler, String amount, String... remedies) {
    Map<String, Object> approved = new HashMap<>(Map.of("remedies", remedies(remedies), "severity", severity, "remedyFacts", "As approved 已批處理方式",
        "customerCode", "C000001", "customerName", "Blue Lake Foods", "customerGrade", "B", "keyAccount", false));
    approved.put("remedyAmount", amount);
    approved.put("handler", handler);
    number = runtimeService.startProcessInstanceByKey("remedy-trial", approved).getBusinessKey();
  }

  private Object remedies(String... codes) {
    return SpinValues.jsonValue(text(codes)).create();
  }

  private void writeSlip(Map<?, ?>... rows) {
    submit(SPECIALIST, "userTask_writeSlip", "slip", slip(rows));
  }

  private static Map<String, Object> slip(Map<?, ?>... rows) {
    return Map.of("orderNo", "SO-77", "invoiceNo", "INV-9", "returnCause", "quality", "rows", List.of(rows));
  }

  private static Map<String, Object> row(String kind, double quantity, String price, String amount) {
    return Map.of("kind", kind, "product", "Pump 泵", "batch", "B7", "quantity", quantity, "unitPrice", price, "amount", amount);
  }

  private static Map<String, Object> row(int line, double received, String state) {
    return Map.of("line", line, "received", received, "state", state);
  }

  private void exchange(String reply) {
    submit(LOGISTICS, "userTask_exchange", "shipment", answered(reply, Map.of("shippedOn", "2026-11-24", "waybillNo", "WB-5")));
  }

  private void pickUp(Map<?, ?>... rows) {
    Map<String, Object> form = pickUpForm(rows);
    if (!Boolean.TRUE.equals(variable("needsRefund"))) {
      form.remove("resaleUntil");
    }
    submit(KEEPER, "userTask_pickUp", "pickUp", form);
  }

  private static Map<String, Object> pickUpForm(Map<?, ?>... rows) {
    return answered("accepted", Map.of("rows", List.of(rows), "pickedUpOn", "2026-11-25", "resaleUntil", "2026-12-25"));
  }

  private void settle(String way) {
    submit(SPECIALIST, "userTask_settleDifference", "settlement", Map.of("way", way, "agreement", "Agreed by phone 電話商定"));
  }

  private void refund(String amount, String reply) {
    attach(CLERK, "userTask_refund", "returnCertificate");
    submit(CLERK, "userTask_refund", "refund", reply.equals("accepted") ? refund(amount) : answered(reply, Map.of()));
  }

  private static Map<String, Object> refund(String amount) {
    return answered("accepted", Map.of("certificate", "copyStamped", "refundAmount", amount, "refundedOn", "2026-11-26", "resold", false));
  }

  private void sign(String reply) {
    attach(SALES, "userTask_allowance", "allowanceSlip");
    submit(SALES, "userTask_allowance", "allowance", reply.equals("accepted") ? allowance() : answered(reply, Map.of()));
  }

  private static Map<String, Object> allowance() {
    return answered("accepted", Map.of("certificate", "certificateStamped", "signedForUs", "經理、總經理", "signedForCustomer", "Ms Lin", "signedOn", "2026-11-26"));
  }

  private void book() {
    submit(CLERK, "userTask_bookAllowance", "booking", Map.of("bookedOn", "2026-11-27", "voucherNo", "V-12"));
  }

  private void pay(String amount, String reply) {
    attach(CLERK, "userTask_pay", "receipt");
    submit(CLERK, "userTask_pay", "payment", reply.equals("accepted") ? payment(amount) : answered(reply, Map.of()));
  }

  private static Map<String, Object> payment(String amount) {
    return answered("accepted", Map.of("paidAmount", amount, "executedOn", "2026-11-26"));
  }

  private void apologise(String who, String reply) {
    submit(who, "userTask_apologise", "apology", apology(reply));
  }

  private static Map<String, Object> apology(String reply) {
    Map<String, Object> apology = answered(reply, Map.of());
    apology.putAll(Map.of("way", "letter", "letter", "We are sorry for the late delivery. 謹致歉意", "apologisedOn", "2026-11-25"));
    return apology;
  }

  private void repair(String outcome) {
    RepairTrial repair = new RepairTrial(engine, clock);
    if (outcome.equals("done")) {
      repair.repaired(number, Map.of("product", "Pump 泵"));
    } else {
      repair.withdrawn(number);
    }
  }

  /** A refusal has its reason and nothing else. */
  private static Map<String, Object> answered(String reply, Map<String, ?> facts) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("reply", reply);
    if (reply.equals("refused")) {
      answer.put("refusalReason", REASON);
    } else {
      answer.putAll(facts);
    }
    return answer;
  }

  private void submit(String user, String step, String root, Map<String, ?> data) {
    persons.submit(user, number, step, root, data);
  }

  private void attach(String user, String step, String kind) {
    Task task = task(step);
    taskService.setAssignee(task.getId(), null);
    assertThat(files.upload(user, task, kind + ".pdf", AttachmentTrial.PDF, kind).statusCode()).isEqualTo(200);
  }

  private String correct(String user, String root, Map<String, ?> data) {
    ResponseEntity<String> answer = http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/corrections",
        Map.of("root", root, "reason", "Typing error 筆誤", "data", data), String.class, number);
    return answer.getStatusCode().value() + (answer.getBody() == null ? "" : " " + answer.getBody());
  }

  private Task task(String step) {
    Task task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
    assertThat(task).as("open task " + step).isNotNull();
    return task;
  }

  private List<String> openSteps() {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).list().stream().map(Task::getTaskDefinitionKey).toList();
  }

  private List<String> candidateGroups(String step) {
    return taskService.getIdentityLinksForTask(task(step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private String caller() {
    return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("remedy-trial").singleResult().getId();
  }

  private Object variable(String name) {
    Task task = taskService.createTaskQuery().processInstanceBusinessKey(number).orderByTaskCreateTime().desc().list().get(0);
    return taskService.getVariable(task.getId(), name);
  }

  private String result() {
    return (String) runtimeService.getVariable(caller(), "remedyResult");
  }

  private void assertAt(String step) {
    assertThat(openSteps()).containsExactly(step);
  }

  private void assertCarriedOut(String expected) {
    assertAt("userTask_verify");
    assertThat(result()).isEqualTo(expected);
  }

  private void assertRefused(String expected) {
    assertAt("userTask_proposeAgain");
    assertThat(result()).isEqualTo(expected);
  }

  private void inRegister(Consumer<RemedyOrder> assertion) {
    transaction.executeWithoutResult(status -> {
      List<RemedyOrder> orders = new ArrayList<>(register.findByCaseNumberOrderById(number));
      assertThat(orders).hasSize(1);
      assertion.accept(orders.get(0));
    });
  }

  private void assertDue(String step, String expected) {
    assertThat(task(step).getDueDate().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDateTime()).as("due date of " + step).hasToString(expected);
  }

  private static Date date(String time) {
    return Date.from(LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
