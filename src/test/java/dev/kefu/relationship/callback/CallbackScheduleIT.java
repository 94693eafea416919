package dev.kefu.relationship.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.engine.CasesFromOutside;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds of October 2032, a year without statutory data. Whatever else is due at that time is started too and looked away from. */
@KefuIT
class CallbackScheduleIT {

  private static final String MONDAY = "2032-10-11T09:00";
  private static final LocalDate TODAY = LocalDate.parse("2032-10-11");
  private static final String SPECIALIST = "complaint-specialist";
  private static final String REVIEWER = "complaint-supervisor";

  @Autowired private ProcessEngine engine;
  @Autowired private CasesFromOutside cases;
  @Autowired private RuntimeService runtimeService;
  @Autowired private ManagementService managementService;
  @Autowired private HistoryService historyService;
  @Autowired private DueCallbacks dueCallbacks;
  @Autowired private CallbackRepository register;
  @Autowired private Customers customers;
  @Autowired private TransactionTemplate transactions;
  @Autowired private JdbcClient jdbc;
  @Autowired private JdbcTemplate batch;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private Persons persons;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    // What other classes and the demo left is no business of this class.
    jdbc.sql("update information_customers set last_contact_on = ?").param(TODAY.plusYears(1)).update();
    at(MONDAY);
  }

  @AfterEach
  void tidy() {
    runtimeService.createProcessInstanceQuery().processDefinitionKey("customer-callback").unlimitedList().stream()
        .filter(callback -> callback.getBusinessKey().startsWith("CBK-2032-") || callback.getBusinessKey().startsWith("CBK-2033-"))
        .forEach(callback -> runtimeService.deleteProcessInstance(callback.getId(), "test over"));
    jdbc.sql("delete from information_customers where name like ?").param("Mass " + unique + "%").update();
    jdbc.sql("update information_customers set last_contact_on = null").update();
    ClockUtil.reset();
  }

  @Test
  void factIsCalledBackOnceOnItsDay() {
    String customer = customer(1, "A", TODAY);
    dueCallbacks.note(customer, "complaint", "CMP-2032-000001", TODAY.minusDays(29));
    dueCallbacks.note(customer, "complaint", "CMP-2032-000001", TODAY.minusDays(29));
    round();
    assertThat(callbacks(customer)).isEmpty();

    at("2032-10-12T09:00");
    round();
    round();
    assertThat(callbacks(customer)).singleElement().satisfies(callback -> assertThat(callback.getReason()).isEqualTo("complaint"));

    end(callbacks(customer).get(0));
    at("2032-11-11T09:00");
    dueCallbacks.note(customer, "complaint", "CMP-2032-000001", TODAY.minusDays(29));
    round();
    assertThat(callbacks(customer)).filteredOn(callback -> callback.getReason().equals("complaint")).hasSize(1);
  }

  /** Through the real complaint procedure: settled at once, reported, reviewed, called back, closed. */
  @Test
  void customerOfAClosedComplaintIsCalledOnceMoreThirtyDaysLater() {
    String customer = customer(2, "D", TODAY);
    String complaint = complaint(customer);
    callBack(complaint);
    assertThat(statusOf(complaint)).isEqualTo("CLOSED");
    assertThat(callbacks(customer)).extracting(CallbackRecord::getCaseNumber).containsExactly(complaint);

    at("2032-11-09T09:00");
    round();
    assertThat(callbacks(customer)).hasSize(1);
    at("2032-11-10T09:00");
    round();
    round();
    assertThat(callbacks(customer)).hasSize(2);
    CallbackRecord second = callbacks(customer).get(1);
    assertThat(second.getReason()).isEqualTo("complaint");
    assertThat(second.getRole()).isEqualTo(SPECIALIST);
    assertThat(runtimeService.getVariable(second.getProcessInstanceId(), "callbackFacts")).isEqualTo("Complaint closed 投訴結案 · " + complaint + " · " + TODAY);
    end(second);
    at("2032-12-20T09:00");
    round();
    assertThat(callbacks(customer)).hasSize(2);
  }

  @Test
  void eachGradeHasItsCycle() {
    String[] grades = {"A", "B", "C", "D"};
    int[] days = {30, 60, 90, 180};
    for (int i = 0; i < grades.length; i++) {
      String due = customer(10 + i, grades[i], TODAY.minusDays(days[i]));
      String notYet = customer(20 + i, grades[i], TODAY.minusDays(days[i] - 1));
      round();
      assertThat(callbacks(due)).as("grade " + grades[i]).singleElement().satisfies(callback -> assertThat(callback.getReason()).isEqualTo("cycle"));
      assertThat(callbacks(notYet)).as("grade " + grades[i]).isEmpty();
    }
  }

  @Test
  void customerIsDueAgainWhenTheCycleIsOverWhetherReachedOrNot() {
    String reached = customer(30, "A", TODAY.minusDays(40));
    String unreached = customer(31, "A", TODAY.minusDays(40));
    round();
    customers.noteContact(reached, TODAY, 5);
    end(callbacks(reached).get(0));
    end(callbacks(unreached).get(0));

    at("2032-11-09T09:00");
    round();
    assertThat(callbacks(reached)).hasSize(1);
    assertThat(callbacks(unreached)).hasSize(1);
    at("2032-11-10T09:00");
    round();
    assertThat(callbacks(reached)).hasSize(2);
    assertThat(callbacks(unreached)).hasSize(2);
  }

  @Test
  void openCallbackKeepsTheRegularOneBack() {
    String customer = customer(40, "A", TODAY.minusDays(40));
    dueCallbacks.note(customer, "repair", "RPR-2032-000001", TODAY);
    round();
    assertThat(callbacks(customer)).singleElement().satisfies(callback -> assertThat(callback.getReason()).isEqualTo("repair"));
  }

  @Test
  void whoDidNotAgreeToBeContactedIsLeftOutOfTheRegularOnes() {
    String customer = customer(50, "A", TODAY.minusDays(400));
    jdbc.sql("update information_customers set consent_contact = false where code = ?").param(customer).update();
    round();
    assertThat(callbacks(customer)).isEmpty();
  }

  @Test
  void registrationCountsAsContact() {
    String customer = customer(60, "A", TODAY);
    jdbc.sql("update information_customers set last_contact_on = null where code = ?").param(customer).update();
    at("2032-11-09T09:00");
    round();
    assertThat(callbacks(customer)).isEmpty();
    at("2032-11-10T09:00");
    round();
    assertThat(callbacks(customer)).hasSize(1);
  }

  @Test
  void earlierContactDoesNotReplaceALaterOne() {
    String customer = customer(70, "A", TODAY);
    customers.noteContact(customer, TODAY.minusDays(1), 1);
    assertThat(jdbc.sql("select last_contact_on from information_customers where code = ?").param(customer).query(LocalDate.class).single()).isEqualTo(TODAY);
  }

  @Test
  void sameCallbackCannotBeNotedAsOpenedTwice() {
    CustomerCard card = customers.find(customer(80, "A", TODAY)).orElseThrow();
    DueCallback due = new DueCallback(card, "cycle", TODAY.toString(), TODAY, null);
    transactions.executeWithoutResult(status -> dueCallbacks.opened(due, "CBK-2032-900001"));
    assertThatThrownBy(() -> transactions.executeWithoutResult(status -> dueCallbacks.opened(due, "CBK-2032-900002"))).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void twoNodesAtOnceStartEachCallbackOnce() throws Exception {
    List<String> due = IntStream.range(0, 30).mapToObj(i -> customer(100 + i, "A", TODAY.minusDays(31))).toList();
    due.subList(0, 10).forEach(customer -> dueCallbacks.note(customer, "firstPurchase", "SO-" + customer, TODAY));
    CyclicBarrier together = new CyclicBarrier(2);
    try (Nodes nodes = new Nodes()) {
      List<Future<?>> rounds = List.of(nodes.threads.submit(() -> meetAndRound(together)), nodes.threads.submit(() -> meetAndRound(together)));
      for (Future<?> round : rounds) {
        round.get();
      }
    }
    assertThat(due).allSatisfy(customer -> assertThat(callbacks(customer)).hasSize(1));
  }

  /** Ten thousand customers, of whom 250 are due: three pages, and nothing in the case but the cursor. */
  @Test
  void tenThousandCustomersAreLookedThroughInPages() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(new Object[] {"M%06d".formatted(i), "Mass " + unique + " " + i, "mass " + unique + " " + i, "D", TODAY.minusDays(i % 40 == 0 ? 180 : 179)});
    }
    batch.batchUpdate("insert into information_customers (code, name, search_name, kind, state, phone, phone_digits, region, grade, key_account, consent_contact, source,"
        + " created_at, version, last_contact_on) values (?, ?, ?, 'direct', 'current', '0', '0', 'north', ?, false, true, 'call', '2026-01-01', 0, ?)", rows);
    long begun = System.nanoTime();
    ProcessInstance round = round();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(2));

    assertThat(jdbc.sql("select count(*) from relationship_callback_due where customer_code like 'M%' and source = ?").param(TODAY.toString()).query(Integer.class).single()).isEqualTo(250);
    assertThat(jdbc.sql("select count(distinct customer_code) from relationship_callbacks where customer_code like 'M%'").query(Integer.class).single()).isEqualTo(250);
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(round.getId()).activityId("serviceTask_startDue").list()).hasSizeBetween(11, 13);
    assertThat(historyService.createHistoricVariableInstanceQuery().processInstanceId(round.getId()).list())
        .allSatisfy(variable -> assertThat(String.valueOf(variable.getValue())).hasSizeLessThan(100));
    jdbc.sql("delete from relationship_callback_due where customer_code like 'M%'").update();
  }

  private String complaint(String customer) {
    String number = cases.start("complaint.received", Map.of("customer", customer, "channel", "phone", "receivedAt", MONDAY + "+08:00",
        "content", "The clerk was rude 職員態度不佳", "complaintReason", "Hung up 掛斷電話", "demands", List.of("explainApologise")),
        new CasesFromOutside.Sender("web-shop", null, "schedule-" + unique));
    persons.submit(SPECIALIST, number, "userTask_register", "registration", Map.of("nature", "complaint", "kind", "serviceAttitude", "settleAtOnce", true));
    persons.submit(SPECIALIST, number, "userTask_spot", "spot", Map.of("settledOnSpot", true, "settlement", "Apologised at once 已當場致歉"));
    persons.submit(SPECIALIST, number, "userTask_report", "report", Map.of("summary", "Apologised at once 已當場致歉", "investigationResult", "True 屬實",
        "responsibility", List.of(Map.of("department", "customerService", "share", 100)), "lossAmount", "0.00", "customerOpinion", "accepted", "remedy", List.of("apology"),
        "process", List.of(Map.of("time", MONDAY + "+08:00", "action", "Apologised 致歉", "by", "Specialist 專員")), "lessons", "Train the clerk 培訓職員"));
    persons.submit(REVIEWER, number, "userTask_review", "closingReview", Map.of("decision", "accept", "correctiveNeeded", false, "penaltyNeeded", false));
    return number;
  }

  private void callBack(String number) {
    persons.submit(SPECIALIST, number, "userTask_plan", "plan", Map.of("purpose", "complaint", "way", "phone", "questions", "Content now? 現在滿意嗎？"));
    persons.submit(SPECIALIST, number, "userTask_prepare", "appointment", Map.of("plannedAt", MONDAY + "+08:00", "calledBy", "myself"));
    persons.submit(SPECIALIST, number, "userTask_do", "call", Map.of("outcome", "reached", "useState", "Daily 每日使用", "problems", "none 無", "satisfaction", "satisfied",
        "needsChange", "none 無", "orderChange", 0));
    persons.submit(SPECIALIST, number, "userTask_report", "summary", Map.of("report", "The customer is content now. 客戶已滿意。", "materialReturned", true));
    persons.submit(REVIEWER, number, "userTask_review", "review", Map.of("decision", "accepted", "supervisorComment", "Seen 已閱"));
  }

  private String statusOf(String complaint) {
    return jdbc.sql("select status from complaint_cases where case_number = ?").param(complaint).query(String.class).single();
  }

  /** The threads of two nodes; closed with the test. */
  private static final class Nodes implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }

  private ProcessInstance meetAndRound(CyclicBarrier together) throws Exception {
    together.await();
    return round();
  }

  private ProcessInstance round() {
    ProcessInstance round = runtimeService.startProcessInstanceByKey("customer-callback-schedule");
    for (Job job = job(round); job != null; job = job(round)) {
      managementService.executeJob(job.getId());
    }
    return round;
  }

  private Job job(ProcessInstance round) {
    return managementService.createJobQuery().processInstanceId(round.getId()).singleResult();
  }

  private String customer(int number, String grade, LocalDate lastContact) {
    String code = customers.register(new NewCustomer("Round " + unique + " " + number, null, "direct", "current", "010-7%07d".formatted(number), null, "north", null, "call",
        true)).code();
    jdbc.sql("update information_customers set grade = ?, last_contact_on = ? where code = ?").params(grade, lastContact, code).update();
    return code;
  }

  private List<CallbackRecord> callbacks(String customer) {
    return register.findByCustomerCodeOrderById(customer);
  }

  private void end(CallbackRecord callback) {
    runtimeService.deleteProcessInstance(callback.getProcessInstanceId(), "over");
  }

  private static void at(String time) {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }
}
