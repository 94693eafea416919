package dev.kefu.information.lookup;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_GRADE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;

import dev.kefu.information.CustomerCard;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The plain variables that customer-lookup hands to its caller. */
final class CustomerFacts {

  private CustomerFacts() {
  }

  static void set(VariableScope scope, CustomerCard customer) {
    scope.setVariable(CUSTOMER_CODE, customer.code());
    scope.setVariable(CUSTOMER_NAME, customer.name());
    scope.setVariable(CUSTOMER_GRADE, customer.grade());
    scope.setVariable("keyAccount", customer.keyAccount());
    scope.setVariable("customerOwner", customer.owner());
  }
}
