package dev.kefu.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts in the engine's history which ends and table rows the cases have reached. */
final class Findings {

  private static final double LEAST_SHARE = 0.01;

  private final RepositoryService repository;
  private final JdbcClient jdbc;
  private final Kinds kinds;
  private final List<String> missing = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  Findings(RepositoryService repository, JdbcClient jdbc, Kinds kinds) {
    this.repository = repository;
    this.jdbc = jdbc;
    this.kinds = kinds;
    ends();
    rows();
  }

  /** What was not reached often enough, in words. */
  List<String> missing() {
    return missing;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void ends() {
    Map<String, Map<String, Long>> reached = counts("select p.KEY_, a.ACT_ID_, count(*) from ACT_HI_ACTINST a join ACT_RE_PROCDEF p on p.ID_ = a.PROC_DEF_ID_"
        + " where a.ACT_TYPE_ like '%EndEvent' group by p.KEY_, a.ACT_ID_");
    Map<String, Long> cases = jdbc.sql("select PROC_DEF_KEY_, count(*) from ACT_HI_PROCINST group by PROC_DEF_KEY_").query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    text.append("\nEnds 結局 (share of the procedure's cases)\n");
    new TreeMap<>(cases).forEach((process, count) -> {
      text.append("  %-34s %,8d cases%n".formatted(process, count));
      Map<String, Long> ofProcess = reached.getOrDefault(process, Map.of());
      Set<String> ends = new LinkedHashSet<>(isInScope(process) ? ends(process) : Set.of());
      ends.addAll(new TreeSet<>(ofProcess.keySet()));
      ends.forEach(end -> {
        long times = ofProcess.getOrDefault(end, 0L);
        text.append("      %-32s %,8d  %5.1f %%%n".formatted(end.replace("endEvent_", ""), times, 100.0 * times / count));
        boolean enough = kinds.catalogue().contains(process) ? times >= LEAST_SHARE * count : times > 0 || !isInScope(process);
        if (!enough) {
          missing.add("%s ends with %s in %d of %d cases".formatted(process, end, times, count));
        }
      });
    });
  }

  private boolean isInScope(String process) {
    return kinds.catalogue().stream().anyMatch(procedure -> process.equals(procedure) || process.startsWith(procedure + "-"));
  }

  private BpmnModelInstance model(String process) {
    ProcessDefinition definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
    return repository.getBpmnModelInstance(definition.getId());
  }

  /** Days off are no end that a case can reach. */
  private Set<String> ends(String process) {
    return model(process).getModelElementsByType(EndEvent.class).stream().filter(end -> !(end.getParentElement() instanceof SubProcess around && goesOnBeside(around)))
        .map(EndEvent::getId).filter(end -> !"endEvent_dayOff".equals(end)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean goesOnBeside(SubProcess event) {
    return event.triggeredByEvent() && event.getChildElementsByType(StartEvent.class).stream().noneMatch(StartEvent::isInterrupting);
  }

  private void rows() {
    Map<String, Map<String, Long>> hits = counts("select d.DEC_DEF_KEY_, o.RULE_ID_, count(distinct d.ID_) from ACT_HI_DECINST d join ACT_HI_DEC_OUT o on o.DEC_INST_ID_ = d.ID_"
        + " group by d.DEC_DEF_KEY_, o.RULE_ID_");
    Set<String> asked = repository.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getKey).filter(this::isInScope)
        .flatMap(process -> model(process).getModelElementsByType(BusinessRuleTask.class).stream()).map(BusinessRuleTask::getCamundaDecisionRef).collect(Collectors.toCollection(TreeSet::new));
    text.append("\nTable rows 規則行\n");
    Set<String> tables = new TreeSet<>(asked);
    tables.addAll(hits.keySet());
    tables.forEach(table -> {
      Map<String, Long> ofTable = hits.getOrDefault(table, Map.of());
      List<String> rules = rules(table);
      List<String> never = rules.stream().filter(rule -> !ofTable.containsKey(rule)).toList();
      text.append("  %-28s %3d of %3d rows, %s%n".formatted(table, rules.size() - never.size(), rules.size(),
          rules.stream().map(rule -> "%,d".formatted(ofTable.getOrDefault(rule, 0L))).collect(Collectors.joining(" "))));
      if (asked.contains(table)) {
        never.forEach(rule -> missing.add("row " + rule + " of the table " + table + " was never hit"));
      }
    });
  }

  private List<String> rules(String table) {
    String definition = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().list().get(0).getId();
    Collection<DecisionTable> found = repository.getDmnModelInstance(definition).getModelElementsByType(DecisionTable.class);
    return found.stream().flatMap(one -> one.getRules().stream()).map(Rule::getId).toList();
  }

  private Map<String, Map<String, Long>> counts(String sql) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    jdbc.sql(sql).query(row -> {
      counts.computeIfAbsent(row.getString(1), key -> new HashMap<>()).put(row.getString(2), row.getLong(3));
    });
    return counts;
  }
}
