package dev.kefu;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;

/** Measures which flow nodes of a model the tests reached. */
@RequiredArgsConstructor
public class FlowNodeCoverage {

  private final ProcessEngine engine;

  /** Fails and names the flow nodes of the processes' latest versions that no case has reached. */
  public void assertComplete(String... processes) {
    for (String process : processes) {
      String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
      Set<String> missed = flowNodes(definition);
      missed.removeAll(reached(definition));
      assertThat(missed).as("flow nodes of %s that no test reached", process).isEmpty();
    }
  }

  /** The engine writes no history for link events; what stands before and behind them is measured. */
  private Set<String> flowNodes(String definition) {
    BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(definition);
    Set<String> links = model.getModelElementsByType(LinkEventDefinition.class).stream()
        .map(link -> ((FlowNode) link.getParentElement()).getId())
        .collect(toSet());
    return model.getModelElementsByType(FlowNode.class).stream()
        .map(FlowNode::getId)
        .filter(node -> !links.contains(node))
        .collect(toCollection(TreeSet::new));
  }

  /** The engine returns at most 2,000 rows of a list, so the nodes are asked for one by one. */
  private Collection<String> reached(String definition) {
    return flowNodes(definition).stream()
        .filter(node -> !engine.getHistoryService().createHistoricActivityInstanceQuery().processDefinitionId(definition).activityId(node).listPage(0, 1).isEmpty())
        .toList();
  }
}
