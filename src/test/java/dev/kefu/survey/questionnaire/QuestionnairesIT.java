package dev.kefu.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.KefuIT;
import dev.kefu.engine.FactsRefused;
import dev.kefu.survey.questionnaire.SampleRule.Stratification;
import dev.kefu.survey.questionnaire.Sheets.Outcome;
import dev.kefu.survey.questionnaire.Sheets.Taken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A survey from draft to figures, as its procedure sees it. */
@KefuIT
class QuestionnairesIT {

  private static final String SURVEY = SurveyTrial.PREFIX + "000001";
  private static final String PERSON = "survey-specialist";
  private static final String CHECKER = "survey-supervisor";

  @Autowired private Questionnaires questionnaires;
  @Autowired private Sheets sheets;
  @Autowired private Samples samples;
  @Autowired private Rechecks rechecks;
  @Autowired private JdbcClient jdbc;
  private SurveyTrial trial;

  @BeforeEach
  @AfterEach
  void clear() {
    trial = new SurveyTrial(jdbc, questionnaires, sheets);
    trial.remove();
  }

  @Test
  void versionsGoFromDraftToReleaseAndWhatIsReleasedStays() {
    assertThat(questionnaires.design(SURVEY, "First 初次", SurveyTrial.questions())).isEqualTo(1);
    assertThatThrownBy(() -> take("C1", SurveyTrial.answers(1))).isInstanceOf(FactsRefused.class).hasMessageContaining("is a draft");
    assertThatThrownBy(() -> questionnaires.release(SURVEY)).hasMessageContaining("Only a questionnaire on trial");
    assertThat(questionnaires.design(SURVEY, "Second 再次", SurveyTrial.questions().subList(0, 2))).isEqualTo(2);
    questionnaires.trial(SURVEY);
    for (int i = 1; i <= 4; i++) {
      take("T" + i, Map.of("known", "yes"));
    }
    assertThatThrownBy(() -> questionnaires.release(SURVEY)).isInstanceOf(FactsRefused.class).hasMessageContaining("5 to 10 trial answers; there are 4");
    for (int i = 5; i <= 10; i++) {
      assertThat(take("T" + i, Map.of("known", "yes")).outcome()).isNotEqualTo(Outcome.REFUSED);
    }
    assertThat(take("T11", Map.of("known", "yes")).problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("10 trial answers are enough"));
    assertThat(questionnaires.released(SURVEY)).isEmpty();
    questionnaires.release(SURVEY);

    QuestionnaireCard released = questionnaires.released(SURVEY).orElseThrow();
    assertThat(released.version()).isEqualTo(2);
    assertThat(released.questions()).isEqualTo(SurveyTrial.questions().subList(0, 2));
    assertThat(released.trialAnswers()).isEqualTo(10);
    assertThat(take("T1", Map.of("known", "yes", "tastes", "food")).outcome()).as("trial answers do not count").isEqualTo(Outcome.VALID);

    questionnaires.design(SURVEY, "Third 三次", SurveyTrial.questions());
    assertThat(questionnaires.released(SURVEY).orElseThrow()).usingRecursiveComparison().isEqualTo(released);
    assertThat(questionnaires.newest(SURVEY).orElseThrow().state()).isEqualTo(QuestionnaireState.DRAFT);
    assertThat(jdbc.sql("select status from survey_questionnaires where survey_no = ? order by version_no").param(SURVEY).query(String.class).list()).containsExactly("REPLACED", "RELEASED", "DRAFT");
    assertThat(questionnaires.analysis(SURVEY).sheets()).isEqualTo(1);
  }

  @Test
  void questionnaireThatCannotBeAskedIsRefusedWithEveryReason() {
    List<Question> wrong = List.of(Question.open("q1", QuestionKind.SINGLE, Topic.NEEDS, "No options", true), Question.open("q1", QuestionKind.SCALE, Topic.NEEDS, " ", true),
        new Question("batch", QuestionKind.NUMBER, 9, "Number", true, false, null, BigDecimal.TEN, BigDecimal.ONE));
    assertThatThrownBy(() -> questionnaires.design(SURVEY, wrong)).isInstanceOf(FactsRefused.class).hasMessageContainingAll("Question 1", "at least two options", "Question 2",
        "another question has the code", "1 to 300 characters", "Question 3", "1 to 8", "the smallest number is above", "no name of another column");
    assertThatThrownBy(() -> questionnaires.design(SURVEY, List.of())).hasMessageContaining("at least one question");
    assertThat(questionnaires.newest(SURVEY)).isEmpty();
  }

