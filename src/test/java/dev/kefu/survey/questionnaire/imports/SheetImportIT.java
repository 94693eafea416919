package dev.kefu.survey.questionnaire.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.TestDatabase;
import dev.kefu.survey.questionnaire.Analysis;
import dev.kefu.survey.questionnaire.CrossTable;
import dev.kefu.survey.questionnaire.Question;
import dev.kefu.survey.questionnaire.Question.Option;
import dev.kefu.survey.questionnaire.QuestionKind;
import dev.kefu.survey.questionnaire.Questionnaires;
import dev.kefu.survey.questionnaire.SampleRule;
import dev.kefu.survey.questionnaire.Sheets;
import dev.kefu.survey.questionnaire.SurveyTrial;
import dev.kefu.survey.questionnaire.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StopWatch;

/** Answers from files. */
@KefuIT
class SheetImportIT {

  private static final String SURVEY = SurveyTrial.PREFIX + "000002";
  private static final String PATH = "/api/surveys/" + SURVEY + "/imports";
  private static final String PERSON = "survey-specialist";
  private static final String HEADING = "受訪者,調查員,Batch 批次,known,嗜好,size,since,收入,s1,s2,s3,s4,s5,需求,Remark\n";
  private static final int MANY = 10_000;
  private static final int QUESTIONS = 40;

  @Autowired private Questionnaires questionnaires;
  @Autowired private Sheets sheets;
  @Autowired private SheetImports imports;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  private SurveyTrial trial;

  @BeforeEach
  @AfterEach
  void clear() throws Exception {
    imports.settle();
    trial = new SurveyTrial(jdbc, questionnaires, sheets);
    trial.remove();
  }

  @Test
  void rightRowsAreKeptAndEachWrongOneIsNamedWithLineColumnAndReason() throws Exception {
    release();
    String file = HEADING + row("C900001", 1) + row("C900002", 2).replace("2.5", "999") + row("C900003", 3).replace(",yes,", ",maybe,").replace(",no,", ",maybe,").replace("2001-02-03", "someday")
        + "\n" + row("C900001", 4) + row("", 5) + "C900006,王,B1,yes,,,,,,,,,,,\n" + row("C900007", 7);

    JsonNode done = imported("answers.csv", file.getBytes(StandardCharsets.UTF_8));

    assertThat(done.path("state").asText()).isEqualTo("DONE");
    assertThat(done.path("percent").asInt()).isEqualTo(100);
    assertThat(counts(done)).as("total, read, kept, invalid, refused, known").containsExactly(7L, 7L, 3L, 1L, 4L, 0L);
    assertThat(done.path("ignoredColumns").asText()).isEqualTo("Remark");
    assertThat(errors(done)).startsWith("\uFEFF\"Row 行號\",\"Respondent 受訪者\",").contains("\"3\",\"C900002\",\"F · size\",\"must be at most 30 不得大於 30\"",
        "\"4\",\"C900003\",\"D · known\",\"is none of the options 不在選項之內\"", "\"4\",\"C900003\",\"G · since\",\"must be a date", "\"6\",\"C900001\",\"A · 受訪者\",\"has answered already",
        "\"7\",\"\",\"A · 受訪者\",\"is required 必填\"").doesNotContain("maybe").doesNotContain("someday");
    assertThat(jdbc.sql("select respondent from survey_sheets where survey_no = ? and trial = false order by id").param(SURVEY).query(String.class).list())
        .as("all of a row or nothing").containsExactly("C900001", "C900006", "C900007");
    assertThat(jdbc.sql("select reasons from survey_sheets where respondent = 'C900006' and survey_no = ?").param(SURVEY).query(String.class).single()).isEqualTo("INCOMPLETE");
    assertThat(questionnaires.fieldWork(SURVEY).interviewers()).extracting(line -> line.name() + line.returned()).containsExactly("王3");

    JsonNode again = imported("answers.csv", file.getBytes(StandardCharsets.UTF_8));
    assertThat(counts(again)).containsExactly(7L, 7L, 0L, 0L, 4L, 3L);
  }

  @Test
  void fileWithoutRespondentsIsTakenOnceHoweverOftenItComes() throws Exception {
    release();
    byte[] file = "known,tastes,size,since,income,s1,s2,s3,s4,s5\nyes,food,2,2001-01-01,low,1,2,3,4,5\nyes,food,2,2001-01-01,low,1,2,3,4,4\n".getBytes(StandardCharsets.UTF_8);
    assertThat(counts(imported("a.csv", file))).containsExactly(2L, 2L, 2L, 0L, 0L, 0L);
    assertThat(counts(imported("b.csv", file))).containsExactly(2L, 2L, 0L, 0L, 0L, 2L);
  }

