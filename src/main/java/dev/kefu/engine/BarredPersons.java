package dev.kefu.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Separation of duty (C6), for whoever gives tasks to people without being asked. */
public interface BarredPersons {

  /**
   * Why four eyes bars a person from a task, as people read it; empty when the person may. Works inside an engine command; what was done in the same transaction is not seen yet.
   *
   * @param readerId who reads it as "you"; null for nobody
   */
  Optional<String> against(String userId, DelegateTask task, String readerId);
}