  @Test
  void handbooksQuestionsMakeAQuestionnaire() {
    List<Question> all = questionnaires.suggested(List.of(Topic.values()));
    assertThat(QuestionRules.problems(all)).isEmpty();
    assertThat(all).extracting(Question::topic).contains(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(questionnaires.suggested(Set.of(Topic.CREDIT, Topic.PARTNERS))).extracting(Question::topic).containsOnly(5, 8);
    questionnaires.design(SURVEY, all);
    assertThat(questionnaires.newest(SURVEY).orElseThrow().questions()).isEqualTo(all);
  }

  @Test
  void sampleIsDrawnFromTheMasterGivenOutAndFilledUpFromTheReserve() {
    trial.released(SURVEY, SurveyTrial.questions(), SurveyTrial.answers(1));
    SampleCard card = questionnaires.sample(SURVEY, SampleRule.stratified(6, 3, Stratification.REGION, Map.of()).seeded(11));
    assertThat(card.seed()).isEqualTo(11);
    List<String> drawn = respondents("DRAWN");
    assertThat(drawn).hasSize(6);
    assertThat(jdbc.sql("select count(*) from survey_members m join information_customers k on k.code = m.respondent and k.consent_contact = true where m.survey_no = ?").param(SURVEY)
        .query(Integer.class).single()).isEqualTo(9);
    assertThat(questionnaires.sample(SURVEY, SampleRule.stratified(6, 3, Stratification.REGION, Map.of()).seeded(11))).as("again the same").isEqualTo(card);
    assertThat(respondents("DRAWN")).isEqualTo(drawn);

    assertThat(samples.issue(SURVEY, "Wang 王", "B1", 4)).isEqualTo(4);
    assertThat(samples.issue(SURVEY, "Li 李", "B1", 4)).isEqualTo(2);
    assertThatThrownBy(() -> samples.issue(SURVEY, "Li 李", "B1", 1)).hasMessageContaining("was given out already");
    assertThatThrownBy(() -> questionnaires.sample(SURVEY, SampleRule.simple(1, 0))).hasMessageContaining("the sample stays");
    String reserve = respondents("RESERVE").get(0);
    assertThat(take(reserve, SurveyTrial.answers(1)).problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("in the reserve"));
    assertThat(take("C999999", SurveyTrial.answers(1)).problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("not in the sample"));
    String stratum = stratum(reserve);
    String refusing = respondents("ISSUED").stream().filter(one -> stratum(one).equals(stratum)).findFirst().orElseThrow();
    String next = samples.refuse(SURVEY, refusing, "no time 沒時間").orElseThrow();
    assertThat(stratum(next)).isEqualTo(stratum);
    assertThatThrownBy(() -> samples.refuse(SURVEY, refusing, "again")).hasMessageContaining("not being asked");
    assertThat(take(next, SurveyTrial.answers(2)).outcome()).isEqualTo(Outcome.VALID);
    assertThatThrownBy(() -> samples.refuse(SURVEY, next, "late")).hasMessageContaining("has answered");

    FieldWork figures = questionnaires.fieldWork(SURVEY);
    assertThat(List.of(figures.sample(), figures.issued(), figures.returned(), figures.valid())).containsExactly(6, 7, 1, 1);
    assertThat(figures.responseRate()).isEqualByComparingTo("14.3");
    assertThat(figures.responseOfSample()).isEqualByComparingTo("16.7");
  }

  @Test
  void controlPointsKeepBadAnswersApartWithTheReason() {
    List<Question> many = new ArrayList<>(SurveyTrial.questions());
    trial.released(SURVEY, many, SurveyTrial.answers(1));
    Map<String, Object> one = SurveyTrial.answers(3);
    one.remove("since");
    assertThat(take("R1", one).outcome()).as("one blank obligatory item is tolerated").isEqualTo(Outcome.VALID);
    Map<String, Object> two = new HashMap<>(SurveyTrial.answers(4));
    two.remove("since");
    two.put("size", " ");
    assertThat(take("R2", two).reasons()).containsExactly(Invalidity.INCOMPLETE);
    Map<String, Object> refusing = SurveyTrial.answers(5);
    refusing.remove("since");
    refusing.put("income", GivenAnswers.REFUSED);
    assertThat(take("R3", refusing).outcome()).as("a refused answer is no blank one").isEqualTo(Outcome.VALID);
    Map<String, Object> straight = SurveyTrial.answers(6);
    IntStream.rangeClosed(1, 5).forEach(i -> straight.put("s" + i, 3));
    assertThat(take("R4", straight).reasons()).containsExactly(Invalidity.STRAIGHT_LINING);
    assertThat(sheets.take(SURVEY, List.of(new GivenAnswers(0, "R5", "Wang 王", null, null, null, 19, SurveyTrial.answers(7))), PERSON, null).get(0).reasons()).containsExactly(Invalidity.TOO_FAST);
    take("R6", SurveyTrial.answers(8));
    assertThat(take("R7", SurveyTrial.answers(8)).reasons()).containsExactly(Invalidity.IDENTICAL);
    assertThat(sheets.take(SURVEY, List.of(trial.sheet("R8", "Li 李", SurveyTrial.answers(8))), PERSON, null).get(0).reasons()).as("another interviewer").isEmpty();

    assertThat(take("R1", one).outcome()).isEqualTo(Outcome.KNOWN);
    assertThat(take("R1", SurveyTrial.answers(9)).problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("has answered already"));
    Map<String, Object> wrong = new HashMap<>(Map.of("known", "maybe", "tastes", List.of("food", "money"), "size", 31, "since", "2026-13-01", "income", "low", "s1", 6, "s2", 1.5, "idea", "x".repeat(201), "other", 1));
    assertThat(take("R9", wrong).problems()).extracting(FieldProblem::code).containsExactly("known", "tastes", "size", "since", "s1", "s2", "idea", "other");
    assertThat(take("Wang Wei 王偉", SurveyTrial.answers(1)).problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("no name"));
    assertThat(questionnaires.fieldWork(SURVEY).returned()).isEqualTo(8);
    assertThat(questionnaires.fieldWork(SURVEY).valid()).isEqualTo(4);
    assertThat(questionnaires.analysis(SURVEY).invalid()).isEqualTo(4);
  }

  @Test
  void callBacksAreDrawnOfEachInterviewerAndWhatTheyFindCounts() {
    trial.released(SURVEY, SurveyTrial.questions(), SurveyTrial.answers(1));
    IntStream.range(0, 20).forEach(i -> sheets.take(SURVEY, List.of(trial.sheet("W" + i, "Wang 王", SurveyTrial.answers(i + 100))), PERSON, null));
    IntStream.range(0, 4).forEach(i -> sheets.take(SURVEY, List.of(trial.sheet("L" + i, "Li 李", SurveyTrial.answers(i + 200))), PERSON, null));
    assertThat(questionnaires.drawRechecks(SURVEY, BigDecimal.TEN)).as("2 of 20 and 1 of 4").isEqualTo(3);
    assertThat(questionnaires.drawRechecks(SURVEY, BigDecimal.TEN)).isZero();
    assertThat(questionnaires.drawRechecks(SURVEY, BigDecimal.valueOf(20))).isEqualTo(2);
    List<Long> wang = drawnOf("Wang 王");
    assertThat(wang).hasSize(4);
    assertThat(questionnaires.fieldWork(SURVEY).rechecked()).as("drawn is not called").isZero();
    assertThatThrownBy(() -> rechecks.record(SURVEY, wang.get(0), true, null, PERSON)).hasMessageContaining("You entered this answer yourself");
    assertThatThrownBy(() -> rechecks.record(SURVEY, wang.get(0), false, " ", CHECKER)).hasMessageContaining("say what was found");
    rechecks.record(SURVEY, wang.get(0), false, "was never asked 未受訪", CHECKER);
    rechecks.record(SURVEY, wang.get(1), true, null, CHECKER);
    assertThatThrownBy(() -> rechecks.record(SURVEY, wang.get(1), true, null, CHECKER)).hasMessageContaining("already");
    assertThatThrownBy(() -> rechecks.judge(SURVEY, wang.get(0), true, "I like it 可用", CHECKER)).hasMessageContaining("call-back found");
    rechecks.judge(SURVEY, wang.get(2), false, "useless 無用", CHECKER);

    FieldWork figures = questionnaires.fieldWork(SURVEY);
    assertThat(figures.interviewers()).extracting(FieldWork.Line::name, FieldWork.Line::returned, FieldWork.Line::valid, FieldWork.Line::rechecked, FieldWork.Line::recheckedInvalid)
        .containsExactly(tuple("Li 李", 4, 4, 0, 0), tuple("Wang 王", 20, 18, 2, 1));
    assertThat(figures.recheckedShare()).isEqualByComparingTo("8.3");
    assertThat(figures.recheckedInvalidShare()).isEqualByComparingTo("50.0");

    assertThat(questionnaires.redo(SURVEY, "Wang 王")).isEqualTo(20);
    assertThat(questionnaires.fieldWork(SURVEY).returned()).isEqualTo(4);
    assertThat(questionnaires.fieldWork(SURVEY).issued()).as("they are asked again").isEqualTo(24);
    assertThat(take("W1", SurveyTrial.answers(101)).outcome()).isEqualTo(Outcome.VALID);
    questionnaires.close(SURVEY);
    assertThatThrownBy(() -> take("W2", SurveyTrial.answers(102))).isInstanceOf(FactsRefused.class).hasMessageContaining("has ended");
  }

  @Test
  void analysisCountsEachQuestionAndTwoTogether() {
    trial.released(SURVEY, SurveyTrial.questions(), SurveyTrial.answers(1));
    questionnaires.sample(SURVEY, SampleRule.given(4));
    Map<String, Object> first = SurveyTrial.answers(0);
    first.putAll(Map.of("size", 2, "idea", "More colours 多些顏色", "income", GivenAnswers.REFUSED, "s1", 5));
    Map<String, Object> second = SurveyTrial.answers(1);
    second.putAll(Map.of("size", "4.5", "since", "2001-02-03", "s1", 2));
    Map<String, Object> third = SurveyTrial.answers(2);
    third.remove("size");
    third.put("s1", 3);
    List.of(first, second, third).forEach(answers -> take("P" + answers.get("s1"), answers));

    Analysis analysis = questionnaires.analysis(SURVEY);
    assertThat(analysis.sheets()).isEqualTo(3);
    assertThat(figures(analysis, "known").options()).extracting(Analysis.Counted::code, Analysis.Counted::count, Analysis.Counted::percent)
        .containsExactly(tuple("yes", 2L, new BigDecimal("66.7")), tuple("no", 1L, new BigDecimal("33.3")));
    assertThat(figures(analysis, "tastes").options()).extracting(Analysis.Counted::count).containsExactly(1L, 2L, 1L);
    assertThat(figures(analysis, "s1").mean()).isEqualByComparingTo("3.33");
    assertThat(figures(analysis, "s1").options()).extracting(Analysis.Counted::count).containsExactly(0L, 1L, 1L, 0L, 1L);
    assertThat(figures(analysis, "size")).satisfies(size -> {
      assertThat(size.mean()).isEqualByComparingTo("3.25");
      assertThat(size.largest()).isEqualByComparingTo("4.5");
      assertThat(size.blank()).isEqualTo(1);
    });
    assertThat(figures(analysis, "since")).satisfies(since -> assertThat(List.of(since.earliest(), since.latest())).containsExactly("2000-01-01", "2002-01-03"));
    assertThat(figures(analysis, "income")).satisfies(income -> assertThat(List.of(income.answered(), income.refused(), income.blank())).containsExactly(2L, 1L, 0L));
    assertThat(figures(analysis, "idea")).satisfies(idea -> assertThat(List.of(idea.answered(), idea.blank())).containsExactly(1L, 2L));
    assertThat(analysis.rows()).contains(new Analysis.Row("Do you know us? 是否認識我們", "Yes 是", 2L, new BigDecimal("66.7"), null),
        new Analysis.Row("Satisfaction 1 滿意度 1", "Mean 平均值", null, null, new BigDecimal("3.33")));

    CrossTable together = questionnaires.crossTable(SURVEY, "known", "tastes");
    assertThat(together.counts()).containsExactly(List.of(1L, 1L, 1L), List.of(0L, 1L, 0L));
    assertThat(together.rowTotals()).as("respondents, not ticks").containsExactly(2L, 1L);
    assertThat(together.percent(0, 0)).isEqualByComparingTo("50.0");
    assertThat(questionnaires.crossTable(SURVEY, "@interviewer", "known").rows().labels()).containsExactly("Wang 王");
    assertThatThrownBy(() -> questionnaires.crossTable(SURVEY, "size", "known")).isInstanceOf(FactsRefused.class).hasMessageContaining("no question with options");
  }

  private static Analysis.Figures figures(Analysis analysis, String code) {
    return analysis.question(code).orElseThrow();
  }

  private Taken take(String respondent, Map<String, Object> answers) {
    return sheets.take(SURVEY, List.of(trial.sheet(respondent, "Wang 王", answers)), PERSON, null).get(0);
  }

  private List<String> respondents(String state) {
    return jdbc.sql("select respondent from survey_members where survey_no = ? and state = ? order by id").params(SURVEY, state).query(String.class).list();
  }

  private String stratum(String respondent) {
    return jdbc.sql("select stratum from survey_members where survey_no = ? and respondent = ?").params(SURVEY, respondent).query(String.class).single();
  }

  private List<Long> drawnOf(String interviewer) {
    return jdbc.sql("select id from survey_sheets where survey_no = ? and interviewer = ? and recheck = 'DRAWN' order by id").params(SURVEY, interviewer).query(Long.class).list();
  }
}
