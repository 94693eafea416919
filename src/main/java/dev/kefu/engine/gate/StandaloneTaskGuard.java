package dev.kefu.engine.gate;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Refuses tasks that belong to no case; changes of a case's task are left to the engine's rights. */
@Component
class StandaloneTaskGuard implements CommandGuard {

  @Override
  public Set<Class<?>> guards() {
    return Set.of(SaveTaskCmd.class);
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    TaskEntity task = CommandFields.get(command, "task");
    if (task.getProcessInstanceId() == null) {
      throw Refusal.badRequest("A task belongs to a case: start a procedure instead. 任務須屬於案件,請發起流程");
    }
    return proceed.get();
  }
}
