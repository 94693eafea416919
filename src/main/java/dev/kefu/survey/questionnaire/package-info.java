/**
 * Questionnaires as data: questions and versions, the sample, answers with their control points, field work in figures, analysis. Procedures of this module use {@link Questionnaires} alone.
 */
package dev.kefu.survey.questionnaire;
