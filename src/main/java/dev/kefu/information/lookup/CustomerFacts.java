package dev.kefu.information.lookup;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_GRADE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;

import dev.kefu.information.CustomerCard;
import java.util.HashMap;
import java.util.Map;

/** The plain variables that customer-lookup hands to its caller. */
final class CustomerFacts {

  private CustomerFacts() {
  }

  /** Returns all of them; a customer without grade or owner has null there. */
  static Map<String, Object> of(CustomerCard customer) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(CUSTOMER_CODE, customer.code());
    facts.put(CUSTOMER_NAME, customer.name());
    facts.put(CUSTOMER_GRADE, customer.grade());
    facts.put("keyAccount", customer.keyAccount());
    facts.put("customerOwner", customer.owner());
    return facts;
  }
}