  @Test
  void workbookIsReadTheSameWay() throws Exception {
    release();
    assertThat(counts(imported("answers.xlsx", workbook()))).containsExactly(1L, 1L, 1L, 0L, 0L, 0L);
    assertThat(jdbc.sql("select answers from survey_sheets where survey_no = ? and trial = false").param(SURVEY).query(String.class).single())
        .isEqualTo("{\"known\":\"yes\",\"tastes\":[\"food\",\"sport\"],\"size\":4,\"since\":\"2001-02-03\",\"income\":\"#refused\",\"s1\":1,\"s2\":2,\"s3\":3,\"s4\":4,\"s5\":5}");
  }

  @Test
  void whatIsNoTableOfAnswersIsRefusedAtOnce() {
    questionnaires.design(SURVEY, SurveyTrial.questions());
    assertThat(upload(PERSON, "a.csv", "known\nyes\n").getBody().path("message").asText()).contains("is a draft");
    questionnaires.trial(SURVEY);
    assertThat(upload(PERSON, "a.csv", "").getBody().path("message").asText()).contains("檔案是空的");
    assertThat(upload(PERSON, "a.csv", "known\n").getBody().path("message").asText()).contains("沒有數據");
    ResponseEntity<JsonNode> foreign = upload(PERSON, "a.csv", "date_received,product\n2017-03-21,Mortgage\n");
    assertThat(foreign.getStatusCode().value()).isEqualTo(422);
    assertThat(foreign.getBody().path("message").asText()).contains("首行沒有任何題目");
    assertThat(upload(PERSON, "a.xlsx", "PK\003\004 no archive").getBody().path("message").asText()).contains("檔案損壞");
    assertThat(jdbc.sql("select count(*) from survey_imports where survey_no = ?").param(SURVEY).query(Integer.class).single()).isZero();
  }

  @Test
  void onlyTheSurveySectionImports() {
    questionnaires.design(SURVEY, SurveyTrial.questions());
    questionnaires.trial(SURVEY);
    for (String person : List.of("customer-service-manager", "general-manager", "complaint-specialist", "admin")) {
      assertThat(upload(person, "a.csv", "known\nyes\n").getStatusCode().value()).as(person).isEqualTo(403);
      assertThat(http.withBasicAuth(person, password).getForEntity(PATH, String.class).getStatusCode().value()).as(person).isEqualTo(403);
    }
    assertThat(http.withBasicAuth("survey-supervisor", password).getForObject(PATH + "/template.csv", String.class)).startsWith("\uFEFF\"Respondent 受訪者\",").contains("\"Do you know us? 是否認識我們\"");
  }

  @Test
  void tenThousandAnswersToFortyQuestionsAreImportedAndAnalysedInSeconds() throws Exception {
    trial.released(SURVEY, forty(), Map.of("q1", "a"));
    questionnaires.sample(SURVEY, SampleRule.given(MANY));
    byte[] file = tenThousand();
    StopWatch watch = new StopWatch();

    watch.start("import");
    JsonNode done = imported("ten-thousand.csv", file);
    watch.stop();
    watch.start("analysis");
    Analysis analysis = questionnaires.analysis(SURVEY);
    watch.stop();
    watch.start("cross-table");
    CrossTable together = questionnaires.crossTable(SURVEY, "q1", "q21");
    watch.stop();

    System.out.printf("%d answers to %d questions on %s: %s%n", MANY, QUESTIONS, TestDatabase.isMySql() ? "MySQL" : "H2",
        List.of(watch.getTaskInfo()).stream().map(task -> task.getTaskName() + " " + task.getTimeMillis() + " ms").collect(Collectors.joining(", ")));
    assertThat(counts(done)).containsExactly((long) MANY, (long) MANY, (long) MANY, 0L, 0L, 0L);
    assertThat(analysis.sheets()).isEqualTo(MANY);
    assertThat(analysis.questions()).hasSize(QUESTIONS).allSatisfy(question -> assertThat(question.answered()).isEqualTo(MANY));
    assertThat(analysis.questions().get(0).options()).extracting(Analysis.Counted::count).containsExactly(2500L, 2500L, 2500L, 2500L);
    assertThat(together.sheets()).isEqualTo(MANY);
    assertThat(together.rowTotals()).containsExactly(2500L, 2500L, 2500L, 2500L);
    assertThat(questionnaires.fieldWork(SURVEY).valid()).isEqualTo(MANY);
    assertThat(Duration.ofMillis(watch.getTotalTimeMillis())).isLessThan(Duration.ofSeconds(30));
  }

