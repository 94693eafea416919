package dev.kefu.notification.occasions;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.ModelProperties;
import dev.kefu.engine.ParseListeners;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Listens to tasks, and to those steps of a process that tell who the customer is: their call hands back the customer's code, or their property
 * {@code sets} names it. Built-in listeners: an administrator's "skip custom listeners" does not skip them.
 */
@Component
@RequiredArgsConstructor
class OccasionsPlugin extends AbstractProcessEnginePlugin {

  private final TaskNotices taskNotices;
  private final CaseNotices caseNotices;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ParseListeners.add(configuration, new Parse());
  }

  private final class Parse extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
      CaseNotices.remember(definition, list(element, ModelProperties.CUSTOMER_NOTICES));
      definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) caseNotices::customerPerhapsKnown);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) taskNotices::created);
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, (TaskListener) taskNotices::assigned);
      step(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      step(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      step(element, activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      step(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      step(element, activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
      step(element, activity);
    }

    private void step(Element element, ActivityImpl activity) {
      if (list(element, ModelProperties.SETS).contains(CaseVariables.CUSTOMER_CODE) || outputs(element).contains(CaseVariables.CUSTOMER_CODE)) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) caseNotices::customerPerhapsKnown);
      }
    }

    private static Set<String> list(Element element, String property) {
      Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(element);
      String value = properties == null ? null : properties.get(property);
      return value == null ? Set.of() : Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private static List<String> outputs(Element element) {
      Element extensions = element.element("extensionElements");
      return extensions == null ? List.of()
          : extensions.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "out").stream().map(out -> out.attribute("target")).toList();
    }
  }
}
