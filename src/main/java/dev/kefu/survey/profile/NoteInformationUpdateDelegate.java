package dev.kefu.survey.profile;

import dev.kefu.engine.CaseVariables;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what became of the answers in the customer master, and compares them with the survey before. */
@Component
@RequiredArgsConstructor
class NoteInformationUpdateDelegate implements JavaDelegate {

  private final InformationSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    InformationSurvey survey = surveys.get((Long) execution.getVariable("informationSurveyId"));
    // A proposal that was refused leaves the record as it is.
    String customer = execution.getVariable(CaseVariables.CUSTOMER_CODE) instanceof String code ? code : survey.getCustomerCode();
    survey.update(customer, (String) execution.getVariable("registrationOutcome"), surveys.last(customer).orElse(null));
    execution.setVariable(CaseVariables.CUSTOMER_CODE, customer);
    execution.setVariable("businessState", survey.getBusinessState());
    execution.setVariable("priceLevel", survey.getPriceLevel());
    execution.setVariable("peakSalesDrop", survey.getPeakSalesDrop() == null ? 0 : survey.getPeakSalesDrop().doubleValue());
  }
}
