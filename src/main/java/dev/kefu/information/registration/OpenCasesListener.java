package dev.kefu.information.registration;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_GRADE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;

import dev.kefu.information.CustomerCard;
import dev.kefu.information.CustomerChanged;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what open cases of a customer show of it, cards and forms, up to date: in the transaction that changes the record. A merged number becomes the one that stays. */
@Component
@RequiredArgsConstructor
class OpenCasesListener {

  private final RuntimeService runtimeService;
  private final TaskService taskService;

  @EventListener
  void on(CustomerChanged changed) {
    Set<String> codes = new TreeSet<>(changed.mergedCodes());
    codes.add(changed.customer().code());
    codes.forEach(code -> runtimeService.createVariableInstanceQuery().variableValueEquals(CUSTOMER_CODE, code).unlimitedList()
        .forEach(place -> refresh(place, changed.customer())));
  }

  /** A case that never knew a fact, for example the grade, does not learn it. */
  private void refresh(VariableInstance place, CustomerCard customer) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(CUSTOMER_CODE, customer.code());
    facts.put(CUSTOMER_NAME, customer.name());
    facts.put(CUSTOMER_GRADE, customer.grade());
    facts.put("keyAccount", customer.keyAccount());
    facts.put("customerOwner", customer.owner());
    Map<String, Object> known = runtimeService.getVariablesLocal(place.getExecutionId(), facts.keySet());
    facts.keySet().retainAll(known.keySet());
    facts.entrySet().removeIf(fact -> Objects.equals(fact.getValue(), known.get(fact.getKey())));
    if (!facts.isEmpty()) {
      runtimeService.setVariablesLocal(place.getExecutionId(), facts);
      taskService.createComment(null, place.getProcessInstanceId(), "Customer data changed 客戶資料變更: " + customer.code() + " " + customer.name());
    }
  }
}
