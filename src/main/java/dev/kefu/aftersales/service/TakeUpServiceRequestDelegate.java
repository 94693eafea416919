package dev.kefu.aftersales.service;

import dev.kefu.engine.CaseVariables;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees who asks: another procedure, or an inspection round, hands over the customer and readable facts; a person is asked for them. */
@Component
@RequiredArgsConstructor
class TakeUpServiceRequestDelegate implements JavaDelegate {

  private final Customers customers;

  @Override
  public void execute(DelegateExecution execution) {
    String code = (String) execution.getVariable(CaseVariables.CUSTOMER_CODE);
    Optional<CustomerCard> customer = Optional.ofNullable(code).flatMap(customers::find);
    execution.setVariable("customerKnown", customer.isPresent());
    execution.setVariable(CaseVariables.CUSTOMER_CODE, customer.map(CustomerCard::code).orElse(null));
    execution.setVariable(CaseVariables.CUSTOMER_NAME, customer.map(CustomerCard::name).orElse(null));
    execution.setVariable(CaseVariables.CUSTOMER_GRADE, customer.map(CustomerCard::grade).orElse(null));
    execution.setVariable("keyAccount", customer.map(CustomerCard::keyAccount).orElse(false));
    execution.setVariable("requestFacts", execution.getVariable("requestFacts") instanceof String facts ? facts : "");
    execution.setVariable(CaseVariables.OWNER, null);
  }
}
