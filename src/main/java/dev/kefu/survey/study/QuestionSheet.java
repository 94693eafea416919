package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.survey.questionnaire.Question;
import dev.kefu.survey.questionnaire.QuestionKind;
import dev.kefu.survey.questionnaire.SampleRule;
import dev.kefu.survey.questionnaire.SampleRule.Method;
import dev.kefu.survey.questionnaire.SampleRule.Stratification;
import dev.kefu.survey.questionnaire.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The form customer-survey-fieldwork-design: which of the handbook's questions are asked, which others, and of whom. */
@JsonIgnoreProperties(ignoreUnknown = true)
class QuestionSheet {

  /** In the order of article 5. */
  private static final List<String> TOPICS = List.of("personal", "income", "housing", "tastes", "credit", "needs", "management", "partners");
  private static final Map<String, QuestionKind> KINDS = Map.of("single", QuestionKind.SINGLE, "multiple", QuestionKind.MULTIPLE, "scale", QuestionKind.SCALE, "number", QuestionKind.NUMBER, "date", QuestionKind.DATE,
      "shortText", QuestionKind.SHORT_TEXT, "longText", QuestionKind.LONG_TEXT);
  /** One tick for several questions: the beginning of their codes. */
  private static final Map<String, String> TOGETHER = Map.of("credit", "creditQuestions", "tastes", "tastes");
  private static final int LONGEST_OPTION = 100;

  private final Map<String, Object> ticks = new HashMap<>();
  private List<Own> questions = List.of();
  private String sampleMethod;
  private int reserve;

  @JsonAnySetter
  void tick(String name, Object value) {
    ticks.put(name, value);
  }

  void setQuestions(List<Own> own) {
    questions = own;
  }

  void setSampleMethod(String method) {
    sampleMethod = method;
  }

  void setReserve(int more) {
    reserve = more;
  }

  /** Topics of the engine of questionnaires, of codes with commas between them. */
  static List<Topic> topics(String codes) {
    return Arrays.stream(codes.split(",")).map(QuestionSheet::topic).toList();
  }

  private static Topic topic(String code) {
    return Topic.of(TOPICS.indexOf(code) + 1);
  }

  /** The box of the form that stands for a question of the handbook. */
  static String tickOf(Question question) {
    return TOGETHER.entrySet().stream().filter(together -> question.code().startsWith(together.getKey())).map(Map.Entry::getValue).findFirst().orElse(question.code());
  }

  /**
   * All questions, those of the handbook first.
   *
   * @throws FactsRefused when nothing is asked, or a choice has no options
   */
  List<Question> asked(List<Question> suggested) {
    List<Question> asked = new ArrayList<>(suggested.stream().filter(question -> Boolean.TRUE.equals(ticks.get(tickOf(question)))).toList());
    IntStream.range(0, questions.size()).forEach(at -> asked.add(questions.get(at).question(at + 1)));
    if (asked.isEmpty()) {
      throw new FactsRefused("Tick a question, or add one. 請至少勾選或自擬一題。");
    }
    return asked;
  }

  /** How the sample is drawn. */
  SampleRule sample(int size, String regions) {
    Set<String> where = Set.of(regions.split(","));
    return switch (sampleMethod) {
      case "given" -> SampleRule.given(size);
      case "systematic" -> rule(Method.SYSTEMATIC, Stratification.NONE, size, where);
      case "byRegion" -> rule(Method.STRATIFIED, Stratification.REGION, size, where);
      case "byGrade" -> rule(Method.STRATIFIED, Stratification.GRADE, size, where);
      default -> rule(Method.SIMPLE, Stratification.NONE, size, where);
    };
  }

  private SampleRule rule(Method method, Stratification by, int size, Set<String> regions) {
    return new SampleRule(method, size, reserve, by, Map.of(), regions, Set.of(), null);
  }

  /**
   * A question of one's own.
   *
   * @param options one on each line; null for none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Own(String label, String topic, String kind, String options, boolean obligatory, boolean mayRefuse) {

    Question question(int number) {
      QuestionKind how = KINDS.get(kind);
      List<String> lines = how.hasOptions() && options != null ? Stream.of(options.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList() : List.of();
      if (how.hasOptions() && lines.size() < 2) {
        throw new FactsRefused("Question 題目 \"" + label + "\": name at least two options, one on each line 至少兩個選項，每行一個");
      }
      if (lines.stream().anyMatch(line -> line.length() > LONGEST_OPTION)) {
        throw new FactsRefused("Question 題目 \"" + label + "\": an option has at most " + LONGEST_OPTION + " characters 選項至多 " + LONGEST_OPTION + " 個字");
      }
      List<Question.Option> choices = IntStream.range(0, lines.size()).mapToObj(at -> new Question.Option(String.valueOf(at + 1), lines.get(at))).toList();
      return new Question("own" + number, how, QuestionSheet.topic(topic).number(), label, obligatory, mayRefuse, choices, null, null);
    }
  }
}
