package dev.kefu.engine.events;

import static dev.kefu.engine.CaseVariables.OWNER;
import static dev.kefu.engine.CaseVariables.STARTER;

import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says who may see, correct and cancel a case. Works inside the trusted door only. */
@Component
@Lazy
@RequiredArgsConstructor
class CaseRights {

  private static final String ALL = "*";

  private final RuntimeService runtimeService;
  private final TaskService taskService;
  private final RepositoryService repositoryService;
  private final HistoryService historyService;
  private final IdentityService identityService;
  private final RoleDirectory roles;

  /** Those who started the case or are in charge of it; those who work or worked on it; who reads its process; who may cancel it. */
  boolean maySee(ProcessInstance root, Authentication person) {
    String number = root.getBusinessKey();
    return owners(root.getId()).contains(person.getUserId())
        || historyService.createHistoricTaskInstanceQuery().processInstanceBusinessKey(number).taskAssignee(person.getUserId()).count() > 0
        || taskService.createTaskQuery().processInstanceBusinessKey(number).taskCandidateUser(person.getUserId()).includeAssignedTasks().count() > 0
        || !person.getGroupIds().isEmpty() && taskService.createTaskQuery().processInstanceBusinessKey(number)
            .taskCandidateGroupIn(person.getGroupIds()).includeAssignedTasks().count() > 0
        || names(person, root, Role::readsHistoryOf) || mayCancel(root, person);
  }

  /** Superiors of the starter or of the person in charge, and the roles that {@code roles.yaml} names. */
  boolean mayCancel(ProcessInstance root, Authentication person) {
    return isAbove(person, owners(root.getId())) || names(person, root, Role::cancels);
  }

  /** The case's owner as far as the own role goes, and every superior of whoever handed the form in. */
  boolean mayCorrect(HandedIn form, Authentication person) {
    Set<String> owners = owners(form.processInstanceId());
    boolean owner = owners.contains(person.getUserId());
    if (form.performer() == null) {
      return owner || isAbove(person, owners);
    }
    boolean ownRole = form.performer().equals(person.getUserId())
        || rolesOf(form.performer()).stream().anyMatch(role -> person.getGroupIds().contains(role));
    return owner && ownRole || isAbove(person, List.of(form.performer()));
  }

  private Set<String> owners(String processInstanceId) {
    return Stream.of(STARTER, OWNER).map(name -> runtimeService.getVariable(processInstanceId, name))
        .filter(String.class::isInstance).map(String.class::cast).collect(Collectors.toSet());
  }

  private boolean isAbove(Authentication person, Collection<String> userIds) {
    return userIds.stream().filter(userId -> !userId.equals(person.getUserId())).flatMap(userId -> rolesOf(userId).stream())
        .flatMap(role -> roles.superiorsOf(role).stream()).anyMatch(person.getGroupIds()::contains);
  }

  private List<String> rolesOf(String userId) {
    return identityService.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).filter(id -> roles.find(id).isPresent()).toList();
  }

  private boolean names(Authentication person, ProcessInstance root, Function<Role, List<String>> processes) {
    // A definition's id names its key only as long as both are short.
    String process = repositoryService.getProcessDefinition(root.getProcessDefinitionId()).getKey();
    return roles.all().stream().filter(role -> person.getGroupIds().contains(roles.holderOf(role.id())))
        .anyMatch(role -> processes.apply(role).contains(ALL) || processes.apply(role).contains(process));
  }

  /** The running case with this number; empty when there is none. */
  Optional<ProcessInstance> running(String caseNumber) {
    return Optional.ofNullable(caseNumber).map(number ->
        runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).rootProcessInstances().singleResult());
  }
}
