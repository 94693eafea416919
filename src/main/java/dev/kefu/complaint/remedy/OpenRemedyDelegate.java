package dev.kefu.complaint.remedy;

import dev.kefu.complaint.remedy.RemedyOrder.Promise;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the remedy in the register and says which branches the table remedy-split opened. */
@Component
@RequiredArgsConstructor
class OpenRemedyDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    Promise promise = promise(execution);
    BigDecimal paidBefore = remedies.open(promise);
    Set<String> steps = ((Collection<?>) execution.getVariable("remedySteps")).stream().flatMap(row -> Arrays.stream(row.toString().split(",")))
        .map(String::strip).collect(Collectors.toSet());
    boolean needsGoods = steps.contains("exchange") || steps.contains("pickUp");
    execution.setVariable("remedyInstance", execution.getProcessInstanceId());
    // A caller that hands over no handler leaves the variable out, but expressions ask for it.
    execution.setVariable("handler", promise.handler());
    execution.setVariable("remedyAmount", promise.amount().toPlainString());
    execution.setVariable("needsRepair", steps.contains("repair"));
    execution.setVariable("needsGoods", needsGoods);
    execution.setVariable("needsExchange", steps.contains("exchange"));
    execution.setVariable("needsRefund", steps.contains("refund"));
    execution.setVariable("needsAllowance", steps.contains("allowance"));
    execution.setVariable("needsPayment", steps.contains("pay"));
    execution.setVariable("needsApology", steps.contains("apologise"));
    execution.setVariable("needsSlip", needsGoods || steps.contains("allowance"));
    execution.setVariable("apologistRole", "ordinary".equals(execution.getVariable(CaseVariables.SEVERITY)) ? "complaint-supervisor" : "customer-service-manager");
    execution.setVariable("paidBefore", paidBefore.toPlainString());
  }

  private static Promise promise(DelegateExecution execution) {
    Object amount = execution.getVariable("remedyAmount");
    return new Promise(execution.getProcessInstanceId(), execution.getProcessBusinessKey(), (String) execution.getVariable(CaseVariables.CUSTOMER_CODE),
        (String) execution.getVariable(CaseVariables.SEVERITY), (String) execution.getVariable("remedyFacts"),
        amount == null || amount.toString().isBlank() ? BigDecimal.ZERO : new BigDecimal(amount.toString()), (String) execution.getVariable("handler"),
        Arrays.stream(FormData.read(execution, "remedies", String[].class)).map(Branch::of).collect(Collectors.toSet()));
  }
}
