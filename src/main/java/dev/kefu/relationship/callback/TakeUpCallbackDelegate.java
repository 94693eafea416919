package dev.kefu.relationship.callback;

import dev.kefu.engine.CaseVariables;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Sees who asks for the call-back: a caller that hands customer and role over, or a person, who is asked for the customer and calls back in his or her own role. */
@Component
@RequiredArgsConstructor
class TakeUpCallbackDelegate implements JavaDelegate {

  private static final List<String> ROLES = List.of("relationship-specialist", "after-sales-specialist", "complaint-specialist", "key-account-specialist");

  private final RoleDirectory roles;

  @Override
  public void execute(DelegateExecution execution) {
    boolean customerKnown = execution.getVariable(CaseVariables.CUSTOMER_CODE) != null;
    String starter = (String) execution.getVariable(CaseVariables.STARTER);
    String reason = given(execution, "callbackReason", CallbackReason.REQUEST.getCode());
    String role = given(execution, "callbackRole", customerKnown ? ROLES.get(0) : roleOf(execution, starter));
    execution.setVariable("customerKnown", customerKnown);
    execution.setVariable("callbackReason", reason);
    execution.setVariable("callbackRole", role);
    execution.setVariable("reviewerRole", given(execution, "reviewerRole", roles.find(role).map(Role::superior).orElseThrow()));
    execution.setVariable("callbackFacts", given(execution, "callbackFacts", CallbackReason.of(reason).map(CallbackReason::getLabel).orElse(reason)));
    execution.setVariable("fromComplaint", CallbackReason.COMPLAINT.getCode().equals(reason));
    execution.setVariable(CaseVariables.OWNER, customerKnown ? null : starter);
  }

  private static String given(DelegateExecution execution, String name, String otherwise) {
    return execution.getVariable(name) instanceof String text ? text : otherwise;
  }

  private String roleOf(DelegateExecution execution, String person) {
    List<String> groups = execution.getProcessEngineServices().getIdentityService().createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    return ROLES.stream().filter(role -> groups.contains(roles.holderOf(role))).findFirst().orElse(ROLES.get(0));
  }
}
