package dev.kefu.survey;

import java.math.BigDecimal;

/**
 * What a survey has cost so far; published by whoever carries it out, in the transaction in which that is known.
 *
 * @param caseNumber number of the survey
 * @param cost yuan, everything together
 */
public record SurveySettled(String caseNumber, BigDecimal cost) {
}
