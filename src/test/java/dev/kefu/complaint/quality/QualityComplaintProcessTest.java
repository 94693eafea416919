package dev.kefu.complaint.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.aftersales.repair.RepairTrial;
import dev.kefu.document.AttachmentTrial;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every step and end of P60, called by real complaints. */
@KefuIT
class QualityComplaintProcessTest {

  private static final String RECEIVER = "call-center-agent";
  private static final String SPECIALIST = "complaint-specialist";
  private static final String SUPERVISOR = "complaint-supervisor";
  private static final String MANAGER = "customer-service-manager";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final String QUALITY = "quality-department";
  private static final String PRODUCTION = "production-department";
  private static final String RD = "rd-department";
  private static final String SALES = "sales-manager";
  private static final String KEEPER = "warehouse-keeper";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private QualityCaseRepository register;
  @Autowired private BatchHoldRepository holds;
  @Autowired private EffectWatchRepository effects;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private TestRestTemplate http;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;
  private Persons persons;
  private AttachmentTrial files;

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("quality-complaint", "quality-complaint-inquiry", "quality-complaint-solution", "quality-complaint-hold", "quality-complaint-effect");
  }

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    files = new AttachmentTrial(engine, port, password);
  }

  @Test
  void generalComplaintIsTestedJudgedReworkedAndClosed() {
    String number = confirmed(Map.of());
    assertThat(groups(number, "userTask_sample")).containsExactly(QUALITY);
    sample(number, "B-17", false, "S-1", "S-2");
    assertThat(openTasks(number)).containsExactly("userTask_test");
    test(number, "S-2", "fail", "ours");
    assertThat(groups(number, "userTask_cause")).containsExactly(PRODUCTION);
    assertThat(groups(number, "userTask_causeRdDepartment")).containsExactly(RD);
    analyse(number, true, false);
    giveOpinion(number, 1.5, false);
    assertThat(groups(number, "userTask_judge")).containsExactly(SUPERVISOR);
    judge(number, judgement("none", Map.of("customerAgrees", true, "otherLoss", "100.00"),
        share("production", "Mr Wu 吳", 33.33), share("production", "Ms He 何", 33.33), share("quality", null, 33.34)));
    assertThat(shown(number, SALES, "remedyName")).isEqualTo("Rework on site 返工");
    propose(number, Map.of());
    assertThat(groups(number, "userTask_decide")).containsExactly(SUPERVISOR);
    decide(number, SUPERVISOR, "approve");
    new RepairTrial(engine, clock).repaired(number, Map.of("product", "Pump 泵"));

    assertThat(openTasks(number)).containsExactly("userTask_askCustomer");
    inRegister(number, quality -> {
      assertThat(quality.getStatus()).isEqualTo(QualityCase.Status.CLOSED);
      assertThat(quality.getEndedAt()).isNotNull();
      assertThat(quality.getKind()).isEqualTo("general");
      assertThat(quality.getCustomerCode()).isNotNull();
      assertThat(quality.getBatchNo()).isEqualTo("B-17");
      assertThat(quality.getQuantity()).isEqualByComparingTo("2");
      assertThat(quality.getShippedOn()).isEqualTo("2026-11-02");
      assertThat(quality.getCheckedBy()).isEqualTo(SPECIALIST);
      assertThat(quality.getSamples()).extracting(QualitySample::getSampleNo).containsExactly("S-1", "S-2");
      assertThat(quality.getTests()).singleElement().satisfies(test -> {
        assertThat(test.getSampleNo()).isEqualTo("S-2");
        assertThat(test.getFault()).isEqualTo(Fault.OURS);
        assertThat(test.isThirdParty()).isFalse();
      });
      assertThat(quality.getMeasures()).extracting(QualityMeasure::getMeasure).containsExactly("Check gaskets 檢查墊圈", "Thicker gasket 加厚墊圈");
      assertThat(quality.getShares()).extracting(QualityShare::getDepartment, QualityShare::getPerson, share -> share.getLoss().toPlainString())
          .containsExactly(tuple("production", "Mr Wu 吳", "33.33"), tuple("production", "Ms He 何", "33.33"), tuple("quality", null, "33.34"));
      assertThat(quality.getLossAmount()).isEqualByComparingTo("100.00");
      assertThat(quality.getLossBasis()).isEqualTo("otherCost");
      assertThat(quality.getRemedies()).isEqualTo("rework");
      assertThat(quality.getSalesOpinion()).isEqualTo("Keep the customer 留住客戶");
      assertThat(quality.getRemedyResult()).isEqualTo("- Repair 維修: done 已完成, " + LocalDate.now(clock));
    });
    assertThat(ledger(number)).containsEntry("severity", "ordinary").containsEntry("founded", "founded").containsEntry("cause_category", "making")
        .containsEntry("liable_department", "production").containsEntry("remedies", "rework").containsEntry("settlement", "remedied").containsEntry("status", "SOLVED");
    assertEnded(number, "quality-complaint", "endEvent_closed");
  }

  @Test
  void claimIsMajorAtOnceAndARejectedRemedyGoesToTheNextLevel() {
    String number = confirmed(Map.of("damagesClaimed", true, "contractNo", "CT-5"));
    assertThat(ledger(number)).containsEntry("severity", "major");
    assertThat(alerts(number)).isPositive();
    inRegister(number, quality -> assertThat(quality.getKind()).isEqualTo("claim"));
    sample(number, "B-17", false, "S-1");
    test(number, "S-1", "fail", "ours");
    analyse(number, false, true);
    giveOpinion(number, 4.99, false);
    judge(number, judgement("allowance", Map.of("goodsValue", "20000.00", "allowanceLoss", "4000.00", "otherLoss", "2000.00"), share("production", null, 100)));
    assertThat(shown(number, SALES, "remedyName")).isEqualTo("Allowance 折讓 + Damages by contract 合同賠償");
    assertThatThrownBy(() -> propose(number, Map.of("allowancePercent", 30.01, "damagesAmount", "2000.00"))).hasMessageContaining("Allowance 折讓比例: between 5 and 30 %");
    propose(number, Map.of("allowancePercent", 20, "damagesAmount", "2000.00"));
    hear(number);
    assertThat(groups(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    decide(number, GENERAL_MANAGER, "return");
    assertThat(shown(number, SALES, "approvalReason")).isEqualTo("See reason 見理由");
    propose(number, Map.of("allowancePercent", 25, "damagesAmount", "1000.00"));
    hear(number);
    inRegister(number, quality -> {
      assertThat(quality.getAmount()).isEqualByComparingTo("6000.00");
      assertThat(quality.getRemedies()).isEqualTo("allowance,compensation");
      assertThat(quality.getLossAmount()).isEqualByComparingTo("6000.00");
      assertThat(quality.getLossBasis()).isEqualTo("actualAllowance");
    });
    assertThat(correct(SALES, number, "salesProposal", proposal(Map.of("allowancePercent", 10, "damagesAmount", "0.00")))).startsWith("40");
    decide(number, GENERAL_MANAGER, "reject");

    inRegister(number, quality -> assertThat(quality.getStatus()).isEqualTo(QualityCase.Status.REJECTED));
    assertThat(groups(number, "userTask_escalate")).containsExactly(MANAGER);
    assertEnded(number, "quality-complaint", "endEvent_rejected");
  }

  @Test
  void madeUpReasonIsExplainedAndTheHeldBatchReleased() {
    String number = confirmed(Map.of("pretext", true, "evidence", "Photos of another brand 照片為他牌產品"));
    inRegister(number, quality -> assertThat(quality.getKind()).isEqualTo("unjustified"));
    sample(number, "B-17", true, "S-1");
    assertThat(told(number, "batch-hold")).containsExactly(KEEPER);
    String hold = beside(number, "quality-complaint-hold");
    assertThat(hold).startsWith("QHB-");
    assertThat(groups(hold, "userTask_block")).containsExactly(KEEPER);
    block(hold, 120);
    assertThatThrownBy(() -> dispose(hold, "release")).hasMessageContaining("Disposal 處置: the outcome of " + number + " is still open");
    test(number, "S-1", "fail", "customer");
    assertThat(groups(number, "userTask_unjustified")).containsExactly(SUPERVISOR);
    explain(number, "accepts");

    inRegister(number, quality -> {
      assertThat(quality.getStatus()).isEqualTo(QualityCase.Status.UNJUSTIFIED);
      assertThat(quality.getEvidenceKept()).isEqualTo("Cabinet 3 三號櫃");
    });
    assertThat(ledger(number)).containsEntry("founded", "unfounded").containsEntry("settlement", "explained").containsEntry("status", "SOLVED").containsEntry("severity", "ordinary");
    assertThat(openTasks(number)).containsExactly("userTask_report");
    assertEnded(number, "quality-complaint", "endEvent_unjustified");

    assertThatThrownBy(() -> dispose(hold, "scrap")).hasMessageContaining("the batch is not at fault; release it");
    dispose(hold, "release");
    assertThatThrownBy(() -> carryOut(hold, 100, 0)).hasMessageContaining("together 120 pieces were blocked");
    carryOut(hold, 120, 0);
    assertThat(theHold(hold).getStatus()).isEqualTo(BatchHold.Status.RELEASED);
    assertThat(theHold(hold).getReleased()).isEqualByComparingTo("120");
    assertThat(theHold(hold).getDecidedBy()).isEqualTo(QUALITY);
    assertEnded(hold, "quality-complaint-hold", "endEvent_released");
  }

  @Test
  void outsideTestBindsAndRefutesTheSuspicionOfAClaim() {
    String number = confirmed(Map.of("pretext", true, "evidence", "Old photos 舊照片", "damagesClaimed", true, "contractNo", "CT-6"));
    assertThat(ledger(number)).containsEntry("severity", "ordinary");
    sample(number, "B-18", true, "S-1");
    test(number, "S-1", "pass", null);
    explain(number, "insists");
    assertThat(shown(number, QUALITY, "laboratoryFacts")).isEqualTo("Outside laboratory: its result binds both sides 第三方檢驗，結果對雙方有約束力");
    assertThatThrownBy(() -> testOutside(number, "S-1", "fail", "ours")).hasMessageContaining("Attach the report of the laboratory. 請附檢驗報告");
    attach(QUALITY, number, "userTask_test", "testReport");
    testOutside(number, "S-1", "fail", "ours");
    analyse(number, false, false);

    assertThat(ledger(number)).containsEntry("severity", "major");
    assertThat(alerts(number)).isPositive();
    inRegister(number, quality -> {
      assertThat(quality.getKind()).isEqualTo("claim");
      assertThat(quality.isPretext()).isFalse();
      assertThat(quality.getTests()).extracting(QualityTest::isThirdParty, QualityTest::getLaboratory, QualityTest::getReportNo)
          .containsExactly(tuple(false, null, null), tuple(true, "SGS 通標", "R-77"));
    });
    String hold = beside(number, "quality-complaint-hold");
    block(hold, 50);
    assertThatThrownBy(() -> dispose(hold, "release")).hasMessageContaining("the batch is faulty; rework or scrap it");
    dispose(hold, "scrap");
    assertThatThrownBy(() -> carryOut(hold, 1, 49)).hasMessageContaining("the decision is scrap 報廢");
    carryOut(hold, 0, 50);
    assertThat(theHold(hold).getStatus()).isEqualTo(BatchHold.Status.SCRAPPED);
    assertEnded(hold, "quality-complaint-hold", "endEvent_scrapped");
  }

  @Test
  void customerWhoInsistsAfterTheBindingTestIsNotTestedAgain() {
    String number = confirmed(Map.of());
    sample(number, "B-17", false, "S-1");
    test(number, "S-1", "pass", null);
    explain(number, "insists");
    attach(QUALITY, number, "userTask_test", "testReport");
    testOutside(number, "S-1", "pass", null);
    explain(number, "insists");
    inRegister(number, quality -> assertThat(quality.getStatus()).isEqualTo(QualityCase.Status.UNJUSTIFIED));
    assertThat(openTasks(number)).containsExactly("userTask_report");
  }

  @Test
  void whatNoLaboratoryCanTellCountsForTheCustomerAndARefusedRemedyGoesToTheNextLevel() {
    String number = confirmed(Map.of("market", "overseas"));
    sample(number, "B-17", false, "S-1");
    test(number, "S-1", "undetermined", null);
    attach(QUALITY, number, "userTask_test", "testReport");
    testOutside(number, "S-1", "undetermined", null);
    analyse(number, true, true);
    giveOpinion(number, 0, false);
    judge(number, judgement("none", Map.of("customerAgrees", true), share("production", null, 100)));
    propose(number, Map.of());
    decide(number, SUPERVISOR, "approve");
    new RepairTrial(engine, clock).withdrawn(number);
    persons.submit(SPECIALIST, number, "userTask_settleRepair", "repairTalk", Map.of("way", "refused", "agreement", "Wants money back 要求退款"));

    inRegister(number, quality -> assertThat(quality.getStatus()).isEqualTo(QualityCase.Status.REFUSED));
    assertThat(ledger(number)).containsEntry("settlement", null).containsEntry("status", "ASSIGNED");
    assertThat(groups(number, "userTask_escalate")).containsExactly(MANAGER);
    assertEnded(number, "quality-complaint", "endEvent_refused");
  }

  @Test
  void recallTakesTheBatchBackAndTheCustomersOwnGoodsAreRefunded() {
    String number = confirmed(Map.of());
    sample(number, "B-17", false, "S-1");
    test(number, "S-1", "fail", "ours");
    analyse(number, true, true);
    giveOpinion(number, 5, false);
    judge(number, judgement("returned", Map.of("goodsValue", "300.00", "resold", true, "resalePrice", "120.00", "customerAgrees", true), share("production", null, 100)));
    assertThat(shown(number, SALES, "remedyName")).isEqualTo("Recall 召回");
    propose(number, Map.of("ownGoods", "return"));
    hear(number);
    assertThat(groups(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    decide(number, GENERAL_MANAGER, "approve");
    inRegister(number, quality -> {
      assertThat(quality.getStatus()).isEqualTo(QualityCase.Status.APPROVED);
      assertThat(quality.getRemedies()).isEqualTo("recall,return");
      assertThat(quality.getAmount()).isEqualByComparingTo("300.00");
      assertThat(quality.getLossAmount()).isEqualByComparingTo("180.00");
      assertThat(quality.getLossBasis()).isEqualTo("priceDifference");
      assertThat(quality.getResaleUntil()).isEqualTo(LocalDate.now(clock).plusMonths(1));
    });
    assertThat(jdbc.sql("select count(*) from complaint_remedy_items i join complaint_remedies r on r.id = i.remedy_id where r.case_number = ?").param(number)
        .query(Integer.class).single()).isEqualTo(2);
    assertThat(openTasks(number)).containsExactly("userTask_writeSlip");
  }

  @Test
  void sharesThatDoNotAddUpAndOtherContradictionsAreRefusedByName() {
    String number = confirmed(Map.of());
    assertThatThrownBy(() -> sample(number, "B-17", false, "S-1", "S-1")).hasMessageContaining("Samples 樣品: sample no. S-1 stands twice");
    sample(number, "B-17", false, "S-1");
    test(number, "S-1", "fail", "ours");
    analyse(number, false, false);
    giveOpinion(number, 0, false);
    assertThatThrownBy(() -> judge(number, judgement("none", Map.of(), share("production", null, 60), share("quality", null, 39.99))))
        .hasMessageContaining("Responsibility 責任歸屬: the shares add up to 99.99 %, not to 100 %");
    assertThatThrownBy(() -> judge(number, judgement("none", Map.of(), share("production", null, 50), share("production", null, 50))))
        .hasMessageContaining("Production 生產部 stands twice");
    assertThatThrownBy(() -> judge(number, judgement("returned", Map.of("goodsValue", "10.00", "resold", true, "resalePrice", "10.01"), share("production", null, 100))))
        .hasMessageContaining("Price of the re-sale 轉售金額: it is above the value of the goods");
    ResponseEntity<String> refused = http.withBasicAuth(SUPERVISOR, password).postForEntity("/engine-rest/task/{task}/submit-form", Map.of("variables",
        Map.of("judgement", Map.of("type", "Json", "value", text(judgement("none", Map.of(), share("sales", null, 101)))))), String.class, task(number, "userTask_judge").getId());
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(openTasks(number)).containsExactly("userTask_judge");
    inRegister(number, quality -> assertThat(quality.getShares()).isEmpty());
  }

  @Test
  void effectIsLookedAtInThreeBatchesUntilTheDefectStaysAway() {
    String number = closed();
    String effect = beside(number, "quality-complaint-effect");
    assertThat(effect).startsWith("QEF-");
    assertThat(corrections(number)).isEqualTo(1);
    assertThat(groups(effect, "userTask_confirmEffect")).containsExactly(QUALITY);
    assertThatThrownBy(() -> confirmEffect(effect, "effective", batch("B-17", false), batch("B-19", false), batch("B-20", false))).hasMessageContaining("B-17 is no other batch");
    assertThatThrownBy(() -> confirmEffect(effect, "effective", batch("B-18", true), batch("B-19", false), batch("B-20", false)))
        .hasMessageContaining("the defect came again, so it is not effective");
    confirmEffect(effect, "ineffective", batch("B-18", true), batch("B-19", false), batch("B-20", false));
    assertThat(corrections(number)).isEqualTo(2);
    assertThat(shown(effect, QUALITY, "effectHistory")).asString().startsWith("- B-18, 2026-12-01: same defect again 缺陷再現");
    assertThatThrownBy(() -> confirmEffect(effect, "effective", batch("B-20", false), batch("B-21", false), batch("B-22", false))).hasMessageContaining("B-20 is no other batch");
    confirmEffect(effect, "effective", batch("B-21", false), batch("B-22", false), batch("B-23", false));

    transaction.executeWithoutResult(status -> {
      EffectWatch watch = effects.findByProcessInstanceId(instance(effect, "quality-complaint-effect")).orElseThrow();
      assertThat(watch.getStatus()).isEqualTo(EffectWatch.Status.CLOSED);
      assertThat(watch.getRounds()).isEqualTo(2);
      assertThat(watch.getBatches()).extracting(EffectBatch::getRound, EffectBatch::getBatchNo, EffectBatch::isRecurred).containsExactly(tuple(1, "B-18", true),
          tuple(1, "B-19", false), tuple(1, "B-20", false), tuple(2, "B-21", false), tuple(2, "B-22", false), tuple(2, "B-23", false));
    });
    assertEnded(effect, "quality-complaint-effect", "endEvent_closed");
  }

  @Test
  void overdueComplaintRemindsTheHolderAndTheManagerOnce() {
    String number = confirmed(Map.of());
    Job overdue = managementService.createJobQuery().processInstanceId(instance(number, "quality-complaint")).timers().singleResult();
    assertThat(overdue.getDuedate().toInstant()).isEqualTo(quality(number).getReceivedAt().plus(Duration.ofDays(13)));
    managementService.executeJob(overdue.getId());

    assertThat(told(number, "quality-overdue")).containsExactlyInAnyOrder(QUALITY, MANAGER);
    inRegister(number, quality -> assertThat(quality.getRemindedAt()).isNotNull());
    assertThat(openTasks(number)).containsExactly("userTask_sample");
    assertThat(managementService.createJobQuery().processInstanceId(instance(number, "quality-complaint")).timers().count()).isZero();
  }

  @Test
  void overseasComplaintHasSixteenDaysAndFourForTheSamples() {
    ClockUtil.setCurrentTime(date("2031-09-15T10:00"));
    try {
      String number = asked(reception(Map.of("receivedAt", "2031-09-15T09:00+08:00")));
      assertDue(number, "userTask_confirm", "2031-09-16T10:00");
      confirm(number, Map.of("market", "overseas"));
      assertThat(managementService.createJobQuery().processInstanceId(instance(number, "quality-complaint")).timers().singleResult().getDuedate()).isEqualTo(date("2031-10-01T09:00"));
      assertDue(number, "userTask_sample", "2031-09-19T10:00");
      sample(number, "B-17", true, "S-1");
      assertDue(number, "userTask_test", "2031-09-18T10:00");
      String hold = beside(number, "quality-complaint-hold");
      assertDue(hold, "userTask_block", "2031-09-15T14:00");
      block(hold, 1);
      assertDue(hold, "userTask_decide", "2031-10-01T10:00");
      test(number, "S-1", "fail", "ours");
      assertDue(number, "userTask_cause", "2031-09-17T10:00");
      assertDue(number, "userTask_causeRdDepartment", "2031-09-17T10:00");
      dispose(hold, "rework");
      assertDue(hold, "userTask_carryOut", "2031-09-17T10:00");
      analyse(number, true, false);
      assertDue(number, "userTask_judgeQualityDepartment", "2031-09-16T10:00");
      giveOpinion(number, 0, true);
      assertDue(number, "userTask_judge", "2031-09-16T10:00");
      judge(number, judgement("none", Map.of(), share("production", null, 100)));
      assertDue(number, "userTask_propose", "2031-09-16T10:00");
      propose(number, Map.of("ownGoods", "exchange"));
      assertDue(number, "userTask_hearFinance", "2031-09-16T10:00");
      assertDue(number, "userTask_hearLegalCounsel", "2031-09-16T10:00");
      carryOut(hold, 1, 0);
      assertThat(theHold(hold).getStatus()).isEqualTo(BatchHold.Status.RELEASED);
      runtimeService.deleteProcessInstance(instance(number, "complaint-handling"), "test over");
    } finally {
      ClockUtil.reset();
      jdbc.sql("delete from notification_messages where created_at > '2031-01-01 00:00:00'").update();
    }
  }

  @Test
  void withdrawnComplaintLeavesItsBatchToItsOwnCase() {
    String number = confirmed(Map.of());
    sample(number, "B-17", true, "S-1");
    String hold = beside(number, "quality-complaint-hold");
    assertThat(tell(RECEIVER, number, "withdraw", Map.of("requestedBy", "customer", "reason", "Settled it 已自行解決"))).isEqualTo(HttpStatus.NO_CONTENT);
    inRegister(number, quality -> assertThat(quality.getStatus()).isEqualTo(QualityCase.Status.CANCELLED));
    assertThat(ledger(number)).containsEntry("status", "WITHDRAWN");
    block(hold, 7);
    dispose(hold, "release");
    carryOut(hold, 7, 0);
    assertThat(theHold(hold).getStatus()).isEqualTo(BatchHold.Status.RELEASED);
  }

  @Test
  void complaintIsNotWithdrawnOnceItsRemedyIsCarriedOut() {
    String number = approvedRework();
    assertThat(tell(RECEIVER, number, "withdraw", Map.of("requestedBy", "customer", "reason", "Too late 太遲"))).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(openTasks(number)).containsExactly("userTask_check");
    assertThat(ledger(number)).containsEntry("status", "SOLVED");
  }

  @Test
  void correctedFormsReachTheRegister() {
    String number = confirmed(Map.of());
    assertThat(correct(SUPERVISOR, number, "orderCheck", orderCheck(Map.of("market", "overseas")))).startsWith("204");
    inRegister(number, quality -> assertThat(quality.getMarket()).isEqualTo("overseas"));
    sample(number, "B-17", false, "S-1");
    assertThat(correct(SUPERVISOR, number, "orderCheck", orderCheck(Map.of()))).startsWith("400").contains("已據此取樣");
    assertThat(correct(GENERAL_MANAGER, number, "sampling", sampling("B-71", false, "S-9"))).startsWith("204");
    inRegister(number, quality -> {
      assertThat(quality.getSampledBatch()).isEqualTo("B-71");
      assertThat(quality.getSamples()).extracting(QualitySample::getSampleNo).containsExactly("S-9");
    });
    assertThat(correct(GENERAL_MANAGER, number, "sampling", sampling("B-71", true, "S-9"))).startsWith("400").contains("已通知倉管員");
    test(number, "S-9", "fail", "ours");
    assertThat(correct(GENERAL_MANAGER, number, "sampling", sampling("B-17", false, "S-1"))).startsWith("400").contains("樣品已檢驗");
    analyse(number, true, false);
    Map<String, Object> cause = causeAnalysis(true, false);
    cause.put("causeCategory", "material");
    assertThat(correct(GENERAL_MANAGER, number, "causeAnalysis", cause)).startsWith("204");
    inRegister(number, quality -> assertThat(quality.getCauseCategory()).isEqualTo("material"));
  }

  private String closed() {
    String number = approvedRework();
    new RepairTrial(engine, clock).repaired(number, Map.of("product", "Pump 泵"));
    return number;
  }

  private String approvedRework() {
    String number = confirmed(Map.of());
    sample(number, "B-17", false, "S-1");
    test(number, "S-1", "fail", "ours");
    analyse(number, true, false);
    giveOpinion(number, 0, false);
    judge(number, judgement("none", Map.of("customerAgrees", true), share("production", null, 100)));
    propose(number, Map.of());
    decide(number, SUPERVISOR, "approve");
    return number;
  }

  private Map<String, Object> reception(Map<String, ?> more) {
    Map<String, Object> reception = new HashMap<>(Map.of("customer", "Blue Lake Foods", "contact", "Ms Lin 林女士", "channel", "phone",
        "receivedAt", OffsetDateTime.now(clock).withNano(0).withSecond(0).toString(), "content", "Pump leaks 泵漏 " + UUID.randomUUID(), "complaintReason", "Leaks oil 漏油",
        "demands", List.of("rework"), "customersConcerned", 1, "product", "Pump 泵 " + UUID.randomUUID().toString().substring(0, 8), "orderNo", "SO-1"));
    reception.putAll(more);
    return reception;
  }

  /** A quality complaint that stands at its first step. */
  private String asked(Map<String, Object> reception) {
    String number = persons.start(RECEIVER, "complaint-handling").getBusinessKey();
    persons.submit(RECEIVER, number, "userTask_receive", "reception", reception);
    persons.submit(SPECIALIST, number, "userTask_register", "registration", Map.of("nature", "complaint", "kind", "productQuality", "personsComplainedAbout", List.of(), "remarks", "",
        "quantity", 2, "shippedOn", "2026-11-02", "batchNo", "B-17"));
    persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("handler", SPECIALIST, "note", ""));
    persons.submit(SPECIALIST, number, "userTask_respond", "response", Map.of("outcome", "reached", "wishes", "A pump that is tight 不漏的泵", "contacts",
        List.of(Map.of("time", OffsetDateTime.now(clock).withNano(0).withSecond(0).toString(), "way", "phone", "answered", true, "content", "Call 電話", "reaction", "Calm 平和"))));
    return number;
  }

  private String confirmed(Map<String, ?> more) {
    String number = asked(reception(Map.of()));
    confirm(number, more);
    return number;
  }

  private void confirm(String number, Map<String, ?> more) {
    persons.submit(SPECIALIST, number, "userTask_confirm", "orderCheck", orderCheck(more));
  }

  private static Map<String, Object> orderCheck(Map<String, ?> more) {
    Map<String, Object> check = new HashMap<>(Map.of("market", "domestic", "checkedOn", "2026-11-24", "records", "As said 與所述一致", "damagesClaimed", false, "pretext", false));
    check.putAll(more);
    return check;
  }

  private void sample(String number, String batch, boolean held, String... samples) {
    persons.submit(QUALITY, number, "userTask_sample", "sampling", sampling(batch, held, samples));
  }

  private static Map<String, Object> sampling(String batch, boolean held, String... samples) {
    return Map.of("takenOn", "2026-11-24", "place", "site", "sampledBatch", batch, "batchHeld", held, "observations", "Oil on the floor 地面有油",
        "samples", Arrays.stream(samples).map(sample -> Map.of("sampleNo", sample, "pieces", 1)).toList());
  }

  private void test(String number, String sample, String result, String fault) {
    persons.submit(QUALITY, number, "userTask_test", "testing", testing(sample, result, fault));
  }

  private void testOutside(String number, String sample, String result, String fault) {
    Map<String, Object> testing = testing(sample, result, fault);
    testing.putAll(Map.of("laboratory", "SGS 通標", "reportNo", "R-77"));
    persons.submit(QUALITY, number, "userTask_test", "testing", testing);
  }

  private static Map<String, Object> testing(String sample, String result, String fault) {
    Map<String, Object> testing = new HashMap<>(Map.of("sample", sample, "testedOn", "2026-11-25", "testResult", result, "findings", "Pressure test 壓力測試"));
    if (fault != null) {
      testing.put("fault", fault);
    }
    return testing;
  }

  private void explain(String number, String reply) {
    persons.submit(SUPERVISOR, number, "userTask_unjustified", "explanation",
        Map.of("toldOn", "2026-11-26", "way", "phone", "words", "The test says 檢驗結論如下", "reply", reply, "evidenceKept", "Cabinet 3 三號櫃"));
  }

  private void analyse(String number, boolean repairable, boolean usable) {
    persons.submit(PRODUCTION, number, "userTask_cause", "causeAnalysis", causeAnalysis(repairable, usable));
    persons.submit(RD, number, "userTask_causeRdDepartment", "designAnalysis", Map.of("designRelated", "yes", "statement", "Gasket too thin 墊圈過薄", "designMeasure", "Thicker gasket 加厚墊圈"));
  }

  private static Map<String, Object> causeAnalysis(boolean repairable, boolean usable) {
    return new HashMap<>(Map.of("cause", "Gasket left out 漏裝墊圈", "causeCategory", "making", "repairable", repairable, "usable", usable,
        "measures", List.of(Map.of("measure", "Check gaskets 檢查墊圈", "owner", "Line 2 二線", "date", "2026-12-31"))));
  }

  private void giveOpinion(String number, double defectRate, boolean danger) {
    persons.submit(QUALITY, number, "userTask_judgeQualityDepartment", "qualityOpinion", Map.of("defectRate", defectRate, "danger", danger, "opinion", "Line 2 二線責任"));
  }

  @SafeVarargs
  private static Map<String, Object> judgement(String treatment, Map<String, ?> more, Map<String, Object>... shares) {
    Map<String, Object> judgement = new HashMap<>(Map.of("goodsValue", "1000.00", "stock", 0, "customerAgrees", false, "treatment", treatment, "otherLoss", "0.00",
        "shares", List.of(shares), "reasons", "Gasket left out on line 2 二線漏裝"));
    if (treatment.equals("returned")) {
      judgement.put("resold", false);
    }
    judgement.putAll(more);
    return judgement;
  }

  private static Map<String, Object> share(String department, String person, double share) {
    Map<String, Object> row = new HashMap<>(Map.of("department", department, "share", share));
    if (person != null) {
      row.put("person", person);
    }
    return row;
  }

  private void judge(String number, Map<String, Object> judgement) {
    persons.submit(SUPERVISOR, number, "userTask_judge", "judgement", judgement);
  }

  private void propose(String number, Map<String, ?> more) {
    persons.submit(SALES, number, "userTask_propose", "salesProposal", proposal(more));
  }

  private static Map<String, Object> proposal(Map<String, ?> more) {
    Map<String, Object> proposal = new HashMap<>(Map.of("salesOpinion", "Keep the customer 留住客戶", "basis", "By contract 按合同"));
    proposal.putAll(more);
    return proposal;
  }

  private void hear(String number) {
    persons.submit("finance-manager", number, "userTask_hearFinance", "financeHearing", Map.of("financeOpinion", "No objection 無異議"));
    persons.submit("legal-counsel", number, "userTask_hearLegalCounsel", "legalHearing", Map.of("legalOpinion", "No objection 無異議"));
  }

  private void decide(String number, String approver, String decision) {
    persons.submit(approver, number, "userTask_decide", "approval", decision.equals("approve") ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "See reason 見理由"));
  }

  private void block(String hold, int pieces) {
    persons.submit(KEEPER, hold, "userTask_block", "blocking", Map.of("quantityFound", pieces, "place", "Shelf 4 四號架", "blockedOn", "2026-11-24", "note", ""));
  }

  private void dispose(String hold, String disposal) {
    persons.submit(QUALITY, hold, "userTask_decide", "disposition", Map.of("disposal", disposal, "reason", "By the test 依檢驗結論"));
  }

  private void carryOut(String hold, int released, int scrapped) {
    persons.submit(KEEPER, hold, "userTask_carryOut", "execution", Map.of("released", released, "scrapped", scrapped, "doneOn", "2026-11-30", "note", ""));
  }

  private static Map<String, Object> batch(String number, boolean recurred) {
    return Map.of("batch", number, "checkedOn", "2026-12-01", "recurred", recurred);
  }

  @SafeVarargs
  private void confirmEffect(String effect, String verdict, Map<String, Object>... batches) {
    persons.submit(QUALITY, effect, "userTask_confirmEffect", "effect", Map.of("effectCheck", verdict, "batches", List.of(batches), "remarks", "Looked at 已檢查"));
  }

  /** The number of the case that was started beside. */
  private String beside(String number, String process) {
    return runtimeService.createProcessInstanceQuery().processDefinitionKey(process).variableValueEquals("sourceCase", number).singleResult().getBusinessKey();
  }

  private long corrections(String number) {
    return runtimeService.createProcessInstanceQuery().processDefinitionKey("complaint-corrective-action").variableValueEquals("sourceCase", number)
        .variableValueEquals("responsibleDepartment", PRODUCTION).count();
  }

  private String instance(String number, String process) {
    return historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey(process).singleResult().getId();
  }

  private QualityCase quality(String number) {
    return register.findFirstByCaseNumberOrderByIdDesc(number).orElseThrow();
  }

  private BatchHold theHold(String hold) {
    return holds.findByProcessInstanceId(instance(hold, "quality-complaint-hold")).orElseThrow();
  }

  private void inRegister(String number, Consumer<QualityCase> assertion) {
    transaction.executeWithoutResult(status -> assertion.accept(quality(number)));
  }

  private Map<String, Object> ledger(String number) {
    return jdbc.sql("select status, severity, founded, cause_category, liable_department, remedies, settlement from complaint_cases where case_number = ?").param(number).query().singleRow();
  }

  private long alerts(String number) {
    return told(number, "complaint-alert").size();
  }

  private List<String> told(String number, String template) {
    return jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = ?").param(number).param(template).query(String.class).list();
  }

  private Object shown(String number, String user, String variable) {
    Task task = taskService.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    return persons.as(user, () -> taskService.getVariable(task.getId(), variable));
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private List<String> openTasks(String number) {
    return new ArrayList<>(taskService.createTaskQuery().processInstanceBusinessKey(number).list().stream().map(Task::getTaskDefinitionKey).toList());
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void attach(String user, String number, String step, String kind) {
    Task task = task(number, step);
    taskService.setAssignee(task.getId(), null);
    assertThat(files.upload(user, task, kind + ".pdf", AttachmentTrial.PDF, kind).statusCode()).isEqualTo(200);
  }

  private HttpStatusCode tell(String user, String number, String message, Map<String, ?> data) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/{message}", data, String.class, number, message).getStatusCode();
  }

  private String correct(String user, String number, String root, Map<String, ?> data) {
    ResponseEntity<String> answer = http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/corrections",
        Map.of("root", root, "reason", "Typing error 筆誤", "data", data), String.class, number);
    return answer.getStatusCode().value() + (answer.getBody() == null ? "" : " " + answer.getBody());
  }

  private void assertDue(String number, String step, String expected) {
    assertThat(task(number, step).getDueDate().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDateTime()).as("due date of " + step).hasToString(expected);
  }

  private void assertEnded(String number, String process, String end) {
    String instance = instance(number, process);
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceId(instance).finished().count()).isEqualTo(1);
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(end).count()).isEqualTo(1);
  }

  private String text(Object value) {
    return persons.form("any", Map.of("value", value)).getValueTyped("any").getValue().toString().replaceFirst("^\\{\"value\":", "").replaceFirst("}$", "");
  }

  private static Date date(String time) {
    return Date.from(LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
  }
}
