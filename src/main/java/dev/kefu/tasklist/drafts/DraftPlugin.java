package dev.kefu.tasklist.drafts;

import dev.kefu.engine.ParseListeners;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deletes the drafts of a task with the task, however it ends: completed, overtaken by an event, or cancelled with its case. */
@Component
@RequiredArgsConstructor
class DraftPlugin extends AbstractProcessEnginePlugin {

  /** Asked late: it needs the engine, which is being made when it gets this plugin. */
  private final ObjectProvider<Drafts> drafts;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ParseListeners.add(configuration, new Parse());
  }

  private final class Parse extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      TaskListener ended = task -> drafts.getObject().taskHasEnded(task.getId());
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, ended);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, ended);
    }
  }
}
