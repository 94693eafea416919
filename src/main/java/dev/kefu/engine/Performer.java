package dev.kefu.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who does what an automatic step writes down: the person whose task was completed in the same transaction. */
public final class Performer {

  private Performer() {
  }

  /** User id, or null when no person acts but a job. */
  public static String of(DelegateExecution execution) {
    return Optional.ofNullable(execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication()).map(Authentication::getUserId).orElse(null);
  }
}
