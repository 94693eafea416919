package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;

/** What the demo users do in process tests: everything happens with their own rights, through the real forms. */
@RequiredArgsConstructor
public class Persons {

  private final ProcessEngine engine;
  private final ObjectMapper json = new ObjectMapper();

  /** Starts a case; its business key is the case number. */
  public ProcessInstance start(String user, String process) {
    return as(user, () -> engine.getRuntimeService().startProcessInstanceByKey(process));
  }

  /** Submits the form of the case's only open task of this step; an unclaimed task is claimed first. */
  public void submit(String user, String caseNumber, String step, String root, Map<String, ?> data) {
    as(user, () -> {
      Task task = task(caseNumber, step);
      if (task.getAssignee() == null) {
        engine.getTaskService().claim(task.getId(), user);
      }
      engine.getFormService().submitTaskForm(task.getId(), form(root, data));
      return null;
    });
  }

  /** The case's only open task of this step, as the person sees it; fails when there is none. */
  public Task taskSeenBy(String user, String caseNumber, String step) {
    return as(user, () -> task(caseNumber, step));
  }

  /** Does something with a person's rights. */
  public <T> T as(String user, Supplier<T> action) {
    List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    engine.getIdentityService().setAuthentication(user, groups);
    try {
      return action.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** A form's data as Tasklist sends it: one JSON variable. */
  public VariableMap form(String root, Map<String, ?> data) {
    try {
      return Variables.createVariables().putValueTyped(root, SpinValues.jsonValue(json.writeValueAsString(data)).create());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Task task(String caseNumber, String step) {
    Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(step).singleResult();
    assertThat(task).as("open task %s of %s", step, caseNumber).isNotNull();
    return task;
  }
}
