package dev.kefu.organisation.directory;

import dev.kefu.organisation.RoleDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Hands the tasks of a merged post to the role that holds it: models name the handbook's role, whatever the enterprise has merged. */
@RequiredArgsConstructor
public class MergedPostsPlugin extends AbstractProcessEnginePlugin {

  private final RoleDirectory roles;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    if (configuration.getCustomPostBPMNParseListeners() == null) {
      configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
    }
    configuration.getCustomPostBPMNParseListeners().add(new HolderParseListener());
  }

  private final class HolderParseListener extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      Set<Expression> groups = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition().getCandidateGroupIdExpressions();
      if (!groups.isEmpty()) {
        Expression holders = new HolderExpression(List.copyOf(groups), roles);
        groups.clear();
        groups.add(holders);
      }
    }
  }
}
