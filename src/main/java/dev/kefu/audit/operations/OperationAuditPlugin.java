package dev.kefu.audit.operations;

import dev.kefu.audit.AuditTrail;
import java.util.ArrayList;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Makes the engine's operation log complete, and the audit trail its copy. */
@Component
@RequiredArgsConstructor
class OperationAuditPlugin extends AbstractProcessEnginePlugin {

  private final AuditTrail trail;

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getCustomPostCommandInterceptorsTxRequired() == null) {
      engine.setCustomPostCommandInterceptorsTxRequired(new ArrayList<>());
    }
    engine.getCustomPostCommandInterceptorsTxRequired().add(new UnloggedCommandsInterceptor());
    if (engine.getCustomPostCommandInterceptorsTxRequiresNew() == null) {
      engine.setCustomPostCommandInterceptorsTxRequiresNew(new ArrayList<>());
    }
    engine.getCustomPostCommandInterceptorsTxRequiresNew().add(new UnloggedCommandsInterceptor());
  }

  /** Around all other handlers: the engine's own composite would hand on the changes of one operation one by one. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setHistoryEventHandler(new OperationAuditor(trail, engine.getHistoryEventHandler()));
  }
}
