package dev.kefu.survey.profile;

import dev.kefu.engine.CaseVariables;
import dev.kefu.information.CustomerCard;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the survey of each customer on one page of the due list; the register knows them in the same transaction. */
@Component
@RequiredArgsConstructor
class StartDueInformationSurveysDelegate implements JavaDelegate {

  private final InformationSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    InformationSurveys.Page page = surveys.due(execution.getVariable("dueCursor") instanceof String cursor ? cursor : "");
    page.due().forEach(customer -> execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(InformationSurveys.PROCESS, facts(customer)));
    execution.setVariable("moreDue", page.last() != null);
    execution.setVariable("dueCursor", page.last());
  }

  private static Map<String, Object> facts(CustomerCard customer) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(CaseVariables.CUSTOMER_CODE, customer.code());
    facts.put(CaseVariables.CUSTOMER_NAME, customer.name());
    facts.put(CaseVariables.CUSTOMER_GRADE, customer.grade());
    facts.put("surveyOccasion", "yearly");
    return facts;
  }
}
