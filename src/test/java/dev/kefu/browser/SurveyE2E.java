package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One survey from its purpose over plan, questionnaire and answers to the printed report, by all of its roles. */
@BrowserTest
class SurveyE2E {

  private static final String SPECIALIST = "survey-specialist";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Autowired private Clock clock;

  private LocalDate today;

  @Test
  void surveyGoesFromPlanToReport(Browser browser) throws IOException {
    today = LocalDate.now(clock);
    try (TasklistPage supervisor = open(browser, "survey-supervisor");
         TasklistPage requester = open(browser, "requesting-department");
         TasklistPage specialist = open(browser, SPECIALIST);
         TasklistPage manager = open(browser, "customer-service-manager");
         TasklistPage archive = open(browser, "information-supervisor")) {
      String number = agreed(supervisor, requester);
      content(supervisor, number);
      plan(specialist, number);
      assertThat(claimed(manager, number).page().locator(".fjs-form")).containsText("6000.00 元");
      manager.choose("field_decision", "Approve").shot("survey-approve").complete();
      released(specialist, supervisor, number);
      fieldWork(specialist, supervisor, number);
      report(specialist, supervisor, number);

      assertThat(jdbc.sql("select status from survey_studies where case_number = ?").param(number).query(String.class).single()).isEqualTo("SUBMITTED");
      claimed(specialist, number).select("field_fromUnit", "Customer survey").fill("field_period", "2026").fill("field_rows_title_0", "Report 報告").select("field_rows_type_0", "Survey report").fill("field_rows_pages_0", "12")
          .select("field_rows_secrecyGrade_0", "Secret").select("field_givenBy", SPECIALIST).select("field_takenBy", "information-specialist").shot("survey-file").complete();
      claimed(archive, number).choose("field_outcome", "Done").fill("field_result", "Filed 已歸檔").complete();
      assertThat(jdbc.sql("select status from survey_studies where case_number = ?").param(number).query(String.class).single()).isEqualTo("COMPLETED");
      assertThat(printed(manager, number)).contains("1Subject", "2Purpose", "3Conclusions", "4Appendix", "Theywaittoolong", "█");
    }
  }

  private String agreed(TasklistPage supervisor, TasklistPage requester) {
    String number = supervisor.start("Customer survey");
    supervisor.shot("survey-empty").submit();
    assertThat(supervisor.fieldErrors().first()).containsText("required");
    supervisor.fill("field_surveyTitle", "What customers think 客戶所想").select("field_requestingDepartment", "Sales").date("field_reportDate", today.plusDays(40)).tick("field_purposes", "Individual consumers")
        .tick("field_purposes", "Satisfaction").fill("field_surveyPurpose", "Find out why fewer buy again 查明複購下降原因").fill("field_scope", "Customers of the last year 近一年客戶")
        .fill("field_expectedGoal", "Know where to improve 明確改進").shot("survey-purpose").complete();
    assertThat(claimed(requester, number).page().locator(".fjs-form")).containsText("Find out why fewer buy again");
    requester.choose("field_agreed", "Yes").shot("survey-consent").complete();
    return number;
  }

  private static void content(TasklistPage supervisor, String number) {
    assertThat(claimed(supervisor, number).page().locator(".fjs-form")).containsText("Proposed by the table");
    supervisor.fill("field_topicNotes", "As in art. 5 按第五條").fill("field_keyPoints", "Delivery 交貨").fill("field_framework", "From many to few 由多到少").fill("field_subjectOtherCustomers", "All who bought 所有購買者")
        .fill("field_sampleSize", "0");
    assertThat(supervisor.error("field_sampleSize")).containsText("minimum value of 1");
    supervisor.shot("survey-content-wrong").fill("field_sampleSize", "4").tag("field_regions", "East 華東").choose("field_expertise", "Yes").fill("field_staffFree", "2").shot("survey-content").complete();
  }

  private void plan(TasklistPage specialist, String number) {
    claimed(specialist, number).fill("field_sources_data_0", "Orders 訂單").fill("field_sources_source_0", "Sales 銷售部").tick("field_methods", "Questionnaire").select("field_leader", SPECIALIST)
        .date("field_fieldEnd", today.plusDays(10));
    specialist.fill("field_schedule_stage_0", "Ask 調查").fill("field_schedule_owner_0", "Wang 王").date("field_schedule_start_0", today).date("field_schedule_end_0", today.plusDays(50));
    specialist.fill("field_members_name_0", "Wang 王").fill("field_members_skill_0", "Interviews 訪問").fill("field_budget_item_0", "Travel 差旅").fill("field_budget_amount_0", "6000.00")
        .fill("field_costControl", "Phone first 先電話").submit();
    assertThat(specialist.refusal()).containsText("after the report is due");
    specialist.date("field_schedule_end_0", today.plusDays(10)).shot("survey-plan").complete();
  }

