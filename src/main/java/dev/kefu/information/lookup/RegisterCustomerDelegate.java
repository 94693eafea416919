package dev.kefu.information.lookup;

import dev.kefu.engine.FormData;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters a new customer in the master. */
@Component
@RequiredArgsConstructor
class RegisterCustomerDelegate implements JavaDelegate {

  private final Customers customers;

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(CustomerFacts.of(customers.register(FormData.read(execution, "registration", NewCustomer.class))));
  }
}
