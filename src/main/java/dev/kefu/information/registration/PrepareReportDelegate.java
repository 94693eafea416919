package dev.kefu.information.registration;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;

import dev.kefu.engine.FormData;
import dev.kefu.information.master.CustomerData;
import dev.kefu.information.master.CustomerRecords;
import dev.kefu.information.master.CustomerState;
import dev.kefu.information.master.RecordFields;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Fills the report in: the record as it stands and, over it, what a procedure proposes. */
@Component
@RequiredArgsConstructor
class PrepareReportDelegate implements JavaDelegate {

  private static final String PROPOSAL = "registrationProposal";

  private final CustomerRecords records;

  @Override
  public void execute(DelegateExecution execution) {
    String code = (String) execution.getVariable(CUSTOMER_CODE);
    String operation = (String) execution.getVariable("operation");
    CustomerData record = CustomerData.NOTHING;
    if (code != null) {
      CustomerState known = records.find(code).orElseThrow(() -> new IllegalArgumentException("There is no customer " + code + "."));
      record = known.data();
      execution.setVariable(CUSTOMER_CODE, known.card().code());
      execution.setVariable(CUSTOMER_NAME, known.card().name());
      execution.setVariable("autoFacts", RegistrationWords.autoFacts(known));
    }
    CustomerData proposed = proposal(execution.getVariable(PROPOSAL));
    execution.setVariable("record", Spin.JSON(RecordFields.json(RecordFields.overlaid(record, proposed))));
    execution.setVariable("operationNote", "**" + RegistrationWords.OPERATIONS.get(operation) + "**" + (code == null ? "" : " · " + execution.getVariable(CUSTOMER_CODE) + " "
        + execution.getVariable(CUSTOMER_NAME)));
  }

  /** A list that the proposal leaves out is no empty one: what it does not say stays as it is. */
  private static CustomerData proposal(Object variable) {
    if (variable == null) {
      return CustomerData.NOTHING;
    }
    return FormData.read(variable instanceof SpinJsonNode ? variable : Spin.JSON(variable), PROPOSAL, CustomerData.class);
  }
}