  private void released(TasklistPage specialist, TasklistPage supervisor, String number) {
    claimed(specialist, number).fill("field_introduction", "Dear customer 尊敬的客戶").select("field_way", "Phone").select("field_sampleMethod", "Brought by whoever asks").fill("field_reserve", "0").shot("survey-design").complete();
    IntStream.rangeClosed(1, 5).forEach(n -> answer(number, "T" + n, n));
    assertThat(claimed(supervisor, number).page().locator(".fjs-form")).containsText("Gender");
    supervisor.choose("field_outcome", "Release").fill("field_findings", "Easily understood 易懂").shot("survey-pretest").complete();
  }

  private void fieldWork(TasklistPage specialist, TasklistPage supervisor, String number) {
    IntStream.rangeClosed(1, 4).forEach(n -> answer(number, "R" + n, n));
    claimed(specialist, number).fill("field_sourcesAnalysed", "Orders first 先訂單").fill("field_relations", "Orders and complaints 訂單與投訴").date("field_surveyFrom", today.minusDays(3)).date("field_surveyTo", today)
        .fill("field_spent", "500.00").shot("survey-collect").complete();
    http.withBasicAuth("survey-supervisor", password).getForObject("/api/surveys/{no}/answers?which=recheck", JsonNode.class, number).path("rows").forEach(row -> assertThat(http.withBasicAuth("survey-supervisor", password)
        .postForEntity("/api/surveys/{no}/answers/{id}/recheck", Map.of("confirmed", true), String.class, number, row.path("id").asLong()).getStatusCode().is2xxSuccessful()).isTrue());
    assertThat(claimed(supervisor, number).page().locator(".fjs-form")).containsText("returned 回收 4");
    supervisor.check("field_valid").fill("field_comment", "Called back by phone 電話抽查").shot("survey-check").complete();
  }

  private void report(TasklistPage specialist, TasklistPage supervisor, String number) {
    claimed(specialist, number).fill("field_discarded", "None 無").fill("field_evaluation", "Good 良好").fill("field_sourcesTraced", "All from orders 均出自訂單").choose("field_oneForm", "Yes").shot("survey-tidy").complete();
    assertThat(claimed(specialist, number).page().locator(".fjs-form")).containsText("Valid answers 有效答卷: 4");
    specialist.fill("field_synthesis", "Late deliveries 交貨遲").fill("field_conflicts", "None 無").fill("field_inference", "Faster delivery helps 交貨快則好").fill("field_needsConclusion", "Delivery counts 交貨重要").shot("survey-analyse").complete();
    claimed(specialist, number).fill("field_background", "Fewer buy again 複購下降").tick("field_method", "Questionnaire").fill("field_conclusions_weight_0", "1").select("field_conclusions_sort_0", "Major problem")
        .fill("field_conclusions_conclusion_0", "They wait too long 等待過久").fill("field_conclusions_evidence_0", "Question 1 題一").fill("field_suggestions_suggestion_0", "Deliver in two days 兩日內交貨")
        .select("field_suggestions_department_0", "Logistics").date("field_suggestions_date_0", today.plusDays(60)).fill("field_appendix", "Counts 計數").shot("survey-write").complete();
    assertThat(claimed(supervisor, number).page().locator(".fjs-form")).containsText("They wait too long");
    supervisor.select("field_secrecyGrade", "Secret").choose("field_decision", "Accept").submit();
    assertThat(supervisor.refusal()).containsText("all figures are checked");
    supervisor.check("field_figuresChecked");
    for (String check : new String[] {"Fair", "Consistent", "Nothing left out", "Enough evidence", "Emphasis", "Language"}) {
      supervisor.tick("field_checks", check);
    }
    supervisor.shot("survey-review").complete();
  }

  private static String printed(TasklistPage reader, String number) throws IOException {
    Page page = reader.page();
    Download paper = page.waitForDownload(() -> page.evaluate("number => { const a = document.createElement('a'); a.href = '/camunda/api/kefu/cases/' + number + '/documents/survey-analysis-report-form.pdf'; a.download = 'report.pdf'; a.click(); }",
        number));
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(paper.path()))) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
    }
  }

  /** What people answer is taken over the API; the page of surveys has a test of its own. */
  private void answer(String number, String respondent, int n) {
    Map<String, Object> answers = new HashMap<>();
    http.withBasicAuth(SPECIALIST, password).getForObject("/api/surveys/{no}", JsonNode.class, number).path("questions").forEach(question -> {
      JsonNode options = question.path("options");
      String code = question.path("code").asText();
      answers.put(code, options.isEmpty() ? (Object) (n % 5 + 1) : "MULTIPLE".equals(question.path("kind").asText()) ? new String[] {options.get(0).path("code").asText()} : options.get(n % options.size()).path("code").asText());
    });
    assertThat(http.withBasicAuth(SPECIALIST, password).postForEntity("/api/surveys/{no}/answers", Map.of("respondent", respondent, "interviewer", "Wang 王", "way", "phone", "seconds", 600, "answers", answers), String.class, number)
        .getStatusCode().is2xxSuccessful()).isTrue();
  }

  private static TasklistPage claimed(TasklistPage tasklist, String number) {
    return tasklist.filter("My group's tasks").openCase(number).claim();
  }

  private TasklistPage open(Browser browser, String userId) {
    return TasklistPage.of(browser, port, userId, password);
  }
}
