package dev.kefu.information.leak;

import static dev.kefu.information.leak.LeakTrial.FINDER;
import static dev.kefu.information.leak.LeakTrial.NO_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.Persons;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deadlines of P74: started on a Friday at 17:00, reported at 17:20; hours count over the weekend. */
@KefuIT
class LeakIncidentDeadlinesIT {

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  private LeakTrial leak;
  private String number;

  @BeforeEach
  void friday() {
    at("2031-09-12T17:00");
    leak = new LeakTrial(engine, clock);
  }

  @AfterEach
  void tidy() {
    runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).rootProcessInstances().list().stream().map(ProcessInstance::getId)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "test over"));
    ClockUtil.reset();
    jdbc.sql("delete from notification_messages where created_at > '2031-01-01 00:00:00'").update();
  }

  @Test
  void reportIsDueWithinAnHour() {
    number = leak.started();
    assertDue("report", "2031-09-12T18:00");
  }

  @Test
  void complaintIsReportedWithinAnHourToo() {
    number = runtimeService.startProcessInstanceByKey("leak-incident", Map.of("complaintNumber", "CMP-2031-000001", "complaintFacts", "Facts 事實",
        "complaintReceiver", FINDER, "personsComplainedAbout", "")).getBusinessKey();
    assertDue("takeReport", "2031-09-12T18:00");
  }

  @ParameterizedTest
  @CsvSource({"sold, none, 1, 2031-09-12T18:20", "lost, secret, 101, 2031-09-12T21:20", "lost, secret, 100, 2031-09-13T17:20"})
  void managementIsInformedByTheLevelFromTheReport(String kind, String grade, int customers, String due) {
    report(kind, grade, customers);
    assertDue("inform", due);
    assertDue("contain", "2031-09-12T21:20");
    assertDue("containItAdministrator", "2031-09-12T21:20");
  }

  @Test
  void customersAreToldWithinThreeDaysFromTheReportAndTheInquiryTakesFiveWorkingDays() {
    report("lost", "secret", 1);
    at("2031-09-12T17:40");
    leak.inform(number, "yes");
    at("2031-09-12T17:50");
    leak.contain(number);
    assertDue("tell", "2031-09-15T17:20");
    assertDue("investigate", "2031-09-19T17:50");
    assertDue("investigateLegalCounsel", "2031-09-19T17:50");
  }

  @Test
  void decisionTakesThreeWorkingDaysAndWhatIsToldAfterwardsIsLateAlready() {
    report("lost", "secret", 1);
    leak.inform(number, "no");
    leak.contain(number);
    at("2031-09-17T10:00");
    leak.investigate(number, LeakTrial.finding("Cause 原因", "Nobody 無", "0.00", 1));
    leak.investigateLegally(number, "None 無");
    assertDue("decide", "2031-09-22T10:00");
    leak.decide(number, LeakTrial.decision("None 無", 0, "yes"));
    assertDue("tellAfterDecision", "2031-09-15T17:20");
    leak.tell(number, "userTask_tellAfterDecision");
    // Twenty working days; 1 to 3 October are statutory holidays.
    assertDue("carryOut", "2031-10-20T10:00");
  }

  private void report(String kind, String grade, int customers) {
    number = leak.started();
    at("2031-09-12T17:20");
    new Persons(engine).submit(FINDER, number, "userTask_report", "incident", leak.report(kind, grade, customers, NO_DATA));
  }

  private void assertDue(String step, String expected) {
    Date due = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_" + step).singleResult().getDueDate();
    assertThat(due.toInstant().atZone(clock.getZone()).toLocalDateTime().toString()).as("due date of " + step).isEqualTo(expected);
  }

  private static void at(String local) {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }
}
