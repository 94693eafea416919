package dev.kefu.engine.cases;

import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_END;
import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_START;

import dev.kefu.engine.ModelProperties;
import dev.kefu.engine.ParseListeners;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Attaches {@link CaseLifecycle} to every process. Built-in listeners: an administrator's "skip custom listeners" does not skip them. */
@Component
@RequiredArgsConstructor
class CasePlugin extends AbstractProcessEnginePlugin {

  private final CaseLifecycle lifecycle;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ParseListeners.add(configuration, new Parse());
    configuration.setCustomSessionFactories(plus(configuration.getCustomSessionFactories(), new ReachedEnds.Factory()));
  }

  private static <T> List<T> plus(List<T> list, T element) {
    List<T> longer = list == null ? new ArrayList<>() : new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  private class Parse extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element processElement, ProcessDefinitionEntity processDefinition) {
      String prefix = caseNumberPrefix(processElement);
      ExecutionListener start = execution -> lifecycle.started(execution, prefix);
      ExecutionListener end = lifecycle::ended;
      processDefinition.addBuiltInListener(EVENTNAME_START, start, 0);
      processDefinition.addBuiltInListener(EVENTNAME_END, end);
    }

    @Override
    public void parseEndEvent(Element endEventElement, ScopeImpl scope, ActivityImpl activity) {
      ExecutionListener reached = lifecycle::reachedEnd;
      activity.addBuiltInListener(EVENTNAME_START, reached);
    }

    private String caseNumberPrefix(Element processElement) {
      Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(processElement);
      return properties == null ? null : properties.get(ModelProperties.CASE_NUMBER_PREFIX);
    }
  }
}
