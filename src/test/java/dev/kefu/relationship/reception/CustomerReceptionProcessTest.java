package dev.kefu.relationship.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.budget.Budgets;
import dev.kefu.governance.expense.ClaimTrial;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class CustomerReceptionProcessTest {

  private static final String SPECIALIST = "relationship-specialist";
  private static final String SUPERVISOR = "relationship-supervisor";
  private static final String MANAGER = "customer-service-manager";
  private static final String FINANCE = "finance-manager";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final String OFFICE = "office-administrator";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ReceptionRepository register;
  @Autowired private Customers customers;
  @Autowired private Budgets budgets;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  private final String name = "Received " + UUID.randomUUID();
  private Persons persons;
  private String customer;
  private Instant visit;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    customer = customers.register(new NewCustomer(name, null, "direct", "current", "022-6" + Math.abs(name.hashCode() % 10_000_000), null, "north", null, "call", true)).code();
    visit = clock.instant().plus(14, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
  }

  @AfterEach
  void tidy() {
    ClockUtil.reset();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("customer-reception");
  }

  @Test
  void visitorIsReceivedAndTheCostSettledWithinWhatWasApproved() {
    String number = applied("mutual", "600.00", false);
    assertThat(groups(number, "userTask_decide")).containsExactly(MANAGER);
    assertThat(facts(number)).contains(name, customer, "Customer visits us 客戶來訪", "Ordinary 低檔", "asked for 申請: Medium 中檔", "Partly by us 部分由本企業負責", "600.00 元", "Lin 林, Buyer 採購");
    decide(MANAGER, number, "approve");
    assertThat(groups(number, "userTask_decide")).containsExactly(FINANCE);
    decide(FINANCE, number, "approve");
    arrange(number, false);
    assertThat(groups(number, "userTask_receive")).containsExactly(SPECIALIST);
    assertThat(task(number, "userTask_receive").getDueDate()).isEqualTo(Date.from(visit));
    assertThatThrownBy(() -> receive(SPECIALIST, number)).hasMessageContaining("不得晚於現在");
    ClockUtil.setCurrentTime(Date.from(visit.plus(4, ChronoUnit.HOURS)));
    receive(SPECIALIST, number);
    new ClaimTrial(engine, persons, port, password, clock).settle(number, SPECIALIST, SUPERVISOR, "hospitality", "550.00");
    assertThatThrownBy(() -> record(number, "500.00")).hasMessageContaining("不得少於已付金額");
    record(number, "580.00");

    Reception reception = reception(number);
    assertThat(reception.getStatus()).isEqualTo(Reception.Status.COMPLETED);
    assertThat(reception.getPaidAmount()).isEqualByComparingTo("550.00");
    assertThat(reception.getActualCost()).isEqualByComparingTo("580.00");
    assertThat(reception.getBudget()).isEqualByComparingTo("600.00");
    assertThat(reception.getReceivedBy()).isEqualTo(SPECIALIST);
    assertThat(reception.getSatisfaction()).isEqualTo(5);
    assertThat(jdbc.sql("select satisfaction from information_customers where code = ?").param(customer).query(Integer.class).single()).isEqualTo(5);
    assertEnded(number, "endEvent_completed");
    assertThat(new String(http.withBasicAuth(MANAGER, password).getForEntity("/api/cases/{number}/documents/reception-request-form.pdf", byte[].class, number).getBody(), 0, 5,
        StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    JsonNode report = http.withBasicAuth(FINANCE, password).getForObject("/api/reports/reception-cost-report?period={month}&grouping=customer", JsonNode.class,
        visit.atZone(ZONE).toLocalDate().toString().substring(0, 7));
    JsonNode line = StreamSupport.stream(report.path("lines").spliterator(), false).filter(one -> name.equals(one.path("label").asText())).findFirst().orElseThrow();
    assertThat(line.path("values").path("difference").asDouble()).isEqualTo(-20);
  }

  @Test
  void guestOfDirectorRankIsReceivedByTheManagerAndMoreThanFiveThousandIsApprovedByTheGeneralManager() {
    String number = applied("agreement", "5000.01", true);
    assertThat(facts(number)).contains("High 高檔", "All by us 全部由本企業負責");
    decide(MANAGER, number, "approve");
    decide(FINANCE, number, "approve");
    assertThat(groups(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    decide(GENERAL_MANAGER, number, "approve");
    arrange(number, false);
    assertThat(groups(number, "userTask_receive")).containsExactly(MANAGER);
  }

  @Test
  void fiveThousandNeedNoGeneralManager() {
    String number = applied("agreement", "5000.00", false);
    decide(MANAGER, number, "approve");
    decide(FINANCE, number, "approve");
    assertThat(task(number, "userTask_arrange")).isNotNull();
  }

  @Test
  void guestWhoPaysLeavesNothingToSettle() {
    jdbc.sql("update information_customers set grade = 'B' where code = ?").param(customer).update();
    String number = persons.start(SPECIALIST, "customer-reception").getBusinessKey();
    Map<String, Object> request = request("other", "1.00", false);
    request.put("costItems", List.of());
    apply(number, request);
    approveAll(number);
    arrange(number, false);
    assertThat(groups(number, "userTask_receive")).containsExactly(SUPERVISOR);
    ClockUtil.setCurrentTime(Date.from(visit.plus(4, ChronoUnit.HOURS)));
    receive(SUPERVISOR, number);
    record(number, "0.00");
    assertThat(reception(number)).satisfies(reception -> {
      assertThat(reception.getStatus()).isEqualTo(Reception.Status.COMPLETED);
      assertThat(reception.getCostBearing()).isEqualTo("guestPays");
      assertThat(reception.getLevelFixed()).isEqualTo("medium");
      assertThat(reception.getPaidAmount()).isZero();
    });
  }

  @ParameterizedTest
  @CsvSource({"customer-service-manager, endEvent_rejected", "finance-manager, endEvent_rejectedByFinance", "general-manager, endEvent_rejectedByGeneralManager"})
  void eachApproverMayReturnAndReject(String approver, String end) {
    String number = applied("agreement", "9000.00", false);
    approveUpTo(number, approver);
    decide(approver, number, "return");
    assertThat((String) taskService.getVariable(task(number, "userTask_apply").getId(), "returnNote")).contains("太貴");
    apply(number, request("agreement", "8000.00", false));
    assertThat(reception(number).getBudget()).isEqualByComparingTo("8000.00");
    approveUpTo(number, approver);
    decide(approver, number, "reject");
    assertThat(reception(number).getStatus()).isEqualTo(Reception.Status.REJECTED);
    assertEnded(number, end);
  }

  @Test
  void noticeIsThreeWorkingDaysUnlessItWasApprovedByWordOfMouth() {
    String number = persons.start(SPECIALIST, "customer-reception").getBusinessKey();
    visit = clock.instant().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
    assertThatThrownBy(() -> apply(number, request("mutual", "100.00", false))).hasMessageContaining("三個工作日");
    Map<String, Object> unannounced = request("mutual", "100.00", false);
    unannounced.putAll(Map.of("unannounced", true, "oralApprovedBy", "Manager 經理", "oralApprovedAt", offset(clock.instant().minus(20, ChronoUnit.DAYS))));
    assertThatThrownBy(() -> apply(number, unannounced)).hasMessageContaining("兩個工作日");
    unannounced.put("oralApprovedAt", offset(clock.instant().plus(1, ChronoUnit.DAYS)));
    assertThatThrownBy(() -> apply(number, unannounced)).hasMessageContaining("不得晚於現在");
    unannounced.put("oralApprovedAt", offset(clock.instant().minus(1, ChronoUnit.HOURS)));
    apply(number, unannounced);
    assertThat(facts(number)).contains("口頭批準", "Manager 經理");
    assertThat(reception(number).isUnannounced()).isTrue();
  }

  @Test
  void budgetNamesEachItemOnce() {
    String number = persons.start(SPECIALIST, "customer-reception").getBusinessKey();
    Map<String, Object> request = request("mutual", "100.00", false);
    request.put("costItems", List.of());
    assertThatThrownBy(() -> apply(number, request)).hasMessageContaining("須填費用明細");
    request.put("costItems", List.of(Map.of("item", "meeting", "amount", "1.00"), Map.of("item", "meeting", "amount", "2.00")));
    assertThatThrownBy(() -> apply(number, request)).hasMessageContaining("只填一行");
  }

  @Test
  void customerWhoDoesNotComeEndsTheCase() {
    String number = applied("mutual", "100.00", false);
    approveAll(number);
    arrange(number, false);
    assertThat(tell(SPECIALIST, number, "relationship.receptionCancelled")).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(reception(number).getStatus()).isEqualTo(Reception.Status.CANCELLED);
    assertEnded(number, "endEvent_cancelled");
  }

  @Test
  void requestIsWithdrawnUntilTheFirstApproval() {
    String number = applied("mutual", "100.00", false);
    assertThat(tell(SPECIALIST, number, "withdraw")).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(reception(number).getStatus()).isEqualTo(Reception.Status.WITHDRAWN);
    String other = applied("mutual", "100.00", false);
    decide(MANAGER, other, "approve");
    assertThat(tell(SPECIALIST, other, "withdraw")).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void callerFillsInTheCustomer() {
    String number = runtimeService.startProcessInstanceByKey("customer-reception", Map.of("starter", SPECIALIST, "customerCode", customer)).getBusinessKey();
    assertThat(taskService.getVariable(task(number, "userTask_apply").getId(), "request").toString()).contains(customer);
  }

  @Test
  void mealIsRequestedWhileTheGuestsAreReceivedAndSettledBeforeTheReception() {
    String number = mealWanted();
    Task request = task(number, "userTask_request");
    assertThat(request.getAssignee()).isEqualTo(SPECIALIST);
    assertThat(taskService.getVariable(request.getId(), "request").toString()).contains(customer);
    assertThat(taskService.getVariable(request.getId(), "mealWish")).isEqualTo("Lunch for four 午餐四人");
    ClockUtil.setCurrentTime(Date.from(visit.plus(4, ChronoUnit.HOURS)));
    receive(SPECIALIST, number);
    assertThat(task(number, "userTask_record")).as("the meal is still open").isNull();
    Instant meal = visit.plus(30, ChronoUnit.DAYS);
    budgets.set(meal.atZone(ZONE).toLocalDate().toString().substring(0, 7), "relationship", new BigDecimal("1000.00"), "finance-manager");
    persons.submit(SPECIALIST, number, "userTask_request", "request", Map.of("customer", customer, "guests", List.of(Map.of("name", "Lin 林", "position", "Buyer 採購")), "reason", "Lunch 午餐",
        "mealTime", offset(meal), "occasion", "shareMeal", "host", SPECIALIST + "-2", "companionsList", List.of(), "restaurant", "canteen", "perHead", "50.00", "oralApproval", false));
    decide(SUPERVISOR, number, "reject");
    record(number, "0.00");
    assertEnded(number, "endEvent_completed");
  }

  @Test
  void mealEndsWithAReceptionThatIsCancelled() {
    String number = mealWanted();
    assertThat(tell(SPECIALIST, number, "relationship.receptionCancelled")).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertEnded(number, "endEvent_cancelled");
  }

  private String mealWanted() {
    String number = applied("other", "1.00", false);
    approveAll(number);
    arrange(number, true);
    return number;
  }

  private String applied(String grounds, String amount, boolean director) {
    String number = persons.start(SPECIALIST, "customer-reception").getBusinessKey();
    apply(number, request(grounds, amount, director));
    return number;
  }

  private void apply(String number, Map<String, Object> request) {
    persons.submit(SPECIALIST, number, "userTask_apply", "request", request);
  }

  private Map<String, Object> request(String grounds, String amount, boolean director) {
    return new HashMap<>(Map.of("customer", customer, "guests", List.of(Map.of("name", "Lin 林", "position", "Buyer 採購", "director", director)), "receptionTime", offset(visit), "purpose",
        List.of("customerVisit"), "level", "medium", "costBearing", grounds, "costItems", List.of(Map.of("item", "meeting", "amount", amount)), "unannounced", false));
  }

  private void approveAll(String number) {
    decide(MANAGER, number, "approve");
    decide(FINANCE, number, "approve");
  }

  private void approveUpTo(String number, String approver) {
    List<String> chain = List.of(MANAGER, FINANCE, GENERAL_MANAGER);
    chain.subList(0, chain.indexOf(approver)).forEach(earlier -> decide(earlier, number, "approve"));
  }

  private void decide(String person, String number, String decision) {
    persons.submit(person, number, "userTask_decide", "approval", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Too dear 太貴了"));
  }

  private void arrange(String number, boolean meal) {
    Map<String, Object> data = new HashMap<>(Map.of("arrangements", List.of(Map.of("kind", "car", "detail", "Airport, 9:00 機場接機")), "meal", meal));
    if (meal) {
      data.put("mealWish", "Lunch for four 午餐四人");
    }
    persons.submit(OFFICE, number, "userTask_arrange", "arranging", data);
  }

  private void receive(String person, String number) {
    persons.submit(person, number, "userTask_receive", "receiving", Map.of("receivedAt", offset(visit.plus(1, ChronoUnit.HOURS)), "actualPersons", 1, "questions", "", "satisfaction", "verySatisfied",
        "judgement", "Well led 管理良好"));
  }

  private void record(String number, String cost) {
    persons.submit(SPECIALIST, number, "userTask_record", "following", Map.of("actualCost", cost, "receptionRecord", "Went well 順利", "followUps",
        List.of(Map.of("kind", "Send minutes 寄紀要", "owner", SPECIALIST, "date", LocalDate.now(clock).toString()))));
  }

  private String facts(String number) {
    return (String) runtimeService.getVariable(task(number, "userTask_decide").getExecutionId(), "facts");
  }

  private String offset(Instant moment) {
    return moment.atZone(ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private Reception reception(String number) {
    List<Reception> found = register.findByCaseNumberOrderById(number);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private HttpStatus tell(String user, String number, String message) {
    return HttpStatus.valueOf(http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/{message}", Map.of("reason", "Not coming 不來了，改期"), String.class, number, message)
        .getStatusCode().value());
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().activityId(endEvent).list().stream()
        .map(activity -> historyService.createHistoricProcessInstanceQuery().processInstanceId(activity.getProcessInstanceId()).singleResult().getBusinessKey())).contains(number);
  }
}
