package dev.kefu.tasklist.drafts;

import dev.kefu.engine.ParseListeners;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
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
    ParseListeners.ofTasks(configuration, this::listen);
  }

  private void listen(TaskDefinition definition) {
    TaskListener ended = task -> drafts.getObject().taskHasEnded(task.getId());
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, ended);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, ended);
  }
}
