package dev.kefu.information.lookup;

import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Searches the customer master for what was typed: one match is taken, otherwise the matches become the choices of the next form. */
@Component
@RequiredArgsConstructor
class FindCustomerDelegate implements JavaDelegate {

  private static final int MOST_CHOICES = 20;

  private final Customers customers;

  @Override
  public void execute(DelegateExecution execution) {
    List<CustomerCard> found = customers.search((String) execution.getVariable("customerQuery"), MOST_CHOICES + 1);
    execution.setVariable("matches", found.size() == 1 ? "one" : found.isEmpty() ? "none" : "several");
    execution.setVariable("matchesNote", note(found.size()));
    execution.setVariable("customerChoices", Spin.JSON(found.stream().limit(MOST_CHOICES).map(this::choice).toList()));
    if (found.size() == 1) {
      execution.setVariables(CustomerFacts.of(found.get(0)));
    }
  }

  private String note(int found) {
    if (found == 0) {
      return "No customer matches. 沒有符合的客戶。";
    }
    return found > MOST_CHOICES
        ? "More than " + MOST_CHOICES + " customers match; search again with more words if yours is missing. 符合者超過 " + MOST_CHOICES + " 位，請縮小範圍。"
        : found + " customers match. 符合者 " + found + " 位。";
  }

  private Map<String, String> choice(CustomerCard customer) {
    return Map.of("value", customer.code(), "label", customer.code() + " " + customer.name() + " · " + customer.phone());
  }
}
