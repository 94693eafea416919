package dev.kefu.engine.gate;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Stands between every person and the engine, whichever way the person came: REST, a web application or Java. Looks at the outermost
 * command only, since what a command does inside is the engine's and our own code; lets everything pass that no person asked for.
 */
class FormGate extends CommandInterceptor {

  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private final GateKeeper keeper;

  FormGate(GateKeeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public <T> T execute(Command<T> command) {
    int depth = DEPTH.get();
    DEPTH.set(depth + 1);
    try {
      CommandContext context = Context.getCommandContext();
      Person person = depth == 0 ? Person.current(context.getProcessEngineConfiguration().getIdentityService()) : null;
      return person == null ? next.execute(command) : guarded(command, person, context);
    } finally {
      if (depth == 0) {
        DEPTH.remove();
      } else {
        DEPTH.set(depth);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private <T> T guarded(Command<T> command, Person person, CommandContext context) {
    Supplier<Object> proceed = () -> next.execute(command);
    return (T) keeper.execute(command, person, context, proceed);
  }
}
