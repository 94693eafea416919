package dev.kefu.survey.questionnaire;

/**
 * A sample that was drawn.
 *
 * @param seed draws it again; null for respondents who were not drawn
 * @param size how many are asked
 * @param reserve how many may take the places of those who refuse
 * @param frame among how many customers it was drawn
 * @param frameDigest SHA-256 of those customers, so that a second drawing can be compared; null for respondents who were not drawn
 */
public record SampleCard(SampleRule.Method method, Long seed, int size, int reserve, int frame, String frameDigest) {
}
