package dev.kefu.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** What the engine shows every model to when it reads it. */
public final class ParseListeners {

  private ParseListeners() {
  }

  /** Adds one behind those of other plugins. */
  public static void add(ProcessEngineConfigurationImpl configuration, BpmnParseListener listener) {
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
    List<BpmnParseListener> longer = listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
    longer.add(listener);
    configuration.setCustomPostBPMNParseListeners(longer);
  }
}
