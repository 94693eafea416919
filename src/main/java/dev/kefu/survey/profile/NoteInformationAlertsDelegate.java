package dev.kefu.survey.profile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what the table of alerts found into the register, and into words for whoever looks at the customer's credit. */
@Component
@RequiredArgsConstructor
class NoteInformationAlertsDelegate implements JavaDelegate {

  private static final String ALERTS = "alerts";

  private final InformationSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    InformationSurvey survey = surveys.get((Long) execution.getVariable("informationSurveyId"));
    List<String> findings = ((Collection<?>) execution.getVariable(ALERTS)).stream().map(row -> (String) ((Map<?, ?>) row).get("finding")).toList();
    // The engine cannot read a list back that is empty, so none is left for a later transaction.
    execution.removeVariable(ALERTS);
    survey.alert(findings);
    execution.setVariable("alerted", !findings.isEmpty());
    execution.setVariable("alertFindings", "Information survey 客戶信息調查 %s: %s".formatted(survey.getCaseNumber(), ProfileWords.alerts(survey.getAlerts())));
  }
}
