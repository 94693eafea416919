package dev.kefu.engine.deployment;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tells how the files of the program and the running system stand to one another now. */
@Component
@RequiredArgsConstructor
class DeploymentOverview {

  private final ModelFiles files;
  private final FileDeployments deployments;
  private final DeploymentComparer comparer;

  List<DeploymentView> read() {
    List<DeploymentUnit> units = DeploymentPlan.of(files.read());
    List<String> names = units.stream().map(DeploymentUnit::name).toList();
    Stream<DeploymentView> removed = deployments.all().stream().map(FileDeployment::name).filter(name -> !names.contains(name))
        .map(name -> view(name, new DeploymentComparison(DeploymentState.FILE_REMOVED, null, List.of())));
    return Stream.concat(units.stream().map(unit -> view(unit.name(), comparer.compare(unit))), removed).toList();
  }

  private DeploymentView view(String name, DeploymentComparison comparison) {
    LocalDateTime deployedAt = deployments.find(name).map(FileDeployment::deployedAt).orElse(null);
    return new DeploymentView(name, comparison.state().text(), DeploymentAdvice.of(name, comparison), deployedAt, deployments.retiredProcesses(name));
  }
}
