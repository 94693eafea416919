package dev.kefu.absence;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the engine's rights do not let a person do, but the register of absences, or the place above somebody, does. Callers check that themselves; a test names this class and who may call it. */
@Component
public class SystemWork {

  private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
  private final ObjectProvider<PlatformTransactionManager> transactions;

  SystemWork(ObjectProvider<ProcessEngineConfigurationImpl> engine, ObjectProvider<PlatformTransactionManager> transactions) {
    this.engine = engine;
    this.transactions = transactions;
  }

  /** Looks something up, whatever the person may see; inside a running command, or in one of its own. */
  public <T> T look(Supplier<T> work) {
    CommandContext running = Context.getCommandContext();
    return running == null ? asNobody(() -> command(work)) : running.runWithoutAuthorization(work::get);
  }

  /** Does something in a transaction of its own. After a commit the old one still seems to be there: it would swallow what is written. */
  public <T> T apart(Supplier<T> work) {
    return asNobody(() -> inOwnName(work));
  }

  /** Does something in a transaction of its own, in the name of the person who asked. */
  public <T> T inOwnName(Supplier<T> work) {
    TransactionTemplate own = new TransactionTemplate(transactions.getObject());
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return own.execute(status -> command(work));
  }

  /** Says or notes something as the system, not as whoever happened to cause it. */
  public <T> T asNobody(Supplier<T> work) {
    var identities = (IdentityServiceImpl) engine.getObject().getIdentityService();
    Authentication person = identities.getCurrentAuthentication();
    identities.clearAuthentication();
    try {
      return work.get();
    } finally {
      identities.setAuthentication(person);
    }
  }

  private <T> T command(Supplier<T> work) {
    Command<T> command = context -> context.runWithoutAuthorization(work::get);
    return engine.getObject().getCommandExecutorTxRequired().execute(command);
  }
}
