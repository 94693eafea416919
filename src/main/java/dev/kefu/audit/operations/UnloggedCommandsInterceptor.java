package dev.kefu.audit.operations;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntry;

/** Writes the operation log entries that the engine itself forgets. */
class UnloggedCommandsInterceptor extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    Optional<UserOperationLogContextEntry> entry = UnloggedCommand.of(command).map(unlogged -> unlogged.entry(command));
    T result = next.execute(command);
    entry.ifPresent(written -> write(written, result));
    return result;
  }

  private static void write(UserOperationLogContextEntry entry, Object result) {
    UnloggedCommand.complete(entry, result);
    UserOperationLogContext operation = new UserOperationLogContext();
    operation.addEntry(entry);
    Context.getCommandContext().getOperationLogManager().logUserOperations(operation);
  }
}
