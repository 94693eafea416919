package dev.kefu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

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

  /** Shows every user task, behind what other plugins do to it. */
  public static void ofTasks(ProcessEngineConfigurationImpl configuration, Consumer<TaskDefinition> listener) {
    add(configuration, new AbstractBpmnParseListener() {

      @Override
      public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listener.accept(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
      }
    });
  }
}
