package dev.kefu.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a process owner types into a diagram, counted by the shipped calendar of 2026, on a really deployed model. */
@KefuIT
class CalendarIT {

  private static final String PROCESS = "calendar-it";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;
  @Autowired
  private ManagementService management;

  @AfterEach
  void cleanUp() {
    ClockUtil.reset();
    repository.createDeploymentQuery().deploymentName(PROCESS).list().forEach(found -> repository.deleteDeployment(found.getId(), true, true));
  }

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-03-02T10:00, 2wd, 2026-03-04T10:00, ordinary days",
    "2026-03-06T15:00, 1wd, 2026-03-09T15:00, weekend",
    "2026-03-02T23:30, 1wd, 2026-03-03T18:00, night",
    "2026-03-02T12:30, 1wd, 2026-03-03T12:00, lunch",
    "2026-02-13T10:00, 1wd, 2026-02-14T10:00, make-up Saturday",
    "2026-02-13T10:00, 2wd, 2026-02-24T10:00, Spring Festival",
    "2026-09-30T17:00, 2wd, 2026-10-09T17:00, National Day",
    "2026-10-09T10:00, 1wd, 2026-10-10T10:00, make-up Saturday",
    "2026-02-13T10:00, 30cd, 2026-03-15T10:00, calendar days",
    "2026-02-14T17:00, 4h, 2026-02-14T21:00, hours",
    "2026-02-13T10:00, P2D, 2026-02-15T10:00, ISO",
    "2026-02-13T10:00, PT4H, 2026-02-13T14:00, ISO",
  })
  void timersAndDueDatesCountAsTyped(String now, String span, String due, String why) {
    deploy(Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent()
      .userTask("work").camundaDueDate(span).camundaFollowUpDate("${when}")
      .boundaryEvent("late").timerWithDuration(span).endEvent().moveToActivity("work").endEvent().done());
    at(now);
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS, Map.of("when", span));

    Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    assertThat(task.getDueDate()).hasSameTimeAs(date(due));
    assertThat(task.getFollowUpDate()).hasSameTimeAs(date(due));
    assertThat(timer(instance).getDuedate()).hasSameTimeAs(date(due));
  }

  @Test
  void aTimerOfTwoWorkingDaysFiresAfterTheHoliday() {
    deploy(Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent()
      .userTask("work").boundaryEvent("late").timerWithDuration("2wd").userTask("followUp").endEvent().moveToActivity("work").endEvent().done());
    at("2026-02-13T10:00");
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS);
    at("2026-02-24T09:59");
    assertThat(management.createJobQuery().processInstanceId(instance.getId()).executable().count()).isZero();
    at("2026-02-24T10:01");
    management.executeJob(management.createJobQuery().processInstanceId(instance.getId()).executable().singleResult().getId());
    assertThat(tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getTaskDefinitionKey()).isEqualTo("followUp");
  }

  @Test
  void aRepeatedTimerSkipsTheWeekendAndEndsAfterItsCount() {
    deploy(Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent()
      .userTask("work").boundaryEvent("remind").cancelActivity(false).timerWithCycle("R3/2wd").userTask("reminder").endEvent()
      .moveToActivity("work").endEvent().done());
    at("2026-03-04T10:00");
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS);
    for (String due : new String[] {"2026-03-06T10:00", "2026-03-10T10:00", "2026-03-12T10:00"}) {
      assertThat(timer(instance).getDuedate()).hasSameTimeAs(date(due));
      at(due);
      management.executeJob(timer(instance).getId());
    }
    assertThat(timer(instance)).isNull();
    assertThat(tasks.createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey("reminder").count()).isEqualTo(3);
  }

  @Test
  void aRepeatedTimerThatAnAdministratorMovedKeepsTheDistance() {
    deploy(Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent()
      .userTask("work").boundaryEvent("remind").cancelActivity(false).timerWithCycle("R/1wd").endEvent().moveToActivity("work").endEvent().done());
    at("2026-03-04T10:00");
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS);
    management.setJobDuedate(timer(instance).getId(), date("2026-03-05T12:00"), true);
    at("2026-03-05T12:00");
    management.executeJob(timer(instance).getId());
    assertThat(timer(instance).getDuedate()).hasSameTimeAs(date("2026-03-06T12:00"));
  }

  @Test
  void aProcessStartsByTimerEveryWorkingDay() {
    at("2026-03-05T10:00");
    deploy(Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent().timerWithCycle("R2/1wd").userTask("work").endEvent().done());
    for (String due : new String[] {"2026-03-06T10:00", "2026-03-09T10:00"}) {
      Job start = startTimer();
      assertThat(start.getDuedate()).hasSameTimeAs(date(due));
      at(due);
      management.executeJob(start.getId());
    }
    assertThat(startTimer()).isNull();
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count()).isEqualTo(2);
  }

  @Test
  void aProcessStartsOnceAfterAWorkingDay() {
    at("2026-02-14T10:00");
    deploy(Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent().timerWithDuration("1wd").userTask("work").endEvent().done());
    assertThat(startTimer().getDuedate()).hasSameTimeAs(date("2026-02-24T10:00"));
  }

  @Test
  void textThatIsNoTimeIsRefusedWithWhatIsExpected() {
    deploy(Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent()
      .userTask("work").camundaDueDate("${due}").boundaryEvent("late").timerWithDuration("${duration}").endEvent()
      .moveToActivity("work").boundaryEvent("again").cancelActivity(false).timerWithCycle("${cycle}").endEvent().moveToActivity("work").endEvent().done());
    assertThatThrownBy(() -> start("banana", "1wd", "R/1wd")).hasMessageContaining("\"banana\" is not a due date: write 2wd (working days), 30cd (calendar days), 4h");
    assertThatThrownBy(() -> start("1wd", "2 days", "R/1wd")).hasMessageContaining("\"2 days\" is not a length of time: write 2wd");
    assertThatThrownBy(() -> start("1wd", "1wd", "often")).hasMessageContaining("\"often\" is no cycle: write R3/2wd");
    assertThatThrownBy(() -> start("1wd", "1wd", "R/0wd")).hasMessageContaining("\"R/0wd\" is no cycle: the span must be longer than nothing");
    start("2026-03-09T18:00:00", "1wd", "0 0 9 ? * MON-FRI");
  }

  private void start(String due, String duration, String cycle) {
    runtime.startProcessInstanceByKey(PROCESS, Map.of("due", due, "duration", duration, "cycle", cycle));
  }

  private void deploy(BpmnModelInstance model) {
    repository.createDeployment().name(PROCESS).addModelInstance(PROCESS + ".bpmn", model).deploy();
  }

  private Job timer(ProcessInstance instance) {
    return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
  }

  private Job startTimer() {
    return management.createJobQuery().processDefinitionKey(PROCESS).timers().singleResult();
  }

  private static void at(String local) {
    ClockUtil.setCurrentTime(date(local));
  }

  private static Date date(String local) {
    return Date.from(LocalDateTime.parse(local).atZone(ZONE).toInstant());
  }
}
