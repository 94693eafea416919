package dev.kefu.survey.profile;

import dev.kefu.engine.CaseVariables;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import dev.kefu.organisation.RoleDirectory;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees which customer is to be surveyed and why; a case of the supervisor's own asks for the customer. */
@Component
@RequiredArgsConstructor
class TakeUpInformationSurveyDelegate implements JavaDelegate {

  private static final String SUPERVISOR = "survey-supervisor";

  private final Customers customers;
  private final RoleDirectory roles;

  @Override
  public void execute(DelegateExecution execution) {
    Optional<CustomerCard> customer = execution.getVariable(CaseVariables.CUSTOMER_CODE) instanceof String code ? customers.find(code) : Optional.empty();
    String occasion = given(execution, "surveyOccasion", customer.isPresent() ? "newCustomer" : "request");
    execution.setVariable("customerKnown", customer.isPresent());
    execution.setVariable(CaseVariables.CUSTOMER_CODE, customer.map(CustomerCard::code).orElse(null));
    execution.setVariable(CaseVariables.CUSTOMER_NAME, customer.map(CustomerCard::name).orElse(null));
    execution.setVariable(CaseVariables.CUSTOMER_GRADE, customer.map(CustomerCard::grade).orElse(null));
    execution.setVariable("surveyOccasion", occasion);
    execution.setVariable("surveyReason", given(execution, "surveyReason", ProfileWords.OCCASIONS.getOrDefault(occasion, occasion)));
    // Whoever registered or visited the customer has no part in the survey.
    String starter = (String) execution.getVariable(CaseVariables.STARTER);
    String supervisor = starter != null && execution.getProcessEngineServices().getIdentityService().createGroupQuery().groupMember(starter).groupId(roles.holderOf(SUPERVISOR)).count() > 0 ? starter : null;
    execution.setVariable(CaseVariables.STARTER, supervisor);
    execution.setVariable(CaseVariables.OWNER, supervisor);
    execution.setVariable("returnNote", "");
  }

  private static String given(DelegateExecution execution, String name, String otherwise) {
    return execution.getVariable(name) instanceof String text && !text.isEmpty() ? text : otherwise;
  }
}
