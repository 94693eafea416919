package dev.kefu.survey.questionnaire;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The questionnaires of surveys and what was answered, for the procedures. Every refusal is a {@link dev.kefu.engine.FactsRefused}, so that the person whose step it is reads why.
 * People answer, import, issue, check and look at figures on the page "Surveys 調查".
 */
public interface Questionnaires {

  /** Fewest trial answers before a version may be released. */
  int FEWEST_TRIALS = 5;
  /** Most trial answers of a version. */
  int MOST_TRIALS = 10;

  /** Questions that the handbook's form F53 asks for these topics, to begin a draft with. */
  List<Question> suggested(Collection<Topic> topics);

  /**
   * Makes a new draft; a draft or trial before it is replaced, a released version stays as it is.
   *
   * @param surveyNo number of the survey's case
   * @param title of the survey, 80 characters at most
   * @return number of the version
   */
  int design(String surveyNo, String title, List<Question> questions);

  /** The same, with the number as title. */
  default int design(String surveyNo, List<Question> questions) {
    return design(surveyNo, surveyNo, questions);
  }

  /** Lets the draft be answered on trial; one that is on trial already stays. */
  void trial(String surveyNo);

  /** Releases the version on trial; refused with fewer than {@link #FEWEST_TRIALS} or more than {@link #MOST_TRIALS} trial answers. One that is released already stays. */
  void release(String surveyNo);

  /** The newest version, whatever its state. */
  Optional<QuestionnaireCard> newest(String surveyNo);

  /** The newest released version: the one that is asked. */
  Optional<QuestionnaireCard> released(String surveyNo);

  /**
   * Draws the sample, or says that respondents are brought. A sample of which nobody was asked yet is drawn anew, another one is refused.
   */
  SampleCard sample(String surveyNo, SampleRule rule);

  /** The sample; empty while none was drawn. */
  Optional<SampleCard> sampleOf(String surveyNo);

  /** Field work in figures. */
  FieldWork fieldWork(String surveyNo);

  /**
   * Draws answers to call back, of each interviewer the same share, until so many are drawn; those drawn before count.
   *
   * @param percent of the answers that came back, for example 10; of each interviewer one at least
   * @return how many were added
   */
  int drawRechecks(String surveyNo, BigDecimal percent);

  /**
   * Sets answers aside so that their respondents are asked again (rule dt-survey-quality: redo).
   *
   * @param interviewer whose answers; null for all
   * @return how many
   */
  int redo(String surveyNo, String interviewer);

  /** Ends the field work: no answer is taken any more. */
  void close(String surveyNo);

  /** What the valid answers to the released version say; refused when none is released. */
  Analysis analysis(String surveyNo);

  /**
   * Two questions together.
   *
   * @param rows code of a closed question, or one of {@link CrossTable#FACTS}
   * @param columns the same
   */
  CrossTable crossTable(String surveyNo, String rows, String columns);
}
