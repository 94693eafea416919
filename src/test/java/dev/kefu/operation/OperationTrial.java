package dev.kefu.operation;

import dev.kefu.Persons;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Cases of a process of the tests' own: a step of the machine that fails as long as the variable {@code thought} lacks, a message that nobody waits for, a task with a form. */
@RequiredArgsConstructor
public class OperationTrial {

  /** The process's id. */
  public static final String PROCESS = "operation-trial";
  /** Whose task the last step is. */
  public static final String AGENT = "call-center-agent";

  private final ProcessEngine engine;

  /** Deploys the process. */
  public void deploy() {
    engine.getRepositoryService().createDeployment().name(PROCESS).addClasspathResource("operation/operation-trial.bpmn")
        .addClasspathResource("operation/operation-trial-confirm.form").deploy();
  }

  /** Takes the process and its cases away. */
  public void remove() {
    engine.getRepositoryService().createDeploymentQuery().deploymentName(PROCESS).list()
        .forEach(found -> engine.getRepositoryService().deleteDeployment(found.getId(), true));
  }

  /** Starts a case that stands before the machine's step. */
  public ProcessInstance start(Map<String, Object> variables) {
    return engine.getRuntimeService().startProcessInstanceByKey(PROCESS, variables);
  }

  /** Starts a case and lets the machine do its step, so that the task with the form is open. */
  public ProcessInstance atConfirm() {
    ProcessInstance instance = start(Map.of("thought", "done"));
    engine.getManagementService().executeJob(job(instance).getId());
    return instance;
  }

  /** Hands in the form of the open task. */
  public void confirm(ProcessInstance instance, Map<String, ?> confirmation) {
    new Persons(engine).submit(AGENT, instance.getBusinessKey(), "userTask_confirm", "confirmation", confirmation);
  }

  /** Starts a case and lets the machine's step fail until it has no tries left. */
  public ProcessInstance failed() {
    ProcessInstance instance = start(Map.of());
    ManagementService management = engine.getManagementService();
    Job job = job(instance);
    try {
      management.executeJob(job.getId());
      throw new AssertionError("The step should fail");
    } catch (RuntimeException wanted) {
      management.setJobRetries(job.getId(), 0);
    }
    return instance;
  }

  /** The machine's step of a case. */
  public Job job(ProcessInstance instance) {
    return engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).singleResult();
  }

  /** The machine's steps of several cases. */
  public List<Job> jobs(List<ProcessInstance> instances) {
    return instances.stream().map(this::job).toList();
  }
}
