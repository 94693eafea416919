package dev.kefu.engine.deployment;

import dev.kefu.engine.RunningModels.RunningFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Puts together what is in effect: the program's files, and over them what was released in the running system since. */
@Component
class RunningFiles {

  private static final List<String> KINDS = List.of(ModelFile.MODEL, ModelFile.DECISION, ModelFile.FORM);

  /** The program's files stay as they were while it runs; to look into all of them takes a second. */
  private final SingletonSupplier<List<DeploymentUnit>> planned;
  private final FileDeployments ofFiles;
  private final RepositoryService repository;

  RunningFiles(ModelFiles files, FileDeployments ofFiles, RepositoryService repository) {
    planned = SingletonSupplier.of(() -> DeploymentPlan.of(files.read()));
    this.ofFiles = ofFiles;
    this.repository = repository;
  }

  /** All files in effect, by path. */
  List<RunningFile> read() {
    List<DeploymentUnit> units = planned.obtain();
    List<ModelFile> program = units.stream().flatMap(unit -> unit.files().stream()).toList();
    Map<String, RunningFile> running = new TreeMap<>();
    units.forEach(unit -> unit.files().forEach(file -> running.put(file.path(), new RunningFile(file.path(), unit.name(), false, file.content()))));
    List<Deployment> released = released();
    Map<String, String> processes = latest(repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().unlimitedList());
    Map<String, String> decisions = latest(repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().unlimitedList());
    units.forEach(unit -> {
      Set<String> inEffect = Stream.concat(unit.processes().stream().map(processes::get), unit.decisions().stream().map(decisions::get)).filter(Objects::nonNull).collect(Collectors.toSet());
      released.stream().map(Deployment::getId).filter(inEffect::contains).forEach(id -> overlay(unit.name(), id, program, running));
    });
    foreign(units, released).forEach((name, id) -> overlay(name, id, program, running));
    return List.copyOf(running.values());
  }

  /** Deployments that came from no file, the oldest first; the others hold what the program holds. */
  private List<Deployment> released() {
    Set<String> known = ofFiles.all().stream().map(FileDeployment::deploymentId).collect(Collectors.toSet());
    return repository.createDeploymentQuery().orderByDeploymentTime().asc().unlimitedList().stream()
        .filter(deployment -> !FileDeployer.SOURCE.equals(deployment.getSource()) && !known.contains(deployment.getId())).toList();
  }

  private static Map<String, String> latest(List<? extends ResourceDefinition> definitions) {
    return definitions.stream().collect(Collectors.toMap(ResourceDefinition::getKey, ResourceDefinition::getDeploymentId));
  }

  /** Deployments of releases under a name that the program's files do not have: a table or a process that is new. */
  private static Map<String, String> foreign(List<DeploymentUnit> units, List<Deployment> released) {
    List<String> known = units.stream().map(DeploymentUnit::name).toList();
    Map<String, String> latest = new HashMap<>();
    released.stream().filter(deployment -> EngineRunningModels.SOURCE.equals(deployment.getSource()) && !known.contains(deployment.getName()))
        .forEach(deployment -> latest.put(deployment.getName(), deployment.getId()));
    return latest;
  }

  private void overlay(String unit, String deploymentId, List<ModelFile> program, Map<String, RunningFile> running) {
    repository.getDeploymentResourceNames(deploymentId).stream().filter(name -> KINDS.stream().anyMatch(name::endsWith)).forEach(name -> {
      String path = pathOf(name, running.values());
      byte[] content = content(deploymentId, name);
      boolean isProgram = program.stream().anyMatch(file -> file.path().equals(path) && Arrays.equals(file.content(), content));
      running.put(path, new RunningFile(path, unit, !isProgram, content));
    });
  }

  private byte[] content(String deploymentId, String name) {
    try (InputStream resource = repository.getResourceAsStream(deploymentId, name)) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of a known file; a new one stands beside the process whose id its name begins with. Empty when there is none. */
  static String pathOf(String name, Collection<RunningFile> running) {
    Optional<String> own = running.stream().map(RunningFile::path).filter(path -> path.endsWith("/" + name) || path.equals(name)).findFirst();
    return own.or(() -> beside(name, running)).orElse("");
  }

  private static Optional<String> beside(String name, Collection<RunningFile> running) {
    List<String> models = new ArrayList<>(running.stream().map(RunningFile::path).filter(path -> path.endsWith(ModelFile.MODEL)).toList());
    return models.stream().filter(path -> name.startsWith(stem(path) + "-")).max(Comparator.comparingInt(path -> stem(path).length()))
        .map(path -> (name.endsWith(ModelFile.FORM) ? "forms/" : "processes/") + capability(path) + "/" + name);
  }

  private static String stem(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  private static String capability(String path) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
