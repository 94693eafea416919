package dev.kefu.relationship.visit;

import dev.kefu.engine.CaseVariables;
import dev.kefu.organisation.RoleDirectory;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Sees who visits: the person of the plan, the one whom a caller names, or whoever starts the case, in the own role. */
@Component
@RequiredArgsConstructor
class TakeUpVisitDelegate implements JavaDelegate {

  private static final List<String> ROLES = List.of("relationship-specialist", "development-specialist", "key-account-specialist");

  private final RoleDirectory roles;

  @Override
  public void execute(DelegateExecution execution) {
    boolean planned = execution.getVariable("planNumber") != null;
    String starter = (String) execution.getVariable(CaseVariables.STARTER);
    List<String> groups = starter == null ? List.of()
        : execution.getProcessEngineServices().getIdentityService().createGroupQuery().groupMember(starter).list().stream().map(Group::getId).toList();
    String role = given(execution, "visitorRole", ROLES.stream().filter(one -> groups.contains(roles.holderOf(one))).findFirst().orElse(ROLES.get(0)));
    String visitor = given(execution, "visitor", groups.contains(roles.holderOf(role)) ? starter : null);
    execution.setVariable("visitPlanned", planned);
    execution.setVariable("visitorRole", role);
    execution.setVariable("visitor", visitor);
    // A planned visit is a part of the plan: who made that does not withdraw it alone.
    execution.setVariable(CaseVariables.STARTER, planned ? null : visitor);
    execution.setVariable(CaseVariables.OWNER, visitor);
    execution.setVariable("planNumber", given(execution, "planNumber", execution.getProcessBusinessKey()));
    execution.setVariable("visitReason", given(execution, "visitReason", planned ? "Plan 計劃 " + execution.getVariable("planNumber") : "Beside the plan 計劃外拜訪"));
    List.of(CaseVariables.CUSTOMER_CODE, CaseVariables.CUSTOMER_NAME, CaseVariables.CUSTOMER_GRADE).forEach(name -> execution.setVariable(name, execution.getVariable(name)));
    execution.setVariable("hardToReach", Boolean.TRUE.equals(execution.getVariable("hardToReach")));
    execution.setVariable("otherChannel", given(execution, "otherChannel", VisitWords.DIRECT));
    execution.setVariables(Map.of("visitOutcome", "open", "planReturns", 0, "returnNote", "", "cancellations", 0));
    if (!planned && execution.getVariable(CaseVariables.CUSTOMER_CODE) != null) {
      execution.setVariable("plan", Spin.JSON(Map.of("customer", execution.getVariable(CaseVariables.CUSTOMER_CODE))));
    }
  }

  private static String given(DelegateExecution execution, String name, String otherwise) {
    return execution.getVariable(name) instanceof String text && !text.isEmpty() ? text : otherwise;
  }
}
