package dev.kefu.tasklist.drafts;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Tells {@link DraftsEnd} what happens, beside the engine's own history. */
@Component
@RequiredArgsConstructor
class DraftPlugin extends AbstractProcessEnginePlugin {

  private final DraftsEnd end;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.getCustomHistoryEventHandlers().add(end);
  }
}
