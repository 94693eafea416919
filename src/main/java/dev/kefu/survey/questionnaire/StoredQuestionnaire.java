package dev.kefu.survey.questionnaire;

import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A version of a questionnaire: draft, trial, released; its questions never change, a change is a new version. */
@Entity
@Table(name = "survey_questionnaires")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class StoredQuestionnaire {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String surveyNo;
  private int versionNo;
  private String title;
  @Enumerated(EnumType.STRING)
  private QuestionnaireState status = QuestionnaireState.DRAFT;
  private String designedBy;
  private Instant designedAt;
  private Instant trialAt;
  private String releasedBy;
  private Instant releasedAt;
  @Version
  private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "survey_questions", joinColumns = @JoinColumn(name = "questionnaire_id"))
  @OrderColumn(name = "position")
  private List<StoredQuestion> questions = new ArrayList<>();

  StoredQuestionnaire(String surveyNo, int versionNo, String title, List<Question> questions, String designedBy, Instant at) {
    this.surveyNo = surveyNo;
    this.versionNo = versionNo;
    this.title = title;
    this.designedBy = designedBy;
    this.designedAt = at;
    questions.forEach(question -> this.questions.add(new StoredQuestion(question)));
  }

  void replace() {
    if (status != QuestionnaireState.RELEASED) {
      status = QuestionnaireState.REPLACED;
    }
  }

  void tryOut(Instant at) {
    if (status == QuestionnaireState.TRIAL) {
      return;
    }
    require(status == QuestionnaireState.DRAFT, "Only a draft goes on trial. 僅草稿可試調查。");
    status = QuestionnaireState.TRIAL;
    trialAt = at;
  }

  void release(int trialAnswers, String person, Instant at) {
    if (status == QuestionnaireState.RELEASED) {
      return;
    }
    require(status == QuestionnaireState.TRIAL, "Only a questionnaire on trial is released. 僅試調查中的問卷可發布。");
    require(trialAnswers >= Questionnaires.FEWEST_TRIALS && trialAnswers <= Questionnaires.MOST_TRIALS,
        "A questionnaire is released after %1$d to %2$d trial answers; there are %3$d. 問卷須有 %1$d 至 %2$d 份試調查答卷方可發布，現有 %3$d 份。".formatted(Questionnaires.FEWEST_TRIALS,
            Questionnaires.MOST_TRIALS, trialAnswers));
    status = QuestionnaireState.RELEASED;
    releasedBy = person;
    releasedAt = at;
  }

  List<Question> asked() {
    return questions.stream().map(StoredQuestion::question).toList();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new FactsRefused(message);
    }
  }
}