  /** 20 choices, 10 scales, 5 numbers, 5 texts. */
  private static List<Question> forty() {
    List<Option> options = List.of(new Option("a", "Choice 1 甲"), new Option("b", "Choice 2 乙"), new Option("c", "Choice 3 丙"), new Option("d", "Choice 4 丁"));
    return IntStream.rangeClosed(1, QUESTIONS).mapToObj(i -> {
      String label = "Question %1$d 第 %1$d 題".formatted(i);
      return i <= 20 ? Question.choice("q" + i, i % 5 == 0 ? QuestionKind.MULTIPLE : QuestionKind.SINGLE, Topic.NEEDS, label, true, options)
          : Question.open("q" + i, i <= 30 ? QuestionKind.SCALE : i <= 35 ? QuestionKind.NUMBER : QuestionKind.SHORT_TEXT, Topic.NEEDS, label, true);
    }).toList();
  }

  private static byte[] tenThousand() {
    StringBuilder file = new StringBuilder("respondent,interviewer,batch," + IntStream.rangeClosed(1, QUESTIONS).mapToObj(i -> "Question %1$d 第 %1$d 題".formatted(i)).collect(Collectors.joining(",")) + "\n");
    for (int n = 0; n < MANY; n++) {
      file.append("R%05d,Interviewer %d,B%d".formatted(n, n % 20, n % 7));
      for (int i = 1; i <= QUESTIONS; i++) {
        int mixed = (int) ((n * 2_654_435_761L >>> i) & 0xFFFF);
        file.append(',').append(i == 1 ? "甲乙丙丁".charAt(n % 4) : i <= 20 ? String.valueOf("甲乙丙丁".charAt(mixed % 4)) : i <= 30 ? String.valueOf((n + i * (n % 3 + 1)) % 5 + 1) : i <= 35 ? String.valueOf(mixed) : "in words 文字 " + mixed);
      }
      file.append('\n');
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void release() {
    trial.released(SURVEY, SurveyTrial.questions(), SurveyTrial.answers(1));
  }

  private static String row(String respondent, int number) {
    return "%s,王,B1,%s,Food;Travel,2.5,2001-02-03,Low,1,2,%d,4,5,\"More, and \"\"better\"\" %d\",none\n".formatted(respondent, number % 2 == 0 ? "no" : "yes", number % 5 + 1, number);
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("答卷");
      List<String> heading = List.of("Respondent 受訪者", "是否認識我們", "What do you like? 嗜好", "家庭人口", "何時成為客戶", "收入", "s1", "s2", "s3", "s4", "s5");
      for (int i = 0; i < heading.size(); i++) {
        sheet.value(0, i, heading.get(i));
      }
      sheet.value(1, 0, "c900001");
      sheet.value(1, 1, "是");
      sheet.value(1, 2, "運動、Food 餐飲");
      sheet.value(1, 3, 4);
      sheet.value(1, 4, LocalDate.of(2001, 2, 3));
      sheet.style(1, 4).format("yyyy-mm-dd").set();
      sheet.value(1, 5, "拒答");
      IntStream.rangeClosed(1, 5).forEach(i -> sheet.value(1, 5 + i, i));
    }
    return out.toByteArray();
  }

  private JsonNode imported(String name, byte[] file) throws Exception {
    ResponseEntity<JsonNode> answer = upload(PERSON, name, file);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(202);
    imports.settle();
    return http.withBasicAuth(PERSON, password).getForObject(PATH + "/" + answer.getBody().path("id").asLong(), JsonNode.class);
  }

  private ResponseEntity<JsonNode> upload(String person, String name, String file) {
    return upload(person, name, file.getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity<JsonNode> upload(String person, String name, byte[] file) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
    return http.withBasicAuth(person, password).exchange(PATH + "?fileName=" + name, HttpMethod.POST, new HttpEntity<>(file, headers), JsonNode.class);
  }

  private String errors(JsonNode one) {
    return http.withBasicAuth(PERSON, password).getForObject(PATH + "/" + one.path("id").asLong() + "/errors", String.class);
  }

  private static List<Long> counts(JsonNode one) {
    return List.of("total", "read", "accepted", "invalid", "refused", "duplicates").stream().map(name -> one.path(name).asLong()).toList();
  }
}
