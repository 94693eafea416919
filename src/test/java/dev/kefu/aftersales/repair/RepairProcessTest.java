package dev.kefu.aftersales.repair;

import static dev.kefu.aftersales.repair.RepairTrial.KEEPER;
import static dev.kefu.aftersales.repair.RepairTrial.OTHER;
import static dev.kefu.aftersales.repair.RepairTrial.SPECIALIST;
import static dev.kefu.aftersales.repair.RepairTrial.SUPERVISOR;
import static dev.kefu.aftersales.repair.RepairTrial.TECHNICIAN;
import static dev.kefu.aftersales.repair.RepairTrial.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.aftersales.UnitCard;
import dev.kefu.aftersales.units.UnitRegister;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every step and end of P55. */
@KefuIT
class RepairProcessTest {

  private static final String PUMP = "Pump 泵";

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private RepairOrderRepository register;
  @Autowired private UnitRegister units;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private TestRestTemplate http;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  private RepairTrial trial;
  private Persons persons;

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("repair", "repair-dispatch", "repair-diagnosis", "repair-work", "repair-handover");
  }

  @BeforeEach
  void prepare() {
    trial = new RepairTrial(engine, clock);
    persons = new Persons(engine);
  }

  @Test
  void unitInWarrantyIsRepairedFreeOfChargeAfterPartsThatCameLate() {
    UnitCard unit = unit(30, 365);
    String number = trial.start(Map.of("serialNumber", unit.serialNumber(), "urgency", "urgent"));
    assertThat(groups(number, "userTask_check")).containsExactly(SPECIALIST);
    trial.accepted(number, "hydraulic", Map.of());
    trial.diagnose(number, TECHNICIAN, false, 2, part(2, "40.00"));
    assertThat(groups(number, "userTask_parts")).containsExactly(KEEPER);
    assertThatThrownBy(() -> trial.submit(KEEPER, number, "userTask_parts", "partsSupply",
        Map.of("supply", "ordered", "orderNo", "PO-1", "expectedOn", trial.today().minusDays(1).toString()))).hasMessageContaining("Expected on 預計到貨");
    trial.submit(KEEPER, number, "userTask_parts", "partsSupply", Map.of("supply", "ordered", "orderNo", "PO-1", "expectedOn", trial.today().plusDays(7).toString()));
    assertThat(openSteps(number)).containsExactly("userTask_receiveParts");
    fire(number, "event_partsLate");
    assertThat(groups(number, "userTask_tellLate")).containsExactly(SPECIALIST);
    assertThatThrownBy(() -> tellLate(number, "notOffered")).hasMessageContaining("Loan unit 備用機");
    tellLate(number, "offered");
    trial.submit(KEEPER, number, "userTask_receiveParts", "partsReceipt", Map.of("receivedOn", trial.today().toString()));
    trial.fix(number, TECHNICIAN, 2, part(2, "40.00"));
    trial.test(number, "fail");
    trial.fix(number, TECHNICIAN, 3, part(2, "40.00"));
    trial.test(number, "pass");
    assertThat(openSteps(number)).containsExactly("userTask_handOver");
    assertThat(told(number)).contains("repair-ready");
    trial.handOver(number, TECHNICIAN);
    trial.report(number, TECHNICIAN);

    assertEnded(number, "endEvent_repaired", "repaired");
    inRegister(number, order -> {
      assertThat(order.getStatus()).isEqualTo(RepairOrder.Status.REPAIRED);
      assertThat(order.getWarrantyResult()).isEqualTo("free");
      assertThat(order.getTotalFee()).isEqualByComparingTo("0");
      assertThat(order.getFailedTests()).isEqualTo(1);
      assertThat(order.getTestedBy()).isEqualTo(SUPERVISOR);
      assertThat(order.getPartsReceivedOn()).isEqualTo(trial.today());
      assertThat(order.getLoan()).isEqualTo("offered");
      assertThat(order.getCustomerSign()).isEqualTo("Ms Lin 林女士");
      assertThat(order.getSignedAt()).isNotNull();
      assertThat(order.getParts()).filteredOn(RepairPart::isUsed).extracting(RepairPart::getPartNo, RepairPart::getQuantity, RepairPart::isOldReturned).containsExactly(tuple("S-1", 2, true));
      assertThat(units.find(PUMP, unit.serialNumber()).orElseThrow().prolongedDays()).isEqualTo(order.getProlongedDays());
    });
  }

  @Test
  void paidWorkOnSiteNeedsConsentAndANewOneWhenItGetsDearer() {
    UnitCard unit = unit(900, 365);
    String number = trial.start(Map.of("serialNumber", unit.serialNumber()));
    trial.check(number, "hydraulic", Map.of());
    assertThatThrownBy(() -> trial.arrange(number, "onSite", Map.of("promisedOn", trial.today().minusDays(1).toString()))).hasMessageContaining("Promised date 約定交貨日期");
    trial.arrange(number, "onSite", Map.of());
    assertThat(String.valueOf(variable(number, "technicianChoices"))).containsSubsequence("\"" + TECHNICIAN + "\"", "\"" + OTHER + "\"");
    assertThat(String.valueOf(variable(number, "proposalFacts"))).startsWith("1. ").contains("skill fits 技能相符", "goes to 負責區域 Minhang 閔行", "does not go to 非負責區域", "open jobs 在手");
    trial.dispatch(number, TECHNICIAN);
    trial.accept(number, TECHNICIAN);
    trial.submit(TECHNICIAN, number, "userTask_diagnose", "diagnosis", Map.of("presence", "absent", "slipNo", "SL-1", "newVisit", trial.now().plusDays(1).toString()));
    assertThat(openSteps(number)).isEmpty();
    fire(number, "event_newVisit");
    trial.diagnose(number, TECHNICIAN, true, 1, part(1, "40.00"));
    assertThat(openSteps(number)).isEmpty();
    assertThat(told(number)).contains("repair-estimate");
    // Labour 80, part 40, two visits of 50 and 5 km beyond 20 km at 2.
    inRegister(number, order -> assertThat(order.getEstimate()).isEqualByComparingTo("240.00"));
    assertThat(consent("finance-clerk", number, "yes")).isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
    assertThat(consent(TECHNICIAN, number, "yes")).isEqualTo(HttpStatus.NO_CONTENT);
    trial.submit(KEEPER, number, "userTask_parts", "partsSupply", Map.of("supply", "drawn"));
    assertThatThrownBy(() -> trial.fix(number, TECHNICIAN, 1.5, part(1, "40.00"))).hasMessageContaining("280.00 元 is more than the customer agreed to (264.00 元)");
    trial.fail(number, TECHNICIAN, "moreNeeded");
    trial.diagnose(number, TECHNICIAN, true, 1.25);
    // 220: within what was agreed, so nobody is asked.
    trial.fail(number, TECHNICIAN, "moreNeeded");
    trial.diagnose(number, TECHNICIAN, true, 4);
    assertThat(consent(SPECIALIST, number, "yes")).isEqualTo(HttpStatus.NO_CONTENT);
    trial.fix(number, TECHNICIAN, 4);
    trial.submit(TECHNICIAN, number, "userTask_testCustomer", "customerTest", Map.of("testedBy", "Ms Lin 林女士", "verdict", "pass", "findings", "Tight 不漏"));
    assertThat(groups(number, "userTask_collect")).containsExactlyInAnyOrder("finance-clerk", TECHNICIAN);
    trial.submit(TECHNICIAN, number, "userTask_collect", "collection", Map.of("way", "cash", "paidOn", trial.today().toString(), "receiptNo", "R-1"));
    fire(number, "event_notFetched");
    fire(number, "event_nextReminder");
    assertThat(told(number)).filteredOn("repair-unfetched"::equals).hasSize(2);
    trial.handOver(number, TECHNICIAN);
    assertThat(openJobs(number, "event_nextReminder")).isEmpty();
    trial.report(number, TECHNICIAN);

    assertEnded(number, "endEvent_repaired", "repaired");
    inRegister(number, order -> {
      assertThat(order.getWarrantyResult()).isEqualTo("paid");
      assertThat(order.getMissedVisits()).isEqualTo(1);
      assertThat(order.getAgreed()).isEqualByComparingTo("440.00");
      assertThat(order.getTotalFee()).isEqualByComparingTo("440.00");
      assertThat(order.getTravelFee()).isEqualByComparingTo("120.00");
      assertThat(order.getTestedBy()).isEqualTo("Ms Lin 林女士");
      assertThat(order.getCollectedBy()).isEqualTo(TECHNICIAN);
      assertThat(order.getReminders()).isEqualTo(2);
    });
  }

  @Test
  void whoDoesNotAgreeToTheFeeGetsTheUnitBack() {
    String number = paidEstimate();
    assertThat(consent(SUPERVISOR, number, "no")).isEqualTo(HttpStatus.NO_CONTENT);
    trial.handOver(number, TECHNICIAN);
    assertEnded(number, "endEvent_declined", "declined");
    inRegister(number, order -> {
      assertThat(order.getStatus()).isEqualTo(RepairOrder.Status.DECLINED);
      assertThat(order.getConsent()).isEqualTo("no");
      assertThat(order.getTotalFee()).isNull();
    });
  }

  @Test
  void silenceForFiveDaysIsANo() {
    String number = paidEstimate();
    fire(number, "event_silence");
    assertThat(openSteps(number)).containsExactly("userTask_handOver");
    trial.handOver(number, TECHNICIAN);
    assertEnded(number, "endEvent_declined", "declined");
    inRegister(number, order -> assertThat(order.getConsent()).isEqualTo("silent"));
  }

  @Test
  void theHandOverIsCorrectedAndWhatOthersActedOnIsNot() {
    String number = trial.start(Map.of("serialNumber", unit(30, 365).serialNumber()));
    trial.accepted(number, "hydraulic", Map.of());
    trial.diagnose(number, TECHNICIAN, false, 2);
    trial.fix(number, TECHNICIAN, 2);
    trial.test(number, "pass");
    trial.handOver(number, TECHNICIAN);

    ResponseEntity<String> refused = correct(number, "arrangement",
        Map.of("repairWay", "workshop", "promisedOn", trial.today().plusDays(9).toString(), "overrule", false, "receiptNo", "RC-1"));
    Map<String, Object> signed = Map.of("customerSign", "Mr Lin 林先生", "signedAt", trial.now().toString(), "serviceRating", "satisfied", "advice", "");
    ResponseEntity<String> followed = correct(number, "handOver", signed);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody()).contains("Others have acted on this form already");
    assertThat(followed.getStatusCode()).as(followed.getBody()).isEqualTo(HttpStatus.NO_CONTENT);
    inRegister(number, order -> assertThat(order.getCustomerSign()).isEqualTo("Mr Lin 林先生"));
  }

  private ResponseEntity<String> correct(String number, String root, Map<String, ?> data) {
    return http.withBasicAuth(SUPERVISOR, password).postForEntity("/api/cases/" + number + "/corrections", Map.of("root", root, "reason", "Misheard 聽錯", "data", data), String.class);
  }

  @Test
  void thirdRepairOfTheSameFaultInWarrantyIsAnExchange() {
    UnitCard unit = unit(30, 365);
    for (int i = 0; i < 2; i++) {
      trial.repaired(trial.start(Map.of("serialNumber", unit.serialNumber())), Map.of());
    }
    String number = trial.start(Map.of("serialNumber", unit.serialNumber()));
    assertThat(String.valueOf(variable(number, "unitFacts"))).contains(unit.serialNumber()).contains("repaired");
    trial.check(number, "hydraulic", Map.of());
    exchange(number, Map.of("reply", "refused", "refusalReason", "Wants another 另有要求"));
    assertEnded(number, "endEvent_exchangeRefused", "toExchange");
    inRegister(number, order -> assertThat(order.getStatus()).isEqualTo(RepairOrder.Status.TO_EXCHANGE));
  }

  @Test
  void whatNobodyCanRepairIsExchanged() {
    String number = trial.start(Map.of("serviceKind", "internal"));
    trial.accepted(number, "hydraulic", Map.of("serialNumber", "Sn-" + UUID.randomUUID()));
    trial.diagnose(number, TECHNICIAN, false, 1);
    trial.fix(number, TECHNICIAN, 1);
    trial.test(number, "fail");
    trial.fix(number, TECHNICIAN, 1);
    trial.test(number, "fail");
    support(number, true);
    trial.fail(number, TECHNICIAN, "cannot");
    support(number, false);
    exchange(number, Map.of("reply", "accepted", "shippedOn", trial.today().toString(), "waybillNo", "WB-5"));
    persons.submit(KEEPER, number, "userTask_pickUp", "pickUp", Map.of("reply", "accepted", "rows", List.of(Map.of("line", 1, "received", 1, "state", "defective")), "pickedUpOn",
        trial.today().toString()));
    assertEnded(number, "endEvent_toExchange", "toExchange");
    inRegister(number, order -> {
      assertThat(order.getPayer()).isEqualTo("internal");
      assertThat(order.getStatus()).isEqualTo(RepairOrder.Status.TO_EXCHANGE);
    });
  }

  @Test
  void technicianWhoNeedsHelpGetsItBeforeTheRepair() {
    UnitCard unit = unit(30, 365);
    String number = trial.start(Map.of("serialNumber", unit.serialNumber()));
    trial.accepted(number, "hydraulic", Map.of());
    trial.submit(TECHNICIAN, number, "userTask_diagnose", "diagnosis", Map.of("cause", "Unknown 不明", "causeCode", "other", "repairable", "help"));
    support(number, true);
    trial.fix(number, TECHNICIAN, 1);
    trial.test(number, "pass");
    trial.handOver(number, TECHNICIAN);
    trial.report(number, TECHNICIAN);
    assertEnded(number, "endEvent_repaired", "repaired");
    inRegister(number, order -> assertThat(order.getSupportSolution()).isNotBlank());
  }

  @Test
  void technicianWhoIsSilentOrRefusesIsFollowedByTheNextOne() {
    UnitCard unit = unit(30, 365);
    String number = trial.start(Map.of("serialNumber", unit.serialNumber()));
    trial.check(number, "hydraulic", Map.of());
    trial.arrange(number, "workshop", Map.of());
    trial.dispatch(number, TECHNICIAN);
    assertThat(task(number, "userTask_accept").getAssignee()).isEqualTo(TECHNICIAN);
    fire(number, "event_noReply");
    assertThat(task(number, "userTask_accept").getAssignee()).isEqualTo(OTHER);
    fire(number, "event_noReply");
    assertThat(String.valueOf(variable(number, "proposalFacts"))).contains("did not answer 未答覆");
    trial.dispatch(number, OTHER);
    trial.submit(OTHER, number, "userTask_accept", "acceptance", Map.of("answer", "refuse", "reason", "Ill 生病"));
    assertThat(String.valueOf(variable(number, "proposalFacts"))).contains("refused 不接: Ill 生病");
    trial.dispatch(number, TECHNICIAN);
    trial.accept(number, TECHNICIAN);
    assertThat(task(number, "userTask_diagnose").getAssignee()).isEqualTo(TECHNICIAN);
    inRegister(number, order -> assertThat(order.getAsks()).extracting(RepairAsk::getTechnician, RepairAsk::getAnswer)
        .containsExactly(tuple(TECHNICIAN, "silent"), tuple(OTHER, "silent"), tuple(OTHER, "refuse"), tuple(TECHNICIAN, "accept")));
  }

  @Test
  void overruledWarrantyNeedsASecondPerson() {
    UnitCard unit = unit(900, 365);
    String confirmed = overruled(unit);
    assertThat(groups(confirmed, "userTask_confirmPayer")).containsExactly(SUPERVISOR);
    trial.submit(SUPERVISOR, confirmed, "userTask_confirmPayer", "payerCheck", Map.of("decision", "confirm"));
    inRegister(confirmed, order -> {
      assertThat(order.getWarrantyResult()).isEqualTo("paid");
      assertThat(order.getPayer()).isEqualTo("free");
      assertThat(order.getOverruledBy()).isEqualTo(SPECIALIST);
      assertThat(order.getOverruleCheckedBy()).isEqualTo(SUPERVISOR);
      assertThat(order.getOverruleReason()).isEqualTo("Good customer 優質客戶");
    });
    String refused = overruled(unit);
    trial.submit(SUPERVISOR, refused, "userTask_confirmPayer", "payerCheck", Map.of("decision", "refuse", "reason", "Too old 超期過久"));
    inRegister(refused, order -> assertThat(order.getPayer()).isEqualTo("paid"));
  }

  @Test
  void serviceContractPaysItsShare() {
    UnitCard unit = unit(900, 365);
    units.contract(unit.id(), "SC-1", trial.today().plusDays(30), 25);
    String number = trial.start(Map.of("serialNumber", unit.serialNumber()));
    trial.accepted(number, "hydraulic", Map.of());
    trial.diagnose(number, TECHNICIAN, false, 2, part(1, "40.00"));
    inRegister(number, order -> {
      assertThat(order.getPayer()).isEqualTo("contract");
      assertThat(order.getEstimate()).isEqualByComparingTo("50.00");
    });
  }

  @Test
  void supervisorCallsWhenThePromisedDateIsMissed() {
    UnitCard unit = unit(30, 365);
    String number = trial.start(Map.of("serialNumber", unit.serialNumber()));
    trial.accepted(number, "hydraulic", Map.of());
    fire(number, "event_dateMissed");
    assertThat(groups(number, "userTask_callCustomer")).containsExactly(SUPERVISOR);
    trial.submit(SUPERVISOR, number, "userTask_callCustomer", "dateCall", Map.of("toldOn", trial.today().toString(), "newDate", trial.today().plusDays(9).toString(), "loan", "lent",
        "loanUnit", "L-7", "reaction", "Content 可以接受"));
    assertThat(openSteps(number)).containsExactly("userTask_diagnose");
    inRegister(number, order -> {
      assertThat(order.getNewPromise()).isEqualTo(trial.today().plusDays(9));
      assertThat(order.getLoanUnit()).isEqualTo("L-7");
    });
  }

  @Test
  void customerTakesTheUnitBackUntilATechnicianHasAccepted() {
    UnitCard unit = unit(30, 365);
    String early = trial.start(Map.of("serialNumber", unit.serialNumber()));
    assertThat(tell(SPECIALIST, early, "aftersales.repairWithdrawn", Map.of("reason", "Not needed 不需要"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertEnded(early, "endEvent_withdrawn", "withdrawn");
    inRegister(early, order -> assertThat(order.getStatus()).isEqualTo(RepairOrder.Status.WITHDRAWN));
    String late = trial.start(Map.of("serialNumber", unit.serialNumber()));
    trial.accepted(late, "hydraulic", Map.of());
    assertThat(tell(SPECIALIST, late, "aftersales.repairWithdrawn", Map.of("reason", "Not needed 不需要"))).isEqualTo(HttpStatus.CONFLICT);
  }

  private String overruled(UnitCard unit) {
    String number = trial.start(Map.of("serialNumber", unit.serialNumber()));
    trial.check(number, "hydraulic", Map.of());
    assertThatThrownBy(() -> trial.arrange(number, "workshop", Map.of("overrule", true, "newPayer", "paid", "overruleReason", "Good customer 優質客戶")))
        .hasMessageContaining("the rule says so anyway");
    trial.arrange(number, "workshop", Map.of("overrule", true, "newPayer", "free", "overruleReason", "Good customer 優質客戶"));
    return number;
  }

  private String paidEstimate() {
    UnitCard unit = unit(900, 365);
    String number = trial.start(Map.of("serialNumber", unit.serialNumber()));
    trial.accepted(number, "hydraulic", Map.of());
    trial.diagnose(number, TECHNICIAN, false, 1);
    return number;
  }

  private UnitCard unit(int soldDaysAgo, int warrantyDays) {
    return units.register(PUMP, "Sn-" + UUID.randomUUID(), "C000001", trial.today().minusDays(soldDaysAgo), warrantyDays, "INV-1");
  }

  private void tellLate(String number, String loan) {
    trial.submit(SPECIALIST, number, "userTask_tellLate", "lateNotice", Map.of("toldOn", trial.today().toString(), "newDate", trial.today().plusDays(9).toString(), "loan", loan));
  }

  /** Technical support answers from its knowledge base, or the specialist withdraws the ticket. */
  private void support(String number, boolean solved) {
    if (!solved) {
      assertThat(tell(SPECIALIST, number, "withdraw", Map.of("reason", "No remedy 無法解決"))).isEqualTo(HttpStatus.NO_CONTENT);
      return;
    }
    persons.submit(SPECIALIST, number, "userTask_ticket", "ticket", Map.of("productVersion", "2.0", "scene", "Always 一直", "errorMessage", "None 無", "environment", "Cellar 地下室", "impact", "minor",
        "problemKind", "known"));
    persons.submit(SPECIALIST, number, "userTask_kb", "knownAnswer", Map.of("answered", "yes", "solution", "Straighten the shaft 校軸"));
    assertThat(tell(SPECIALIST, number, "aftersales.solutionConfirmed", Map.of("confirmed", "yes"))).isEqualTo(HttpStatus.NO_CONTENT);
    persons.submit("technical-support-engineer", number, "userTask_close", "closing",
        Map.of("cause", "Bent 彎曲", "knowledgeArticle", "Bent shaft 軸彎曲", "solution", "Straighten the shaft 校軸"));
  }

  private void exchange(String number, Map<String, ?> answer) {
    persons.submit("complaint-specialist", number, "userTask_writeSlip", "slip", Map.of("orderNo", "SO-77", "invoiceNo", "INV-9", "returnCause", "quality", "rows",
        List.of(Map.of("kind", "exchange", "product", PUMP, "batch", "B7", "quantity", 1, "unitPrice", "100.00", "amount", "100.00"))));
    persons.submit("logistics-department", number, "userTask_exchange", "shipment", answer);
  }

  private HttpStatusCode consent(String user, String number, String answer) {
    return tell(user, number, "aftersales.consentAnswered", Map.of("answer", answer, "way", "phone", "givenBy", "Ms Lin 林女士"));
  }

  private HttpStatusCode tell(String user, String number, String message, Map<String, ?> data) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/{message}", data, String.class, number, message).getStatusCode();
  }

  private List<Job> openJobs(String number, String event) {
    return instances(number).stream().flatMap(id -> managementService.createJobQuery().processInstanceId(id).activityId(event).list().stream()).toList();
  }

  private void fire(String number, String event) {
    List<Job> jobs = openJobs(number, event);
    assertThat(jobs).as(event).hasSize(1);
    managementService.executeJob(jobs.get(0).getId());
  }

  private List<String> instances(String number) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream().map(instance -> instance.getId()).toList();
  }

  private Object variable(String number, String name) {
    return historyService.createHistoricVariableInstanceQuery().processInstanceIdIn(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
        .map(instance -> instance.getId()).toArray(String[]::new)).variableName(name).list().stream().map(HistoricVariableInstance::getValue).findFirst().orElseThrow();
  }

  private List<String> told(String number) {
    return jdbc.sql("select template from notification_messages where case_number = ?").param(number).query(String.class).list();
  }

  private void inRegister(String number, Consumer<RepairOrder> assertion) {
    transaction.executeWithoutResult(status -> assertion.accept(register.findByCaseNumberOrderById(number).get(0)));
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private List<String> openSteps(String number) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).list().stream().map(Task::getTaskDefinitionKey).toList();
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String end, String outcome) {
    String instance = historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("repair").singleResult().getId();
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceId(instance).finished().count()).as(openSteps(number).toString()).isEqualTo(1);
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(end).count()).isEqualTo(1);
    assertThat(historyService.createHistoricVariableInstanceQuery().processInstanceId(instance).variableName("outcome").singleResult().getValue()).isEqualTo(outcome);
  }
}
