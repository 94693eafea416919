package dev.kefu.complaint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.complaint.ComplaintGraded;
import dev.kefu.complaint.SameComplaints.Matter;
import dev.kefu.complaint.analysis.ComplaintAnalysis.Status;
import dev.kefu.complaint.statistics.LedgerTrial;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** P63 as the persons work: February 2035 with ten complaints, six of making, three of transport, one of service; January with two of making. */
@KefuIT
class ComplaintAnalysisProcessTest {

  private static final String PREFIX = "CMP-2035-9";
  private static final String SPECIALIST = "complaint-specialist";
  private static final String SUPERVISOR = "complaint-supervisor";
  private static final String MANAGER = "customer-service-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private ManagementService managementService;
  @Autowired private ComplaintAnalysisRepository register;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  private Persons persons;
  private LedgerTrial ledger;

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("complaint-analysis", "complaint-analysis-schedule");
  }

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    ledger = new LedgerTrial(jdbc);
    clear();
    for (int i = 1; i <= 10; i++) {
      ledger.add(PREFIX + "0%04d".formatted(i), "2035-02-%02dT09:00".formatted(i), Map.of("product", i <= 7 ? "pump" : "valve", "kind", "productQuality",
          "cause_category", i <= 6 ? "making" : i <= 9 ? "storageTransport" : "service", "liable_department", i <= 6 ? "production" : "logistics", "satisfaction", i <= 5 ? 5 : 3));
    }
    ledger.add(PREFIX + "00011", "2035-01-10T09:00", Map.of("product", "pump", "cause_category", "making"));
    ledger.add(PREFIX + "00012", "2035-01-11T09:00", Map.of("product", "pump", "cause_category", "making"));
  }

  @AfterEach
  void tidy() {
    runtimeService.createProcessInstanceQuery().processDefinitionKey("complaint-analysis").list().forEach(one -> runtimeService.deleteProcessInstance(one.getId(), "test over"));
    clear();
    ClockUtil.reset();
  }

  private void clear() {
    jdbc.sql("delete from complaint_clusters").update();
    jdbc.sql("delete from complaint_analysis_periods").update();
    ledger.remove(PREFIX);
  }

  @Test
  void monthIsCountedAnalysedReviewedApprovedSentAndActedUpon() {
    String number = counted("month", "2035-02");
    ComplaintAnalysis counted = analysis(number);
    assertThat(counted.getTotal()).isEqualTo(10);
    assertThat(counted.getClosed()).isEqualTo(10);
    assertThat(counted.getOpen()).isZero();
    assertThat(counted.getSatisfactionRate()).isEqualByComparingTo("50.0");
    assertThat(figures(number, "kind")).containsExactly("Product quality 產品質量 10 100.0 null", "— Not given 未填 0 0.0 -100.0");
    assertThat(figures(number, "product")).containsExactly("pump 7 70.0 250.0", "valve 3 30.0 null");
    assertThat(figures(number, "cause")).containsExactly("Making 加工 6 60.0 200.0", "Storage, transport, loading 儲運 3 30.0 null", "Service 服務 1 10.0 null");
    assertThat(figures(number, "department")).startsWith("Production 生產部 6 60.0 null", "Logistics 物流儲運部 4 40.0 null");
    assertThat(figures(number, "region")).containsExactly("— Not given 未填 10 100.0 400.0");
    assertThat(focus(number)).containsExactly("making corrective", "storageTransport corrective", "service watch");
    String tables = variable(number, "tables");
    assertThat(tables).contains("| By cause 按原因 | Number 件數 | Share 佔比 | Change 增減 |", "| Making 加工 | 6 | 60.0 % | 200.0 % |");
    assertThat(variable(number, "mainCauses")).isEqualTo("Making 加工: 6, 60.0 % (cumulative 累計 60.0 %); Storage, transport, loading 儲運: 3, 30.0 % (cumulative 累計 90.0 %)");

    analyse(number);
    review(number, "return");
    assertThat(variable(number, "returnNote")).isEqualTo("Returned 退回: Say more of the cost 請補充成本");
    analyse(number);
    assertThat(analysis(number).getComplaintRate()).isEqualByComparingTo("2.5");
    review(number, "accept");
    assertThat(analysis(number).getProposals()).singleElement().satisfies(one -> assertThat(one.getProposal()).isEqualTo("Check each pump 逐台檢驗"));
    decide(number, "return");
    analyse(number);
    review(number, "accept");
    decide(number, "approve");

    assertThat(jdbc.sql("select count(*) from notification_messages where case_number = ? and template = 'complaint-analysis'").param(number)
        .query(Integer.class).single()).isEqualTo(1);
    // What happens in the ledger afterwards does not change what was presented.
    ledger.add(PREFIX + "00013", "2035-02-20T09:00", Map.of("product", "valve", "cause_category", "service"));
    assertThat(analysis(number).getTotal()).isEqualTo(10);

    assertThatThrownBy(() -> act(number, action("making", "correction", "production"), action("service", "training", "afterSales")))
        .hasStackTraceContaining("Actions 落實措施: a corrective action is obligatory for 下列原因必須啟動改善: Storage, transport, loading 儲運");
    assertThat(analysis(number).getStatus()).isEqualTo(Status.PRESENTED);
    act(number, action("making", "correction", "production"), action("storageTransport", "correction", "logistics"), action("service", "training", "afterSales"),
        action("service", "policy", "customerService"));

    ComplaintAnalysis ended = analysis(number);
    assertThat(ended.getStatus()).isEqualTo(Status.COMPLETED);
    assertThat(ended.getActions()).hasSize(4).allSatisfy(action -> assertThat(action.getOrderedAt()).isNotNull());
    assertThat(ended.getAnalysedBy()).isEqualTo(SPECIALIST);
    assertThat(ended.getReviewedBy()).isEqualTo(SUPERVISOR);
    assertThat(messages(number)).containsExactlyInAnyOrder("complaint.correctionOrdered", "complaint.correctionOrdered", "policy-need", "training-need");
    assertEnded(number, "endEvent_completed");
  }

  @Test
  void rejectedAnalysisEnds() {
    String number = counted("month", "2035-02");
    analyse(number);
    review(number, "accept");
    decide(number, "reject");
    assertThat(analysis(number).getStatus()).isEqualTo(Status.REJECTED);
    assertEnded(number, "endEvent_rejected");
  }

  @Test
  void supervisorWithdrawsUntilItIsApproved() {
    String number = counted("month", "2035-02");
    assertThat(withdraw(SPECIALIST, number).value()).isIn(403, 404);
    assertThat(withdraw(SUPERVISOR, number).value()).isEqualTo(204);
    assertThat(analysis(number).getStatus()).isEqualTo(Status.WITHDRAWN);
    assertEnded(number, "endEvent_withdrawn");

    String approved = counted("month", "2035-02");
    analyse(approved);
    review(approved, "accept");
    decide(approved, "approve");
    assertThat(withdraw(SUPERVISOR, approved).is4xxClientError()).isTrue();
  }

  @Test
  void monthWithoutComplaintsIsPresentedToo() {
    String number = counted("month", "2035-06");
    assertThat(analysis(number).getTotal()).isZero();
    assertThat(analysis(number).getCauses()).isEmpty();
    assertThat(variable(number, "numbers")).startsWith("Total 總數 0 · closed 結案 0 · open 未結 0").contains("In time 及時率 —");
    persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", Map.of("topCauses", List.of(Map.of("cause", "other", "count", 1, "cumulative", "100.0")),
        "analysis", "No complaints this month 本月無投訴"));
    assertThat(analysis(number).getComplaintRate()).isNull();
  }

  @Test
  void yearHasCausesThatItsLastMonthHasNot() {
    String number = counted("year", "2035");
    assertThat(analysis(number).getTotal()).isEqualTo(12);
    assertThat(analysis(number).getCauses()).extracting(Cause::getCause, Cause::getCases, Cause::getMonthCases)
        .containsExactly(tuple("making", 8, 0), tuple("storageTransport", 3, 0), tuple("service", 1, 0));
  }

  @Test
  void weekMonthAndYearBeginOnTheirDaysAndOnce() {
    jdbc.sql("insert into complaint_analysis_periods (period, started_at) values ('2034-12', '2035-01-04')").update();
    at("2035-01-08T08:00");
    timer();
    assertThat(started()).containsExactly("week 2035-W01");
    timer();
    assertThat(started()).hasSize(1);
    at("2035-01-09T08:00");
    timer();
    assertThat(started()).hasSize(1);
    at("2035-01-10T08:00");
    timer();
    assertThat(started()).containsExactlyInAnyOrder("week 2035-W01", "year 2034");

    // 1 March 2035 is a Thursday: the third working day is Monday, the 5th, on which the week is due too.
    at("2035-03-03T08:00");
    timer();
    assertThat(started()).hasSize(2);
    at("2035-03-05T08:00");
    timer();
    assertThat(started()).containsExactlyInAnyOrder("week 2035-W01", "year 2034", "month 2035-02", "week 2035-W09");
    at("2035-03-06T08:00");
    timer();
    assertThat(started()).hasSize(4);
  }

  @Test
  void twoNodesAtOnceStartAnAnalysisOnce() throws Exception {
    jdbc.sql("insert into complaint_analysis_periods (period, started_at) values ('2034-12', '2035-01-04')").update();
    at("2035-01-08T08:00");
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      for (Future<?> node : List.of(nodes.submit(() -> round(together)), nodes.submit(() -> round(together)))) {
        node.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(started()).containsExactly("week 2035-W01");
  }

  @Test
  void thirdSameComplaintInSevenDaysStartsAnAnalysisOnce() {
    clear();
    complaint(1, "2035-03-05T09:00", "Steam iron", "productQuality");
    complaint(2, "2035-03-08T09:00", "steam iron ", "productQuality");
    complaint(3, "2035-03-09T09:00", "Steam iron", "deliveryPacking");
    complaint(4, "2035-03-10T09:00", "Kettle", "productQuality");
    assertThat(started()).isEmpty();
    // Seven days and a minute after the first: with the second it makes two only.
    complaint(5, "2035-03-12T09:01", "Steam iron", "productQuality");
    assertThat(started()).isEmpty();
    complaint(6, "2035-03-12T10:00", "Steam iron", "productQuality");
    assertThat(started()).containsExactly("cluster 2035-03-06--2035-03-12");
    listed(6, "2035-03-12T10:00", "Steam iron", "productQuality");
    complaint(7, "2035-03-12T11:00", "Steam iron", "productQuality");
    assertThat(started()).hasSize(1);

    ProcessInstance instance = runtimeService.createProcessInstanceQuery().processDefinitionKey("complaint-analysis").singleResult();
    count(instance);
    ComplaintAnalysis analysis = register.findByProcessInstanceId(instance.getId()).orElseThrow();
    assertThat(analysis.getSubject()).isEqualTo("Steam iron · CMP-2035-900002, CMP-2035-900005, CMP-2035-900006");
    assertThat(analysis.getTotal()).isEqualTo(6);
    assertThat(variable(instance.getBusinessKey(), "periodShown"))
        .isEqualTo("Three same complaints in 7 days 七日內三宗相同投訴 · 2035-03-06 – 2035-03-12 · Steam iron · CMP-2035-900002, CMP-2035-900005, CMP-2035-900006");
  }

  @Test
  void specialistDoesNotReviewTheOwnAnalysis() {
    String number = counted("month", "2035-02");
    analyse(number);
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_review", "review", Map.of("decision", "accept"))).hasMessageContaining("open task userTask_review");
    assertThat(analysis(number).getStatus()).isEqualTo(Status.ANALYSED);
  }

  private void complaint(int index, String receivedAt, String product, String kind) {
    ledger.add(PREFIX + "0000" + index, receivedAt, Map.of("product", product, "kind", kind, "status", "GRADED"));
    listed(index, receivedAt, product, kind);
  }

  private void listed(int index, String receivedAt, String product, String kind) {
    String number = PREFIX + "0000" + index;
    transactions.executeWithoutResult(status -> events.publishEvent(new ComplaintGraded(number, new Matter(product, kind, null),
        LocalDateTime.parse(receivedAt).atZone(ZoneId.of("Asia/Shanghai")).toInstant())));
  }

  private Void round(CyclicBarrier together) throws Exception {
    together.await();
    runtimeService.startProcessInstanceByKey("complaint-analysis-schedule");
    return null;
  }

  private void timer() {
    managementService.executeJob(managementService.createJobQuery().processDefinitionKey("complaint-analysis-schedule").active().singleResult().getId());
  }

  private List<String> started() {
    return runtimeService.createProcessInstanceQuery().processDefinitionKey("complaint-analysis").list().stream()
        .map(one -> runtimeService.getVariable(one.getId(), "analysisOccasion") + " " + runtimeService.getVariable(one.getId(), "period")).toList();
  }

  private String counted(String occasion, String period) {
    ProcessInstance instance = runtimeService.startProcessInstanceByKey("complaint-analysis", Map.of("analysisOccasion", occasion, "period", period));
    assertThat(instance.getBusinessKey()).startsWith("COA-");
    count(instance);
    return instance.getBusinessKey();
  }

  private void count(ProcessInstance instance) {
    managementService.executeJob(managementService.createJobQuery().processInstanceId(instance.getId()).messages().singleResult().getId());
  }

  private void analyse(String number) {
    persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", Map.of("orders", 400, "topCauses", List.of(Map.of("cause", "making", "count", 6, "cumulative", "60.0"),
        Map.of("cause", "storageTransport", "count", 3, "cumulative", "90.0")), "analysis", "Making causes most of the cost 加工為主要原因"));
  }

  private void review(String number, String decision) {
    Map<String, Object> review = new HashMap<>(Map.of("decision", decision));
    if (decision.equals("return")) {
      review.put("decisionReason", "Say more of the cost 請補充成本");
    } else {
      review.put("proposals", List.of(Map.of("proposal", "Check each pump 逐台檢驗", "department", "production", "date", "2035-12-31")));
    }
    persons.submit(SUPERVISOR, number, "userTask_review", "review", review);
  }

  private void decide(String number, String decision) {
    persons.submit(MANAGER, number, "userTask_decide", "approval", decision.equals("approve") ? Map.of("decision", decision)
        : Map.of("decision", decision, "reason", "Not yet convincing 尚不充分"));
  }

  @SafeVarargs
  private void act(String number, Map<String, String>... actions) {
    persons.submit(SUPERVISOR, number, "userTask_act", "action", Map.of("actions", List.of(actions)));
  }

  private static Map<String, String> action(String cause, String measure, String department) {
    return Map.of("cause", cause, "measure", measure, "department", department, "what", "Do better next month 下月改善");
  }

  private HttpStatusCode withdraw(String person, String number) {
    return http.withBasicAuth(person, password).postForEntity("/api/cases/{number}/events/withdraw", Map.of("reason", "Opened by mistake 誤開"), String.class, number).getStatusCode();
  }

  private List<String> messages(String number) {
    return jdbc.sql("select subject_id from audit_entries where case_number = ? and subject_type = 'message' and action in ('send', 'sendToNobody')").param(number)
        .query(String.class).list();
  }

  private List<String> figures(String number, String grouping) {
    return jdbc.sql("select f.label, f.cases, f.share, f.growth from complaint_analysis_figures f join complaint_analyses a on a.id = f.analysis_id"
        + " where a.case_number = ? and f.grouping_id = ? order by f.position").params(number, grouping)
        .query((row, index) -> row.getString(1) + " " + row.getInt(2) + " " + plain(row.getBigDecimal(3)) + " " + plain(row.getBigDecimal(4))).list();
  }

  private static String plain(BigDecimal value) {
    return value == null ? "null" : value.toPlainString();
  }

  private List<String> focus(String number) {
    return jdbc.sql("select c.cause, c.focus from complaint_analysis_causes c join complaint_analyses a on a.id = c.analysis_id where a.case_number = ? order by c.position")
        .param(number).query((row, index) -> row.getString(1) + " " + row.getString(2)).list();
  }

  private ComplaintAnalysis analysis(String number) {
    return transactions.execute(status -> {
      ComplaintAnalysis found = register.findByProcessInstanceId(instance(number)).orElseThrow();
      found.getActions();
      found.getProposals();
      found.getCauses();
      return found;
    });
  }

  private String instance(String number) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("complaint-analysis").singleResult().getId();
  }

  private String variable(String number, String name) {
    return (String) runtimeService.getVariable(instance(number), name);
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance(number)).activityId(endEvent).count()).as(endEvent).isEqualTo(1);
    assertThat(runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
  }

  private static void at(String time) {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }
}
