package dev.kefu.survey.agency;

import static dev.kefu.survey.agency.CommissionTrial.FINANCE;
import static dev.kefu.survey.agency.CommissionTrial.MANAGER;
import static dev.kefu.survey.agency.CommissionTrial.SPECIALIST;
import static dev.kefu.survey.agency.CommissionTrial.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class CommissionedSurveyProcessTest {

  private static final String GENERAL_MANAGER = "general-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private CommissionRepository register;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private Persons persons;
  private CommissionTrial trial;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    trial = new CommissionTrial(engine, clock, http, password);
  }

  @AfterEach
  void tidy() {
    ClockUtil.reset();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("commissioned-survey", "commissioned-survey-work");
  }

  @Test
  void bestOfThreeOffersIsCommissionedPaidInTwoPartsAndRated() {
    String number = trial.start();
    Task brief = task(number, "userTask_brief");
    assertThat(groups(brief)).containsExactly(SUPERVISOR);
    assertThat(taskService.getVariable(brief.getId(), "briefing").toString()).contains("What tea people like", "400", "\"graceDays\":10");
    trial.brief(number);
    assertThat(mails(number, "agency-invitation")).containsExactlyInAnyOrder("a@agency.example", "b@agency.example", "c@agency.example");
    assertThat(trial.offers(number, trial.offer("A", "40000.00"))).startsWith("204");
    assertThat(trial.offers(number, trial.offer("A", "50000.00"))).as("a later offer takes the place of the earlier one").startsWith("204");
    assertThat(trial.offers(number, trial.offer("B", "40000.00"))).startsWith("204");
    assertThat(task(number, "userTask_score")).as("somebody has not answered").isNull();
    assertThat(runtimeService.getVariables(runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).singleResult().getId())).as("the next answer's form shows no other one").doesNotContainKey("offering");
    assertThat(trial.offers(number, trial.offer("C", "50000.00"))).startsWith("204");
    assertThat((String) taskService.getVariable(task(number, "userTask_score").getId(), "offersFacts")).contains(trial.agency("A"), "50,000.00 元", "Interviews at home");
    trial.score(number, List.of(trial.line("A", true, 90), trial.line("B", true, 80), trial.line("C", true, 50)));

    assertThat(groups(task(number, "userTask_decide"))).containsExactly(MANAGER);
    assertThat(facts(number)).contains(trial.agency("A"), "total 總分 87.50", "total 總分 85.00", "total 總分 57.50", "Highest total");
    trial.decide(MANAGER, number, "approve");
    assertThat(held(number)).isEqualByComparingTo("15000.00");
    assertThat((String) taskService.getVariable(task(number, "userTask_carryOut").getId(), "todo")).contains("30 %", "15,000.00 元");
    trial.contract(number, "done");
    assertThatThrownBy(() -> trial.pay(number, "userTask_prepay", "prepayment", "14999.99")).hasMessageContaining("15000");
    trial.pay(number, "userTask_prepay", "prepayment", "15000.00");
    assertThat(held(number)).as("what was reserved is paid").isZero();

    trial.status(number, 60, null);
    assertThat(mails(number, "agency-urge")).isEmpty();
    assertThat((String) taskService.getVariable(task(number, "userTask_monitor").getId(), "commissionFacts")).contains("60 %", "Phoned them");
    trial.status(number, 100, trial.today());
    trial.check(number, trial.checked(95, 5, true, "0.00"));
    assertThat(persons.taskSeenBy(FINANCE, number, "userTask_finalPay")).isNotNull();
    trial.pay(number, "userTask_finalPay", "payment", "35000.00");
    trial.rate(number, 80);

    Commission commission = commission(number);
    assertThat(commission.getStatus()).isEqualTo(Commission.Status.ACCEPTED);
    assertThat(commission.getStanding()).isEqualTo("keep");
    assertThat(commission.getWeeks()).hasSize(2);
    assertThat(paid(number)).containsExactly(new BigDecimal("15000.00"), new BigDecimal("35000.00"));
    assertEnded(number, "endEvent_accepted");
    assertThat(handedBack(number)).containsExactly("accepted", trial.agency("A"), "50000.00");
    assertThat(new String(http.withBasicAuth(MANAGER, password).getForEntity("/api/cases/{number}/documents/survey-agency-form.pdf", byte[].class, number).getBody(), 0, 5, StandardCharsets.ISO_8859_1))
        .startsWith("%PDF");
    JsonNode report = http.withBasicAuth(MANAGER, password).getForObject("/api/reports/agency-rating-report?period={year}&grouping=agency", JsonNode.class, trial.today().getYear());
    JsonNode line = StreamSupport.stream(report.path("lines").spliterator(), false).filter(one -> trial.agency("A").equals(one.path("label").asText())).findFirst().orElseThrow();
    assertThat(line.path("values").path("rating").asDouble()).isEqualTo(80);
    assertThat(line.path("values").path("fees").asDouble()).isEqualTo(50000);
  }

  @Test
  void lateReportCostsOnePerCentADayAndTheAgencyIsUrged() {
    String number = trial.underWay();
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(34, ChronoUnit.DAYS)));
    trial.status(number, 80, null);
    assertThat(mails(number, "agency-urge")).containsExactly("a@agency.example");
    assertThatThrownBy(() -> trial.status(number, 100, trial.today().plusDays(1))).hasMessageContaining("不得晚於今天");
    trial.status(number, 100, trial.today());
    assertThat(taskService.getVariable(task(number, "userTask_check").getId(), "checking").toString()).contains("1600.00");
    assertThatThrownBy(() -> trial.check(number, trial.checked(95, 5, true, "8000.01"))).hasMessageContaining("8000");
    assertThatThrownBy(() -> trial.check(number, trial.checked(95, 5, true, "800.00"))).hasMessageContaining("須說明理由");
    Map<String, Object> milder = trial.checked(95, 5, true, "800.00");
    milder.put("penaltyReason", "Two days were ours 兩日為我方原因");
    trial.check(number, milder);
    trial.pay(number, "userTask_finalPay", "payment", "27200.00");
    trial.rate(number, 79);
    assertThat(commission(number)).satisfies(commission -> {
      assertThat(commission.getDaysLate()).isEqualTo(4);
      assertThat(commission.getPenalty()).isEqualByComparingTo("800.00");
      assertThat(commission.getStanding()).isEqualTo("watch");
    });
  }

  @Test
  void penaltyEndsAtTwentyPerCent() {
    String number = trial.underWay();
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(90, ChronoUnit.DAYS)));
    trial.status(number, 100, trial.today());
    assertThat(taskService.getVariable(task(number, "userTask_check").getId(), "checking").toString()).contains("8000.00");
  }

  @Test
  void reportIsCorrectedOnceWithinTheGrace() {
    String number = trial.toCorrect();
    assertThat(mails(number, "agency-correction")).containsExactly("a@agency.example");
    assertThat(trial.tell(SPECIALIST, number, "survey.reportCorrected", Map.of("receivedOn", trial.today().plusDays(2).toString(), "what", "More answers 補充樣本"))).startsWith("400").contains("不得晚於今天");
    assertThat(trial.tell(SPECIALIST, number, "survey.reportCorrected", Map.of("receivedOn", trial.today().toString(), "what", "More answers 補充樣本"))).startsWith("204");
    trial.check(number, trial.checked(96, 2, true, "0.00"));
    trial.pay(number, "userTask_finalPay", "payment", "28000.00");
    trial.rate(number, 59);
    assertThat(commission(number).getStanding()).isEqualTo("drop");
    assertThat(commission(number).getFailures()).isEqualTo(1);
    String next = trial.start();
    assertThatThrownBy(() -> trial.brief(next)).hasMessageContaining("已淘汰").hasMessageContaining(trial.agency("A"));
  }

  @Test
  void secondFailureEndsTheCommissionAndTheFirstPartIsClaimedBack() {
    String number = trial.toCorrect();
    trial.tell(SUPERVISOR, number, "survey.reportCorrected", Map.of("receivedOn", trial.today().toString(), "what", "More answers 補充樣本"));
    trial.check(number, trial.checked(96, 5.1, true, "0.00"));
    reclaim(number, "10000.00");
    assertThat(commission(number)).satisfies(commission -> {
      assertThat(commission.getStatus()).isEqualTo(Commission.Status.REJECTED);
      assertThat(commission.getRefunded()).isEqualByComparingTo("10000.00");
      assertThat(commission.getStanding()).isEqualTo("drop");
    });
    assertEnded(number, "endEvent_rejected");
    assertThat(handedBack(number)).startsWith("rejected");
  }

  @Test
  void silenceDuringTheGraceIsTheSecondFailure() {
    String number = trial.toCorrect();
    fire(number, "event_graceOver");
    assertThatThrownBy(() -> reclaim(number, "12000.01")).hasMessageContaining("12000");
    reclaim(number, "12000.00");
    assertThat(commission(number).getAcceptance()).isEqualTo("reject");
    assertThat(commission(number).getFailures()).isEqualTo(2);
    assertEnded(number, "endEvent_rejected");
  }

  @Test
  void moreThanFiftyThousandIsApprovedByTheGeneralManagerWhoMayReturnAndReject() {
    String number = trial.scored("50000.01");
    assertThat(groups(task(number, "userTask_decide"))).containsExactly(GENERAL_MANAGER);
    trial.decide(GENERAL_MANAGER, number, "return");
    Task score = task(number, "userTask_score");
    assertThat((String) taskService.getVariable(score.getId(), "returnNote")).contains("太貴");
    assertThat(taskService.getVariable(score.getId(), "scoring").toString()).as("marks given before").contains("90");
    trial.score(number, List.of(trial.line("A", true, 60), trial.line("B", true, 95), trial.line("C", true, 50)));
    assertThat(facts(number)).contains("Winner 中選機構: " + trial.agency("B"));
    trial.decide(GENERAL_MANAGER, number, "reject");
    assertThat(commission(number).getStatus()).isEqualTo(Commission.Status.REJECTED);
    assertEnded(number, "endEvent_rejectedByApprover");
    assertThat(handedBack(number)).startsWith("rejected");
  }

  @Test
  void fewerThanThreeValidOffersAreInvitedAgainOnceAndThenOneMayBeAwarded() {
    String number = trial.invited();
    trial.offers(number, trial.offer("A", "40000.00"));
    trial.offers(number, trial.offer("B", "30000.00"));
    trial.offers(number, trial.refusal("C"));
    trial.score(number, List.of(trial.line("A", true, 90), trial.line("B", false, 0)));
    assertThat(mails(number, "agency-invitation")).as("the one that declined is asked again").hasSize(4).filteredOn("c@agency.example"::equals).hasSize(2);
    trial.offers(number, trial.refusal("C"));
    assertThat(taskService.getVariable(task(number, "userTask_score").getId(), "scoring").toString()).contains(trial.agency("A"), trial.agency("B"));
    trial.score(number, List.of(trial.line("A", true, 90), trial.line("B", false, 0)));
    assertThat(facts(number)).contains("Direct award", "92.50");
  }

  @Test
  void nobodyEligibleInTwoRoundsCancelsTheCommission() {
    String number = trial.invited();
    fire(number, "event_offersClosed");
    assertThat(commission(number).getRoundNo()).isEqualTo(2);
    trial.offers(number, trial.offer("A", "40000.00"));
    fire(number, "event_offersClosed");
    trial.score(number, List.of(trial.line("A", true, 50)));
    assertThat(commission(number).getStatus()).isEqualTo(Commission.Status.CANCELLED);
    assertEnded(number, "endEvent_nobody");
    assertThat(handedBack(number)).startsWith("cancelled");
  }

  @Test
  void contractThatIsNotSignedCancelsTheCommissionAndFreesTheBudget() {
    String number = trial.scored("40000.00");
    trial.decide(MANAGER, number, "approve");
    trial.contract(number, "notDone");
    assertThat(commission(number).getStatus()).isEqualTo(Commission.Status.CANCELLED);
    assertThat(held(number)).isZero();
    assertEnded(number, "endEvent_noContract");
  }

  @Test
  void commissionIsWithdrawnUntilTheFeeIsApproved() {
    String number = trial.invited();
    assertThat(trial.tell(SUPERVISOR, number, "withdraw", Map.of("reason", "No money 無預算了"))).startsWith("204");
    assertThat(commission(number).getStatus()).isEqualTo(Commission.Status.CANCELLED);
    String other = trial.scored("40000.00");
    trial.decide(MANAGER, other, "approve");
    assertThat(trial.tell(SUPERVISOR, other, "withdraw", Map.of("reason", "No money 無預算了"))).startsWith("409");
  }

  @Test
  void whatTheFormsCannotCheckIsRefusedInWords() {
    String number = trial.start();
    Map<String, Object> briefing = trial.briefing();
    briefing.put("dueDate", trial.today().minusDays(1).toString());
    assertThatThrownBy(() -> persons.submit(SUPERVISOR, number, "userTask_brief", "briefing", briefing)).hasMessageContaining("不得早於今天");
    briefing.put("dueDate", trial.today().plusDays(30).toString());
    Map<String, String> twice = Map.of("agency", trial.agency("A"), "contact", "Lin", "email", "a@agency.example");
    briefing.put("agencies", List.of(twice, twice, twice));
    assertThatThrownBy(() -> persons.submit(SUPERVISOR, number, "userTask_brief", "briefing", briefing)).hasMessageContaining("只填一行");
    trial.brief(number);
    assertThat(trial.offers(number, trial.offer("A", "80000.01"))).startsWith("400").contains("不得超過費用上限");
    List.of("A", "B", "C").forEach(letter -> trial.offers(number, trial.offer(letter, "40000.00")));
    assertThatThrownBy(() -> trial.score(number, List.of(trial.line("A", true, 90), trial.line("A", true, 90), trial.line("B", true, 90)))).hasMessageContaining("每家報價機構填一行");
  }

  @Test
  void nobodyApprovesOrPaysWhatHeScored() {
    String number = trial.scored("40000.00");
    engine.getIdentityService().createMembership(SUPERVISOR, MANAGER);
    try {
      assertThatThrownBy(() -> trial.decide(SUPERVISOR, number, "approve")).hasMessageContaining("names you as its drafter 編制人: somebody else must do \"Decide 審批\"");
    } finally {
      engine.getIdentityService().deleteMembership(SUPERVISOR, MANAGER);
    }
  }

  private void reclaim(String number, String amount) {
    persons.submit(FINANCE, number, "userTask_reclaim", "reclaiming", Map.of("refunded", amount, "refundedOn", trial.today().toString(), "remarks", ""));
  }

  private List<String> mails(String number, String template) {
    return jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = ? and recipient_kind = 'OUTSIDER'").params(number, template).query(String.class).list();
  }

  private BigDecimal held(String number) {
    return jdbc.sql("select coalesce(sum(amount), 0) from budget_reservations where case_number = ?").param(number).query(BigDecimal.class).single();
  }

  private List<BigDecimal> paid(String number) {
    return jdbc.sql("select amount from budget_bookings where case_number = ? and section_id = 'survey' and category = 'SURVEY' order by id").param(number).query(BigDecimal.class).list();
  }

  /** What the caller takes back. */
  private List<String> handedBack(String number) {
    String instance = historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("commissioned-survey").singleResult().getId();
    return List.of("commissionOutcome", "agencyName", "agencyFee").stream()
        .map(name -> (String) historyService.createHistoricVariableInstanceQuery().processInstanceId(instance).variableName(name).singleResult().getValue()).toList();
  }

  private void fire(String number, String event) {
    managementService.executeJob(managementService.createJobQuery().activityId(event).list().stream()
        .filter(job -> number.equals(runtimeService.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey())).findFirst().orElseThrow().getId());
  }

  private String facts(String number) {
    return (String) runtimeService.getVariable(task(number, "userTask_decide").getExecutionId(), "facts");
  }

  private Commission commission(String number) {
    return register.findFirstByCaseNumberOrderByIdDesc(number).orElseThrow();
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private List<String> groups(Task task) {
    return taskService.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().activityId(endEvent).list().stream()
        .map(activity -> historyService.createHistoricProcessInstanceQuery().processInstanceId(activity.getProcessInstanceId()).singleResult().getBusinessKey())).contains(number);
  }
}
