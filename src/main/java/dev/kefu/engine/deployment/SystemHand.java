package dev.kefu.engine.deployment;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works as the system and not as the person who asked, who may not deploy or move cases; whoever calls has checked the person's right to what is done. */
@Component
class SystemHand {

  private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

  SystemHand(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
    this.engine = engine;
  }

  <T> T run(Supplier<T> work) {
    IdentityServiceImpl identities = (IdentityServiceImpl) engine.getObject().getIdentityService();
    Authentication person = identities.getCurrentAuthentication();
    identities.clearAuthentication();
    try {
      return work.get();
    } finally {
      if (person != null) {
        identities.setAuthentication(person);
      }
    }
  }
}
