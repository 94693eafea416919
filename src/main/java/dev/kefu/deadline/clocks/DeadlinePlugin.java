package dev.kefu.deadline.clocks;

import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_END;
import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_START;

import dev.kefu.engine.ModelProperties;
import dev.kefu.engine.ParseListeners;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Attaches the {@link ClockKeeper} to every process. Built-in listeners: an administrator's "skip custom listeners" does not skip them. */
@Component
@RequiredArgsConstructor
class DeadlinePlugin extends AbstractProcessEnginePlugin {

  private final ClockKeeper keeper;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ParseListeners.add(configuration, new Parse());
  }

  private class Parse extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element processElement, ProcessDefinitionEntity processDefinition) {
      // Without an index: after the listener that gives the case its number.
      ExecutionListener start = execution -> keeper.caseStarted((ExecutionEntity) execution);
      ExecutionListener end = execution -> keeper.instanceEnded((ExecutionEntity) execution);
      processDefinition.addBuiltInListener(EVENTNAME_START, start);
      processDefinition.addBuiltInListener(EVENTNAME_END, end);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      TaskListener created = task -> keeper.taskCreated((TaskEntity) task);
      TaskListener ended = task -> keeper.taskEnded(task.getId());
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, ended);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, ended);
      waits(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      waits(element, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
      waits(element, activity);
    }

    private void waits(Element element, ActivityImpl activity) {
      Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(element);
      if (properties != null && Boolean.parseBoolean(properties.get(ModelProperties.WAITS_FOR_CUSTOMER))) {
        ExecutionListener start = execution -> keeper.waitingBegan((ExecutionEntity) execution);
        ExecutionListener end = execution -> keeper.waitingEnded((ExecutionEntity) execution);
        activity.addBuiltInListener(EVENTNAME_START, start);
        activity.addBuiltInListener(EVENTNAME_END, end);
      }
    }
  }
}
