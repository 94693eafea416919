package dev.kefu.engine.gate;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/** Lets a model be deleted as long as its cases and their history stay; "cascade" would destroy them, running and finished. */
@Component
@RequiredArgsConstructor
class ModelDeletionGuard implements CommandGuard {

  private final RepairDoor repairDoor;

  @Override
  public Set<Class<?>> guards() {
    return Set.of(DeleteDeploymentCmd.class, DeleteProcessDefinitionsByIdsCmd.class, DeleteProcessDefinitionsByKeyCmd.class);
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    boolean cascade = Stream.of("cascade", "cascadeToInstances", "cascadeToHistory").anyMatch(field -> Boolean.TRUE.equals(CommandFields.<Boolean>get(command, field)));
    return cascade ? repairDoor.execute(command, person, context, proceed, "deleting a model together with all of its cases") : proceed.get();
  }
}
