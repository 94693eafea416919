package dev.kefu.survey.questionnaire;

import dev.kefu.engine.FactsRefused;
import dev.kefu.organisation.CurrentPerson;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
@Transactional
class StoredQuestionnaires implements Questionnaires {

  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_NUMBER = 20;

  private final QuestionnaireRepository questionnaires;
  private final FieldWorkTable fieldWork;
  private final SheetTable sheets;
  private final Samples samples;
  private final Rechecks rechecks;
  private final AnswerStatistics statistics;
  private final CurrentPerson person;
  private final Clock clock;

  @Override
  @Transactional(readOnly = true)
  public List<Question> suggested(Collection<Topic> topics) {
    return SuggestedQuestions.of(topics);
  }

  @Override
  public int design(String surveyNo, String title, List<Question> questions) {
    List<String> problems = QuestionRules.problems(questions);
    if (!problems.isEmpty()) {
      throw new FactsRefused(String.join("\n", problems));
    }
    if (surveyNo == null || surveyNo.isBlank() || surveyNo.length() > LONGEST_NUMBER) {
      throw new IllegalArgumentException("A survey's number has 1 to " + LONGEST_NUMBER + " characters.");
    }
    fieldWork.open(surveyNo);
    fieldWork.lock(surveyNo);
    Optional<StoredQuestionnaire> before = questionnaires.findFirstBySurveyNoOrderByVersionNoDesc(surveyNo);
    before.ifPresent(StoredQuestionnaire::replace);
    int version = before.map(StoredQuestionnaire::getVersionNo).orElse(0) + 1;
    String name = title == null || title.isBlank() ? surveyNo : title.strip();
    questionnaires.save(new StoredQuestionnaire(surveyNo, version, name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name, questions, currentPerson(), clock.instant()));
    return version;
  }

  @Override
  public void trial(String surveyNo) {
    fieldWork.lock(surveyNo);
    newestOf(surveyNo).tryOut(clock.instant());
  }

  @Override
  public void release(String surveyNo) {
    fieldWork.lock(surveyNo);
    StoredQuestionnaire questionnaire = newestOf(surveyNo);
    questionnaire.release(sheets.trials(questionnaire.getId()), currentPerson(), clock.instant());
  }

  private StoredQuestionnaire newestOf(String surveyNo) {
    return questionnaires.findFirstBySurveyNoOrderByVersionNoDesc(surveyNo).orElseThrow(() -> new FactsRefused("Survey \"" + surveyNo + "\" has no questionnaire yet. 此調查尚無問卷。"));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<QuestionnaireCard> newest(String surveyNo) {
    return questionnaires.findFirstBySurveyNoOrderByVersionNoDesc(surveyNo).map(this::card);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<QuestionnaireCard> released(String surveyNo) {
    return questionnaires.findFirstBySurveyNoAndStatusOrderByVersionNoDesc(surveyNo, QuestionnaireState.RELEASED).map(this::card);
  }

  private QuestionnaireCard card(StoredQuestionnaire stored) {
    return new QuestionnaireCard(stored.getId(), stored.getSurveyNo(), stored.getVersionNo(), stored.getTitle(), stored.getStatus(), sheets.trials(stored.getId()), stored.asked());
  }

  @Override
  public SampleCard sample(String surveyNo, SampleRule rule) {
    return samples.draw(surveyNo, rule, currentPerson());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<SampleCard> sampleOf(String surveyNo) {
    return fieldWork.sample(surveyNo);
  }

  @Override
  @Transactional(readOnly = true)
  public FieldWork fieldWork(String surveyNo) {
    List<SheetTable.Worked> worked = sheets.worked(surveyNo);
    FieldWork.Line total = worked.stream().map(SheetTable.Worked::line).reduce(new FieldWork.Line("", 0, 0, 0, 0, 0), (one, other) -> sum("", one, other));
    int sample = fieldWork.sample(surveyNo).map(SampleCard::size).orElse(total.issued());
    return new FieldWork(sample, total, lines(worked, one -> one.line().name()), lines(worked, SheetTable.Worked::batch));
  }

  private static List<FieldWork.Line> lines(List<SheetTable.Worked> worked, Function<SheetTable.Worked, String> name) {
    Map<String, FieldWork.Line> lines = new TreeMap<>();
    worked.forEach(one -> lines.merge(name.apply(one), sum(name.apply(one), one.line(), new FieldWork.Line("", 0, 0, 0, 0, 0)), (before, more) -> sum(before.name(), before, more)));
    return List.copyOf(lines.values());
  }

  private static FieldWork.Line sum(String name, FieldWork.Line one, FieldWork.Line other) {
    return new FieldWork.Line(name, one.issued() + other.issued(), one.returned() + other.returned(), one.valid() + other.valid(), one.rechecked() + other.rechecked(),
        one.recheckedInvalid() + other.recheckedInvalid());
  }

  @Override
  public int drawRechecks(String surveyNo, BigDecimal percent) {
    return rechecks.draw(surveyNo, percent);
  }

  @Override
  public int redo(String surveyNo, String interviewer) {
    return rechecks.redo(surveyNo, interviewer);
  }

  @Override
  public void close(String surveyNo) {
    fieldWork.close(surveyNo, LocalDateTime.now(clock).withNano(0));
  }

  @Override
  @Transactional(readOnly = true)
  public Analysis analysis(String surveyNo) {
    return statistics.analysis(asked(surveyNo));
  }

  @Override
  @Transactional(readOnly = true)
  public CrossTable crossTable(String surveyNo, String rows, String columns) {
    return statistics.crossTable(asked(surveyNo), rows, columns);
  }

  private QuestionnaireCard asked(String surveyNo) {
    return released(surveyNo).orElseThrow(() -> new FactsRefused("No version of this questionnaire is released yet: there is nothing to count. 問卷尚未發布，無可統計。"));
  }

  /** Null for work that no person does, for example of a job. */
  private String currentPerson() {
    try {
      return person.userId();
    } catch (IllegalStateException nobody) {
      return null;
    }
  }
}
