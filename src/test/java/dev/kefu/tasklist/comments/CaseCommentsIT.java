package dev.kefu.tasklist.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.tasklist.TrialCases;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class CaseCommentsIT {

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService taskService;
  @Autowired private CaseComments comments;

  private TrialCases cases;

  @BeforeEach
  void deploy() {
    cases = new TrialCases(engine);
    cases.deploy();
  }

  @Test
  void whatOneStepNotesTheNextOneReads() {
    Task first = cases.startedBy("call-center-agent", Map.of());
    assertThat(cases.as("call-center-agent", () -> comments.add(first.getId(), "Call after six 六點後再打 𠮷"))).isTrue();
    taskService.complete(first.getId());
    Task second = taskService.createTaskQuery().processInstanceId(first.getProcessInstanceId()).singleResult();

    var read = cases.as("relationship-specialist", () -> comments.of(second.getId())).orElseThrow();

    assertThat(read).singleElement().satisfies(comment -> {
      assertThat(comment.message()).isEqualTo("Call after six 六點後再打 𠮷");
      assertThat(comment.by()).isEqualTo("Call-centre agent 呼叫中心座席員");
      assertThat(comment.at()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    });
  }

  @Test
  void strangerNeitherReadsNorWrites() {
    Task task = cases.waitingForAnswer(Map.of());

    assertThat(cases.as("survey-specialist", () -> comments.add(task.getId(), "Hello"))).isFalse();
    assertThat(cases.as("survey-specialist", () -> comments.of(task.getId()))).isEmpty();
    assertThat(taskService.getTaskComments(task.getId())).isEmpty();
  }
}
