package dev.kefu.absence.deputies;

import dev.kefu.engine.ParseListeners;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Looks at every task when it is created, and when it changes hands or candidates. An assignment is told after these: the deputy learns of it. */
@Component
@RequiredArgsConstructor
class AbsencePlugin extends AbstractProcessEnginePlugin {

  private final Deputising deputising;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ParseListeners.add(configuration, new Parse());
  }

  private final class Parse extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      TaskListener changed = task -> deputising.see((TaskEntity) task);
      TaskListener completed = task -> deputising.completed((TaskEntity) task);
      TaskListener deleted = task -> deputising.ended(task.getId());
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, changed);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, changed);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completed);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, deleted);
    }
  }
}
