package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the form customer-survey-report-tidy says of the work of an agency. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AgencyFigures(int sampleIssued, int sampleValid, BigDecimal recheckShare, BigDecimal recheckInvalid, LocalDate surveyFrom, LocalDate surveyTo) {

  /**
   * Writes them into the register.
   *
   * @throws FactsRefused when more is valid than was issued, or the end lies before the beginning
   */
  void into(Survey survey) {
    if (sampleValid > sampleIssued) {
      throw new FactsRefused("Valid 有效份數: not more than issued 不得多於發出份數");
    }
    if (surveyTo.isBefore(surveyFrom)) {
      throw new FactsRefused("To 調查結束: must not be before the beginning 不得早於開始");
    }
    survey.figures(sampleIssued, sampleValid, recheckShare, recheckInvalid);
    survey.askedBetween(surveyFrom, surveyTo);
  }
}
