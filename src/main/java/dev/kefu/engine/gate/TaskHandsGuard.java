package dev.kefu.engine.gate;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/**
 * Stands wherever a task changes hands: nobody gives it to a person, or takes it, whom {@link FourEyes} bars from it. Refuses tasks that belong
 * to no case. Lets a person who holds a task that others may claim release it, which the engine reserves for those who may assign. Everything
 * else is left to the engine's rights.
 */
@Component
@RequiredArgsConstructor
class TaskHandsGuard implements CommandGuard {

  private static final Map<Class<?>, String> ACTIONS = Map.of(ClaimTaskCmd.class, "claim", AssignTaskCmd.class, "assign", DelegateTaskCmd.class, "delegate",
      SetTaskOwnerCmd.class, "setOwner", AddUserIdentityLinkCmd.class, "addIdentityLink", SaveTaskCmd.class, "update");

  private static final Set<String> HOLDERS = Set.of(IdentityLinkType.ASSIGNEE, IdentityLinkType.OWNER);

  private final FourEyes fourEyes;

  @Override
  public Set<Class<?>> guards() {
    return ACTIONS.keySet();
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    TaskEntity task = command instanceof SaveTaskCmd ? CommandFields.get(command, "task") : stored(CommandFields.get(command, "taskId"), context);
    if (command instanceof SaveTaskCmd && task.getProcessInstanceId() == null) {
      throw Refusal.badRequest("A task belongs to a case: start a procedure instead. 任務須屬於案件,請發起流程");
    }
    if (task != null) {
      newHands(command, task).filter(Objects::nonNull).forEach(userId -> fourEyes.against(userId, task, person, context).ifPresent(why -> {
        // Who has no right to do this is told so by the engine, and nothing of the case.
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(engineCheck -> check(engineCheck, command, task));
        fourEyes.log(person.userId(), ACTIONS.get(command.getClass()), "task", task.getId(), task.getProcessInstance().getBusinessKey(), userId, why);
        throw Refusal.forbidden(why);
      }));
    }
    return task != null && isRelease(command, task, person) ? context.runWithoutAuthorization(proceed::get) : proceed.get();
  }

  private static boolean isRelease(Command<?> command, TaskEntity task, Person person) {
    return command instanceof AssignTaskCmd && CommandFields.get(command, "userId") == null && person.userId().equals(task.getAssignee())
        && task.getDelegationState() != DelegationState.PENDING && !task.getCandidates().isEmpty();
  }

  private static TaskEntity stored(String taskId, CommandContext context) {
    return taskId == null ? null : context.getTaskManager().findTaskById(taskId);
  }

  /** Who would hold the task afterwards and did not before; one who delegates stays responsible as its owner. */
  private static Stream<String> newHands(Command<?> command, TaskEntity task) {
    if (command instanceof SaveTaskCmd) {
      return Stream.of(TaskEntity.ASSIGNEE, TaskEntity.OWNER).map(task.getPropertyChanges()::get).filter(Objects::nonNull)
          .filter(change -> !Objects.equals(change.getOrgValue(), change.getNewValue())).map(PropertyChange::getNewValue).map(String.class::cast);
    }
    if (command instanceof AddUserIdentityLinkCmd && !HOLDERS.contains(CommandFields.<String>get(command, "type"))) {
      return Stream.empty();
    }
    String userId = CommandFields.get(command, "userId");
    return command instanceof DelegateTaskCmd && task.getOwner() == null ? Stream.of(userId, task.getAssignee()) : Stream.of(userId);
  }

  private static void check(CommandChecker engineCheck, Command<?> command, TaskEntity task) {
    if (command instanceof ClaimTaskCmd) {
      engineCheck.checkTaskWork(task);
    } else {
      engineCheck.checkTaskAssign(task);
    }
  }
}
