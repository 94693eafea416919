package dev.kefu.survey.questionnaire;

import java.math.BigDecimal;
import java.util.List;

/**
 * A question.
 *
 * @param code its name in files and figures, for example {@code q12}; unique in a questionnaire
 * @param kind how it is answered
 * @param topic topic of article 5, 1 to 8
 * @param label the question as it is asked, English 中文 or in one language
 * @param required whether a blank answer counts as missing
 * @param mayRefuse whether the respondent may refuse an answer, which then is none that is missing
 * @param options of a choice; empty elsewhere
 * @param smallest of a number; null for no limit
 * @param largest of a number; null for no limit
 */
public record Question(String code, QuestionKind kind, int topic, String label, boolean required, boolean mayRefuse, List<Option> options, BigDecimal smallest, BigDecimal largest) {

  public Question {
    options = options == null ? List.of() : List.copyOf(options);
  }

  /**
   * What may be chosen.
   *
   * @param code short, unique in its question
   * @param label what people read
   */
  public record Option(String code, String label) {
  }

  /** A question with options. */
  public static Question choice(String code, QuestionKind kind, Topic topic, String label, boolean required, List<Option> options) {
    return new Question(code, kind, topic.number(), label, required, false, options, null, null);
  }

  /** A question without options or limits. */
  public static Question open(String code, QuestionKind kind, Topic topic, String label, boolean required) {
    return new Question(code, kind, topic.number(), label, required, false, List.of(), null, null);
  }

  /** The same question, of which an answer may be refused. */
  public Question refusable() {
    return new Question(code, kind, topic, label, required, true, options, smallest, largest);
  }
}
