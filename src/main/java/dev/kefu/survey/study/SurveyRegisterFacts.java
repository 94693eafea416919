package dev.kefu.survey.study;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import dev.kefu.survey.questionnaire.Question;
import dev.kefu.survey.questionnaire.QuestionnaireCard;
import dev.kefu.survey.questionnaire.Questionnaires;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of surveys says on printed forms: figures that no form asks for, and the questionnaire. */
@Component
@RequiredArgsConstructor
class SurveyRegisterFacts implements RegisterFacts<Survey> {

  /** Boxes of the handbook's form F53 that stand for questions. */
  private static final List<String> STANDARD = List.of("age", "gender", "familySize", "incomeBand", "spending", "savings", "property", "housing", "tastes", "creditQuestions", "needs", "productAwareness", "operation",
      "managementLevel", "mainPartners");

  private final SurveyRepository repository;
  private final Questionnaires questionnaires;

  @Override
  public String register() {
    return "survey";
  }

  @Override
  public Optional<Survey> entry(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber);
  }

  @Override
  public NamedFacts<Survey> facts() {
    NamedFacts<Survey> facts = new NamedFacts<Survey>()
        .with("no", Survey::getSurveyNo)
        .with("total", survey -> SurveyWords.money(survey.getPlannedCost()))
        .with("budget", survey -> SurveyWords.money(survey.getBudget()))
        .with("mode", survey -> SurveyWords.MODES.get(survey.getMode()))
        .with("agency", Survey::getAgencyName)
        .with("from", survey -> day(survey.getSurveyFrom()))
        .with("to", survey -> day(survey.getSurveyTo()))
        .with("issued", survey -> number(survey.getIssued()))
        .with("valid", survey -> number(survey.getValidAnswers()))
        .with("recheckShare", survey -> SurveyWords.percent(survey.getRecheckShare()))
        .with("recheckInvalid", survey -> SurveyWords.percent(survey.getRecheckInvalid()))
        .with("sample", survey -> questionnaires.sampleOf(survey.getSurveyNo()).map(sample -> sample.method().label() + " · " + sample.size() + " + " + sample.reserve() + " / " + sample.frame()).orElse(null))
        .with("trial", survey -> newest(survey).map(card -> String.valueOf(card.trialAnswers())).orElse(null))
        .with("version", survey -> newest(survey).map(card -> card.version() + " · " + card.state().label()).orElse(null))
        .with("respondent", survey -> "")
        .with("interviewer", survey -> "")
        .with("interviewedAt", survey -> "")
        .with("by-result", survey -> rows(survey, Result.Sort.COUNT))
        .with("by-cross", survey -> rows(survey, Result.Sort.CROSS))
        .with("by-score", survey -> survey.results().stream().filter(result -> result.getSort() == Result.Sort.SCORE).map(SurveyRegisterFacts::score).toList())
        .with("by-own", survey -> newest(survey).map(card -> card.questions().stream().filter(question -> !STANDARD.contains(QuestionSheet.tickOf(question))).map(SurveyRegisterFacts::question).toList()).orElse(null));
    STANDARD.forEach(box -> facts.with("item-" + box, survey -> newest(survey).map(card -> asked(card, box)).orElse(null)));
    return facts;
  }

  private Optional<QuestionnaireCard> newest(Survey survey) {
    return questionnaires.newest(survey.getSurveyNo());
  }

  private static String asked(QuestionnaireCard card, String box) {
    String text = card.questions().stream().filter(question -> QuestionSheet.tickOf(question).equals(box)).map(question -> question.label() + ": " + options(question)).collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }

  private static Map<String, String> question(Question question) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Question 題目", question.label());
    row.put("Answer 答案", options(question));
    return row;
  }

  private static String options(Question question) {
    return question.options().isEmpty() ? "________ (" + question.kind().label() + ")" : question.options().stream().map(option -> "□ " + option.label()).collect(Collectors.joining("  "));
  }

  private static List<Map<String, String>> rows(Survey survey, Result.Sort sort) {
    return survey.results().stream().filter(result -> result.getSort() == sort).map(result -> {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("Item 項目", result.getItem());
      row.put("Option 選項", result.getChoice());
      row.put("Number 份數", String.valueOf(result.getCounted()));
      row.put("Share 佔比", SurveyWords.percent(result.getPercent()));
      row.put("Chart 圖", SurveyWords.bar(result.getPercent()));
      return row;
    }).toList();
  }

  private static Map<String, String> score(Result result) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Item 項目", result.getItem());
    row.put("Measure 指標", result.getChoice());
    row.put("Score 得分", plain(result.getScore()));
    return row;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String day(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static String number(Integer number) {
    return number == null ? null : number.toString();
  }
}
