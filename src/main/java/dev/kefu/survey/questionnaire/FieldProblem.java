package dev.kefu.survey.questionnaire;

/**
 * Why an answer is refused.
 *
 * @param code of the question, or {@code respondent}, {@code interviewer}, …
 * @param label what people read
 * @param message English, then Chinese; never what was written
 */
public record FieldProblem(String code, String label, String message) {
}
