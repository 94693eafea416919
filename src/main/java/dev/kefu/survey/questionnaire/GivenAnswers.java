package dev.kefu.survey.questionnaire;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * What a respondent answered, as it comes from a form or a row of a file.
 *
 * @param row of the file; 0 elsewhere
 * @param respondent number of the respondent
 * @param interviewer who asked, or null
 * @param batch or null
 * @param way code of the way, or null
 * @param at when it was asked, or null
 * @param seconds how long it took, or null
 * @param answers code of the question to a text, a number, a list of texts or {@link #REFUSED}; blank ones are missing
 */
public record GivenAnswers(long row, String respondent, String interviewer, String batch, String way, LocalDateTime at, Integer seconds, Map<String, Object> answers) {

  /** Stands for an answer that the respondent refused. */
  public static final String REFUSED = "#refused";
}
