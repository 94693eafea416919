package dev.kefu.survey.agency;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Fills the brief in as far as survey and terms say it. */
@Component
class PrepareAgencyBriefDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(Map.of("commissionOutcome", "cancelled", "agencyName", "", "agencyFee", "0.00", "returnNote", "", "approvalReturns", 0, "biddingRound", 0));
    execution.setVariable("briefing", Spin.JSON(Map.of("brief", "Purpose 調查目的: %s\nPersons asked 樣本量: %s\nPopulation 調查對象: \nMethod 方法: \nIndicators 指標: \nRange 範圍: \nQuality 質量要求: \nReport 報告形式: "
        .formatted(execution.getVariable("surveyPurpose"), execution.getVariable("sampleSize")), "graceDays", execution.getVariable("termsGraceDays"))));
  }
}
