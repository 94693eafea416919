package dev.kefu.engine.gate;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Puts the gate behind the engine's own interceptors: a command context exists and the transaction has begun. */
@Component
@RequiredArgsConstructor
class GatePlugin extends AbstractProcessEnginePlugin {

  private final GateKeeper keeper;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPostCommandInterceptorsTxRequired(
        withGate(configuration.getCustomPostCommandInterceptorsTxRequired()));
    configuration.setCustomPostCommandInterceptorsTxRequiresNew(
        withGate(configuration.getCustomPostCommandInterceptorsTxRequiresNew()));
  }

  private List<CommandInterceptor> withGate(List<CommandInterceptor> interceptors) {
    List<CommandInterceptor> longer = interceptors == null ? new ArrayList<>() : new ArrayList<>(interceptors);
    longer.add(new FormGate(keeper));
    return longer;
  }
}
