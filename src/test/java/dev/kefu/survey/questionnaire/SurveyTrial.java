package dev.kefu.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.survey.questionnaire.Question.Option;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A survey for tests: a questionnaire of every kind of question, trial answers, and what removes it all. */
public class SurveyTrial {

  /** In the customer master these are nobody. */
  public static final String PREFIX = "SUR-2036-";

  private static final List<Option> YES_NO = List.of(new Option("yes", "Yes 是"), new Option("no", "No 否"));

  private final JdbcClient jdbc;
  private final Questionnaires questionnaires;
  private final Sheets sheets;

  public SurveyTrial(JdbcClient jdbc, Questionnaires questionnaires, Sheets sheets) {
    this.jdbc = jdbc;
    this.questionnaires = questionnaires;
    this.sheets = sheets;
  }

  /** Each kind of question, of which the first five are obligatory, and five scales. */
  public static List<Question> questions() {
    List<Question> questions = new ArrayList<>(List.of(
        Question.choice("known", QuestionKind.SINGLE, Topic.NEEDS, "Do you know us? 是否認識我們", true, YES_NO),
        Question.choice("tastes", QuestionKind.MULTIPLE, Topic.TASTES, "What do you like? 嗜好", true,
            List.of(new Option("food", "Food 餐飲"), new Option("travel", "Travel 旅遊"), new Option("sport", "Sport 運動"))),
        new Question("size", QuestionKind.NUMBER, 1, "Persons in the family 家庭人口", true, false, List.of(), BigDecimal.ONE, BigDecimal.valueOf(30)),
        Question.open("since", QuestionKind.DATE, Topic.NEEDS, "Customer since 何時成為客戶", true),
        Question.choice("income", QuestionKind.SINGLE, Topic.INCOME, "Income 收入", true, List.of(new Option("low", "Low 低"), new Option("high", "High 高"))).refusable()));
    IntStream.rangeClosed(1, 5).forEach(i -> questions.add(Question.open("s" + i, QuestionKind.SCALE, Topic.NEEDS, "Satisfaction %1$d 滿意度 %1$d".formatted(i), true)));
    questions.add(Question.open("idea", QuestionKind.SHORT_TEXT, Topic.NEEDS, "Idea 建議", false));
    questions.add(Question.open("needs", QuestionKind.LONG_TEXT, Topic.NEEDS, "Needs 需求", false));
    return questions;
  }

  /** Right answers to {@link #questions}; the number makes them differ. */
  public static Map<String, Object> answers(int number) {
    Map<String, Object> answers = new HashMap<>(Map.of("known", number % 2 == 0 ? "yes" : "no", "tastes", number % 3 == 0 ? List.of("food", "sport") : List.of("travel"), "size", number % 30 + 1,
        "since", "20%02d-01-%02d".formatted(number % 26, number % 28 + 1), "income", "low"));
    IntStream.rangeClosed(1, 5).forEach(i -> answers.put("s" + i, (number + i) % 5 + 1));
    return answers;
  }

  public GivenAnswers sheet(String respondent, String interviewer, Map<String, Object> answers) {
    return new GivenAnswers(0, respondent, interviewer, "B1", "phone", LocalDateTime.parse("2026-11-20T09:30"), 300, answers);
  }

  /** A released questionnaire with five trial answers. */
  public void released(String surveyNo, List<Question> questions, Map<String, Object> trial) {
    questionnaires.design(surveyNo, "Trial 測試調查", questions);
    questionnaires.trial(surveyNo);
    for (int i = 0; i < Questionnaires.FEWEST_TRIALS; i++) {
      assertThat(sheets.take(surveyNo, List.of(new GivenAnswers(0, "T" + i, "Wang 王", null, null, null, null, trial)), "survey-specialist", null).get(0).problems()).isEmpty();
    }
    questionnaires.release(surveyNo);
  }

  /** Removes everything of these tests. */
  public void remove() {
    jdbc.sql("delete from survey_import_errors where import_id in (select id from survey_imports where survey_no like 'SUR-2036-%')").update();
    List.of("survey_imports", "survey_sheets", "survey_members", "survey_field_work").forEach(table -> jdbc.sql("delete from " + table + " where survey_no like 'SUR-2036-%'").update());
    jdbc.sql("delete from survey_questions where questionnaire_id in (select id from survey_questionnaires where survey_no like 'SUR-2036-%')").update();
    jdbc.sql("delete from survey_questionnaires where survey_no like 'SUR-2036-%'").update();
  }
}
