package dev.kefu.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.reporting.Figures;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page "Surveys 調查" asks and does, and who may. */
@KefuIT
class SurveyPagesIT {

  private static final String SURVEY = SurveyTrial.PREFIX + "000004";
  private static final String PATH = "/api/surveys/" + SURVEY;
  private static final String SPECIALIST = "survey-specialist";
  private static final String SUPERVISOR = "survey-supervisor";
  private static final String MANAGER = "customer-service-manager";

  @Autowired private Questionnaires questionnaires;
  @Autowired private Sheets sheets;
  @Autowired private List<Report> reports;
  @Autowired private Figures figures;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  private SurveyTrial trial;

  @BeforeEach
  void prepare() {
    trial = new SurveyTrial(jdbc, questionnaires, sheets);
    trial.remove();
    trial.released(SURVEY, SurveyTrial.questions(), SurveyTrial.answers(1));
  }

  @AfterEach
  void clear() {
    trial.remove();
  }

  @Test
  void answersAreForTheSurveySectionAndFiguresForManagersToo() {
    long id = answer("R1", SurveyTrial.answers(3)).getStatusCode().value() == 200 ? id("R1") : 0;
    for (String path : List.of("", "/analysis", "/cross-table?rows=known&columns=s1", "/charts/known.svg")) {
      assertThat(List.of(status(SPECIALIST, path), status(SUPERVISOR, path), status(MANAGER, path), status("general-manager", path), status("relationship-specialist", path), status("admin", path)))
          .as(path).containsExactly(200, 200, 200, 200, 403, 403);
    }
    for (String path : List.of("/answers", "/answers/" + id, "/answers.xlsx", "/sample", "/texts/needs", "/imports", "/imports/template.csv")) {
      assertThat(List.of(status(SPECIALIST, path), status(SUPERVISOR, path), status(MANAGER, path), status("general-manager", path), status("relationship-specialist", path), status("admin", path)))
          .as(path).containsExactly(200, 200, 403, 403, 403, 403);
    }
    assertThat(post(MANAGER, "/answers", Map.of("respondent", "R2", "answers", SurveyTrial.answers(4))).getStatusCode().value()).isEqualTo(403);
    assertThat(post(SPECIALIST, "/rechecks", Map.of("percent", 10)).getStatusCode().value()).as("the supervisor checks").isEqualTo(403);
    assertThat(post(SPECIALIST, "/answers/" + id + "/judgement", Map.of("valid", false, "reason", "no use")).getStatusCode().value()).isEqualTo(403);
    assertThat(http.getForEntity(PATH, String.class).getStatusCode().value()).isEqualTo(401);
    assertThat(http.withBasicAuth(SPECIALIST, password).getForEntity("/api/surveys/NONE-1", JsonNode.class).getStatusCode().value()).isEqualTo(404);
    assertThat(http.withBasicAuth(MANAGER, password).getForObject("/api/surveys/right", JsonNode.class).toString()).isEqualTo("{\"mayRead\":true,\"mayWork\":false,\"mayCheck\":false}");
  }

  @Test
  void refusedAnswersAreNamedByQuestionAndNothingOfThemIsKept() {
    Map<String, Object> wrong = new HashMap<>(SurveyTrial.answers(1));
    wrong.putAll(Map.of("size", "many", "s1", 9));
    ResponseEntity<JsonNode> refused = answer("R1", wrong);
    assertThat(refused.getStatusCode().value()).isEqualTo(422);
    assertThat(refused.getBody().path("errors").findValuesAsText("code")).containsExactly("size", "s1");
    assertThat(refused.getBody().path("message").asText()).contains("Persons in the family 家庭人口: must be a number 須為數字").doesNotContain("many");
    assertThat(get(SPECIALIST, "/answers").path("rows")).allSatisfy(row -> assertThat(row.path("trial").asBoolean()).isTrue());
  }

