package dev.kefu.survey.credit;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of credit surveys says on the printed survey. */
@Component
@RequiredArgsConstructor
class CreditRegisterFacts implements RegisterFacts<CreditSurvey> {

  private final CreditSurveyRepository repository;

  @Override
  public String register() {
    return "credit";
  }

  @Override
  public Optional<CreditSurvey> entry(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later);
  }

  @Override
  public NamedFacts<CreditSurvey> facts() {
    return new NamedFacts<CreditSurvey>()
        .with("occasion", survey -> CreditWords.OCCASIONS.getOrDefault(survey.getOccasion(), survey.getOccasion()))
        .with("score", survey -> survey.getScore() == null ? null : String.valueOf(survey.getScore()))
        .with("ratedGrade", CreditSurvey::getRatedGrade)
        .with("ratedLimit", survey -> survey.getRatedLimit() == null ? null : CreditWords.yuan(survey.getRatedLimit()))
        .with("grade", survey -> survey.getProposedGrade() == null ? survey.getRatedGrade() : survey.getProposedGrade())
        .with("limit", survey -> survey.getProposedLimit() == null ? null : CreditWords.yuan(survey.getProposedLimit()))
        .with("guarantee", survey -> survey.getProposedGrade() == null ? null : survey.isGuarantee() ? "Yes 是" : "No 否")
        .with("special", survey -> survey.isSpecialApproval() ? "Special approval 特批" : null)
        .with("missing", CreditSurvey::getMissing);
  }
}
