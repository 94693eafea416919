package dev.kefu.engine.deployment;

import dev.kefu.engine.RunningModels;
import dev.kefu.engine.model.CaseNeeds;
import dev.kefu.engine.model.Finding;
import dev.kefu.engine.model.ModelContract;
import dev.kefu.engine.model.Surroundings;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Checks, tries and deploys what a process owner changed; a deployment of it counts as released, so that no later start undoes it. */
@Component
@RequiredArgsConstructor
class EngineRunningModels implements RunningModels {

  static final String SOURCE = "kefu-release";

  private final RunningFiles running;
  private final CaseMoves moves;
  private final RepositoryService repository;
  private final ClusterLock lock;
  private final SystemHand hand;
  private final PlatformTransactionManager transactions;
  private final RoleDirectory roles;
  private final ApplicationContext context;

  /** By the digest of all files; what is approved was looked at before, when it was proposed. */
  private final Map<String, List<Finding>> lastFindings = Collections.synchronizedMap(new Latest<>());
  private final Map<String, Map<String, Map<String, Map<String, String>>>> lastNeeds = Collections.synchronizedMap(new Latest<>());

  /** What was asked for last; to read all files takes a second or two. */
  private static class Latest<T> extends LinkedHashMap<String, T> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 8;

    Latest() {
      super(MOST, 1, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
      return size() > MOST;
    }
  }

  @Override
  public List<RunningFile> all() {
    return hand.run(running::read);
  }

  @Override
  public String pathOf(String fileName, Collection<RunningFile> inEffect) {
    return RunningFiles.pathOf(fileName, inEffect);
  }

  @Override
  public List<Wrong> check(Map<String, byte[]> changed) {
    Map<String, byte[]> before = hand.run(this::contents);
    Map<String, byte[]> after = new TreeMap<>(before);
    after.putAll(changed);
    List<Finding> found = findings(after);
    Set<Finding> known = found.isEmpty() ? Set.of() : Set.copyOf(findings(before));
    return found.stream().filter(finding -> !known.contains(finding)).map(EngineRunningModels::wrong).toList();
  }

  private static Wrong wrong(Finding finding) {
    String folder = finding.file().isEmpty() ? "" : finding.file().endsWith(ModelFile.FORM) ? "forms/" : "processes/";
    return new Wrong(folder + finding.file(), finding.element(), finding.message(), finding.rule());
  }

  private List<Finding> findings(Map<String, byte[]> files) {
    return lastFindings.computeIfAbsent(digest(files), any -> {
      Surroundings around = surroundings();
      return inFolder(files, folder -> ModelContract.check(folder.resolve("processes"), folder.resolve("forms"), around));
    });
  }

  private static String digest(Map<String, byte[]> files) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    new TreeMap<>(files).forEach((path, content) -> {
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      digest.update(DigestUtils.sha256(content));
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** By process and step what a case there must have; of all processes in deployments. */
  private Map<String, Map<String, Map<String, String>>> needs(List<Deployed> deployed, Map<String, byte[]> files) {
    List<String> processes = ids(deployed).stream().flatMap(id -> repository.createProcessDefinitionQuery().deploymentId(id).unlimitedList().stream()).map(ProcessDefinition::getKey).sorted().toList();
    return processes.isEmpty() ? Map.of() : lastNeeds.computeIfAbsent(digest(files) + processes, any -> inFolder(files, folder -> CaseNeeds.of(folder.resolve("processes"), folder.resolve("forms"), processes)));
  }

  private static <T> T inFolder(Map<String, byte[]> files, Function<Path, T> work) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("kefu-check");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = folder.resolve(file.getKey()).normalize();
        if (target.startsWith(folder)) {
          Files.createDirectories(target.getParent());
          Files.write(target, file.getValue());
        }
      }
      return work.apply(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      FileSystemUtils.deleteRecursively(folder == null ? null : folder.toFile());
    }
  }

  private Surroundings surroundings() {
    Set<String> ids = roles.all().stream().map(Role::id).collect(Collectors.toSet());
    Set<String> outsiders = roles.all().stream().filter(role -> role.applications().isEmpty() && roles.holderOf(role.id()).equals(role.id())).map(Role::id).collect(Collectors.toSet());
    return Surroundings.ofRunningSystem(ids, outsiders, Set.of(context.getBeanNamesForType(JavaDelegate.class)));
  }

  @Override
  public CaseMove forecast(Map<String, byte[]> changed) {
    TransactionTemplate trial = new TransactionTemplate(transactions);
    trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return hand.run(() -> trial.execute(status -> {
      status.setRollbackOnly();
      List<Deployed> deployed = deploy(changed);
      Map<String, byte[]> after = contents();
      return moves.forecast(ids(deployed), needs(deployed, after));
    }));
  }

  @Override
  public List<Deployed> release(Map<String, byte[]> changed, Map<String, String> basis) {
    return hand.run(() -> lock.runExclusively("deployment", () -> {
      Map<String, byte[]> now = contents();
      changed.keySet().stream().filter(path -> !digestOf(now.get(path)).equals(Optional.ofNullable(basis.get(path)).orElse(""))).findFirst().ifPresent(path -> {
        throw new StaleModel(path);
      });
      return deploy(changed);
    }));
  }

  private String digestOf(byte[] content) {
    return content == null ? "" : digest(content);
  }

  private List<Deployed> deploy(Map<String, byte[]> changed) {
    Map<String, byte[]> all = contents();
    all.putAll(changed);
    List<ModelFile> files = new ArrayList<>();
    all.forEach((path, content) -> files.add(new ModelFile(path.substring(path.lastIndexOf('/') + 1), path, content)));
    try {
      Set<String> names = changed.keySet().stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).collect(Collectors.toCollection(LinkedHashSet::new));
      return DeploymentPlan.of(files).stream().filter(unit -> unit.files().stream().map(ModelFile::name).anyMatch(names::contains)).map(this::deploy).toList();
    } catch (UnusableFileException | ProcessEngineException e) {
      throw new UnusableModel(e.getMessage(), e);
    }
  }

  private Deployed deploy(DeploymentUnit unit) {
    DeploymentBuilder builder = repository.createDeployment().name(unit.name()).source(SOURCE);
    unit.files().forEach(file -> builder.addInputStream(file.name(), file.open()));
    return new Deployed(unit.name(), builder.deployWithResult().getId());
  }

  @Override
  public CaseMove moveCases(List<Deployed> deployed, Progress progress) {
    return hand.run(() -> moves.move(ids(deployed), needs(deployed, contents()), progress));
  }

  @Override
  public String digest(byte[] content) {
    return DigestUtils.sha256Hex(content);
  }

  private static Collection<String> ids(List<Deployed> deployed) {
    return deployed.stream().map(Deployed::deploymentId).toList();
  }

  private Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new TreeMap<>();
    running.read().forEach(file -> contents.put(file.path(), file.content()));
    return contents;
  }
}
