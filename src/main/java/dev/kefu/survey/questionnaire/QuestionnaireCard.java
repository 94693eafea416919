package dev.kefu.survey.questionnaire;

import java.util.List;

/**
 * A version of a questionnaire as others see it.
 *
 * @param id of the version
 * @param version from 1
 * @param title of the survey
 * @param trialAnswers trial answers given so far
 */
public record QuestionnaireCard(long id, String surveyNo, int version, String title, QuestionnaireState state, int trialAnswers, List<Question> questions) {
}
