package dev.kefu.relationship.callback;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_GRADE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;

import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts a call-back for each customer on one page of the due list, in the transaction in which the page is noted as opened. */
@Component
@RequiredArgsConstructor
class StartDueCallbacksDelegate implements JavaDelegate {

  private final DueCallbacks dueCallbacks;

  @Override
  public void execute(DelegateExecution execution) {
    Occasion occasion = new Occasion((String) execution.getVariable("callbackReason"), (String) execution.getVariable(CUSTOMER_GRADE),
        (Integer) execution.getVariable("within"), (Integer) execution.getVariable("after"), (Integer) execution.getVariable("every"));
    DueCallbacks.Page page = dueCallbacks.next(occasion, (String) execution.getVariable("dueCursor"));
    RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
    for (DueCallback due : page.due()) {
      dueCallbacks.opened(due, runtime.startProcessInstanceByKey(Callbacks.PROCESS, facts(due, execution)).getBusinessKey());
    }
    execution.setVariable("moreDue", page.last() != null);
    execution.setVariable("dueCursor", page.last());
    execution.setVariable("callbacksStarted", started(execution) + page.due().size());
  }

  private static int started(DelegateExecution execution) {
    return execution.getVariable("callbacksStarted") instanceof Integer number ? number : 0;
  }

  private static Map<String, Object> facts(DueCallback due, DelegateExecution execution) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(CUSTOMER_CODE, due.customer().code());
    facts.put(CUSTOMER_NAME, due.customer().name());
    facts.put(CUSTOMER_GRADE, due.customer().grade());
    facts.put("callbackReason", due.reason());
    facts.put("callbackRole", execution.getVariable("callbackRole"));
    facts.put("reviewerRole", execution.getVariable("reviewerRole"));
    facts.put("callbackFacts", due.facts());
    return facts;
  }
}
