package dev.kefu.engine.gate;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/**
 * Lets those who work on an open task find this task in the history and read its operation log, which the history tab of Tasklist and the
 * engine's comment routes need; all other questions to the history stay with the engine's rights.
 */
@Component
class OwnTaskHistoryGuard implements CommandGuard {

  @Override
  public Set<Class<?>> guards() {
    return Set.of(HistoricTaskInstanceQueryImpl.class, UserOperationLogQueryImpl.class);
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    boolean asksForOneTask = !(command instanceof HistoricTaskInstanceQueryImpl query) || query.getQueries().size() == 1;
    return asksForOneTask && TaskWorkers.include((String) CommandFields.get(command, "taskId"), person, context)
        ? context.runWithoutAuthorization(proceed::get) : proceed.get();
  }
}
