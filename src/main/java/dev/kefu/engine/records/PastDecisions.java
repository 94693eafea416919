package dev.kefu.engine.records;

import dev.kefu.engine.CaseRecord.Decision;
import dev.kefu.engine.CaseRecord.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInputInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionOutputInstanceEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Reads what the tables decided. */
@Component
@RequiredArgsConstructor
class PastDecisions {

  private final HistoryService historyService;
  private final RepositoryService repositoryService;

  List<Decision> of(String processInstanceId) {
    return historyService.createHistoricDecisionInstanceQuery().processInstanceId(processInstanceId).includeInputs().includeOutputs()
        .disableCustomObjectDeserialization().list().stream().map(this::decision).toList();
  }

  private Decision decision(HistoricDecisionInstance past) {
    DecisionDefinition definition = repositoryService.getDecisionDefinition(past.getDecisionDefinitionId());
    List<String> rules = repositoryService.getDmnModelInstance(definition.getId()).getModelElementsByType(Rule.class).stream().map(Rule::getId).toList();
    Map<String, Object> inputs = new LinkedHashMap<>();
    past.getInputs().forEach(input -> inputs.put(input.getClauseName() == null ? input.getClauseId() : input.getClauseName().replaceAll("\\s+", " "), plain(((HistoricDecisionInputInstanceEntity) input).getTypedValue(false))));
    List<Output> outputs = new ArrayList<>();
    past.getOutputs().forEach(output -> outputs.add(new Output(output.getVariableName(), plain(((HistoricDecisionOutputInstanceEntity) output).getTypedValue(false)),
        rules.contains(output.getRuleId()) ? Integer.valueOf(rules.indexOf(output.getRuleId()) + 1) : null)));
    return new Decision(past.getProcessInstanceId(), past.getActivityId(), past.getDecisionDefinitionKey(),
        past.getDecisionDefinitionName() == null ? past.getDecisionDefinitionKey() : past.getDecisionDefinitionName().replaceAll("\\s+", " "), definition.getVersion(),
        EngineCaseRecords.at(past.getEvaluationTime()), inputs, outputs,
        outputs.stream().map(Output::rule).filter(rule -> rule != null).distinct().sorted().toList());
  }

  /** A list was made by the expression language and is read as the JSON in which it is kept: its Java type is none of ours. */
  private static Object plain(TypedValue typed) {
    Object value = typed instanceof SerializableValue serializable && !serializable.isDeserialized() ? serializable.getValueSerialized() : typed.getValue();
    return value == null || value instanceof String || value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
