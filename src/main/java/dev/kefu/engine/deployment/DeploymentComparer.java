package dev.kefu.engine.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** Compares files with what the running system has of them. */
@Component
@RequiredArgsConstructor
class DeploymentComparer {

  private final RepositoryService repository;
  private final FileDeployments deployments;

  DeploymentComparison compare(DeploymentUnit unit) {
    List<Optional<String>> latest = latestDeployments(unit);
    List<String> released = latest.stream().flatMap(Optional::stream).filter(id -> !isFromFiles(id)).distinct().toList();
    if (!released.isEmpty()) {
      return compareWithReleased(unit, released);
    }
    Optional<FileDeployment> last = deployments.find(unit.name()).filter(deployment -> deployment.filesHash().equals(unit.hash()));
    boolean complete = latest.stream().allMatch(Optional::isPresent);
    return last.isPresent() && complete
        ? new DeploymentComparison(DeploymentState.IN_STEP, last.get().deploymentId(), List.of())
        : new DeploymentComparison(DeploymentState.FILES_NEWER, null, List.of());
  }

  /** A release that is equal to the files is what its owner was asked for: the two are in step again. */
  private DeploymentComparison compareWithReleased(DeploymentUnit unit, List<String> released) {
    String deploymentId = released.get(0);
    List<String> differing = unit.files().stream().filter(file -> released.stream().noneMatch(id -> isIn(id, file))).map(ModelFile::name).toList();
    boolean inStep = differing.isEmpty() && released.size() == 1;
    return new DeploymentComparison(inStep ? DeploymentState.IN_STEP : DeploymentState.RELEASED_SINCE, deploymentId, differing);
  }

  private boolean isFromFiles(String deploymentId) {
    return deployments.isCurrent(deploymentId)
        || repository.createDeploymentQuery().deploymentId(deploymentId).deploymentSource(FileDeployer.SOURCE).count() > 0;
  }

  private List<Optional<String>> latestDeployments(DeploymentUnit unit) {
    List<Optional<String>> latest = new ArrayList<>();
    for (String process : unit.processes()) {
      latest.add(deploymentOf(repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().withoutTenantId().singleResult()));
    }
    for (String decision : unit.decisions()) {
      latest.add(deploymentOf(repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision).latestVersion().withoutTenantId().singleResult()));
    }
    return latest;
  }

  private static Optional<String> deploymentOf(ResourceDefinition definition) {
    return Optional.ofNullable(definition).map(ResourceDefinition::getDeploymentId);
  }

  private boolean isIn(String deploymentId, ModelFile file) {
    if (!repository.getDeploymentResourceNames(deploymentId).contains(file.name())) {
      return false;
    }
    try (InputStream resource = repository.getResourceAsStream(deploymentId, file.name())) {
      return Arrays.equals(resource.readAllBytes(), file.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
