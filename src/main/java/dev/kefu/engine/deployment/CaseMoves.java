package dev.kefu.engine.deployment;

import dev.kefu.engine.RunningModels.CaseMove;
import dev.kefu.engine.RunningModels.Progress;
import dev.kefu.engine.RunningModels.StuckCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/** Takes running cases from older versions of a process to the one in a deployment: each step to the step with the same id. */
@Component
@RequiredArgsConstructor
class CaseMoves {

  private static final String GONE = "The new version has no such step to go on with; the case stays with its version. 新版本沒有此步驟，案件按原版本繼續";

  private static final int TRIES = 5;

  /** A case that can follow, as far as one can tell, and how. */
  private record Following(String process, ProcessInstance instance, MigrationPlan plan) {
  }

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final HistoryService history;

  /**
   * What {@link #move} would do, as far as one can tell from where each case stands: nothing is changed.
   *
   * @param needs by process and step the variables that a case there must have, with who asks
   */
  CaseMove forecast(Collection<String> deploymentIds, Map<String, Map<String, Map<String, String>>> needs) {
    List<StuckCase> stuck = new ArrayList<>();
    return new CaseMove(leaving(deploymentIds, needs, stuck).size(), stuck);
  }

  /** The cases that can follow; of the others it is told why. */
  private List<Following> leaving(Collection<String> deploymentIds, Map<String, Map<String, Map<String, String>>> needs, List<StuckCase> stuck) {
    List<Following> following = new ArrayList<>();
    for (ProcessDefinition target : targets(deploymentIds)) {
      for (ProcessDefinition source : older(target)) {
        List<ProcessInstance> cases = cases(source);
        List<StuckCase> stay = cases.isEmpty() ? List.of() : stay(source, target, cases, needs.getOrDefault(source.getKey(), Map.of()));
        stuck.addAll(stay);
        Set<String> staying = stay.stream().map(StuckCase::caseNumber).collect(Collectors.toSet());
        List<ProcessInstance> leaving = cases.stream().filter(each -> !staying.contains(number(each))).toList();
        if (!leaving.isEmpty()) {
          MigrationPlan plan = plan(source, target);
          leaving.forEach(one -> following.add(new Following(source.getKey(), one, plan)));
        }
      }
    }
    return following;
  }

  private List<StuckCase> stay(ProcessDefinition source, ProcessDefinition target, List<ProcessInstance> cases, Map<String, Map<String, String>> needs) {
    try {
      Set<String> mapped = plan(source, target).getInstructions().stream().map(MigrationInstruction::getSourceActivityId).collect(Collectors.toSet());
      Map<String, ProcessInstance> byId = cases.stream().collect(Collectors.toMap(ProcessInstance::getId, one -> one));
      List<HistoricActivityInstance> open = history.createHistoricActivityInstanceQuery().processDefinitionId(source.getId()).unfinished().unlimitedList();
      return open.stream().filter(step -> byId.containsKey(step.getProcessInstanceId())).flatMap(step -> {
        ProcessInstance one = byId.get(step.getProcessInstanceId());
        Stream<String> why = mapped.contains(step.getActivityId()) ? lacking(one, needs.getOrDefault(step.getActivityId(), Map.of())) : Stream.of(GONE);
        return why.map(reason -> new StuckCase(number(one), source.getKey(), describe(step), reason));
      }).toList();
    } catch (MigrationPlanValidationException e) {
      String reason = reason(e);
      return cases.stream().map(one -> new StuckCase(number(one), source.getKey(), "", reason)).toList();
    }
  }

  /** What the case does not have of what it will be asked for, in words. */
  private Stream<String> lacking(ProcessInstance one, Map<String, String> needs) {
    if (needs.isEmpty()) {
      return Stream.empty();
    }
    Set<String> has = runtime.createVariableInstanceQuery().processInstanceIdIn(one.getId()).unlimitedList().stream().map(VariableInstance::getName).collect(Collectors.toSet());
    return needs.entrySet().stream().filter(need -> !has.contains(need.getKey())).map(need -> "The new version asks for \"" + need.getKey() + "\" at " + need.getValue()
        + "; the step that sets it lies behind this case, which would stop there. It stays with its version. 新版本所需變量由已辦完的步驟設定，案件按原版本繼續");
  }

  /** Moves each case by itself; one that cannot follow is told and stays. */
  CaseMove move(Collection<String> deploymentIds, Map<String, Map<String, Map<String, String>>> needs, Progress progress) {
    List<StuckCase> stuck = new ArrayList<>();
    List<Following> following = leaving(deploymentIds, needs, stuck);
    int moved = 0;
    int left = following.size();
    for (Following one : following) {
      Optional<StuckCase> stays = move(one);
      stays.ifPresent(stuck::add);
      moved += stays.isPresent() ? 0 : 1;
      progress.at(moved, --left);
    }
    return new CaseMove(moved, stuck);
  }

  private Optional<StuckCase> move(Following one) {
    try {
      move(one.plan(), one.instance());
      return Optional.empty();
    } catch (MigratingProcessInstanceValidationException e) {
      return Optional.of(new StuckCase(number(one.instance()), one.process(), steps(e), GONE));
    } catch (ProcessEngineException e) {
      // Ended or moved on in the meantime: it is told, and whoever looks finds it.
      return Optional.of(new StuckCase(number(one.instance()), one.process(), "", Objects.requireNonNullElse(e.getMessage(), e.toString())));
    }
  }

  /** Somebody may work on the case, or a job, at this very moment: a few more tries cost nothing. */
  private void move(MigrationPlan plan, ProcessInstance one) {
    for (int left = TRIES; ; left--) {
      try {
        runtime.newMigration(plan).processInstanceIds(one.getId()).execute();
        return;
      } catch (OptimisticLockingException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  private MigrationPlan plan(ProcessDefinition source, ProcessDefinition target) {
    return runtime.createMigrationPlan(source.getId(), target.getId()).mapEqualActivities().updateEventTriggers().build();
  }

  private List<ProcessDefinition> targets(Collection<String> deploymentIds) {
    return deploymentIds.stream().flatMap(id -> repository.createProcessDefinitionQuery().deploymentId(id).unlimitedList().stream()).toList();
  }

  private List<ProcessDefinition> older(ProcessDefinition target) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(target.getKey()).withoutTenantId().orderByProcessDefinitionVersion().desc().unlimitedList().stream()
        .filter(definition -> !definition.getId().equals(target.getId())).toList();
  }

  private List<ProcessInstance> cases(ProcessDefinition source) {
    return runtime.createProcessInstanceQuery().processDefinitionId(source.getId()).unlimitedList();
  }

  private static String number(ProcessInstance one) {
    return one.getBusinessKey() == null ? one.getId() : one.getBusinessKey();
  }

  private static String describe(HistoricActivityInstance step) {
    return (step.getActivityName() == null ? "" : step.getActivityName().replaceAll("\\s+", " ") + " ") + "(" + step.getActivityId() + ")";
  }

  private static String reason(MigrationPlanValidationException e) {
    return "The versions differ too much: 版本差異過大: " + e.getValidationReport().getInstructionReports().stream()
        .map(report -> report.getMigrationInstruction().getSourceActivityId() + ": " + String.join(", ", report.getFailures())).collect(Collectors.joining("; "));
  }

  private static String steps(MigratingProcessInstanceValidationException e) {
    return e.getValidationReport().getActivityInstanceReports().stream().map(report -> report.getSourceScopeId()).distinct().collect(Collectors.joining(", "));
  }
}
