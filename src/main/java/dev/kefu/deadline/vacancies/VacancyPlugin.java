package dev.kefu.deadline.vacancies;

import dev.kefu.engine.ParseListeners;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.stereotype.Component;

/** Looks at every task when it is created, and when its candidates change or it is given back. Built-in listeners, as in the deadlines' own plugin. */
@Component
@RequiredArgsConstructor
class VacancyPlugin extends AbstractProcessEnginePlugin {

  private final StandIns standIns;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ParseListeners.ofTasks(configuration, this::listen);
  }

  private void listen(TaskDefinition definition) {
    TaskListener made = task -> standIns.made((TaskEntity) task);
    TaskListener changed = task -> standIns.see((TaskEntity) task);
    TaskListener ended = task -> standIns.ended(task.getId());
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, made);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, changed);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, ended);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, ended);
  }
}
