package dev.kefu.relationship.hospitality;

import static dev.kefu.relationship.hospitality.HospitalityTrial.CLERK;
import static dev.kefu.relationship.hospitality.HospitalityTrial.COLLEAGUE;
import static dev.kefu.relationship.hospitality.HospitalityTrial.GENERAL_MANAGER;
import static dev.kefu.relationship.hospitality.HospitalityTrial.KEY_CUSTOMER;
import static dev.kefu.relationship.hospitality.HospitalityTrial.MANAGER;
import static dev.kefu.relationship.hospitality.HospitalityTrial.OFFICE;
import static dev.kefu.relationship.hospitality.HospitalityTrial.SPECIALIST;
import static dev.kefu.relationship.hospitality.HospitalityTrial.SUPERVISOR;
import static dev.kefu.relationship.hospitality.HospitalityTrial.banquet;
import static dev.kefu.relationship.hospitality.HospitalityTrial.bill;
import static dev.kefu.relationship.hospitality.HospitalityTrial.guests;
import static dev.kefu.relationship.hospitality.HospitalityTrial.shareMeal;
import static dev.kefu.relationship.hospitality.HospitalityTrial.with;
import static dev.kefu.relationship.hospitality.Meal.Status.APPROVED;
import static dev.kefu.relationship.hospitality.Meal.Status.CANCELLED;
import static dev.kefu.relationship.hospitality.Meal.Status.PAID;
import static dev.kefu.relationship.hospitality.Meal.Status.REFUSED;
import static dev.kefu.relationship.hospitality.Meal.Status.REJECTED;
import static dev.kefu.relationship.hospitality.Meal.Status.RETURNED;
import static dev.kefu.relationship.hospitality.Meal.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.budget.Budgets;
import dev.kefu.budget.MonthBudget;
import dev.kefu.engine.RelatedCases;
import dev.kefu.notification.NotificationLog;
import dev.kefu.notification.NotificationTemplates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class HospitalityDiningProcessTest {

  private static final String SECTION = "relationship";
  /** Each test has a month of its own: no budget is another's, and no meal looks like a part of another unless a test wants it. */
  private static final AtomicInteger MONTHS = new AtomicInteger();

  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private ProcessEngine engine;
  @Autowired private MealRepository register;
  @Autowired private Budgets budgets;
  @Autowired private MealRelations relations;
  @Autowired private NotificationLog notificationLog;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;
  private Persons persons;
  private HospitalityTrial trial;
  private OffsetDateTime now;
  private OffsetDateTime when;
  private String today;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    trial = new HospitalityTrial(engine, persons, port, password);
    now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
    when = now.plusYears(1).plusMonths(MONTHS.incrementAndGet()).withDayOfMonth(10);
    today = LocalDate.now(clock).toString();
    budgets.set(month(), SECTION, new BigDecimal("30000.00"), "finance-manager");
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("hospitality-dining", "hospitality-dining-settlement");
  }

  @Test
  void shareMealIsDecidedByTheSupervisorBookedHeldSettledAndPaid() {
    String number = trial.request(shareMeal(when));
    assertThat(candidates(number, "userTask_decide")).containsExactly(SUPERVISOR);
    assertThat(facts(SUPERVISOR, number)).contains("Blue Lake Foods", "Share meal 份餐", "limit 標準 50.00 元", "2 + 1 × 50.00 元 = **150.00 元**", "left 餘額 30,000.00 元", "Share meal within the limit");
    trial.decide(SUPERVISOR, number, "approve");
    assertThat(meal(number).getStatus()).isEqualTo(APPROVED);
    assertThat(standing().reserved()).isEqualByComparingTo("150.00");
    assertThat(candidates(number, "userTask_book")).containsExactly(OFFICE);

    trial.book(number, null);
    assertThat(persons.taskSeenBy(COLLEAGUE, number, "userTask_dine").getAssignee()).isEqualTo(COLLEAGUE);
    trial.dine(COLLEAGUE, number, 3, "140.00");
    trial.settle(number, bill("110.00", "30.00"));
    assertThat(candidates(number, "userTask_pay")).containsExactly(CLERK);
    assertThat(standing().reserved()).as("what is not needed is free at once").isEqualByComparingTo("140.00");
    trial.pay(number, "140.00", today);

    assertThat(meal(number)).satisfies(paid -> {
      assertThat(paid.getStatus()).isEqualTo(PAID);
      assertThat(paid.getAuditResult()).isEqualTo("pay");
      assertThat(paid.getNotPaidReason()).isNull();
    });
    assertThat(booked(number)).isEqualByComparingTo("140.00");
    assertThat(standing().used()).isEqualByComparingTo("140.00");
    assertThat(standing().reserved()).isEqualByComparingTo("0");
    assertEnded(number, "endEvent_paid");
    assertTold(number);
  }

  @Test
  void everyTaskHasItsDeadline() {
    String number = persons.start(SPECIALIST, "hospitality-dining").getBusinessKey();
    assertThat(persons.taskSeenBy(SPECIALIST, number, "userTask_request").getDueDate()).isNotNull();
    trial.requestAgain(number, shareMeal(when));
    assertThat(persons.taskSeenBy(SUPERVISOR, number, "userTask_decide").getDueDate().toInstant()).as("four hours").isBefore(clock.instant().plus(5, ChronoUnit.HOURS));
    trial.decide(SUPERVISOR, number, "approve");
    assertThat(persons.taskSeenBy(OFFICE, number, "userTask_book").getDueDate()).isNotNull();
    trial.book(number, null);
    assertThat(persons.taskSeenBy(COLLEAGUE, number, "userTask_dine").getDueDate().toInstant()).as("four hours after the meal").isEqualTo(when.toInstant().plus(4, ChronoUnit.HOURS));
    trial.dine(COLLEAGUE, number, 3, "150.00");
    assertThat(persons.taskSeenBy(SPECIALIST, number, "userTask_settle").getDueDate()).isNotNull();
  }

  @Test
  void banquetIsDecidedByTheManagerTooAndAnExcessByTheGeneralManager() {
    String within = trial.request(banquet(when));
    trial.decide(SUPERVISOR, within, "approve");
    assertThat(candidates(within, "userTask_decide")).containsExactly(MANAGER);
    trial.decide(MANAGER, within, "approve");
    assertThat(meal(within).getApprovedByRole()).isEqualTo(MANAGER);

    String above = trial.request(with(banquet(when.plusWeeks(1)), "perHead", "120.00", "overLimitReason", "Directors come 來賓為董事"));
    trial.decide(SUPERVISOR, above, "approve");
    trial.decide(MANAGER, above, "approve");
    assertThat(candidates(above, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    assertThat(facts(GENERAL_MANAGER, above)).contains("above by 超出 20.00 元, 20 %", "Directors come 來賓為董事", "Above the limit per head");
    trial.decide(GENERAL_MANAGER, above, "approve");
    assertThat(meal(above).getApprovedByRole()).isEqualTo(GENERAL_MANAGER);
  }

  @Test
  void totalAboveAThousandIsTheGeneralManagersToo() {
    String number = trial.request(with(banquet(when), "guests", guests(9), "companionsList", List.of(SUPERVISOR + "-2")));
    assertThat(meal(number).total()).isEqualByComparingTo("1100.00");
    assertThat(meal(number).getApprover()).isEqualTo(GENERAL_MANAGER);
  }

  @Test
  void moreThanHalfAboveTheLimitIsRefusedByTheRule() {
    String number = trial.request(with(banquet(when), "perHead", "151.00", "overLimitReason", "Directors come 來賓為董事"));

    assertThat(meal(number).getStatus()).isEqualTo(REFUSED);
    assertThat(meal(number).getGrounds()).startsWith("More than 50 %");
    assertEnded(number, "endEvent_refused");
    assertTold(number);
  }

  @Test
  void whatBreaksALimitWithoutAReasonComesBackWithIt() {
    String number = trial.request(with(banquet(when), "perHead", "110.00", "restaurant", "designated", "companionsList", List.of(SUPERVISOR, SUPERVISOR + "-2")));
    assertThat(form(SPECIALIST, number, "userTask_request")).contains("Own companions 陪餐人員: at most 2 with 2 guests", "Reason for excess 超標理由", "such a meal is usually elsewhere");
    assertThat(meal(number).getStatus()).isEqualTo(RETURNED);

    trial.requestAgain(number, with(banquet(when), "perHead", "110.00", "restaurant", "designated", "overLimitReason", "No room elsewhere 別處無位"));
    assertThat(candidates(number, "userTask_decide")).containsExactly(SUPERVISOR);
  }

  @Test
  void mealIsRequestedAWorkingDayAheadOrByWordOfMouth() {
    String number = persons.start(SPECIALIST, "hospitality-dining").getBusinessKey();
    assertThatThrownBy(() -> trial.requestAgain(number, shareMeal(now.plusHours(1)))).hasMessageContaining("one working day ahead");
    assertThatThrownBy(() -> trial.requestAgain(number, with(shareMeal(when), "guests", List.of(Map.of("name", "A", "position", "B"), Map.of("name", "A", "position", "B")))))
        .hasMessageContaining("twice");
    assertThat(register.findByCaseNumberOrderById(number)).isEmpty();
  }

  @Test
  void eachLevelReturnsAndRejects() {
    Map<String, Object> excess = with(banquet(when), "perHead", "120.00", "overLimitReason", "Directors come 來賓為董事");
    String number = trial.request(excess);
    trial.decide(SUPERVISOR, number, "return");
    assertThat(form(SPECIALIST, number, "userTask_request")).contains("Because 因為 return");
    trial.requestAgain(number, excess);
    trial.decide(SUPERVISOR, number, "approve");
    trial.decide(MANAGER, number, "return");
    trial.requestAgain(number, excess);
    trial.decide(SUPERVISOR, number, "approve");
    trial.decide(MANAGER, number, "approve");
    trial.decide(GENERAL_MANAGER, number, "return");
    assertThat(meal(number).getTimesReturned()).isEqualTo(3);
    trial.requestAgain(number, excess);
    trial.decide(SUPERVISOR, number, "approve");
    trial.decide(MANAGER, number, "approve");
    trial.decide(GENERAL_MANAGER, number, "reject");
    assertRejected(number, "endEvent_rejectedByGeneralManager");

    String second = trial.request(with(excess, "mealTime", when.plusWeeks(1).toString()));
    trial.decide(SUPERVISOR, second, "approve");
    trial.decide(MANAGER, second, "reject");
    assertRejected(second, "endEvent_rejectedByManager");
    String third = trial.request(shareMeal(when.plusWeeks(1)));
    trial.decide(SUPERVISOR, third, "reject");
    assertRejected(third, "endEvent_rejectedBySupervisor");
    assertThat(standing().reserved()).isEqualByComparingTo("0");
  }

  @Test
  void thirdReturnOfTheSupervisorIsTheManagersWhoIsNotAskedTwice() {
    String number = trial.request(banquet(when));
    for (int time = 1; time <= 3; time++) {
      trial.decide(SUPERVISOR, number, "return");
      if (time < 3) {
        trial.requestAgain(number, banquet(when));
      }
    }
    assertThat(candidates(number, "userTask_decide")).containsExactly(MANAGER);
    trial.decide(MANAGER, number, "approve");
    assertThat(candidates(number, "userTask_book")).containsExactly(OFFICE);
  }

  @Test
  void generalManagerIsAskedAlsoWhenTheManagerDecidedForTheSupervisor() {
    Map<String, Object> excess = with(banquet(when), "perHead", "120.00", "overLimitReason", "Directors come 來賓為董事");
    String number = trial.request(excess);
    for (int time = 1; time <= 3; time++) {
      trial.decide(SUPERVISOR, number, "return");
      if (time < 3) {
        trial.requestAgain(number, excess);
      }
    }
    trial.decide(MANAGER, number, "approve");
    trial.decide(MANAGER, number, "approve");
    assertThat(candidates(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
  }

  @Test
  void nobodyDecidesOfOwnRequestsOrOfAMealAtWhichHeSits() {
    String own = trial.request(shareMeal(when));
    assertRefusedAs(SPECIALIST, SUPERVISOR, () -> trial.decide(SPECIALIST, own, "approve"));
    assertRefusedAs(COLLEAGUE, SUPERVISOR, () -> trial.decide(COLLEAGUE, own, "approve"));

    String hosted = trial.request(with(banquet(when.plusWeeks(1)), "host", MANAGER, "restaurant", "designated", "perHead", "200.00", "companionsList", List.of(MANAGER + "-2")));
    trial.decide(SUPERVISOR, hosted, "approve");
    assertThat(candidates(hosted, "userTask_decide")).as("both managers sit at the table").containsExactly(GENERAL_MANAGER);
    trial.decide(GENERAL_MANAGER, hosted, "approve");
    assertThat(candidates(hosted, "userTask_book")).containsExactly(OFFICE);
  }

  @Test
  void anotherManagerDecidesOfTheMealOfTheFirst() {
    String number = trial.request(with(banquet(when), "host", MANAGER, "restaurant", "designated", "perHead", "200.00"));
    trial.decide(SUPERVISOR, number, "approve");
    assertThat(candidates(number, "userTask_decide")).containsExactly(MANAGER);
    assertThatThrownBy(() -> trial.decide(MANAGER, number, "approve")).hasMessageContaining("somebody else must do");
    trial.decide(MANAGER + "-2", number, "approve");
    assertThat(meal(number).getStatus()).isEqualTo(APPROVED);
  }

  @Test
  void oneMealInSeveralRequestsIsShownToWhoeverDecides() {
    Map<String, Object> part = banquet(when);
    String first = trial.request(part);
    String second = trial.request(with(part, "mealTime", when.plusMinutes(30).toString()));

    assertThat(facts(SUPERVISOR, second)).startsWith("**Looks like part of one meal with 疑似拆分:**").contains(first, "host 主持人, guests 客人, day 日期, place 地點", "Together 合計 600.00 元");
    assertThat(meal(second).getSimilarCases()).isEqualTo(first);
    assertThat(relations.of(first)).extracting(RelatedCases.RelatedCase::caseNumber).containsExactly(second);
    String far = trial.request(with(part, "mealTime", when.plusWeeks(1).toString()));
    assertThat(meal(far).getSimilarCases()).isNull();
  }

  @Test
  void emergencyIsApprovedByWordOfMouthAndPaidWhenThePapersCome() {
    String number = emergency(shareMeal(now.plusHours(1)));
    assertThat(candidates(number, "userTask_oral")).containsExactly(MANAGER);
    trial.byWord(MANAGER, number, now);
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).list()).extracting("taskDefinitionKey").containsExactlyInAnyOrder("userTask_book", "userTask_papers");
    trial.book(number, null);
    trial.dine(COLLEAGUE, number, 3, "150.00");
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).list()).as("nothing is settled without papers").extracting("taskDefinitionKey").containsExactly("userTask_papers");

    Map<String, Object> papers = papersOf(number);
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_papers", "request", with(papers, "perHead", "55.00"))).hasMessageContaining("more than was approved by word of mouth");
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_papers", "request", with(papers, "host", SPECIALIST))).hasMessageContaining("another meal");
    persons.submit(SPECIALIST, number, "userTask_papers", "request", papers);
    trial.settle(number, bill("150.00", "0.00"));
    trial.pay(number, "150.00", today);
    assertThat(meal(number).getStatus()).isEqualTo(PAID);
  }

  @Test
  void emergencyWithoutPapersIsRefusedByTheAuditAndFreesTheBudget() {
    BigDecimal before = standing(now).reserved();
    String number = emergency(shareMeal(now.plusHours(2)));
    trial.byWord(MANAGER, number, now);
    trial.book(number, null);
    trial.dine(COLLEAGUE, number, 3, "150.00");
    managementService.executeJob(managementService.createJobQuery().processInstanceId(instance(number)).timers().singleResult().getId());
    trial.settle(number, bill("150.00", "0.00"));

    assertThat(meal(number)).satisfies(refused -> {
      assertThat(refused.getStatus()).isEqualTo(REFUSED);
      assertThat(refused.isPapersMissing()).isTrue();
      assertThat(refused.getNotPaidReason()).contains("no papers within two working days");
    });
    assertEnded(number, "endEvent_refusedByAudit");
    assertTold(number);
    assertThat(standing(now).reserved()).isEqualByComparingTo(before);
  }

  @Test
  void whatTheGeneralManagerDecidesHeApprovesByWordOfMouthToo() {
    String number = emergency(with(banquet(now.plusHours(3)), "perHead", "120.00", "overLimitReason", "Directors come 來賓為董事"));
    assertThat(candidates(number, "userTask_oral")).containsExactly(GENERAL_MANAGER);
    persons.submit(GENERAL_MANAGER, number, "userTask_oral", "oralDecision", Map.of("decision", "no", "reason", "Not today 今日不行"));

    assertRejected(number, "endEvent_rejectedByWord");
    assertTold(number);
  }

  @Test
  void whatTheBudgetDoesNotHaveIsNotReserved() {
    budgets.set(month(), SECTION, new BigDecimal("200.00"), "finance-manager");
    String first = trial.request(shareMeal(when));
    String second = trial.request(with(shareMeal(when), "guests", guests(1), "customer", KEY_CUSTOMER, "host", SUPERVISOR + "-2"));
    trial.decide(SUPERVISOR, first, "approve");
    trial.decide(SUPERVISOR, second, "approve");

    assertThat(meal(second).getStatus()).isEqualTo(RETURNED);
    assertThat(form(SPECIALIST, second, "userTask_request")).contains("Budget 預算", "has 50.00 元 left", "the meal needs 100.00 元");
    assertThat(standing().reserved()).isEqualByComparingTo("150.00");

    trial.requestAgain(second, with(shareMeal(when), "guests", guests(1), "customer", KEY_CUSTOMER, "host", SUPERVISOR + "-2"));
    assertThat(form(SPECIALIST, second, "userTask_request")).as("approvers are not asked for what the budget does not have").contains("has 50.00 元 left");
  }

  @Test
  void emergencyThatTheBudgetDoesNotHaveIsRejected() {
    OffsetDateTime later = when;
    budgets.set(month(), SECTION, new BigDecimal("150.00"), "finance-manager");
    String first = emergency(shareMeal(later));
    String second = emergency(with(shareMeal(later), "customer", KEY_CUSTOMER, "host", SUPERVISOR + "-2"));
    trial.byWord(MANAGER, first, now);
    trial.byWord(MANAGER, second, now);

    assertRejected(second, "endEvent_rejectedByBudget");
    assertTold(second);
  }

  @Test
  void guestsWhoStayAwayEndTheCaseWithItsPapersAndFreeTheBudget() {
    String number = emergency(shareMeal(when));
    trial.byWord(MANAGER, number, now);
    trial.book(number, null);
    trial.stayAway(COLLEAGUE, number);

    assertThat(meal(number).getStatus()).isEqualTo(CANCELLED);
    assertThat(standing().reserved()).isEqualByComparingTo("0");
    assertEnded(number, "endEvent_cancelled");
  }

  @Test
  void depositOfAMealThatWasNotHeldIsClaimedBackAndTheLossBooked() {
    String number = trial.request(shareMeal(when));
    trial.decide(SUPERVISOR, number, "approve");
    trial.book(number, "80.00");
    trial.stayAway(COLLEAGUE, number);
    assertThatThrownBy(() -> persons.submit(CLERK, number, "userTask_reclaim", "depositClaim", Map.of("refunded", "50.00", "lost", "20.00", "bookedOn", today))).hasMessageContaining("do not add up");
    persons.submit(CLERK, number, "userTask_reclaim", "depositClaim", Map.of("refunded", "50.00", "lost", "30.00", "bookedOn", today));

    assertThat(meal(number).getStatus()).isEqualTo(CANCELLED);
    assertThat(booked(number)).isEqualByComparingTo("30.00");
    assertThat(standing().reserved()).isEqualByComparingTo("0");
    assertEnded(number, "endEvent_cancelledWithDeposit");
  }

  @Test
  void drinksAboveAThirdOfTheBillAreNotPaidAndTheRecordSaysWhy() {
    String number = trial.held(shareMeal(when), SUPERVISOR);
    trial.settle(number, bill("90.00", "60.00"));

    assertThat(meal(number).getPayable()).isEqualByComparingTo("140.00");
    assertThat(meal(number).getNotPaidReason()).isEqualTo("drinks above their share of the bill 酒水水果超出比例 10.00 元");
    assertThatThrownBy(() -> trial.pay(number, "150.00", today)).hasMessageContaining("Paid 實付");
    trial.pay(number, "140.00", today);
    assertThat(booked(number)).isEqualByComparingTo("140.00");
  }

  @ParameterizedTest
  @CsvSource({"accept, 160.00", "ownCost, 150.00"})
  void smallExcessIsExplainedByTheManager(String outcome, String paid) {
    String number = trial.held(shareMeal(when), SUPERVISOR);
    trial.settle(number, bill("160.00", "0.00"));
    assertThat(candidates(number, "userTask_explain")).containsExactly(MANAGER);
    persons.submit(MANAGER, number, "userTask_explain", "explanation", Map.of("outcome", outcome, "excessReason", "Fish was dear 魚價上漲"));
    trial.pay(number, paid, today);

    assertThat(booked(number)).isEqualByComparingTo(paid);
    assertThat(meal(number).getExcessReason()).isEqualTo("Fish was dear 魚價上漲");
    assertThat(meal(number).getNotPaidReason() == null).isEqualTo(outcome.equals("accept"));
  }

  @Test
  void largeExcessIsTheHostsOwnCostUnlessTheGeneralManagerApprovesIt() {
    String own = trial.held(shareMeal(when), SUPERVISOR);
    trial.settle(own, bill("200.00", "0.00"));
    assertThat(meal(own).getPayable()).isEqualByComparingTo("150.00");
    assertThat(meal(own).getNotPaidReason()).contains("the host's own cost 超出批準，由主持人自付 50.00 元");
    trial.pay(own, "150.00", today);

    String asked = trial.held(shareMeal(when.plusWeeks(1)), SUPERVISOR);
    assertThatThrownBy(() -> trial.settle(asked, with(bill("200.00", "0.00"), "askGeneralManager", true))).hasMessageContaining("say why");
    Map<String, Object> excess = with(bill("200.00", "0.00"), "askGeneralManager", true, "excessNote", "Two more courses 加菜兩道");
    trial.settle(asked, excess);
    assertThat(candidates(asked, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    trial.decide(GENERAL_MANAGER, asked, "return");
    assertThat(form(SPECIALIST, asked, "userTask_settle")).contains("Because 因為 return");
    trial.settle(asked, excess);
    trial.decide(GENERAL_MANAGER, asked, "approve");
    assertThat(meal(asked).getPayable()).isEqualByComparingTo("200.00");
    assertThat(standing(when.plusWeeks(1)).reserved()).isGreaterThanOrEqualTo(new BigDecimal("200.00"));
    trial.pay(asked, "200.00", today);

    String rejected = trial.held(shareMeal(when.plusDays(10)), SUPERVISOR);
    trial.settle(rejected, with(bill("200.00", "0.00"), "askGeneralManager", true, "excessNote", "Two more courses 加菜兩道"));
    trial.decide(GENERAL_MANAGER, rejected, "reject");
    assertThat(meal(rejected).getPayable()).isEqualByComparingTo("150.00");
  }

  @Test
  void moreGuestsThanApprovedAreMeasuredByTheStandardPerHead() {
    String number = trial.held(shareMeal(when), SUPERVISOR);
    trial.settle(number, with(bill("200.00", "0.00"), "actualGuests", 3));

    assertThat(meal(number).getAuditResult()).isEqualTo("pay");
    assertThat(meal(number).getPayable()).isEqualByComparingTo("200.00");
    assertThat(standing().reserved()).isEqualByComparingTo("200.00");
  }

  @Test
  void excessThatTheBudgetDoesNotHaveIsNotPaid() {
    budgets.set(month(), SECTION, new BigDecimal("155.00"), "finance-manager");
    String number = trial.held(shareMeal(when), SUPERVISOR);
    trial.settle(number, bill("160.00", "0.00"));
    persons.submit(MANAGER, number, "userTask_explain", "explanation", Map.of("outcome", "accept", "excessReason", "Fish was dear 魚價上漲"));

    assertThat(meal(number).getPayable()).isEqualByComparingTo("155.00");
    assertThat(meal(number).getNotPaidReason()).isEqualTo("the month's budget has no more 本月預算不足 5.00 元");
  }

  @Test
  void financePaysLessOnlyWithAReasonAndNotItsOwnMeal() {
    String number = trial.held(shareMeal(when), SUPERVISOR);
    trial.settle(number, bill("150.00", "0.00"));
    assertRefusedAs(COLLEAGUE, CLERK, () -> persons.submit(COLLEAGUE, number, "userTask_pay", "payment", Map.of("paidAmount", "150.00", "paidOn", today)));
    assertThatThrownBy(() -> trial.pay(number, "149.00", today)).hasMessageContaining("say why less");
    assertThatThrownBy(() -> trial.pay(number, "150.00", LocalDate.now(clock).plusDays(1).toString())).hasMessageContaining("has not come yet");
    persons.submit(CLERK, number, "userTask_pay", "payment", Map.of("paidAmount", "149.00", "paidOn", today, "remarks", "Bag not paid 袋費不付"));
    assertThat(meal(number).getNotPaidReason()).contains("Bag not paid 袋費不付");
    assertThat(booked(number)).isEqualByComparingTo("149.00");
  }

  @Test
  void receiptIsSettledOnceSignedAndAttached() {
    String number = trial.held(shareMeal(when), SUPERVISOR);
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_settle", "settlement", bill("150.00", "0.00"))).hasMessageContaining("Receipt");
    assertThatThrownBy(() -> trial.settle(number, with(bill("150.00", "0.00"), "explained", false))).isInstanceOf(RuntimeException.class);
    Map<String, Object> bill = bill("150.00", "0.00");
    trial.settle(number, bill);
    String second = trial.held(shareMeal(when.plusWeeks(1)), SUPERVISOR);
    assertThatThrownBy(() -> trial.settle(second, bill)).hasMessageContaining("it was settled in " + number);
  }

  @Test
  void requestIsWithdrawnUntilTheFirstApproval() {
    String number = trial.request(banquet(when));
    assertThat(tell(COLLEAGUE, number)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(tell(SPECIALIST, number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(meal(number).getStatus()).isEqualTo(WITHDRAWN);

    String decided = trial.request(banquet(when.plusWeeks(1)));
    trial.decide(SUPERVISOR, decided, "approve");
    assertThat(tell(SPECIALIST, decided)).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void wordsAreCorrectedBeforeAnybodyDecidesOfThemAndLimitsAreNot() {
    Map<String, Object> request = with(banquet(when), "oralApproval", true, "oralApprovedBy", MANAGER, "oralApprovedAt", now.toString());
    String number = trial.request(request);
    assertThat(correct(number, with(request, "reason", "Talks on delivery 洽談交貨"))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(meal(number).getReason()).isEqualTo("Talks on delivery 洽談交貨");
    assertThat(correct(number, with(request, "perHead", "90.00")).is4xxClientError()).isTrue();
    assertThat(meal(number).getPerHead()).isEqualByComparingTo("100.00");
    String atTheSupervisors = trial.request(banquet(when));
    assertThat(correct(atTheSupervisors, banquet(when))).as("it is decided on now: it is returned instead").isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void callerHandsTheCustomerOverAndReadsWhatWasPaid() {
    String number = runtimeService.startProcessInstanceByKey("hospitality-dining", Map.of("starter", SPECIALIST, "customerCode", "C000001")).getBusinessKey();
    assertThat(form(SPECIALIST, number, "userTask_request")).contains("C000001");
    assertThat(runtimeService.getVariable(instance(number), "paidAmount")).isEqualTo("0.00");
  }

  /** The request of somebody who asked the manager already. */
  private String emergency(Map<String, Object> request) {
    return trial.request(with(request, "oralApproval", true, "oralApprovedBy", MANAGER, "oralApprovedAt", now.toString()));
  }

  /** The request as it was handed in. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> papersOf(String number) {
    return ((org.camunda.spin.json.SpinJsonNode) runtimeService.getVariable(instance(number), "request")).mapTo(Map.class);
  }

  private void assertRefusedAs(String user, String role, Runnable action) {
    engine.getIdentityService().createMembership(user, role);
    try {
      assertThatThrownBy(action::run).as("%s as %s", user, role).hasMessageContaining("somebody else must do");
    } finally {
      engine.getIdentityService().deleteMembership(user, role);
    }
  }

  private String month() {
    return when.atZoneSameInstant(clock.getZone()).toLocalDate().toString().substring(0, 7);
  }

  private MonthBudget standing() {
    return standing(when);
  }

  private MonthBudget standing(OffsetDateTime time) {
    return budgets.standing(time.atZoneSameInstant(clock.getZone()).toLocalDate().toString().substring(0, 7), SECTION, "");
  }

  private Meal meal(String number) {
    return register.findByCaseNumberOrderById(number).get(0);
  }

  private BigDecimal booked(String number) {
    return jdbc.sql("select amount from budget_bookings where case_number = ?").param(number).query(BigDecimal.class).single();
  }

  private String instance(String number) {
    return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("hospitality-dining").singleResult().getId();
  }

  private String facts(String user, String number) {
    return (String) runtimeService.getVariable(persons.taskSeenBy(user, number, "userTask_decide").getExecutionId(), "facts");
  }

  private String form(String user, String number, String step) {
    return http.withBasicAuth(user, password).getForObject("/engine-rest/task/{task}/form-variables?deserializeValues=false", String.class, persons.taskSeenBy(user, number, step).getId())
        .replace("\\\"", "\"");
  }

  private List<String> candidates(String number, String step) {
    String task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getId();
    return taskService.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private HttpStatusCode tell(String user, String number) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/withdraw", Map.of("reason", "Guests cannot come 客人不能來"), String.class, number).getStatusCode();
  }

  private HttpStatusCode correct(String number, Map<String, ?> request) {
    return http.withBasicAuth(SPECIALIST, password).postForEntity("/api/cases/{number}/corrections", Map.of("root", "request", "reason", "It was mistyped 填錯", "data", request), String.class, number)
        .getStatusCode();
  }

  private void assertRejected(String number, String endEvent) {
    assertThat(meal(number).getStatus()).isEqualTo(REJECTED);
    assertEnded(number, endEvent);
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("hospitality-dining").executedActivityIdIn(endEvent).count()).isOne();
  }

  private void assertTold(String number) {
    assertThat(notificationLog.ofCase(number)).filteredOn(entry -> entry.template().equals(NotificationTemplates.STARTER_RESULT)).singleElement()
        .satisfies(entry -> assertThat(entry.to()).isEqualTo(SPECIALIST));
  }
}
