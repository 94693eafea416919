package dev.kefu.survey.profile;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import dev.kefu.organisation.RoleDirectory;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Writes the assignment into the register and finds the role in which the customer's owner confirms. */
@Component
@RequiredArgsConstructor
class NoteInformationAssignmentDelegate implements JavaDelegate {

  private static final List<String> OWNER_ROLES = List.of("development-specialist", "relationship-specialist", "key-account-specialist");

  private final InformationSurveys surveys;
  private final RoleDirectory roles;

  @Override
  public void execute(DelegateExecution execution) {
    Assignment assignment = FormData.read(execution, "assignment", Assignment.class);
    assignment.into(surveys.get((Long) execution.getVariable("informationSurveyId")));
    List<String> groups = execution.getProcessEngineServices().getIdentityService().createGroupQuery().groupMember(assignment.customerOwner()).list().stream().map(Group::getId).toList();
    execution.setVariable("surveyor", assignment.surveyor());
    execution.setVariable("customerOwner", assignment.customerOwner());
    execution.setVariable("reviewer", assignment.reviewer());
    execution.setVariable("ownerRole", OWNER_ROLES.stream().filter(role -> groups.contains(roles.holderOf(role))).findFirst().orElse(OWNER_ROLES.get(1)));
    execution.setVariable(CaseVariables.OWNER, assignment.surveyor());
  }
}
