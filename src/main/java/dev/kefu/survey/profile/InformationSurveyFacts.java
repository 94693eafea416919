package dev.kefu.survey.profile;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of information surveys says on the printed form. */
@Component
@RequiredArgsConstructor
class InformationSurveyFacts implements RegisterFacts<InformationSurvey> {

  private final InformationSurveyRepository repository;

  @Override
  public String register() {
    return "informationSurvey";
  }

  @Override
  public Optional<InformationSurvey> entry(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber);
  }

  @Override
  public NamedFacts<InformationSurvey> facts() {
    return new NamedFacts<InformationSurvey>()
        .with("occasion", survey -> ProfileWords.OCCASIONS.getOrDefault(survey.getOccasion(), survey.getOccasion()))
        .with("staffTotal", survey -> survey.getStaffTotal() == null ? null : survey.getStaffTotal().toString())
        .with("peakSalesDrop", survey -> survey.getPeakSalesDrop() == null ? null : survey.getPeakSalesDrop().toPlainString() + " %")
        .with("alerts", survey -> survey.getAlerts().isEmpty() ? null : ProfileWords.alerts(survey.getAlerts()));
  }
}
