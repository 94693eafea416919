package dev.kefu.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import dev.kefu.engine.RetiredProcesses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class FileDeployerIT {

  @TempDir
  Path folder;
  @TempDir
  Path jars;

  @Autowired
  RepositoryService repository;
  @Autowired
  RuntimeService runtime;
  @Autowired
  TaskService tasks;
  @Autowired
  FormService forms;
  @Autowired
  FileDeployments deployments;
  @Autowired
  DeploymentComparer comparer;
  @Autowired
  ClusterLock lock;
  @Autowired
  Clock clock;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  RetiredProcesses retired;

  private ProcessFolder trial;

  @BeforeEach
  void deployTrialProcess() {
    trial = new ProcessFolder(folder);
    deploy();
  }

  @AfterEach
  void removeTrialProcess() {
    repository.createDeploymentQuery().deploymentName(trial.process).list().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    jdbc.sql("delete from engine_file_deployments where name = ?").param(trial.process).update();
    jdbc.sql("delete from engine_file_processes where deployment_name = ?").param(trial.process).update();
  }

  @Test
  void unchangedFilesAreNotDeployedAgain() {
    long before = repository.createDeploymentQuery().count();

    Map<DeploymentState, Long> counts = deploy();

    assertThat(counts).doesNotContainKey(DeploymentState.FILES_NEWER);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void changedFormGivesOneNewVersionOfItsProcessOnly() throws IOException {
    long before = repository.createProcessDefinitionQuery().count();
    trial.writeForm("Ask again 再詢問");

    Map<DeploymentState, Long> counts = deploy();

    assertThat(counts).containsEntry(DeploymentState.FILES_NEWER, 1L);
    assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(before + 1);
    assertThat(version()).isEqualTo(2);
    assertThat(formOfNewCase()).contains("Ask again 再詢問");
  }

  @Test
  void versionReleasedInTheRunningSystemIsKeptAndReported() throws IOException {
    release("Released 發佈");

    deploy();

    assertThat(version()).isEqualTo(2);
    assertThat(formOfNewCase()).contains("Released 發佈");
    assertThat(view().state()).isEqualTo("releasedSince");
    assertThat(view().advice()).contains(trial.process, trial.form + ".form").doesNotContain(trial.process + ".bpmn");
  }

  @Test
  void filesChangedAfterAReleaseAreReportedAndNotDeployed() throws IOException {
    release("Released 發佈");
    trial.writeForm("Changed in the program 程序更改");

    deploy();

    assertThat(version()).isEqualTo(2);
    assertThat(formOfNewCase()).contains("Released 發佈");
    assertThat(view().state()).isEqualTo("releasedSince");
  }

  @Test
  void releasedVersionSavedIntoTheFilesIsInStepAgain() {
    release("Released 發佈");
    trial.writeForm("Released 發佈");
    deploy();
    assertThat(view().state()).isEqualTo("inStep");

    trial.writeForm("Next 下一版");
    assertThat(view().state()).isEqualTo("filesNewer");
    deploy();

    assertThat(version()).isEqualTo(3);
  }

  @Test
  void processWithoutFileTakesNoNewCasesUntilItsFileIsBack() {
    ProcessInstance running = runtime.startProcessInstanceByKey(trial.process);
    removeFiles();

    deploy();

    assertThat(retired.isRetired(trial.process)).isTrue();
    assertThat(view().state()).isEqualTo("fileRemoved");
    assertThat(view().retiredProcesses()).containsExactly(trial.process);
    assertThat(latest().isSuspended()).isFalse();
    tasks.complete(tasks.createTaskQuery().processInstanceId(running.getId()).singleResult().getId());
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(running.getId()).count()).isZero();

    trial.writeModel(trial.process);
    trial.writeForm("Ask 詢問");
    deploy();

    assertThat(retired.isRetired(trial.process)).isFalse();
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void partOfAProcessIsDeployedWithItAndRetiredAlone() {
    String part = trial.process + "-check";
    trial.writeModel(part);
    deploy();
    assertThat(latest(part).getDeploymentId()).isEqualTo(latest().getDeploymentId());

    trial.delete("processes/trial/" + part + ".bpmn");
    deploy();

    assertThat(retired.isRetired(part)).isTrue();
    assertThat(retired.isRetired(trial.process)).isFalse();
    assertThat(view().retiredProcesses()).containsExactly(part);
  }

  @Test
  void processThatNeverHadAFileIsNotRetired() {
    assertThat(retired.isRetired("made-in-the-running-system")).isFalse();
  }

  @Test
  void nodesThatStartTogetherDeployOnce() throws Exception {
    trial.writeForm("Together 一起");
    Callable<Map<DeploymentState, Long>> node = this::deploy;
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<Map<DeploymentState, Long>>> results = nodes.invokeAll(List.of(node, node));

      assertThat(results).extracting(result -> result.get().getOrDefault(DeploymentState.FILES_NEWER, 0L)).containsExactlyInAnyOrder(0L, 1L);
    } finally {
      nodes.shutdownNow();
    }
    assertThat(version()).isEqualTo(2);
  }

  @Test
  void jarAndFolderAreTheSame() throws IOException {
    ModelFiles packed = trial.packed(jars.resolve("kefu.jar"));
    assertThat(trial.onlyMine(packed)).extracting(ModelFile::name).containsExactly(trial.form + ".form", trial.process + ".bpmn");

    Map<DeploymentState, Long> counts = deployer(packed).deploy();

    assertThat(counts).doesNotContainKey(DeploymentState.FILES_NEWER);
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void brokenModelStopsTheStartAndNamesTheFile() {
    trial.write("processes/trial/" + trial.process + ".bpmn", "<definitions>");

    assertThatThrownBy(this::deploy).isInstanceOf(UnusableFileException.class).hasMessageContaining(trial.process + ".bpmn");
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void modelThatTheEngineRefusesStopsTheStartAndNamesTheFile() {
    trial.writeForm("Not deployed 不部署");
    trial.write("processes/trial/" + trial.process + ".bpmn", """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="kefu">
          <process id="%s" isExecutable="true"><serviceTask id="serviceTask_nothing"/></process>
        </definitions>
        """.formatted(trial.process));

    assertThatThrownBy(this::deploy).isInstanceOf(UnusableFileException.class).hasMessageContaining(trial.process + ".bpmn");
    assertThat(version()).isEqualTo(1);
  }

  private Map<DeploymentState, Long> deploy() {
    return deployer(trial.files()).deploy();
  }

  private FileDeployer deployer(ModelFiles files) {
    return new FileDeployer(files, repository, deployments, comparer, lock, clock);
  }

  private DeploymentView view() {
    return new DeploymentOverview(trial.files(), deployments, comparer).read().stream()
        .filter(view -> view.name().equals(trial.process)).findFirst().orElseThrow();
  }

  /** What a process owner does in Camunda Modeler: the same files under the same name, the form changed. */
  private void release(String label) {
    trial.writeForm(label);
    DeploymentBuilder release = repository.createDeployment().name(trial.process).source("Camunda Modeler").enableDuplicateFiltering(false);
    trial.onlyMine(trial.files()).forEach(file -> release.addInputStream(file.name(), file.open()));
    release.deploy();
    trial.writeForm("Ask 詢問");
  }

  private void removeFiles() {
    trial.delete("processes/trial/" + trial.process + ".bpmn");
    trial.delete("forms/trial/" + trial.form + ".form");
  }

  private String formOfNewCase() throws IOException {
    ProcessInstance instance = runtime.startProcessInstanceById(latest().getId());
    Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
      return new String(form.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int version() {
    return latest().getVersion();
  }

  private ProcessDefinition latest() {
    return latest(trial.process);
  }

  private ProcessDefinition latest(String process) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
  }
}
