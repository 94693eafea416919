package dev.kefu.tasklist;

import dev.kefu.Persons;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** Cases of the trial process (record, answered by a relationship specialist), and the persons of profile {@code demo}. */
@RequiredArgsConstructor
public class TrialCases {

  public static final String PROCESS = "browser-trial";

  private final ProcessEngine engine;

  /** Deploys the trial process once. */
  public void deploy() {
    engine.getRepositoryService().createDeployment().name(PROCESS).enableDuplicateFiltering(false)
        .addClasspathResource("browser/browser-trial.bpmn")
        .addClasspathResource("browser/browser-trial-record.form")
        .addClasspathResource("browser/browser-trial-answer.form").deploy();
  }

  /** Starts a case and returns its first task, which is the person's. */
  public Task startedBy(String userId, Map<String, Object> variables) {
    var all = new HashMap<>(variables);
    all.put("starter", userId);
    String id = engine.getRuntimeService().startProcessInstanceByKey(PROCESS, all).getId();
    return taskOf(id);
  }

  /** Starts a case and brings it to its second task, which nobody has claimed. */
  public Task waitingForAnswer(Map<String, Object> variables) {
    Task first = startedBy("call-center-agent", variables);
    engine.getTaskService().complete(first.getId());
    return taskOf(first.getProcessInstanceId());
  }

  private Task taskOf(String processInstanceId) {
    return engine.getTaskService().createTaskQuery().processInstanceId(processInstanceId).singleResult();
  }

  /** Does something in the name of a person. */
  public <T> T as(String userId, Supplier<T> work) {
    return new Persons(engine).as(userId, work);
  }
}
