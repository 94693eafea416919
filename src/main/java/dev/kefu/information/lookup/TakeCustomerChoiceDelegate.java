package dev.kefu.information.lookup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.information.Customers;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes what was chosen: a customer, new search words, or a new customer. */
@Component
@RequiredArgsConstructor
class TakeCustomerChoiceDelegate implements JavaDelegate {

  private final Customers customers;

  @Override
  public void execute(DelegateExecution execution) {
    Choice choice = FormData.read(execution, "choice", Choice.class);
    execution.setVariable("choiceWay", choice.way());
    switch (choice.way()) {
      case "pick" -> execution.setVariables(CustomerFacts.of(customers.find(choice.customer()).orElseThrow()));
      case "search" -> execution.setVariable("customerQuery", choice.query());
      default -> { }
    }
  }

  /**
   * The form customer-lookup-choose.
   *
   * @param way {@code pick}, {@code search} or {@code register}
   * @param customer code of the picked customer
   * @param query new search words
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Choice(String way, String customer, String query) {
  }
}
