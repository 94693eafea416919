package dev.kefu.survey.credit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * The form customer-credit-survey-manager.
 *
 * @param decision {@code asRated}, {@code adjust} or {@code sendBack}
 * @param creditGrade as the form writes it; null unless adjusted, and so are limit and reason
 * @param paymentMode what the customer is to choose; null when sent back
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Opinion(String decision, String managerOpinion, String creditGrade, BigDecimal creditLimit, String adjustReason, String paymentMode, boolean guaranteeRequired) {

  boolean isAdjusted() {
    return "adjust".equals(decision);
  }

  /** The grade that the manager proposes: the rated one, unless adjusted. */
  String gradeOr(String rated) {
    return isAdjusted() ? creditGrade.toUpperCase(Locale.ROOT) : rated;
  }
}
