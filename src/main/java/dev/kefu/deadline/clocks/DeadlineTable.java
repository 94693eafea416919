package dev.kefu.deadline.clocks;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.engine.CaseVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.springframework.stereotype.Component;

/** Asks the tables {@code <capability>-deadlines}, always their latest version. Works inside an engine command only. */
@Slf4j
@Component
class DeadlineTable {

  private static final String TABLES = "%-deadlines";

  private final Map<String, Set<String>> processesOfTable = new ConcurrentHashMap<>();

  /**
   * What a table says of a step.
   *
   * @param anchor what the time counts from
   */
  record Deadline(TimeSpan span, String anchor) {
  }

  /**
   * The first row that fits; empty when there is none, or when its deadline cannot be read.
   *
   * @param variables of the case; a deadline may be computed from them
   */
  Optional<Deadline> find(String processKey, String step, Map<String, Object> variables) {
    CommandContext context = Context.getCommandContext();
    return context.runWithoutAuthorization(() -> tables(processKey).stream()
        .flatMap(table -> ask(table, input(processKey, step, variables)).stream()).findFirst());
  }

  private List<DecisionDefinition> tables(String processKey) {
    return Context.getProcessEngineConfiguration().getRepositoryService().createDecisionDefinitionQuery().decisionDefinitionKeyLike(TABLES).latestVersion().list().stream()
        .filter(table -> processesOfTable.computeIfAbsent(table.getId(), this::processes).contains(processKey)).toList();
  }

  private Set<String> processes(String tableId) {
    return Context.getProcessEngineConfiguration().getRepositoryService().getDmnModelInstance(tableId).getModelElementsByType(InputEntry.class).stream()
        .flatMap(cell -> List.of(cell.getTextContent().split(",")).stream()).map(cell -> cell.strip().replace("\"", "")).collect(Collectors.toSet());
  }

  private static VariableMap input(String processKey, String step, Map<String, Object> variables) {
    return Variables.fromMap(variables).putValue("process", processKey).putValue("step", step)
        .putValue("grade", variables.getOrDefault(CaseVariables.SEVERITY, variables.get(CaseVariables.CUSTOMER_GRADE)));
  }

  private Optional<Deadline> ask(DecisionDefinition table, VariableMap input) {
    DmnDecisionTableResult result;
    try {
      result = DecisionEvaluationUtil.evaluateDecisionTable(
          Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedDecisionDefinitionById(table.getId()), input);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Table " + table.getKey() + " cannot be asked", e);
    }
    DmnDecisionRuleResult row = result.getFirstResult();
    if (row == null) {
      return Optional.empty();
    }
    String span = row.getEntry("deadline");
    if (!TimeSpan.isSpan(span)) {
      // A mistake in a table must not stop the case.
      log.warn("{} gives the deadline \"{}\" for {} {}, which is no length of time. Write 2wd, 30cd, 4h or 15min.", table.getKey(), span, input.get("process"), input.get("step"));
      return Optional.empty();
    }
    return Optional.of(new Deadline(TimeSpan.parse(span), row.getEntry("anchor")));
  }
}
