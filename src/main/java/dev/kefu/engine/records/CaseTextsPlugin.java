package dev.kefu.engine.records;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Tells {@link CaseTexts} what happens, beside the engine's own history. */
@Component
@RequiredArgsConstructor
class CaseTextsPlugin extends AbstractProcessEnginePlugin {

  private final CaseTexts texts;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.getCustomHistoryEventHandlers().add(texts);
  }
}
