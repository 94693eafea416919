package dev.kefu.absence.deputies;

import dev.kefu.engine.ParseListeners;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.stereotype.Component;

/** Looks at every task when it is created, and when it changes hands or candidates. An assignment is told after these: the deputy learns of it. */
@Component
@RequiredArgsConstructor
class AbsencePlugin extends AbstractProcessEnginePlugin {

  private final Deputising deputising;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ParseListeners.ofTasks(configuration, this::listen);
  }

  private void listen(TaskDefinition definition) {
    TaskListener made = task -> deputising.made((TaskEntity) task);
    TaskListener changed = task -> deputising.see((TaskEntity) task);
    TaskListener completed = task -> deputising.completed((TaskEntity) task);
    TaskListener deleted = task -> deputising.ended(task.getId());
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, made);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, changed);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completed);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, deleted);
  }
}
