package dev.kefu.deadline.clocks;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.engine.CaseVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Asks the tables {@code <capability>-deadlines}, always their latest version. Works inside an engine command only. */
@Slf4j
@Component
class DeadlineTable {

  private static final String TABLES = "%-deadlines";
  private static final List<String> INPUTS = List.of("process", "step", "grade");
  private static final String TEXT = "\"[^\"]*\"";

  private final Map<String, Set<String>> processesOfTable = new ConcurrentHashMap<>();
  private final Map<Question, Boolean> fixedSteps = new ConcurrentHashMap<>();
  private final Map<Question, Optional<Deadline>> answers = new ConcurrentHashMap<>();

  /**
   * What a table says of a step.
   *
   * @param anchor what the time counts from
   */
  record Deadline(TimeSpan span, String anchor) {
  }

  /** What a version of a table is asked. */
  private record Question(String tableId, String processKey, String step, Object grade) {
  }

  /**
   * The first row that fits; empty when there is none, or when its deadline cannot be read.
   *
   * @param grade severity or customer grade; null when the case has none
   * @param variables of the case, asked for only when a deadline may be computed from them: each Json variable is a row to read
   */
  Optional<Deadline> find(String processKey, String step, Object grade, Supplier<Map<String, Object>> variables) {
    CommandContext context = Context.getCommandContext();
    return context.runWithoutAuthorization(() -> tables(processKey).stream()
        .flatMap(table -> answer(new Question(table.getId(), processKey, step, grade), table, variables).stream()).findFirst());
  }

  /** Evaluating a table costs some forty expressions, for every task that is made. A version never changes, so what its rows fix is asked once. */
  private Optional<Deadline> answer(Question question, DecisionDefinition table, Supplier<Map<String, Object>> variables) {
    Optional<Deadline> known = answers.get(question);
    if (known == null) {
      known = ask(table, input(question, variables.get()));
      if (fixedSteps.computeIfAbsent(new Question(question.tableId(), question.processKey(), question.step(), null), DeadlineTable::isFixed)) {
        answers.put(question, known);
      }
    }
    return known;
  }

  /** Whether the rows that may fit a step ask for nothing but process, step and grade and answer with texts. */
  private static boolean isFixed(Question question) {
    DmnModelInstance model = Context.getProcessEngineConfiguration().getRepositoryService().getDmnModelInstance(question.tableId());
    return model.getModelElementsByType(InputExpression.class).stream().map(input -> input.getText().getTextContent().strip()).toList().equals(INPUTS)
        && model.getModelElementsByType(Rule.class).stream().filter(rule -> mayFit(rule, question))
            .flatMap(rule -> rule.getOutputEntries().stream()).allMatch(entry -> entry.getTextContent().strip().matches(TEXT));
  }

  /** What is no list of texts may fit. */
  private static boolean mayFit(Rule rule, Question question) {
    List<String> cells = rule.getInputEntries().stream().map(cell -> cell.getTextContent().strip()).toList();
    return mayFit(cells.get(0), question.processKey()) && mayFit(cells.get(1), question.step());
  }

  private static boolean mayFit(String cell, String value) {
    return !cell.matches(TEXT + "(\\s*,\\s*" + TEXT + ")*") || cell.contains("\"" + value + "\"");
  }

  private List<DecisionDefinition> tables(String processKey) {
    return Context.getProcessEngineConfiguration().getRepositoryService().createDecisionDefinitionQuery().decisionDefinitionKeyLike(TABLES).latestVersion().list().stream()
        .filter(table -> processesOfTable.computeIfAbsent(table.getId(), this::processes).contains(processKey)).toList();
  }

  private Set<String> processes(String tableId) {
    return Context.getProcessEngineConfiguration().getRepositoryService().getDmnModelInstance(tableId).getModelElementsByType(InputEntry.class).stream()
        .flatMap(cell -> List.of(cell.getTextContent().split(",")).stream()).map(cell -> cell.strip().replace("\"", "")).collect(Collectors.toSet());
  }

  private static VariableMap input(Question question, Map<String, Object> variables) {
    return Variables.fromMap(variables).putValue("process", question.processKey()).putValue("step", question.step()).putValue("grade", question.grade());
  }

  /** What a case's deadlines depend on. */
  static Object gradeOf(VariableScope variables) {
    return variables.getVariable(variables.hasVariable(CaseVariables.SEVERITY) ? CaseVariables.SEVERITY : CaseVariables.CUSTOMER_GRADE);
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
