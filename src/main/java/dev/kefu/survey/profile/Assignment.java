package dev.kefu.survey.profile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;

/** The form customer-information-survey-assign: user ids. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Assignment(String surveyor, String customerOwner, String reviewer) {

  /**
   * Writes it into the register.
   *
   * @throws FactsRefused when somebody is to review his own survey
   */
  void into(InformationSurvey survey) {
    if (surveyor.equals(reviewer)) {
      throw new FactsRefused("Reviewed by 審核: must be somebody else than the surveyor 審核人不得為調查員本人");
    }
    survey.assign(surveyor, customerOwner, reviewer);
  }
}