  @Test
  void sampleIsDrawnGivenOutAndRefusedOnThePage() {
    JsonNode drawn = post(SUPERVISOR, "/sample", Map.of("method", "STRATIFIED", "size", 4, "reserve", 2, "stratification", "REGION", "seed", 5)).getBody();
    assertThat(drawn.path("seed").asLong()).isEqualTo(5);
    assertThat(post(SUPERVISOR, "/sample", Map.of("method", "SIMPLE", "size", 100_000, "reserve", 1)).getBody().path("message").asText()).contains("1 to 100,000");
    assertThat(post(SPECIALIST, "/sample/issues", Map.of("interviewer", "Wang 王", "batch", "B1", "number", 3)).getBody().path("number").asInt()).isEqualTo(3);
    JsonNode members = get(SPECIALIST, "/sample").path("rows");
    assertThat(members).hasSize(6);
    assertThat(members.get(0).path("name").asText()).isNotEmpty();
    String first = members.get(0).path("respondent").asText();
    assertThat(post(SPECIALIST, "/sample/" + first + "/refusal", Map.of("reason", " ")).getStatusCode().value()).isEqualTo(422);
    post(SPECIALIST, "/sample/" + first + "/refusal", Map.of("reason", "no time"));
    assertThat(get(SPECIALIST, "/sample").path("rows").get(0).path("stateLabel").asText()).isEqualTo("Refused 拒訪");
    assertThat(get(MANAGER, "").path("total").path("issued").asInt()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void answersAreTakenAwayWithAColumnForEachQuestion() throws IOException {
    Map<String, Object> answers = SurveyTrial.answers(3);
    answers.put("needs", "=1+1 is text");
    answers.put("income", GivenAnswers.REFUSED);
    answer("R1", answers);
    byte[] file = http.withBasicAuth(SPECIALIST, password).getForObject(PATH + "/answers.xlsx", byte[].class);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).as("trial answers are left out").hasSize(2);
      List<String> titles = IntStream.range(0, rows.get(0).getCellCount()).mapToObj(rows.get(0)::getCellText).toList();
      Row one = rows.get(1);
      assertThat(one.getCellText(titles.indexOf("Do you know us? 是否認識我們"))).isEqualTo("No 否");
      assertThat(one.getCellText(titles.indexOf("What do you like? 嗜好"))).isEqualTo("Food 餐飲; Sport 運動");
      assertThat(one.getCell(titles.indexOf("Satisfaction 1 滿意度 1")).asNumber()).isEqualByComparingTo("5");
      assertThat(one.getCellText(titles.indexOf("Income 收入"))).isEqualTo("refused 拒答");
      assertThat(one.getCell(titles.indexOf("Needs 需求")).getFormula()).isNull();
    }
    assertThat(jdbc.sql("select count(*) from audit_entries where action = 'exportAnswers' and subject_id = ? and actor = ?").params(SURVEY, SPECIALIST).query(Integer.class).single()).isPositive();
    JsonNode texts = get(SPECIALIST, "/texts/needs");
    assertThat(texts.path("rows").findValuesAsText("text")).containsExactly("=1+1 is text");
    String chart = http.withBasicAuth(MANAGER, password).getForObject(PATH + "/charts/known.svg", String.class);
    assertThat(chart).startsWith("<svg xmlns=").contains("No 否", "1 (100.0 %)");
  }

  @Test
  void progressReportCountsTheWeeksFieldWork() {
    answer("R1", SurveyTrial.answers(3));
    Map<String, Object> incomplete = new HashMap<>(Map.of("known", "yes"));
    answer("R2", incomplete);
    Report report = reports.stream().filter(one -> one.id().equals("survey-progress-report")).findFirst().orElseThrow();
    Period week = Period.containing(Period.Kind.WEEK, LocalDate.now(clock));
    List<Figures.Line> lines = new ArrayList<>();
    figures.groups(report, week, report.groupings().get(0), line -> {
      if (line.group().equals(SURVEY)) {
        lines.add(line);
      }
    });
    assertThat(lines).singleElement().satisfies(line -> {
      assertThat(line.label()).isEqualTo(SURVEY + " Trial 測試調查");
      assertThat(line.values().get("issued")).isEqualByComparingTo("2");
      assertThat(line.values().get("valid")).isEqualByComparingTo("1");
      assertThat(line.values().get("response")).isEqualByComparingTo("100.0");
      assertThat(line.values().get("invalidShare")).isEqualByComparingTo("50.0");
      assertThat(line.values()).doesNotContainKey("recheckedInvalid");
    });
  }

  private ResponseEntity<JsonNode> answer(String respondent, Map<String, Object> answers) {
    return post(SPECIALIST, "/answers", Map.of("respondent", respondent, "interviewer", "Wang 王", "interviewedAt", "2026-11-20T09:30", "answers", answers));
  }

  private long id(String respondent) {
    return jdbc.sql("select id from survey_sheets where survey_no = ? and respondent = ?").params(SURVEY, respondent).query(Long.class).single();
  }

  private int status(String person, String path) {
    return http.withBasicAuth(person, password).getForEntity(PATH + path, byte[].class).getStatusCode().value();
  }

  private JsonNode get(String person, String path) {
    return http.withBasicAuth(person, password).getForObject(PATH + path, JsonNode.class);
  }

  private ResponseEntity<JsonNode> post(String person, String path, Object body) {
    return http.withBasicAuth(person, password).exchange(RequestEntity.method(HttpMethod.POST, PATH + path).body(body), JsonNode.class);
  }
}
