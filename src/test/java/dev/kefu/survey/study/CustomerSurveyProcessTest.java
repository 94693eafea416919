package dev.kefu.survey.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import dev.kefu.survey.agency.CommissionTrial;
import dev.kefu.survey.interviewer.InterviewerTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class CustomerSurveyProcessTest {

  private static final String SUPERVISOR = "survey-supervisor";
  private static final String SPECIALIST = "survey-specialist";
  private static final String REQUESTER = "requesting-department";
  private static final String MANAGER = "customer-service-manager";
  private static final String INFORMATION = "information-supervisor";
  /** An annual plan without a case behind it. */
  private static final String PLAN = "ASP-2026-900001";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private SurveyRepository register;
  @Autowired private SurveyRelations relations;
  @Autowired private Customers customers;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private Persons persons;
  private InterviewerTrial interviewers;
  private CommissionTrial commission;
  private LocalDate today;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    interviewers = new InterviewerTrial(engine, clock);
    commission = new CommissionTrial(engine, clock, http, password);
    today = LocalDate.now(clock);
  }

  /** The timers of one test must not fire in the next one. */
  @AfterEach
  void takeAway() {
    runtimeService.createProcessInstanceQuery().processDefinitionKey("customer-survey").unlimitedList().forEach(left -> runtimeService.deleteProcessInstance(left.getId(), "test over"));
    jdbc.sql("delete from survey_plan_items where plan_id in (select id from survey_plans where case_number = ?)").param(PLAN).update();
    jdbc.sql("delete from survey_plans where case_number = ?").param(PLAN).update();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("customer-survey", "customer-survey-commission", "customer-survey-planning", "customer-survey-fieldwork", "customer-survey-report");
  }

  @Test
  void surveyGoesFromItsPurposeOverPlanAnswersAndAnalysisToTheFiledReport() {
    String number = persons.start(SUPERVISOR, "customer-survey").getBusinessKey();
    assertThat(task(number, "userTask_agreePurpose").getAssignee()).isEqualTo(SUPERVISOR);
    Map<String, Object> past = purpose("satisfaction");
    past.put("reportDate", today.toString());
    assertThatThrownBy(() -> persons.submit(SUPERVISOR, number, "userTask_agreePurpose", "purpose", past)).hasMessageContaining("須晚於今天");
    persons.submit(SUPERVISOR, number, "userTask_agreePurpose", "purpose", purpose("individualConsumers", "satisfaction"));
    assertThat(groups(number, "userTask_agreePurposeRequestingDepartment")).containsExactly(REQUESTER);
    persons.submit(REQUESTER, number, "userTask_agreePurposeRequestingDepartment", "consent", Map.of("agreed", "no", "wish", "Ask the north too 也問華北"));
    assertThat((String) variable(number, "userTask_agreePurpose", "returnNote")).contains("也問華北");
    persons.submit(SUPERVISOR, number, "userTask_agreePurpose", "purpose", purpose("individualConsumers", "satisfaction"));
    persons.submit(REQUESTER, number, "userTask_agreePurposeRequestingDepartment", "consent", Map.of("agreed", "yes"));
    assertThat((String) variable(number, "userTask_setContent", "topicFacts")).contains("Housing", "Consumer tastes").doesNotContain("partners");
    Map<String, Object> nobody = content(3, 2, List.of("personal", "income", "needs"));
    nobody.remove("subjectOtherCustomers");
    assertThatThrownBy(() -> persons.submit(SUPERVISOR, number, "userTask_setContent", "content", nobody)).hasMessageContaining("至少填一項");
    persons.submit(SUPERVISOR, number, "userTask_setContent", "content", content(3, 2, List.of("personal", "income", "needs")));
    plan(number, "900.00");
    assertThat(groups(number, "userTask_decide")).containsExactly(SUPERVISOR);
    decide(SUPERVISOR, number, "approve");
    Survey planned = survey(number);
    assertThat(planned.getStatus()).isEqualTo(Survey.Status.PLANNED);
    assertThat(planned.getMode()).isEqualTo("inHouse");
    assertThat(planned.getPlannedCost()).isEqualByComparingTo("900.00");

    released(number, List.of(own("How was the service? 服務如何", "scale", null), own("Where do you buy? 在何處購買", "single", "Shop 門店\nOnline 網店")), "given");
    assertThat(task(number, "userTask_collect").getDueDate()).isEqualTo(Date.from(today.plusDays(10).atTime(23, 59).atZone(clock.getZone()).toInstant()));
    IntStream.rangeClosed(1, 3).forEach(n -> answer(number, "R" + n, "Wang 王", n, Map.of("own1", 4, "own2", n == 1 ? "1" : "2")));
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_collect", "collection", collected("500.00", today, today.minusDays(1)))).hasMessageContaining("不得早於開始");
    collect(number, "500.00");
    assertThat((String) variable(number, "userTask_checkField", "fieldFacts")).contains("returned 回收 3", "Wang 王");
    callBack(number, true);
    check(number);

    Survey collected = survey(number);
    assertThat(collected.getStatus()).isEqualTo(Survey.Status.COLLECTED);
    assertThat(collected.getIssued()).isEqualTo(3);
    assertThat(collected.getValidAnswers()).isEqualTo(3);
    assertThat(answered(number, "R9", "Wang 王", 9, Map.of())).isNotEqualTo(HttpStatus.OK);
    report(number);
    Survey submitted = survey(number);
    assertThat(submitted.getStatus()).isEqualTo(Survey.Status.SUBMITTED);
    assertThat(submitted.getSecrecyGrade()).isEqualTo("secret");
    assertThat(told(number, "survey-report")).isTrue();
    assertThat(results(number, "COUNT")).contains("Where do you buy? 在何處購買/Online 網店/2/66.7");
    assertThat(results(number, "CROSS")).contains("Gender 性別: Female 女/Where do you buy? 在何處購買: Shop 門店/1/50.0");
    assertThat(results(number, "SCORE")).anyMatch(row -> row.startsWith("Delivery 交貨")).anyMatch(row -> row.startsWith("How was the service? 服務如何"));

    assertThatThrownBy(() -> file(number, SPECIALIST)).hasMessageContaining("須為兩人");
    file(number, "information-specialist");
    assertThat(groups(number, "userTask_carryOut")).containsExactly(INFORMATION);
    assertThat((String) variable(number, "userTask_carryOut", "todo")).contains("Report 報告");
    persons.submit(INFORMATION, number, "userTask_carryOut", "work", Map.of("outcome", "done", "result", "Filed 已歸檔"));
    assertThat(survey(number).getStatus()).isEqualTo(Survey.Status.COMPLETED);
    assertEnded(number, "endEvent_completed");
    assertPrinted(number);
  }

  @Test
  void annualPlanBeginsTheSurveyOnItsDayAndIsToldWhatItCost() {
    jdbc.sql("insert into survey_plans (case_number, process_instance_id, plan_year, planned, status, opened_at, version) values (?, ?, ?, true, 'APPROVED', ?, 0)").params(PLAN, UUID.randomUUID().toString(), today.getYear(),
        Timestamp.from(clock.instant())).update();
    jdbc.sql("""
        insert into survey_plan_items (plan_id, item_no, priority, title, department, goals, topics, methods, key_customers, other_customers, sample_size, regions, leader, starts_on, report_on, asked_budget, budget,
          carried_over, status, version)
        select id, 1, 1, 'What customers think 客戶所想', 'sales', 'Know the needs 了解需求', 'needs', 'questionnaire', '', 'All who bought 所有購買者', 2, 'east', 'survey-specialist', ?, ?, 1000, 1000, false, 'RELEASED', 0
        from survey_plans where case_number = ?""").params(today, today.plusDays(40), PLAN).update();
    runtimeService.startProcessInstanceByKey("annual-survey-plan-round");
    String number = jdbc.sql("select survey_case from survey_plan_items where status = 'BEGUN' and plan_id in (select id from survey_plans where case_number = ?)").param(PLAN).query(String.class).single();
    assertThat((String) variable(number, "userTask_agreePurpose", "knownFacts")).contains("1000.00 元", PLAN);

    content(number, 2, 2, List.of("east"), List.of("needs"));
    plan(number, "900.00");
    decide(SUPERVISOR, number, "approve");
    released(number, List.of(), "given");
    IntStream.rangeClosed(1, 2).forEach(n -> answer(number, "R" + n, "Wang 王", n, Map.of()));
    collect(number, "870.50");
    callBack(number, true);
    check(number);
    persons.submit(SPECIALIST, number, "userTask_tidy", "tidying", tidied());
    Map<String, Object> analysis = analysed();
    analysis.remove("crossTables");
    persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", analysis);
    write(number);
    review(number, "accept", true);
    file(number, "information-specialist");
    persons.submit(INFORMATION, number, "userTask_carryOut", "work", Map.of("outcome", "done", "result", "Filed 已歸檔"));

    assertThat(jdbc.sql("select status, cost, done_on from survey_plan_items where survey_case = ?").param(number).query().singleRow()).containsEntry("status", "DONE").hasEntrySatisfying("cost",
        cost -> assertThat((BigDecimal) cost).isEqualByComparingTo("870.50")).hasEntrySatisfying("done_on", day -> assertThat(day).hasToString(today.toString()));
  }

  private void assertPrinted(String number) {
    assertThat(printed(REQUESTER, number, "survey-analysis-report-form")).contains("1Subject", "2Purpose", "3Conclusions", "4Appendix", "Theywaittoolong", "66.7%", "█", "Called", "Meanofthescales");
    assertThat(printed(SUPERVISOR, number, "survey-questionnaire-form")).contains("Wheredoyoubuy?", "□Shop", "□Male");
    assertThat(printed(SUPERVISOR, number, "survey-plan-form")).contains("900.00元", "Whatcustomersthink", "Knowwheretoimprove");
    assertThat(http.withBasicAuth("warehouse-keeper", password).getForEntity("/api/cases/{number}/documents/survey-analysis-report-form.pdf", byte[].class, number).getStatusCode().value()).isIn(403, 404);
  }

  private String printed(String person, String number, String form) {
    ResponseEntity<byte[]> paper = http.withBasicAuth(person, password).getForEntity("/api/cases/{number}/documents/{form}.pdf", byte[].class, number, form);
    assertThat(paper.getStatusCode()).isEqualTo(HttpStatus.OK);
    try (PDDocument pdf = Loader.loadPDF(paper.getBody())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void fieldWorkIsCheckedMoreRedoneAndExtendedOnce() {
    String number = approved(6, 2);
    released(number, List.of(), "given");
    IntStream.rangeClosed(1, 6).forEach(n -> answer(number, "R" + n, "Interviewer " + n, n, Map.of()));
    collect(number, "100.00");
    check(number);
    assertThat((String) variable(number, "userTask_checkField", "checkNote")).contains("增加抽查");

    List<Long> drawn = toCallBack(number);
    assertThat(drawn).hasSize(6);
    record(number, drawn.get(0), false);
    drawn.subList(1, 6).forEach(id -> record(number, id, true));
    check(number);
    assertThat((String) variable(number, "userTask_collect", "collectNote")).contains("批次重做", "Interviewer ", "(1)");

    collect(number, "120.00");
    check(number);
    assertThat(jdbc.sql("select count(*) from survey_sheets where survey_no = ? and set_aside <> 0").param(number).query(Integer.class).single()).isEqualTo(1);
    assertThat(survey(number).getStatus()).isEqualTo(Survey.Status.COLLECTED);

    String other = approved(10, 2);
    released(other, List.of(), "given");
    IntStream.rangeClosed(1, 5).forEach(n -> answer(other, "R" + n, "Wang 王", n, Map.of()));
    collect(other, "100.00");
    callBack(other, false);
    check(other);
    assertThat((String) variable(other, "userTask_collect", "collectNote")).contains("全部重做");
    IntStream.rangeClosed(1, 5).forEach(n -> answer(other, "R" + n, "Wang 王", n, Map.of()));
    collect(other, "200.00");
    callBack(other, true);
    check(other);
    assertThat((String) variable(other, "userTask_collect", "collectNote")).contains("延長五個工作日");
    assertThat(survey(other).isExtended()).isTrue();
    assertThat(survey(other).getFieldEnd()).isAfter(today.plusDays(10));
    assertThat(task(other, "userTask_collect").getDueDate()).isAfter(Date.from(today.plusDays(11).atStartOfDay(clock.getZone()).toInstant()));
    collect(other, "300.00");
    check(other);
    assertThat(survey(other).getStatus()).isEqualTo(Survey.Status.COLLECTED);
  }

  @Test
  void questionnaireIsTriedOutBeforeItIsReleasedAndWhoRefusesIsReplacedFromTheReserve() {
    String region = "overseas";
    IntStream.range(0, 3).forEach(n -> customers.register(new NewCustomer("Asked " + UUID.randomUUID(), null, "direct", "current", "021-5" + (int) (Math.random() * 10_000_000), null, region, null, "call", true)));
    String number = contentSet(2, 1, List.of(region), List.of("needs"));
    plan(number, "900.00");
    decide(SUPERVISOR, number, "approve");
    interviewers.request(number);
    interviewers.decide(SUPERVISOR, number, "approve");
    interviewers.interview(number, List.of(interviewers.applicant("Lin 林", 90), interviewers.applicant("Wu 吳", 80)));
    interviewers.pick(number, List.of("Lin 林", "Wu 吳"));
    interviewers.train(number, 80, 95);
    interviewers.engage(number, List.of(interviewers.signed("Lin 林", true, 100), interviewers.signed("Wu 吳", true, 100)), "Lin 林 11010119900101123X\nWu 吳 110101199001011248");

    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_design", "questionnaire", sheet(List.of(), "simple", 1, Map.of("needs", false, "productAwareness", false)))).hasMessageContaining("至少勾選");
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_design", "questionnaire", sheet(List.of(own("Which? 哪個", "single", "One 一")), "simple", 1, Map.of()))).hasMessageContaining("至少兩個選項");
    persons.submit(SPECIALIST, number, "userTask_design", "questionnaire", sheet(List.of(), "simple", 1, Map.of("needs", true, "productAwareness", true)));
    assertThatThrownBy(() -> pretest(number, "release")).hasMessageContaining("5 to 10 trial answers");
    pretest(number, "fail");
    assertThat((String) variable(number, "userTask_design", "returnNote")).contains("題目太長");
    persons.submit(SPECIALIST, number, "userTask_design", "questionnaire", sheet(List.of(), "simple", 1, Map.of("productAwareness", true)));
    IntStream.rangeClosed(1, 5).forEach(n -> answer(number, "T" + n, "Wang 王", n, Map.of("productAwareness", 3)));
    pretest(number, "release");

    JsonNode sample = get(SPECIALIST, "/api/surveys/" + number + "/sample").path("rows");
    post(SPECIALIST, "/api/surveys/" + number + "/sample/issues", Map.of("interviewer", "Wang 王", "batch", "B1", "number", 2));
    String refusing = sample.get(0).path("respondent").asText();
    JsonNode replaced = post(SPECIALIST, "/api/surveys/" + number + "/sample/" + refusing + "/refusal", Map.of("reason", "No time 沒空"));
    assertThat(replaced.path("respondent").asText()).startsWith("C").isNotEqualTo(refusing);
    answer(number, replaced.path("respondent").asText(), "Lin 林", 1, Map.of());
    answer(number, sample.get(1).path("respondent").asText(), "Lin 林", 2, Map.of());
    collect(number, "100.00");
    assertThat((String) variable(number, "userTask_checkField", "fieldFacts")).contains("Sample 樣本:** 2");
    callBack(number, true);
    check(number);
    assertThat(variable(interviewers.settlementOf(number), "userTask_assess", "assessment").toString()).contains("Lin 林", "\"valid\":2");
  }

  @Test
  void fieldWorkGoesOnWithoutInterviewersWhoCouldNotBeHad() {
    String number = contentSet(2, 1, List.of("east"), List.of("needs"));
    plan(number, "900.00");
    decide(SUPERVISOR, number, "approve");
    interviewers.request(number);
    interviewers.decide(SUPERVISOR, number, "reject");
    assertThat(task(number, "userTask_design")).isNotNull();
    assertThat(survey(number).getMode()).isEqualTo("partTime");
  }

  @Test
  void planIsCheckedReturnedAndRejected() {
    String number = contentSet(3, 2, List.of("east"), List.of("needs"));
    assertThat((Object) variable(number, "userTask_plan", "plan")).hasToString(variable(number, "userTask_plan", "plan").toString()).asString().contains("Know where to improve");
    refused(number, "surveyGoals", List.of(Map.of("priority", 2, "goal", "Know 了解")), "優先順序");
    refused(number, "schedule", List.of(Map.of("stage", "Ask 調查", "start", today.plusDays(3).toString(), "end", today.plusDays(2).toString(), "owner", "Wang 王")), "結束早於開始");
    refused(number, "schedule", List.of(Map.of("stage", "Ask 調查", "start", today.toString(), "end", today.plusDays(90).toString(), "owner", "Wang 王")), "晚於報告提交日期");
    refused(number, "members", List.of(Map.of("name", "Wang 王", "skill", "None 無", "trainingNeeded", true)), "須填");
    refused(number, "fieldEnd", today.plusDays(90).toString(), "須在今天與報告提交日期之間");
    refused(number, "budget", List.of(Map.of("item", "Nothing 無", "amount", "0.00")), "合計須大於零");

    plan(number, "5000.01");
    assertThat(groups(number, "userTask_decide")).containsExactly(MANAGER);
    decide(MANAGER, number, "return");
    assertThat((String) variable(number, "userTask_plan", "returnNote")).contains("Too dear");
    plan(number, "5000.00");
    assertThat(groups(number, "userTask_decide")).containsExactly(SUPERVISOR);
    decide(SUPERVISOR, number, "reject");
    assertThat(survey(number).getStatus()).isEqualTo(Survey.Status.REJECTED);
    assertEnded(number, "endEvent_rejected");
  }

  private void refused(String number, String field, Object value, String message) {
    Map<String, Object> plan = planned("900.00");
    plan.put(field, value);
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_plan", "plan", plan)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "raise", "cancel"})
  void planAboveTheAnnualBudgetStopsUntilTheSupervisorCutsItRaisesItOrEndsTheSurvey(String decision) {
    String plan = "PLN-" + (2026 + decision.length()) + "-000001";
    String number = ofAnnualPlan(plan);
    assertThat(relations.of(number)).extracting("caseNumber").containsExactly(plan);
    assertThat(relations.of(plan)).extracting("caseNumber").contains(number);
    plan(number, "1100.01");
    assertThat((String) variable(number, "userTask_amendPlan", "amendFacts")).contains("1100.01 元", "1000.00 元");
    Map<String, Object> amendment = new HashMap<>(Map.of("decision", decision, "reason", "The north is far 華北路遠"));
    if ("raise".equals(decision)) {
      amendment.putAll(Map.of("newBudget", "1500.00", "approvedUnder", "PLN-2026-000009"));
    }
    persons.submit(SUPERVISOR, number, "userTask_amendPlan", "amendment", amendment);
    if ("cancel".equals(decision)) {
      assertThat(survey(number).getStatus()).isEqualTo(Survey.Status.CANCELLED);
      assertEnded(number, "endEvent_stopped");
      return;
    }
    assertThat((String) variable(number, "userTask_plan", "returnNote")).contains("華北路遠");
    plan(number, "raise".equals(decision) ? "1600.00" : "1100.00");
    decide(SUPERVISOR, number, "approve");
    assertThat(task(number, "userTask_design")).isNotNull();
    assertThat(survey(number).getBudget()).isEqualByComparingTo("raise".equals(decision) ? "1500.00" : "1000.00");
  }

  @ParameterizedTest
  @CsvSource({"approve, COLLECTED", "reject, REJECTED", "cancel, CANCELLED"})
  void fieldWorkAboveThePlanStopsUntilThePlanIsAmended(String decision, Survey.Status status) {
    String number = approved(2, 2);
    released(number, List.of(), "given");
    IntStream.rangeClosed(1, 2).forEach(n -> answer(number, "R" + n, "Wang 王", n, Map.of()));
    collect(number, "990.01");
    assertThat((String) variable(number, "userTask_amendPlan", "amendFacts")).contains("990.01 元", "900.00 元");
    persons.submit(SUPERVISOR, number, "userTask_amendPlan", "amendment", "cancel".equals(decision) ? Map.of("decision", "cancel", "reason", "Too dear 太貴了吧")
        : Map.of("decision", "raise", "newBudget", "2000.00", "approvedUnder", "PLN-2026-000009", "reason", "More travel 差旅增加"));
    if (!"cancel".equals(decision)) {
      plan(number, "1500.00");
      decide(SUPERVISOR, number, decision);
    }
    if ("approve".equals(decision)) {
      collect(number, "1000.00");
      callBack(number, true);
      check(number);
    }
    assertThat(survey(number).getStatus()).isEqualTo(status);
  }

  @Test
  void commissionThatCameToNothingIsTriedAgainAndItsDataAreReported() {
    String number = contentSet(501, 2, List.of("east"), List.of("needs"));
    commissionIsRejected(number);
    recourse(number, "again");
    commissionIsAccepted(number);

    Map<String, Object> figures = tidied();
    figures.putAll(Map.of("sampleIssued", 600, "sampleValid", 601, "recheckShare", 12.5, "recheckInvalid", 2, "surveyFrom", today.minusDays(9).toString(), "surveyTo", today.toString()));
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_tidy", "tidying", figures)).hasMessageContaining("不得多於發出份數");
    figures.put("sampleValid", 580);
    figures.put("surveyTo", today.minusDays(10).toString());
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_tidy", "tidying", figures)).hasMessageContaining("不得早於開始");
    figures.put("surveyTo", today.toString());
    persons.submit(SPECIALIST, number, "userTask_tidy", "tidying", figures);
    Map<String, Object> analysis = analysed();
    analysis.remove("crossTables");
    analysis.put("needsResults", List.of(Map.of("item", "Buys again? 再購", "option", "Yes 是", "count", 400, "percent", 69)));
    persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", analysis);
    write(number);
    review(number, "accept", true);
    assertThat(survey(number)).satisfies(survey -> {
      assertThat(survey.getMode()).isEqualTo("commissioned");
      assertThat(survey.getStatus()).isEqualTo(Survey.Status.SUBMITTED);
      assertThat(survey.getValidAnswers()).isEqualTo(580);
      assertThat(survey.getAgencyName()).isEqualTo(commission.agency("A"));
      assertThat(survey.getAgencyFee()).isEqualByComparingTo("40000.00");
    });
    assertThat(results(number, "COUNT")).containsExactly("Buys again? 再購/Yes 是/400/69.0");
    file(number, "information-specialist");
    persons.submit(INFORMATION, number, "userTask_carryOut", "work", Map.of("outcome", "notDone", "result", "No shelf 無架位"));
    assertThat(survey(number).getStatus()).isEqualTo(Survey.Status.COMPLETED);
    assertEnded(number, "endEvent_notFiled");
  }

  @Test
  void commissionThatCameToNothingIsGivenUpOrDoneInHouse() {
    String given = contentSet(501, 2, List.of("east"), List.of("needs"));
    commissionIsRejected(given);
    recourse(given, "cancel");
    assertThat(survey(given).getStatus()).isEqualTo(Survey.Status.CANCELLED);

    String inHouse = contentSet(501, 1, List.of("east"), List.of("needs"));
    commissionIsRejected(inHouse);
    recourse(inHouse, "inHouse");
    plan(inHouse, "900.00");
    assertThat(survey(inHouse).getMode()).isEqualTo("partTime");
  }

  @ParameterizedTest
  @CsvSource({"userTask_agreePurpose, event_proposalOverdue, carryOut", "userTask_agreePurposeRequestingDepartment, event_consentOverdue, cancel"})
  void purposeThatIsNotAgreedInThreeWorkingDaysIsSettledByTheManager(String step, String timer, String decision) {
    String number = persons.start(SUPERVISOR, "customer-survey").getBusinessKey();
    if (!"userTask_agreePurpose".equals(step)) {
      persons.submit(SUPERVISOR, number, "userTask_agreePurpose", "purpose", purpose("credit"));
    }
    assertThat(task(number, step)).isNotNull();
    Job overdue = timer(number, timer);
    assertThat(overdue.getDuedate()).isAfter(Date.from(clock.instant().plusSeconds(2 * 24 * 3600)));
    managementService.executeJob(overdue.getId());
    assertThat(groups(number, "userTask_settle")).containsExactly(MANAGER);
    if ("cancel".equals(decision)) {
      assertThat((String) variable(number, "userTask_settle", "settlementFacts")).contains("What customers think");
      persons.submit(MANAGER, number, "userTask_settle", "settlement", Map.of("decision", "cancel", "reason", "Nobody needs it 無人需要"));
      assertEnded(number, "endEvent_cancelled");
      return;
    }
    Map<String, Object> ruling = purpose("credit");
    ruling.putAll(Map.of("decision", "carryOut", "reason", "Needed by spring 春季需要", "reportDate", today.toString()));
    assertThatThrownBy(() -> persons.submit(MANAGER, number, "userTask_settle", "settlement", ruling)).hasMessageContaining("須晚於今天");
    ruling.put("reportDate", today.plusDays(40).toString());
    persons.submit(MANAGER, number, "userTask_settle", "settlement", ruling);
    assertThat((String) variable(number, "userTask_setContent", "topicFacts")).contains("Main partners");
    assertThat(survey(number).getPurposes()).isEqualTo("credit");
  }

  @Test
  void userOfTheReportIsWarnedTwoWorkingDaysBeforeItIsDue() {
    String number = contentSet(3, 2, List.of("east"), List.of("needs"));
    Job due = timer(number, "event_reportDue");
    assertThat(due.getDuedate()).isBefore(Date.from(today.plusDays(39).atStartOfDay(clock.getZone()).toInstant()));
    managementService.executeJob(due.getId());
    assertThat(told(number, "survey-due")).isTrue();
    assertThat(survey(number).getWarnedAt()).isNotNull();
    assertThat(task(number, "userTask_plan")).isNotNull();
  }

  @Test
  void reportIsReturnedUntilItsFiguresAreCheckedAndAllOfArticleElevenHolds() {
    String number = approved(2, 2);
    released(number, List.of(), "given");
    IntStream.rangeClosed(1, 2).forEach(n -> answer(number, "R" + n, "Wang 王", n, Map.of()));
    collect(number, "100.00");
    callBack(number, true);
    check(number);
    persons.submit(SPECIALIST, number, "userTask_tidy", "tidying", tidied());
    Map<String, Object> wrong = analysed();
    wrong.remove("crossTables");
    wrong.put("subjectGender", List.of(Map.of("male", 60, "female", 39)));
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", wrong)).hasMessageContaining("性別比例", "99");
    wrong.put("subjectGender", List.of(Map.of("male", 60, "female", 40)));
    wrong.put("crossTables", List.of(Map.of("rows", "nothing", "columns", "needs")));
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", wrong)).hasMessageContaining("is no question");
    wrong.remove("crossTables");
    persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", wrong);
    Map<String, Object> disordered = written();
    disordered.put("conclusions", List.of(Map.of("weight", 2, "sort", "answer", "conclusion", "Second 其次", "evidence", "See I 見一")));
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_write", "report", disordered)).hasMessageContaining("輕重緩急");
    write(number);
    assertThat(correct(SUPERVISOR, number, "analysis", wrong)).isEqualTo(HttpStatus.BAD_REQUEST);
    Map<String, Object> renamed = written();
    renamed.put("reportTitle", "Better title 更好的題目");
    assertThat(correct(MANAGER, number, "report", renamed)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(survey(number).getReportTitle()).isEqualTo("Better title 更好的題目");

    assertThatThrownBy(() -> review(number, "accept", false)).hasMessageContaining("數字已核查");
    review(number, "return", false);
    assertThat((String) variable(number, "userTask_write", "returnNote")).contains("Explain the second table");
    write(number);
    review(number, "accept", true);
    assertThat(survey(number).getStatus()).isEqualTo(Survey.Status.SUBMITTED);
  }

  @Test
  void surveyIsWithdrawnUntilItsPlanIsApproved() {
    String number = contentSet(3, 2, List.of("east"), List.of("needs"));
    assertThat(withdraw(number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(survey(number).getStatus()).isEqualTo(Survey.Status.WITHDRAWN);
    assertThat(withdraw(approved(3, 2))).isEqualTo(HttpStatus.CONFLICT);
  }

  // Steps

  private String ofAnnualPlan(String plan) {
    String number = runtimeService.startProcessInstanceByKey("customer-survey", Map.of("surveyTitle", "What customers think 客戶所想", "requestingDepartment", "sales", "surveyGoals", "Know the needs 了解需求\nKnow where to improve 明確改進",
        "reportDate", today.plusDays(40).toString(), "surveyBudget", "1000.00", "planNumber", plan)).getBusinessKey();
    assertThat((String) variable(number, "userTask_agreePurpose", "knownFacts")).contains("1000.00 元");
    assertThat(variable(number, "userTask_agreePurpose", "purpose").toString()).contains("What customers think", "sales");
    content(number, 3, 2, List.of("east"), List.of("needs"));
    return number;
  }

  private String contentSet(int sample, int staff, List<String> regions, List<String> topics) {
    String number = persons.start(SUPERVISOR, "customer-survey").getBusinessKey();
    content(number, sample, staff, regions, topics);
    return number;
  }

  private void content(String number, int sample, int staff, List<String> regions, List<String> topics) {
    persons.submit(SUPERVISOR, number, "userTask_agreePurpose", "purpose", purpose("satisfaction"));
    persons.submit(REQUESTER, number, "userTask_agreePurposeRequestingDepartment", "consent", Map.of("agreed", "yes"));
    Map<String, Object> content = content(sample, staff, topics);
    content.put("regions", regions);
    persons.submit(SUPERVISOR, number, "userTask_setContent", "content", content);
  }

  private String approved(int sample, int staff) {
    String number = contentSet(sample, staff, List.of("east"), List.of("needs"));
    plan(number, "900.00");
    decide(SUPERVISOR, number, "approve");
    return number;
  }

  private Map<String, Object> purpose(String... kinds) {
    return new HashMap<>(Map.of("surveyTitle", "What customers think 客戶所想", "requestingDepartment", "sales", "reportDate", today.plusDays(40).toString(), "purposes", List.of(kinds), "surveyPurpose", "Find out why fewer buy again 查明複購下降原因",
        "scope", "Customers of the last year 近一年客戶", "expectedGoal", "Know where to improve 明確改進"));
  }

  private Map<String, Object> content(int sample, int staff, List<String> topics) {
    return new HashMap<>(Map.of("topics", topics, "topicNotes", "As in art. 5 按第五條", "keyPoints", "Delivery 交貨", "framework", "From many to few 由多到少", "subjectOtherCustomers", "All who bought 所有購買者", "sampleSize", sample, "regions",
        List.of("east"), "expertise", "yes", "staffFree", staff));
  }

  private Map<String, Object> planned(String cost) {
    return new HashMap<>(Map.of("surveyGoals", List.of(Map.of("priority", 1, "goal", "Know where to improve 明確改進")), "sources", List.of(Map.of("data", "Orders 訂單", "source", "Sales 銷售部")), "methods", List.of("questionnaire", "phone"),
        "leader", SPECIALIST, "fieldEnd", today.plusDays(10).toString(), "schedule", List.of(Map.of("stage", "Ask 調查", "start", today.toString(), "end", today.plusDays(10).toString(), "owner", "Wang 王")), "members",
        List.of(Map.of("name", "Wang 王", "skill", "Interviews 訪問", "trainingNeeded", false)), "budget", List.of(Map.of("item", "Travel 差旅", "amount", cost)), "costControl", "Phone first 先電話"));
  }

  private void plan(String number, String cost) {
    Map<String, Object> plan = planned(cost);
    if ("partTime".equals(variable(number, "userTask_plan", "surveyMode"))) {
      plan.put("interviewersNeeded", 4);
    }
    persons.submit(SPECIALIST, number, "userTask_plan", "plan", plan);
  }

  private void decide(String person, String number, String decision) {
    persons.submit(person, number, "userTask_decide", "approval", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Too dear 太貴，請縮減"));
  }

  private Map<String, Object> own(String label, String kind, String options) {
    Map<String, Object> own = new HashMap<>(Map.of("label", label, "topic", "needs", "kind", kind, "obligatory", true, "mayRefuse", false));
    if (options != null) {
      own.put("options", options);
    }
    return own;
  }

  private Map<String, Object> sheet(List<Map<String, Object>> own, String method, int reserve, Map<String, Object> ticks) {
    Map<String, Object> sheet = new HashMap<>(Map.of("introduction", "Dear customer 尊敬的客戶", "questions", own, "way", "phone", "sampleMethod", method, "reserve", reserve));
    sheet.putAll(ticks);
    return sheet;
  }

  /** Designs, tries out and releases: gender, age and income where their topics are asked, else how well products are known, and one's own questions. */
  private void released(String number, List<Map<String, Object>> own, String method) {
    boolean persons5 = ((String) variable(number, "userTask_design", "topics")).contains("personal");
    persons.submit(SPECIALIST, number, "userTask_design", "questionnaire", sheet(own, method, 0, persons5 ? Map.of("gender", true, "age", true, "incomeBand", true) : Map.of("productAwareness", true)));
    IntStream.rangeClosed(1, 5).forEach(n -> answer(number, "T" + n, "Wang 王", n, own.isEmpty() ? Map.of() : Map.of("own1", 4, "own2", "1")));
    pretest(number, "release");
  }

  private void pretest(String number, String outcome) {
    persons.submit(SUPERVISOR, number, "userTask_pretest", "pretest", Map.of("outcome", outcome, "findings", "One question is too long 題目太長"));
  }

  private void answer(String number, String respondent, String interviewer, int n, Map<String, Object> more) {
    assertThat(answered(number, respondent, interviewer, n, more)).isEqualTo(HttpStatus.OK);
  }

  private HttpStatus answered(String number, String respondent, String interviewer, int n, Map<String, Object> more) {
    Map<String, Object> answers = new HashMap<>(more);
    JsonNode survey = get(SPECIALIST, "/api/surveys/" + number);
    survey.path("questions").forEach(question -> {
      JsonNode options = question.path("options");
      if (!more.containsKey(question.path("code").asText())) {
        answers.put(question.path("code").asText(), options.isEmpty() ? (Object) (n % 5 + 1) : options.get(n % options.size()).path("code").asText());
      }
    });
    return HttpStatus.valueOf(http.withBasicAuth(SPECIALIST, password).postForEntity("/api/surveys/{no}/answers", Map.of("respondent", respondent, "interviewer", interviewer, "batch", "B1", "way", "phone", "seconds", 300,
        "answers", answers), String.class, number).getStatusCode().value());
  }

  private Map<String, Object> collected(String spent, LocalDate from, LocalDate to) {
    return Map.of("sourcesAnalysed", "Orders first 先訂單", "relations", "Orders and complaints 訂單與投訴", "surveyFrom", from.toString(), "surveyTo", to.toString(), "spent", spent);
  }

  private void collect(String number, String spent) {
    persons.submit(SPECIALIST, number, "userTask_collect", "collection", collected(spent, today.minusDays(3), today));
  }

  private List<Long> toCallBack(String number) {
    List<Long> ids = new ArrayList<>();
    get(SUPERVISOR, "/api/surveys/" + number + "/answers?which=recheck").path("rows").forEach(row -> {
      if ("DRAWN".equals(row.path("recheck").asText())) {
        ids.add(row.path("id").asLong());
      }
    });
    return ids;
  }

  private void callBack(String number, boolean confirmed) {
    List<Long> drawn = toCallBack(number);
    assertThat(drawn).isNotEmpty();
    drawn.forEach(id -> record(number, id, confirmed));
  }

  private void record(String number, long id, boolean confirmed) {
    post(SUPERVISOR, "/api/surveys/" + number + "/answers/" + id + "/recheck", Map.of("confirmed", confirmed, "note", "Called 已致電"));
  }

  private void check(String number) {
    persons.submit(SUPERVISOR, number, "userTask_checkField", "fieldCheck", Map.of("comment", "Called back by phone 電話抽查", "valid", true));
  }

  private void offers(String number) {
    commission.brief(number);
    List.of("A", "B", "C").forEach(letter -> assertThat(commission.offers(number, commission.offer(letter, "40000.00"))).startsWith("204"));
    commission.score(number, List.of(commission.line("A", true, 90), commission.line("B", true, 80), commission.line("C", true, 50)));
  }

  private void commissionIsRejected(String number) {
    offers(number);
    commission.decide(MANAGER, number, "reject");
  }

  private void commissionIsAccepted(String number) {
    offers(number);
    commission.decide(MANAGER, number, "approve");
    commission.contract(number, "done");
    commission.pay(number, "userTask_prepay", "prepayment", "12000.00");
    commission.status(number, 100, today);
    commission.check(number, commission.checked(100, 0, true, "0.00"));
    commission.pay(number, "userTask_finalPay", "payment", "28000.00");
    commission.rate(number, 90);
  }

  private void recourse(String number, String recourse) {
    persons.submit(SUPERVISOR, number, "userTask_goOn", "goingOn", Map.of("recourse", recourse, "reason", "Nobody offered 無人報價"));
  }

  private Map<String, Object> tidied() {
    return new HashMap<>(Map.of("discarded", "Two blank ones 兩份空白", "evaluation", "Good 良好", "sourcesTraced", "All from orders 均出自訂單", "oneForm", "yes"));
  }

  private Map<String, Object> analysed() {
    return new HashMap<>(Map.of("synthesis", "Late deliveries are behind most answers 多數與交貨遲有關", "conflicts", "None 無", "inference", "Faster delivery brings buyers back 交貨快則複購升", "subjectAge", List.of(Map.of("band", "18-30", "percent", 100)),
        "subjectGender", List.of(Map.of("male", 50, "female", 50)), "subjectIncome", List.of(Map.of("band", "3,000", "percent", 100)), "needsConclusion", "Delivery counts 交貨重要", "satisfactionResults",
        List.of(Map.of("item", "Delivery 交貨", "score", 71.5)), "crossTables", List.of(Map.of("rows", "gender", "columns", "own2"))));
  }

  private void report(String number) {
    assertThat((String) variable(number, "userTask_tidy", "dataFacts")).contains("returned 回收 3");
    persons.submit(SPECIALIST, number, "userTask_tidy", "tidying", tidied());
    assertThat((String) variable(number, "userTask_analyse", "resultFacts")).contains("own2", "66.7 %");
    assertThat(variable(number, "userTask_analyse", "analysis").toString()).contains("subjectAge", "subjectIncome", "male");
    persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", analysed());
    write(number);
    assertThat((String) variable(number, "userTask_review", "reportFacts")).contains("They wait too long", "4 Appendix");
    review(number, "accept", true);
  }

  private Map<String, Object> written() {
    return new HashMap<>(Map.of("reportTitle", "What customers think 客戶所想", "commissionedBy", "sales", "executingDepartment", "customerService", "background", "Fewer buy again 複購下降", "purpose", "Find out why 查明原因", "method",
        List.of("questionnaire"), "conclusions", List.of(Map.of("weight", 1, "sort", "problem", "conclusion", "They wait too long 等待過久", "evidence", "Question 1 題一"), Map.of("weight", 2, "sort", "finding", "conclusion", "Online grows 網購上升",
            "evidence", "Question 2 題二")), "suggestions", List.of(Map.of("suggestion", "Deliver in two days 兩日內交貨", "department", "logistics", "date", today.plusDays(60).toString())), "appendix", "Mean of the scales 量表平均值"));
  }

  private void write(String number) {
    persons.submit(SPECIALIST, number, "userTask_write", "report", written());
  }

  private void review(String number, String decision, boolean checked) {
    Map<String, Object> review = new HashMap<>(Map.of("figuresChecked", checked, "secrecyGrade", "secret", "decision", decision, "checks",
        checked ? List.of("fair", "consistent", "complete", "evidence", "emphasis", "language") : List.of("fair")));
    if ("return".equals(decision)) {
      review.put("decisionReason", "Explain the second table 請說明第二張表");
    }
    persons.submit(SUPERVISOR, number, "userTask_review", "review", review);
  }

  private void file(String number, String takenBy) {
    persons.submit(SPECIALIST, number, "userTask_file", "transfer", Map.of("fromUnit", "survey", "period", "2026", "rows", List.of(Map.of("title", "Report 報告", "type", "report", "pages", 12, "secrecyGrade", "secret")),
        "givenBy", SPECIALIST, "takenBy", takenBy));
  }

  // What is there

  private JsonNode get(String person, String path) {
    ResponseEntity<JsonNode> answer = http.withBasicAuth(person, password).getForEntity(path, JsonNode.class);
    assertThat(answer.getStatusCode().is2xxSuccessful()).as("%s: %s", path, answer.getBody()).isTrue();
    return answer.getBody();
  }

  private JsonNode post(String person, String path, Map<String, ?> body) {
    ResponseEntity<JsonNode> answer = http.withBasicAuth(person, password).postForEntity(path, body, JsonNode.class);
    assertThat(answer.getStatusCode().is2xxSuccessful()).as("%s: %s", path, answer.getBody()).isTrue();
    return answer.getBody();
  }

  private HttpStatus correct(String person, String number, String root, Map<String, ?> data) {
    return HttpStatus.valueOf(http.withBasicAuth(person, password).postForEntity("/api/cases/{number}/corrections", Map.of("root", root, "reason", "Wrong line 選錯一行", "data", data), String.class, number).getStatusCode().value());
  }

  private HttpStatus withdraw(String number) {
    return HttpStatus.valueOf(http.withBasicAuth(SUPERVISOR, password).postForEntity("/api/cases/{number}/events/withdraw", Map.of("reason", "Not needed 不需要了"), String.class, number).getStatusCode().value());
  }

  private boolean told(String number, String template) {
    return jdbc.sql("select count(*) from notification_messages where case_number = ? and template = ?").params(number, template).query(Integer.class).single() > 0;
  }

  private List<String> results(String number, String sort) {
    return jdbc.sql("select r.item, r.choice, r.counted, r.percent from survey_study_results r join survey_studies s on s.id = r.survey_id where s.case_number = ? and r.sort = ? order by r.position").params(number, sort)
        .query((row, index) -> row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3) + "/" + row.getString(4)).list();
  }

  private Job timer(String number, String activity) {
    return managementService.createJobQuery().timers().activityId(activity).unlimitedList().stream()
        .filter(job -> number.equals(runtimeService.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey())).findFirst().orElseThrow();
  }

  private Survey survey(String number) {
    return register.findFirstByCaseNumberOrderByIdDesc(number).orElseThrow();
  }

  private Object variable(String number, String step, String name) {
    return taskService.getVariable(task(number, step).getId(), name);
  }

  private Task task(String number, String step) {
    Task task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
    assertThat(task).as("open task %s of %s", step, number).isNotNull();
    return task;
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().activityId(endEvent).unlimitedList().stream()
        .map(activity -> historyService.createHistoricProcessInstanceQuery().processInstanceId(activity.getProcessInstanceId()).singleResult().getBusinessKey())).contains(number);
  }
}
