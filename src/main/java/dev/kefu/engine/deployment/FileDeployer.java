package dev.kefu.engine.deployment;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Deploys the files of the program: what changed since the last time, and nothing that was released in the running system since. */
@Component
@RequiredArgsConstructor
@Slf4j
class FileDeployer {

  static final String SOURCE = "kefu-files";

  private final ModelFiles files;
  private final RepositoryService repository;
  private final FileDeployments deployments;
  private final DeploymentComparer comparer;
  private final ClusterLock lock;
  private final Clock clock;

  /**
   * Brings the running system in step with the files, in one transaction, one node at a time.
   *
   * @return how many deployments are in which state; {@link DeploymentState#FILES_NEWER} counts those that were deployed now
   * @throws UnusableFileException naming the file; nothing is deployed then
   */
  Map<DeploymentState, Long> deploy() {
    List<DeploymentUnit> units = DeploymentPlan.of(files.read());
    Map<DeploymentState, Long> counts = lock.runExclusively("deployment", () -> deploy(units));
    log.info("Process files: {} deployed, {} in step, {} released since in the running system, {} removed",
        counts.getOrDefault(DeploymentState.FILES_NEWER, 0L), counts.getOrDefault(DeploymentState.IN_STEP, 0L),
        counts.getOrDefault(DeploymentState.RELEASED_SINCE, 0L), counts.getOrDefault(DeploymentState.FILE_REMOVED, 0L));
    return counts;
  }

  private Map<DeploymentState, Long> deploy(List<DeploymentUnit> units) {
    Map<DeploymentState, Long> counts = new HashMap<>();
    units.forEach(unit -> counts.merge(bringInStep(unit), 1L, Long::sum));
    counts.put(DeploymentState.FILE_REMOVED, noteRemoved(units));
    return counts;
  }

  private DeploymentState bringInStep(DeploymentUnit unit) {
    DeploymentComparison comparison = comparer.compare(unit);
    switch (comparison.state()) {
      case FILES_NEWER -> deploy(unit);
      case RELEASED_SINCE -> log.warn(DeploymentAdvice.of(unit.name(), comparison));
      default -> remember(unit, comparison.deploymentId());
    }
    return comparison.state();
  }

  private void deploy(DeploymentUnit unit) {
    DeploymentBuilder builder = repository.createDeployment().name(unit.name()).source(SOURCE);
    unit.files().forEach(file -> builder.addInputStream(file.name(), file.open()));
    DeploymentWithDefinitions deployed = deploy(unit, builder);
    remember(unit, deployed.getId());
    log.info("Deployed {}: {} files{}", unit.name(), unit.files().size(), versions(deployed));
  }

  private static DeploymentWithDefinitions deploy(DeploymentUnit unit, DeploymentBuilder builder) {
    try {
      return builder.deployWithResult();
    } catch (ProcessEngineException e) {
      throw new UnusableFileException(unit.name(), e.getMessage(), e);
    }
  }

  private static String versions(DeploymentWithDefinitions deployed) {
    List<ProcessDefinition> processes = deployed.getDeployedProcessDefinitions();
    return processes == null ? "" : processes.stream().map(process -> ", " + process.getKey() + " version " + process.getVersion())
        .collect(Collectors.joining());
  }

  private void remember(DeploymentUnit unit, String deploymentId) {
    boolean known = deployments.find(unit.name())
        .filter(last -> last.deploymentId().equals(deploymentId) && last.filesHash().equals(unit.hash())).isPresent();
    if (!known) {
      deployments.save(new FileDeployment(unit.name(), unit.hash(), deploymentId, LocalDateTime.now(clock), true));
    }
  }

  private long noteRemoved(List<DeploymentUnit> units) {
    Map<String, String> deploymentByProcess = new HashMap<>();
    units.forEach(unit -> unit.processes().forEach(process -> deploymentByProcess.put(process, unit.name())));
    deployments.notePresentProcesses(deploymentByProcess);

    Set<String> names = units.stream().map(DeploymentUnit::name).collect(Collectors.toSet());
    List<FileDeployment> removed = deployments.all().stream().filter(deployment -> !names.contains(deployment.name())).toList();
    removed.forEach(deployment -> log.warn("{}", DeploymentAdvice.fileRemoved(deployment.name())));
    deployments.all().forEach(deployment -> deployments.setPresent(deployment.name(), names.contains(deployment.name())));
    return removed.size();
  }
}
