package dev.kefu.survey.credit;

import static dev.kefu.document.AttachmentTrial.PDF;
import static dev.kefu.document.AttachmentTrial.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.document.AttachmentTrial;
import dev.kefu.information.CreditStanding;
import dev.kefu.information.CreditStandings;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
class CustomerCreditSurveyProcessTest {

  private static final String PROCESS = "customer-credit-survey";
  private static final String SCHEDULE = "customer-credit-survey-schedule";
  private static final String SALES = "sales-manager";
  private static final String SUPERVISOR = "survey-supervisor";
  private static final String SURVEYOR = "survey-specialist";
  private static final String CLERK = "finance-clerk";
  private static final String MANAGER = "customer-service-manager";
  private static final String FINANCE = "finance-manager";
  private static final String GENERAL_MANAGER = "general-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private CreditSurveyRepository register;
  @Autowired private CreditGradeRepository grades;
  @Autowired private CreditStandings standings;
  @Autowired private Customers customers;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  private final String name = "Creditor " + UUID.randomUUID();
  private Persons persons;
  private String customer;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    customer = customer(name);
  }

  @AfterEach
  void tidy() {
    ClockUtil.reset();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete(PROCESS, SCHEDULE);
  }

  @Test
  void customerWhoWantsMoreCreditIsRatedByTheTablesAndSalesAndFinanceAreTold() {
    standings.write(customer, standing("BBB", "30000.00", today().minusMonths(6)));
    String number = asked("request");
    assertThat(variable(number, "userTask_assign", "creditFacts")).contains("申請提高限額", "80000.00 元", "BBB", "30000.00 元");
    assign(number);
    assertThat(task(number, "userTask_investigate").getAssignee()).isEqualTo(SURVEYOR);
    assertThat(task(number, "userTask_investigate").getDueDate()).isAfter(task(number, "userTask_investigate").getCreateTime());
    investigate(number, answers());
    evaluate(number, evaluation());
    assertThat(groups(number, "userTask_review")).containsExactly(SUPERVISOR);
    assertThat(variable(number, "userTask_review", "ratingFacts")).contains("Score 信用評分: 78 · Grade 信用等級: A", "60000.00 元", "45 days");
    review(number, true);
    opine(number, "asRated", Map.of());
    finance(number, "conditions");
    assertThat(groups(number, "userTask_decide")).containsExactly(GENERAL_MANAGER);
    assertThat(facts(number)).contains("grade 等級 A, limit 限額 60000.00 元", "Good payer 付款良好", "附條件同意", "Watch the season 注意淡季").doesNotContain("申請特批");
    decide(number, "approve");

    assertThat(standings.find(customer)).contains(new CreditStanding("A", 78, 45, new BigDecimal("60000.00"), false, "credit", today(), today().plusYears(1), false));
    assertThat(survey(number).getStatus()).isEqualTo(CreditSurvey.Status.RATED);
    assertThat(grades.findByCustomerCodeOrderById(customer)).singleElement().satisfies(line -> {
      assertThat(line.getGrade()).isEqualTo("A");
      assertThat(line.getPreviousGrade()).isEqualTo("BBB");
      assertThat(line.getMoved()).isEqualTo(1);
      assertThat(line.getNotedBy()).isEqualTo(GENERAL_MANAGER);
    });
    assertEnded(number, "endEvent_rated");
    assertReached(number, "sendTask_askGradeReview", true);
    assertReached(number, "sendTask_reportDanger", false);
    assertThat(jdbc.sql("select count(*) from notification_messages where template = 'credit-standing' and case_number = ? and recipient_id like ?").params(number, SALES + "%").query(Integer.class).single())
        .isPositive();
    assertThat(outcome(number, "creditOutcome")).isEqualTo("rated");
    assertThat(outcome(number, "creditGrade")).isEqualTo("A");
    assertThat(new String(http.withBasicAuth(MANAGER, password).getForEntity("/api/cases/{number}/documents/customer-credit-survey-form.pdf", byte[].class, number).getBody(), 0, 5,
        StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  @Test
  void incompleteSurveyGoesBackWithWhatWasEnteredAndTheManagerMaySendItBackToo() {
    String number = investigated("request", answers(), evaluation());
    review(number, false);
    assertThat(taskService.getVariable(task(number, "userTask_investigate").getId(), "survey").toString()).contains("Pumps 泵");
    assertThat(taskService.getVariable(task(number, "userTask_investigate").getId(), "reviewResult")).isEqualTo("incomplete");
    investigate(number, answers());
    evaluate(number, evaluation());
    review(number, true);
    persons.submit(MANAGER, number, "userTask_manager", "opinion", Map.of("decision", "sendBack", "sendBackReason", "Ask the bank again 再問銀行"));
    assertThat(taskService.getVariable(task(number, "userTask_investigate").getId(), "managerDecision")).isEqualTo("sendBack");
    Map<String, Object> better = evaluation();
    better.put("bankCredit", "veryGood");
    investigate(number, answers());
    evaluate(number, better);
    review(number, true);
    assertThat(survey(number).getScore()).isEqualTo(81);
  }

  @Test
  void managersOverrideNeedsAReasonAndTheGeneralManagersSpecialApproval() {
    String number = reviewed(answers(), evaluation());
    assertThatThrownBy(() -> opine(number, "adjust", Map.of("creditGrade", "a", "creditLimit", "120000.01", "adjustReason", "Great season ahead 旺季將至"))).hasMessageContaining("特批最高 120000.00 元");
    assertThatThrownBy(() -> opine(number, "adjust", Map.of("creditGrade", "a", "creditLimit", "90000.00"))).hasMessageContaining("Reason 調整理由");
    opine(number, "adjust", Map.of("creditGrade", "a", "creditLimit", "90000.00", "adjustReason", "Great season ahead 旺季將至"));
    assertThat(survey(number).isSpecialApproval()).isTrue();
    finance(number, "against");
    assertThat(facts(number)).contains("申請特批", "Great season ahead 旺季將至", "90000.00 元", "不同意");
    decide(number, "return");
    assertThat(variable(number, "userTask_manager", "returnNote")).contains("太高");
    opine(number, "adjust", Map.of("creditGrade", "aa", "creditLimit", "85000.00", "adjustReason", "Owner pledges a house 業主以房抵押"));
    finance(number, "agree");
    decide(number, "approve");
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> {
      assertThat(standing.grade()).isEqualTo("AA");
      assertThat(standing.termDays()).isEqualTo(60);
      assertThat(standing.limit()).isEqualByComparingTo("85000.00");
    });
    assertThat(grades.findByCustomerCodeOrderById(customer)).singleElement().satisfies(line -> {
      assertThat(line.isSpecialApproval()).isTrue();
      assertThat(line.getReason()).contains("業主以房抵押");
    });
    assertReached(number, "sendTask_askGradeReview", false);
  }

  @Test
  void lowerLimitIsNoOverrideAndGradeWithoutLimitIsCash() {
    String number = reviewed(answers(), evaluation());
    assertThatThrownBy(() -> opine(number, "adjust", Map.of("creditGrade", "bb", "creditLimit", "0.00", "adjustReason", "Only cash for now 暫以現款"))).hasMessageContaining("須現款");
    opine(number, "adjust", Map.of("creditGrade", "bb", "creditLimit", "10000.00", "adjustReason", "Slow season ahead 淡季將至"));
    assertThat(survey(number).isSpecialApproval()).isFalse();
    assertThat(survey(number).isGuarantee()).isTrue();
    finance(number, "agree");
    decide(number, "approve");
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> assertThat(standing.paymentMode()).isEqualTo("creditWithGuarantee"));
  }

  /** Each of those who prepare the rating holds two posts here, and is barred from the second. */
  @ParameterizedTest
  @CsvSource({"userTask_review, survey-supervisor, survey-specialist", "userTask_manager, customer-service-manager, survey-specialist", "userTask_finance, finance-manager, survey-specialist",
      "userTask_decide, general-manager, customer-service-manager"})
  void nobodyActsTwice(String step, String role, String earlier) {
    String number = investigated("request", answers(), evaluation());
    if (!"userTask_review".equals(step)) {
      review(number, true);
      if (!"userTask_manager".equals(step)) {
        opine(number, "asRated", Map.of());
        if (!"userTask_finance".equals(step)) {
          finance(number, "agree");
        }
      }
    }
    engine.getIdentityService().createMembership(earlier, role);
    try {
      assertThatThrownBy(() -> persons.as(earlier, () -> {
        taskService.claim(task(number, step).getId(), earlier);
        return null;
      })).hasMessageContaining("You did \"" + (MANAGER.equals(earlier) ? "Give opinion 經理審核" : "Investigate 調查並填表") + "\" in this case");
    } finally {
      engine.getIdentityService().deleteMembership(earlier, role);
    }
  }

  @Test
  void customerWhoTellsNothingIsRatedWithWhatIsKnownAndAtMostA() {
    String number = opened("request");
    Map<String, Object> silent = answers();
    List.of("foundedOn", "mgrSkill", "bank", "accountingSystem", "capital", "licence", "businessLicence", "siteArea", "siteOwnedArea").forEach(silent::remove);
    assertThatThrownBy(() -> investigate(number, silent)).hasMessageContaining("資本額");
    silent.putAll(Map.of("dataRefused", true, "refusalNote", "Does not show the books 不提供賬冊"));
    investigate(number, silent);
    Map<String, Object> said = evaluation();
    said.remove("peerRating");
    evaluate(number, said);
    assertThat(variable(number, "userTask_review", "ratingFacts")).contains("等級最高為 A", "Capital 資本額", "Rating by peers 同業者評價");
    assertThat(survey(number).getMissing()).contains("Bank 往來銀行");
    assertThat(survey(number).getScore()).isEqualTo(18 + 12 + 4 + 4);
    assertThat(survey(number).getRatedGrade()).isEqualTo("C");
  }

  @Test
  void newCustomersFirstOrderIsCashUnlessTheGeneralManagerAllowsCredit() {
    Map<String, Object> first = best();
    first.remove("tradingSince");
    String number = investigated("newCustomer", first, bestEvaluation());
    assertThat(survey(number).getScore()).isEqualTo(95);
    assertThat(survey(number).getRatedGrade()).as("a new customer gets A at most").isEqualTo("A");
    assertThat(survey(number).getRatedLimit()).isZero();
    assertThat(variable(number, "userTask_review", "ratingFacts")).contains("首單不賒銷", "formula 公式: 60000.00 元");
    review(number, true);
    assertThatThrownBy(() -> opine(number, "asRated", Map.of())).hasMessageContaining("須現款");
    opine(number, "adjust", Map.of("creditGrade", "a", "creditLimit", "20000.00", "adjustReason", "Known for years from the fair 展會熟識多年"));
    assertThat(survey(number).isSpecialApproval()).isTrue();
    finance(number, "agree");
    decide(number, "approve");
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> assertThat(standing.limit()).isEqualByComparingTo("20000.00"));
  }

  @ParameterizedTest
  @CsvSource({"suspended, valid", "sued, valid", "maliciousArrears, valid", ", none"})
  void knockOutFactMeansCAndDangerAndIsNotOverridden(String fact, String licence) {
    standings.write(customer, standing("AA", "100000.00", today().minusMonths(3)));
    Map<String, Object> answers = best();
    answers.put("licence", licence);
    if ("none".equals(licence)) {
      answers.remove("businessLicence");
    }
    Map<String, Object> evaluation = bestEvaluation();
    if (fact != null) {
      evaluation.put("knockOuts", List.of(fact));
    }
    String number = investigated("request", answers, evaluation);
    assertThat(survey(number).getRatedGrade()).isEqualTo("C");
    review(number, true);
    assertThatThrownBy(() -> opine(number, "adjust", Map.of("creditGrade", "b", "creditLimit", "1.00", "adjustReason", "They promised to pay 已承諾付款"))).hasMessageContaining("C 級");
    opine(number, "asRated", Map.of("paymentMode", "prepaid"));
    finance(number, "agree");
    decide(number, "approve");
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> {
      assertThat(standing.limit()).isZero();
      assertThat(standing.paymentMode()).isEqualTo("prepayment");
    });
    assertReached(number, "sendTask_reportDanger", true);
    assertReached(number, "sendTask_askGradeReview", true);
  }

  @Test
  void whoPaidLateInTheYearIsRatedOneGradeDownAndAFallOfTwoGradesIsADanger() {
    standings.write(customer, standing("AAA", "100000.00", today().minusMonths(11)));
    Map<String, Object> late = evaluation();
    late.put("overdueDays", 5);
    String number = investigated("request", answers(), late);
    assertThat(survey(number).getRatedGrade()).as("78 points are A").isEqualTo("BBB");
    assertThat(variable(number, "userTask_review", "ratingFacts")).contains("年內遲付，降一級");
    review(number, true);
    opine(number, "asRated", Map.of());
    finance(number, "agree");
    decide(number, "approve");
    assertReached(number, "sendTask_reportDanger", true);
  }

  @Test
  void generalManagersRejectionMeansCashOnlyAndLeavesTheGrade() {
    standings.write(customer, standing("A", "50000.00", today().minusMonths(2)));
    String number = reviewed(answers(), evaluation());
    opine(number, "asRated", Map.of());
    finance(number, "agree");
    decide(number, "reject");
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> {
      assertThat(standing.grade()).isEqualTo("A");
      assertThat(standing.limit()).isZero();
      assertThat(standing.paymentMode()).isEqualTo("prepayment");
    });
    assertThat(survey(number).getStatus()).isEqualTo(CreditSurvey.Status.REFUSED);
    assertThat(grades.findByCustomerCodeOrderById(customer)).singleElement().satisfies(line -> assertThat(line.getFact()).isEqualTo(CreditGrade.Fact.REFUSED));
    assertThat(outcome(number, "creditOutcome")).isEqualTo("refused");
    assertEnded(number, "endEvent_refused");
  }

  @Test
  void messageNewCustomerStartsASurveyOfThoseNotYetRated() {
    runtimeService.createSignalEvent("new-customer").setVariables(Map.of("customerCode", customer, "customerName", name)).send();
    CreditSurvey survey = openSurvey();
    assertThat(survey.getOccasion()).isEqualTo("newCustomer");
    assertThat(task(survey.getCaseNumber(), "userTask_assign")).isNotNull();
    end(survey);
    standings.write(customer, standing("A", "1.00", today()));
    long before = started();
    runtimeService.createSignalEvent("new-customer").setVariables(Map.of("customerCode", customer, "customerName", name)).send();
    assertThat(started()).as("the message was heard").isEqualTo(before + 1);
    assertThat(register.findFirstByCustomerCodeAndStatusOrderById(customer, CreditSurvey.Status.OPEN)).isEmpty();
  }

  @Test
  void anomalyStartsASurveyAndIsToldToTheOneThatIsOpen() {
    standings.write(customer, standing("A", "1.00", today()));
    tell("credit-anomaly", Map.of("customerCode", customer, "visitFindings", "Staff unpaid 拖欠工資"));
    CreditSurvey survey = openSurvey();
    assertThat(survey.getOccasion()).isEqualTo("anomaly");
    assertThat(variable(survey.getCaseNumber(), "userTask_assign", "anomalyNote")).isEqualTo("Staff unpaid 拖欠工資");
    tell("credit-anomaly", Map.of("customerCode", customer, "visitFindings", "Owner fled 業主失聯"));
    assertThat(variable(survey.getCaseNumber(), "userTask_assign", "anomalyNote")).isEqualTo("Owner fled 業主失聯");
    assertThat(taskService.getProcessInstanceComments(survey.getProcessInstanceId())).anySatisfy(comment -> assertThat(comment.getFullMessage()).contains("業主失聯"));
    assertThatThrownBy(() -> asked("request")).hasMessageContaining(survey.getCaseNumber());
    end(survey);
    long before = started();
    tell("credit-anomaly", Map.of("customerCode", "C999999"));
    assertThat(started()).isEqualTo(before + 1);
  }

  @Test
  void callerGetsGradeAndLimitBack() {
    ProcessInstance called = runtimeService.startProcessInstanceByKey(PROCESS, Map.of("customerCode", customer, "creditOccasion", "development"));
    String number = called.getBusinessKey();
    assertThat(variable(number, "userTask_assign", "creditFacts")).contains("客戶開發", "never rated 未評級");
    assign(number);
    investigate(number, answers());
    evaluate(number, evaluation());
    review(number, true);
    opine(number, "asRated", Map.of());
    finance(number, "agree");
    decide(number, "approve");
    assertThat(List.of("creditOutcome", "creditGrade", "creditLimit")).extracting(name -> outcome(number, name)).containsExactly("rated", "A", "60000.00");
    assertReached(number, "sendTask_askGradeReview", false);
  }

  @Test
  void surveyIsWithdrawnUntilTheManagerHasGivenTheOpinion() {
    String number = opened("request");
    assertThat(withdraw(SALES, number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(survey(number).getStatus()).isEqualTo(CreditSurvey.Status.WITHDRAWN);
    assertEnded(number, "endEvent_withdrawn");
    String other = reviewed(answers(), evaluation());
    opine(other, "asRated", Map.of());
    assertThat(withdraw(SUPERVISOR, other)).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void surveyThatNobodyDecidesWithinAYearExpiresAndFreezesTheLimit() {
    standings.write(customer, standing("A", "50000.00", today()));
    String number = opened("request");
    String instance = survey(number).getProcessInstanceId();
    managementService.executeJob(managementService.createJobQuery().processInstanceId(instance).timers().activityId("startEvent_tooOld").singleResult().getId());
    assertThat(survey(number).getStatus()).isEqualTo(CreditSurvey.Status.EXPIRED);
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> assertThat(standing.frozen()).isTrue());
    assertThat(outcome(number, "creditOutcome")).isEqualTo("expired");
    assertEnded(number, "endEvent_expired");
  }

  @Test
  void limitIsFrozenTheDayAfterTheRatingsYearAndTheYearlyRoundRatesEachCreditCustomerOnce() {
    LocalDate rated = LocalDate.of(2034, 3, 10);
    standings.write(customer, standing("A", "50000.00", rated));
    String cash = customer("Cash " + name);
    standings.write(cash, new CreditStanding("C", 20, 0, new BigDecimal("0.00"), false, "prepayment", rated, rated.plusYears(1), false));
    String late = customer("Late " + name);
    standings.write(late, standing("B", "1000.00", LocalDate.of(2034, 12, 1)));
    at("2034-11-30T07:00");
    round();
    assertThat(renewals(customer)).isEmpty();
    at("2034-12-03T07:00");
    round();
    round();
    assertThat(renewals(customer)).singleElement().satisfies(survey -> assertThat(survey.getOccasion()).isEqualTo("yearly"));
    assertThat(renewals(cash)).as("buys for cash").isEmpty();
    assertThat(renewals(late)).as("was rated since 1 December").isEmpty();
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> assertThat(standing.frozen()).isFalse());
    at("2035-03-11T07:00");
    round();
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> {
      assertThat(standing.frozen()).isTrue();
      assertThat(standing.usableLimit()).isZero();
    });
    assertThat(grades.findByCustomerCodeOrderById(customer)).singleElement().satisfies(line -> assertThat(line.getFact()).isEqualTo(CreditGrade.Fact.FROZEN));
    round();
    assertThat(grades.findByCustomerCodeOrderById(customer)).hasSize(1);
    String number = renewals(customer).get(0).getCaseNumber();
    assertThat(variable(number, "userTask_assign", "creditFacts")).contains("年度複評");
    assign(number);
    investigate(number, answers());
    evaluate(number, evaluation());
    review(number, true);
    opine(number, "asRated", Map.of());
    finance(number, "agree");
    decide(number, "approve");
    assertThat(standings.find(customer)).hasValueSatisfying(standing -> assertThat(standing.frozen()).isFalse());
  }

  @Test
  void nextSurveyShowsTheLastAnswersAndTheHistoryButNotTheHome() {
    Map<String, Object> answers = answers();
    answers.put("managerHome", "Lane 7, No. 3 七弄三號");
    String first = reviewed(answers, evaluation());
    assertThat(taskService.getVariable(task(first, "userTask_manager").getId(), "survey").toString()).doesNotContain("七弄三號");
    assertThat(seen(MANAGER, first)).contains("七弄三號");
    opine(first, "asRated", Map.of());
    assertThat(seen(FINANCE, first)).doesNotContain("七弄三號");
    finance(first, "agree");
    decide(first, "approve");
    String second = opened("request");
    Task task = task(second, "userTask_investigate");
    assertThat(taskService.getVariable(task.getId(), "survey").toString()).contains("Pumps 泵").doesNotContain("七弄三號");
    assertThat(taskService.getVariable(task.getId(), "gradeHistory").toString()).contains("A, 60000.00 元", first);
  }

  @Test
  void whatTheRatingIsMadeOfIsSentBackAndNotCorrected() {
    String number = investigated("request", answers(), evaluation());
    assertThatThrownBy(() -> new CreditCorrectionListener().on(new dev.kefu.engine.CaseCorrected(PROCESS, survey(number).getProcessInstanceId(), number, "evaluation", "userTask_bankCheck", CLERK)))
        .hasMessageContaining("下一步驟");
    new CreditCorrectionListener().on(new dev.kefu.engine.CaseCorrected(PROCESS, survey(number).getProcessInstanceId(), number, "assignment", "userTask_assign", SUPERVISOR));
  }

  @Test
  void customerIsLookedUpWhereSeveralMatch() {
    customer(name + " North");
    customer(name + " South");
    String number = persons.start(SALES, PROCESS).getBusinessKey();
    persons.submit(SALES, number, "userTask_request", "request", request("anomaly", name.substring(0, 20)));
    persons.submit(SALES, number, "userTask_chooseCustomer", "choice", Map.of("way", "pick", "customer", customer));
    assertThat(variable(number, "userTask_assign", "anomalyNote")).contains("Season ahead");
  }

  @Test
  void reportsCountGradesMovesAndUseOfLimits() {
    standings.write(customer, standing("BB", "30000.00", today().minusMonths(6)));
    Map<String, Object> used = evaluation();
    used.putAll(Map.of("receivable", "50000.00", "openOrders", "25000.00"));
    String number = investigated("request", answers(), used);
    review(number, true);
    opine(number, "asRated", Map.of());
    finance(number, "agree");
    decide(number, "approve");
    JsonNode limits = line("credit-limit-report", month(), "customer", name);
    assertThat(limits.path("limit").asDouble()).isEqualTo(60000);
    assertThat(limits.path("used").asDouble()).isEqualTo(75000);
    assertThat(limits.path("rate").asDouble()).isEqualTo(125);
    assertThat(limits.path("over").asInt()).isEqualTo(1);
    JsonNode ratings = line("credit-rating-report", month().substring(0, 4) + (today().getMonthValue() <= 6 ? "-H1" : "-H2"), "grade", "A");
    assertThat(ratings.path("up").asInt()).isPositive();
    assertThat(ratings.path("customers").asInt()).isPositive();
    assertThat(ratings.path("receivable").asDouble()).isGreaterThanOrEqualTo(50000);
    assertThat(http.withBasicAuth(SURVEYOR, password).getForEntity("/api/reports/credit-limit-report", String.class).getStatusCode().value()).isEqualTo(403);
  }

  private String month() {
    return today().toString().substring(0, 7);
  }

  private JsonNode line(String report, String period, String grouping, String label) {
    JsonNode sheet = http.withBasicAuth(FINANCE, password).getForObject("/api/reports/" + report + "?period={period}&grouping=" + grouping, JsonNode.class, period);
    return StreamSupport.stream(sheet.path("lines").spliterator(), false).filter(one -> label.equals(one.path("label").asText())).findFirst().orElseThrow().path("values");
  }

  private String seen(String person, String number) {
    Task task = taskService.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    return http.withBasicAuth(person, password).getForObject("/engine-rest/task/{id}/form-variables", String.class, task.getId());
  }

  private String asked(String occasion) {
    String number = persons.start(SALES, PROCESS).getBusinessKey();
    persons.submit(SALES, number, "userTask_request", "request", request(occasion, customer));
    return number;
  }

  private static Map<String, Object> request(String occasion, String enterprise) {
    Map<String, Object> request = new HashMap<>(Map.of("enterpriseName", enterprise, "occasion", occasion, "background", "Season ahead 旺季將至"));
    if ("request".equals(occasion)) {
      request.put("wantedLimit", "80000.00");
    }
    return request;
  }

  private String opened(String occasion) {
    String number = asked(occasion);
    assign(number);
    return number;
  }

  private String investigated(String occasion, Map<String, Object> answers, Map<String, Object> evaluation) {
    String number = opened(occasion);
    investigate(number, answers);
    evaluate(number, evaluation);
    return number;
  }

  private String reviewed(Map<String, Object> answers, Map<String, Object> evaluation) {
    String number = investigated("request", answers, evaluation);
    review(number, true);
    return number;
  }

  private void assign(String number) {
    persons.submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("surveyor", SURVEYOR, "assignmentNote", "Look at the books 看賬冊"));
  }

  private void investigate(String number, Map<String, Object> answers) {
    new AttachmentTrial(engine, port, password).send(SURVEYOR, "/api/cases/" + number + "/attachments", part("file", "licence 執照.pdf", PDF), part("kind", null, "businessLicence".getBytes(StandardCharsets.UTF_8)));
    persons.submit(SURVEYOR, number, "userTask_investigate", "survey", answers);
  }

  private void evaluate(String number, Map<String, Object> evaluation) {
    persons.submit(CLERK, number, "userTask_bankCheck", "evaluation", evaluation);
  }

  private void review(String number, boolean complete) {
    persons.submit(SUPERVISOR, number, "userTask_review", "review", complete ? Map.of("result", "complete") : Map.of("result", "incomplete", "reason", "Which bank? 何銀行？"));
  }

  private void opine(String number, String decision, Map<String, Object> more) {
    Map<String, Object> opinion = new HashMap<>(Map.of("decision", decision, "managerOpinion", "Good payer 付款良好", "paymentMode", "monthly", "guaranteeRequired", false));
    opinion.putAll(more);
    persons.submit(MANAGER, number, "userTask_manager", "opinion", opinion);
  }

  private void finance(String number, String opinion) {
    persons.submit(FINANCE, number, "userTask_finance", "financeOpinion", "agree".equals(opinion) ? Map.of("opinion", opinion) : Map.of("opinion", opinion, "financeNote", "Watch the season 注意淡季"));
  }

  private void decide(String number, String decision) {
    persons.submit(GENERAL_MANAGER, number, "userTask_decide", "approval", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Too high 太高"));
  }

  /** 18 + 12 + 8 + 4 of others; 10 + 8 + 4 + 4 + 2 + 3 + 5 = 78 points: A. */
  private Map<String, Object> answers() {
    Map<String, Object> answers = new HashMap<>(Map.of("enterpriseNo", "91110000MA01", "phone", "010-8888 1234", "address", "Zhongguancun 12 中關村", "managerName", "Mr Lin 林先生", "foundedOn", today().minusYears(6).toString(),
        "businessItems", "Pumps 水泵", "organisationForm", "shares", "ownershipMode", "partnership", "salesRegion", "North 華北", "locationType", "market"));
    answers.putAll(Map.of("tradingSince", today().minusYears(3).toString(), "mgrSkill", "some", "bank", "ICBC 工行", "accountingSystem", "complete", "capital", "1200000.00", "licence", "valid", "businessLicence", "L-1", "siteArea",
        "commercial", "siteRentedArea", 300, "dataRefused", false));
    answers.put("tradedGoods", List.of(Map.of("brand", "Pumps 泵", "monthQuantity", 10, "monthAmount", "40000.00", "yearQuantity", 100, "yearAmount", "400000.00")));
    return answers;
  }

  private Map<String, Object> evaluation() {
    return new HashMap<>(Map.of("bankCredit", "good", "peerRating", "good", "neighbourRating", "good", "paymentAttitude", "ordinary", "overdueDays", 0, "monthlySales", "50000.00", "knockOuts", List.of()));
  }

  private Map<String, Object> best() {
    Map<String, Object> answers = answers();
    answers.putAll(Map.of("foundedOn", today().minusYears(20).toString(), "tradingSince", today().minusYears(8).toString(), "mgrSkill", "skilled", "capital", "9000000.00", "siteArea", "busy", "siteOwnedArea", 900));
    return answers;
  }

  private Map<String, Object> bestEvaluation() {
    Map<String, Object> evaluation = evaluation();
    evaluation.putAll(Map.of("bankCredit", "veryGood", "peerRating", "veryGood", "neighbourRating", "veryGood", "paymentAttitude", "prompt"));
    return evaluation;
  }

  private static CreditStanding standing(String grade, String limit, LocalDate rated) {
    return new CreditStanding(grade, 75, 45, new BigDecimal(limit), false, "credit", rated, rated.plusYears(1), false);
  }

  private String customer(String called) {
    return customers.register(new NewCustomer(called, null, "direct", "current", "022-8" + Math.abs(called.hashCode() % 10_000_000), null, "north", null, "call", true)).code();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static void at(String time) {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  private void round() {
    ProcessInstance round = runtimeService.startProcessInstanceByKey(SCHEDULE);
    for (Job job = job(round); job != null; job = job(round)) {
      managementService.executeJob(job.getId());
    }
  }

  private Job job(ProcessInstance round) {
    return managementService.createJobQuery().processInstanceId(round.getId()).singleResult();
  }

  private void tell(String message, Map<String, Object> facts) {
    runtimeService.createMessageCorrelation(message).processDefinitionId(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(PROCESS).latestVersion().singleResult().getId())
        .setVariables(facts).correlateStartMessage();
  }

  private long started() {
    return historyService.createHistoricProcessInstanceQuery().processDefinitionKey(PROCESS).count();
  }

  private void end(CreditSurvey survey) {
    runtimeService.deleteProcessInstance(survey.getProcessInstanceId(), "over");
  }

  private CreditSurvey openSurvey() {
    return register.findFirstByCustomerCodeAndStatusOrderById(customer, CreditSurvey.Status.OPEN).orElseThrow();
  }

  private List<CreditSurvey> renewals(String code) {
    return jdbc.sql("select case_number from survey_credit_renewals where renewal_year = 2034 and customer_code = ?").param(code).query(String.class).list().stream().map(this::survey).toList();
  }

  private CreditSurvey survey(String number) {
    List<CreditSurvey> found = register.findByCaseNumberOrderById(number);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private String variable(String number, String step, String variable) {
    return String.valueOf(taskService.getVariable(task(number, step).getId(), variable));
  }

  private String facts(String number) {
    return variable(number, "userTask_decide", "facts");
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private Object outcome(String number, String variable) {
    return historyService.createHistoricVariableInstanceQuery().processInstanceId(survey(number).getProcessInstanceId()).variableName(variable).singleResult().getValue();
  }

  private HttpStatus withdraw(String user, String number) {
    return HttpStatus.valueOf(http.withBasicAuth(user, password).postForEntity("/api/cases/{number}/events/withdraw", Map.of("reason", "Not wanted any more 不再需要"), String.class, number).getStatusCode().value());
  }

  private void assertReached(String number, String step, boolean reached) {
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(survey(number).getProcessInstanceId()).activityId(step).count()).as(step).isEqualTo(reached ? 1 : 0);
  }

  private void assertEnded(String number, String end) {
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertReached(number, end, true);
  }
}
