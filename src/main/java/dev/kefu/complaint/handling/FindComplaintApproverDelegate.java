package dev.kefu.complaint.handling;

import dev.kefu.organisation.RoleDirectory;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the superior post approve what somebody of the approving post drafted (C6). */
@Component
@RequiredArgsConstructor
class FindComplaintApproverDelegate implements JavaDelegate {

  private final RoleDirectory roles;
  private final IdentityService identities;

  @Override
  public void execute(DelegateExecution execution) {
    String approver = (String) execution.getVariable("approver");
    String drafter = (String) execution.getVariable("drafter");
    boolean holdsPost = identities.createUserQuery().userId(drafter).memberOfGroup(roles.holderOf(approver)).count() > 0;
    execution.setVariable("approverRole", holdsPost ? roles.superiorsOf(approver).stream().findFirst().orElse(approver) : approver);
  }
}
