package dev.kefu.engine.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * The end event that each case reached last within the running engine command. A process that ends does so in the command that reached
 * the end event, and the process instance itself does not know which one it was (it may stand in an event sub-process).
 */
class ReachedEnds implements Session {

  private static final String TYPE_PREFIX = "endEvent_";

  private final Map<String, String> outcomes = new HashMap<>();

  static ReachedEnds of(CommandContext commandContext) {
    return commandContext.getSession(ReachedEnds.class);
  }

  void reached(String processInstanceId, String endEventId) {
    outcomes.put(processInstanceId, endEventId.startsWith(TYPE_PREFIX) ? endEventId.substring(TYPE_PREFIX.length()) : endEventId);
  }

  Optional<String> outcome(String processInstanceId) {
    return Optional.ofNullable(outcomes.get(processInstanceId));
  }

  @Override
  public void flush() {
    // Nothing is stored.
  }

  @Override
  public void close() {
    // Dies with the command.
  }

  /** Makes one for each engine command that asks. */
  static class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return ReachedEnds.class;
    }

    @Override
    public Session openSession() {
      return new ReachedEnds();
    }
  }
}
