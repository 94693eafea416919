package dev.kefu.tasklist.filters;

import java.util.ArrayList;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts the narrowing of stored filters into the engine. */
@Component
@RequiredArgsConstructor
class PersonalFilterPlugin extends AbstractProcessEnginePlugin {

  private final PersonalQuery personalQuery;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    if (configuration.getCustomPostCommandInterceptorsTxRequired() == null) {
      configuration.setCustomPostCommandInterceptorsTxRequired(new ArrayList<>());
    }
    configuration.getCustomPostCommandInterceptorsTxRequired().add(new PersonalFilterInterceptor(personalQuery));
  }
}
