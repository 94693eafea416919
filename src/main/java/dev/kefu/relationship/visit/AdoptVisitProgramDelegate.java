package dev.kefu.relationship.visit;

import dev.kefu.engine.CaseVariables;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the visits of a month that was approved; the plan of a year starts nothing. */
@Component
@RequiredArgsConstructor
class AdoptVisitProgramDelegate implements JavaDelegate {

  private final VisitPrograms programs;
  private final Customers customers;

  @Override
  public void execute(DelegateExecution execution) {
    VisitProgram program = programs.of(execution.getProcessInstanceId());
    if (!program.isOfYear()) {
      program.lines().forEach(line -> execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(Visits.PROCESS, facts(program, line)));
    }
  }

  private Map<String, Object> facts(VisitProgram program, PlanLine line) {
    CustomerCard customer = customers.find(line.customerCode()).orElseThrow();
    Map<String, Object> facts = new HashMap<>();
    facts.put(CaseVariables.CUSTOMER_CODE, customer.code());
    facts.put(CaseVariables.CUSTOMER_NAME, customer.name());
    facts.put(CaseVariables.CUSTOMER_GRADE, customer.grade());
    facts.put("planNumber", program.getCaseNumber());
    facts.put("visitor", program.getPlanner());
    facts.put("visitorRole", "relationship-specialist");
    facts.put("visitPurposes", line.purpose());
    facts.put("visitGoal", line.goal());
    facts.put("plannedAt", line.plannedAt().toString());
    facts.put("visitHours", line.hours().toPlainString());
    facts.put("hardToReach", line.channel() != null);
    facts.put("otherChannel", line.channel());
    return facts;
  }
}
