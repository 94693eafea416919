package dev.kefu.aftersales.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.aftersales.Shifts;
import dev.kefu.aftersales.Shifts.Duty;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class ServiceRosterProcessTest {

  private static final String PLANNER = "customer-service-supervisor";
  private static final String APPROVER = "after-sales-supervisor";
  private static final String ANNA = "after-sales-specialist";
  private static final String BEN = "after-sales-specialist-2";
  private static final String TECHNICIAN = "repair-technician";
  private static final String MONTH = "2032-05";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private ManagementService managementService;
  @Autowired private RosterRepository register;
  @Autowired private Shifts shifts;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private Persons persons;
  private String instance;
  private String number;

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("service-roster", "service-roster-swap", "service-roster-absence", "service-roster-schedule");
  }

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
  }

  /** The rosters of one test must not stand in the way of the next one's. */
  @AfterEach
  void takeAway() {
    runtimeService.createProcessInstanceQuery().processDefinitionKey("service-roster").list().forEach(left -> runtimeService.deleteProcessInstance(left.getId(), "test over"));
    jdbc.sql("delete from aftersales_shifts").update();
    jdbc.sql("update aftersales_rosters set status = 'CANCELLED'").update();
    jdbc.sql("delete from notification_messages where template = 'roster-published'").update();
  }

  @Test
  void rosterIsPlannedApprovedPublishedAndEndsWithItsMonth() {
    start("afterSales", MONTH);
    assertThat(groups("userTask_plan")).containsExactly(PLANNER);
    assertThat((String) variable("userTask_plan", "forecastFacts")).startsWith("Forecast 預測: ");
    plan(week());
    assertThat(groups("userTask_decide")).containsExactly(APPROVER);
    approve("approve");

    Roster roster = roster();
    assertThat(roster.getStatus()).isEqualTo(Roster.Status.IN_FORCE);
    assertThat(roster.getStaffedHours()).isEqualByComparingTo("88");
    assertThat(shifts.on(day(3))).extracting(Duty::person).containsExactlyInAnyOrder(ANNA, BEN, TECHNICIAN);
    assertThat(shifts.of(ANNA, day(1), day(31))).hasSize(5).extracting(Duty::rosterNumber).containsOnly(number);
    assertThat(told(ANNA)).isEqualTo(1);
    assertThat(told(TECHNICIAN)).isEqualTo(1);
    Job end = managementService.createJobQuery().processInstanceId(instance).timers().activityId("event_monthEnds").singleResult();
    assertThat(LocalDateTime.ofInstant(end.getDuedate().toInstant(), clock.getZone())).isEqualTo("2032-06-01T00:00");
    managementService.executeJob(end.getId());

    assertThat(roster().getStatus()).isEqualTo(Roster.Status.PUBLISHED);
    assertEnded("endEvent_published");
  }

  @Test
  void monthThatHasARosterGetsNoSecond() {
    start("afterSales", MONTH);
    start("afterSales", MONTH);
    assertEnded("endEvent_alreadyMade");
    assertThat(register.findByProcessInstanceId(instance)).isEmpty();
  }

  @Test
  void tooLittleRestAndTooManyShiftsAreRefusedWithNamesAndDatesAndNothingIsKept() {
    start("afterSales", MONTH);
    List<Map<String, Object>> rows = new ArrayList<>(List.of(row(3, 3, "late", ANNA), row(4, 4, "early", ANNA), row(10, 16, "early", BEN)));
    assertThatThrownBy(() -> plan(rows)).hasMessageContaining(ANNA).hasMessageContaining("2032-05-03 late 晚班 → 2032-05-04 early 早班, 10.0 h of rest 休息 10.0 小時")
        .hasMessageContaining("7 shifts from 2032-05-10 to 2032-05-16 七日內 7 班").hasMessageContaining(BEN);
    assertThat(roster().getStatus()).isEqualTo(Roster.Status.PLANNING);

    Map<String, Object> onLeave = Map.of("rows", week(), "leaves", List.of(Map.of("person", BEN, "firstDay", "2032-05-05", "lastDay", "2032-05-06")));
    assertThatThrownBy(() -> persons.submit(PLANNER, number, "userTask_plan", "roster", onLeave)).hasMessageContaining("2032-05-05 late 晚班, on leave 休假中");
    assertThatThrownBy(() -> plan(List.of(Map.of("day", "2032-06-01", "shift", "early", "person", ANNA, "area", "hotline")))).hasMessageContaining("2032-06-01 is not in 2032-05");
    assertThatThrownBy(() -> plan(List.of(row(5, 4, "early", ANNA)))).hasMessageContaining("2032-05-04 is before 2032-05-05");
  }

  @Test
  void shiftsOfTheMonthBeforeCountForRest() {
    jdbc.sql("insert into aftersales_shifts (roster_number, duty_on, shift_kind, person, area, since_version) values ('RST-2032-900000', '2032-04-30', 'late', ?, 'hotline', 1)").param(ANNA).update();
    start("afterSales", MONTH);
    assertThatThrownBy(() -> plan(List.of(row(1, 1, "early", ANNA)))).hasMessageContaining("2032-04-30 late 晚班 → 2032-05-01 early 早班");
  }

  @Test
  void forecastComesFromTheLastThreeMonthsAndShortCoverageWarnsTheApprover() {
    jdbc.sql("insert into relationship_callbacks (case_number, process_instance_id, reason, role, customer_code, status, opened_at, version) values ('CBK-T', ?, 'cycle', 'x', 'C000001', 'OPEN', ?, 0)")
        .params("test-" + System.nanoTime(), LocalDateTime.now(clock).minusDays(3).withHour(9).withMinute(40).withSecond(0).withNano(0)).update();
    try {
      start("callCentre", MONTH);
      jdbc.sql("update aftersales_rosters set forecast_hours = 1000 where process_instance_id = ?").param(instance).update();
      assertThat(groups("userTask_plan")).containsExactly("call-center-team-leader");
      assertThat((String) variable("userTask_plan", "forecastFacts")).contains("call-backs 回訪: ").contains("09:30 (");
      persons.submit("call-center-team-leader", number, "userTask_plan", "roster", Map.of("rows", List.of(row(3, 7, "early", "call-center-agent"))));
      assertThat((String) variable("userTask_decide", "facts")).contains("coverage 覆蓋率: 4.0 %").contains("Coverage 覆蓋率 4.0 % < 95 %");
      assertThat(groups("userTask_decide")).containsExactly("call-center-supervisor");
    } finally {
      jdbc.sql("delete from relationship_callbacks where case_number = 'CBK-T'").update();
    }
  }

  @Test
  void returnedRosterIsMadeAgainAndARejectedOneEnds() {
    start("afterSales", MONTH);
    plan(week());
    assertThat(http.withBasicAuth("customer-service-manager", password).exchange("/api/cases/" + number + "/corrections", HttpMethod.POST, new HttpEntity<>(Map.of("root", "roster",
        "reason", "Mistyped 筆誤", "data", Map.of("rows", week()))), String.class).getBody()).contains("have it returned");
    approve("return");
    assertThat((String) variable("userTask_plan", "returnNote")).contains("Not enough at noon 午間不足");
    plan(week());
    approve("reject");
    assertThat(roster().getStatus()).isEqualTo(Roster.Status.REJECTED);
    assertThat(shifts.on(day(3))).isEmpty();
    assertEnded("endEvent_rejected");
  }

  @Test
  void plannerWithdrawsUntilItIsApprovedAndPlansByHand() {
    ProcessInstance started = persons.start(PLANNER, "service-roster");
    instance = started.getId();
    number = started.getBusinessKey();
    assertThat(task("userTask_plan").getAssignee()).isEqualTo(PLANNER);
    assertThat(roster().getSection()).isEqualTo("afterSales");
    assertThat(roster().getRosterMonth()).isGreaterThanOrEqualTo(YearMonth.now(clock).toString());
    assertThat(tell(ANNA, "withdraw", Map.of("reason", "Not mine 非本人")).getStatusCode()).isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
    assertThat(tell(PLANNER, "withdraw", Map.of("reason", "Wrong month 月份有誤")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(roster().getStatus()).isEqualTo(Roster.Status.WITHDRAWN);
    assertEnded("endEvent_withdrawn");
  }

  @Test
  void agreedAndApprovedSwapMakesTheNextVersionAndTheFirstOneIsKept() {
    inForce();
    // Ben's late shift of the 5th leaves ten hours.
    assertThat(tell(ANNA, "shift-swap", slip(ANNA, "2032-05-06T08:00+08:00", BEN, "2032-05-06T11:00+08:00")).getBody()).contains(BEN)
        .contains("2032-05-05 late 晚班 → 2032-05-06 early 早班, 10.0 h of rest");
    assertThat(changes()).isEmpty();

    assertThat(tell(ANNA, "shift-swap", slip(ANNA, "2032-05-07T08:00+08:00", BEN, "2032-05-07T11:00+08:00")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(task("userTask_swap").getAssignee()).isEqualTo(BEN);
    persons.submit(BEN, number, "userTask_swap", "agreement", Map.of("partnerAgrees", "yes"));
    assertThat(groups("userTask_swapOk")).containsExactly(APPROVER);
    decide("refuse");
    assertThat(roster().getCurrentVersion()).isEqualTo(1);

    assertThat(tell(ANNA, "shift-swap", slip(ANNA, "2032-05-07T08:00+08:00", BEN, "2032-05-07T11:00+08:00")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    persons.submit(BEN, number, "userTask_swap", "agreement", Map.of("partnerAgrees", "yes"));
    decide("approve");

    assertThat(roster().getCurrentVersion()).isEqualTo(2);
    assertThat(jdbc.sql("select reason from aftersales_roster_versions where roster_id = ? order by position").param(roster().getId()).query(String.class).list()).containsExactly("Published 公布", "Swap 換班: School meeting 家長會");
    assertThat(shifts.of(ANNA, day(7), day(7))).extracting(Duty::kind).containsExactly("middle");
    assertThat(shifts.of(BEN, day(7), day(7))).extracting(Duty::kind).containsExactly("early");
    assertThat(jdbc.sql("select person from aftersales_shifts where roster_number = ? and duty_on = '2032-05-07' and shift_kind = 'early' order by since_version").param(number).query(String.class).list())
        .containsExactly(ANNA, BEN);
    assertThat(told(ANNA)).isEqualTo(2);
    assertThat(told(TECHNICIAN)).isEqualTo(1);
  }

  @Test
  void swapThatThePartnerDeclinesOrThatIsAskedWronglyChangesNothing() {
    inForce();
    assertThat(tell(ANNA, "shift-swap", slip(ANNA, "2032-05-07T09:00+08:00", BEN, "2032-05-07T11:00+08:00")).getBody()).contains("has no shift that begins at 2032-05-07 09:00");
    assertThat(tell(ANNA, "shift-swap", slip(ANNA, "2032-05-07T08:00+08:00", TECHNICIAN, "2032-05-03T08:00+08:00")).getBody()).contains("same skills");
    assertThat(tell(ANNA, "shift-swap", slip(ANNA, "2032-05-07T08:00+08:00", BEN, "2032-05-07T11:00+08:00")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    persons.submit(BEN, number, "userTask_swap", "agreement", Map.of("partnerAgrees", "no"));

    assertThat(changes()).containsExactly("SWAP DECLINED");
    assertThat(roster().getCurrentVersion()).isEqualTo(1);
  }

  @Test
  void gapOfAnAbsenceIsFilledWithinTheHourOrStaysAndIsCountedBesideAnOpenSwap() {
    inForce();
    tell(ANNA, "shift-swap", slip(ANNA, "2032-05-07T08:00+08:00", BEN, "2032-05-07T11:00+08:00"));
    assertThat(tell(APPROVER, "absence", absence(BEN, "2032-05-10", "2032-05-10")).getBody()).contains("has no shift from 2032-05-10 to 2032-05-10");
    assertThat(tell(APPROVER, "absence", absence(TECHNICIAN, "2032-05-03", "2032-05-03")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(task("userTask_swap")).isNotNull();
    assertThat(groups("userTask_fill")).containsExactly(APPROVER);
    assertThat((String) variable("userTask_fill", "absenceFacts")).contains("2032-05-03 early 早班, workshop");
    assertThatThrownBy(() -> fill("2032-05-03/early", TECHNICIAN)).hasMessageContaining("not the absent one");
    assertThatThrownBy(() -> fill("2032-05-03/early", BEN)).hasMessageContaining("0.0 h of rest");
    fill("2032-05-03/early", "technical-support-engineer");
    assertThat(shifts.on(day(3))).extracting(Duty::person).containsExactlyInAnyOrder(ANNA, BEN, "technical-support-engineer");

    assertThat(tell(ANNA, "absence", absence(BEN, "2032-05-03", "2032-05-03")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    fill("2032-05-03/middle", "nobody");
    assertThat(shifts.on(day(3))).extracting(Duty::person).doesNotContain(BEN);
    assertThat(roster().getCurrentVersion()).isEqualTo(3);
    assertThat(roster().getStaffedHours()).isEqualByComparingTo("80");
    assertThat(changes()).containsExactlyInAnyOrder("SWAP ASKED", "ABSENCE PUBLISHED", "ABSENCE PUBLISHED");
    assertThat(jdbc.sql("select sum(uncovered) from aftersales_swaps where roster_id = ?").param(roster().getId()).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void swapIsAskedADayBeforeTheShift() {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse("2032-05-06T10:00").atZone(clock.getZone()).toInstant()));
    try {
      inForce();
      assertThat(tell(ANNA, "shift-swap", slip(ANNA, "2032-05-07T08:00+08:00", BEN, "2032-05-07T11:00+08:00")).getBody()).contains("at the latest 24 hours before it begins");
    } finally {
      ClockUtil.reset();
    }
  }

  @Test
  void deadlinesAreThoseOfTheCatalogue() {
    ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse("2032-04-26T10:00").atZone(clock.getZone()).toInstant()));
    try {
      start("afterSales", MONTH);
      assertThat(due("userTask_plan")).isEqualTo("2032-04-28T10:00");
      plan(week());
      assertThat(due("userTask_decide")).isNotNull();
      approve("approve");
      tell(ANNA, "shift-swap", slip(ANNA, "2032-05-07T08:00+08:00", BEN, "2032-05-07T11:00+08:00"));
      assertThat(due("userTask_swap")).isEqualTo("2032-05-06T08:00");
      persons.submit(BEN, number, "userTask_swap", "agreement", Map.of("partnerAgrees", "yes"));
      assertThat(due("userTask_swapOk")).isEqualTo("2032-04-26T14:00");
      tell(ANNA, "absence", absence(TECHNICIAN, "2032-05-03", "2032-05-03"));
      assertThat(due("userTask_fill")).isEqualTo("2032-04-26T11:00");
    } finally {
      ClockUtil.reset();
      jdbc.sql("delete from notification_messages where created_at > '2032-01-01 00:00:00'").update();
    }
  }

  @Test
  void scheduleStartsEachSectionsRosterOfTheNextMonthOnce() {
    Job timer = managementService.createJobQuery().processDefinitionKey("service-roster-schedule").timers().singleResult();
    assertThat(LocalDateTime.ofInstant(timer.getDuedate().toInstant(), clock.getZone()).getDayOfMonth()).isEqualTo(25);
    managementService.executeJob(timer.getId());
    String next = YearMonth.now(clock).plusMonths(1).toString();
    assertThat(standing(next)).containsExactlyInAnyOrder("afterSales", "callCentre");
    runtimeService.startProcessInstanceByKey("service-roster-schedule");
    assertThat(standing(next)).containsExactlyInAnyOrder("afterSales", "callCentre");
  }

  private List<String> standing(String month) {
    return jdbc.sql("select section from aftersales_rosters where roster_month = ? and status = 'PLANNING'").param(month).query(String.class).list();
  }

  private void start(String section, String month) {
    ProcessInstance started = runtimeService.startProcessInstanceByKey("service-roster", Map.of("section", section, "month", month));
    instance = started.getId();
    number = started.getBusinessKey();
  }

  private void inForce() {
    start("afterSales", MONTH);
    plan(week());
    approve("approve");
  }

  /** Anna early from 3 to 7 May, Ben at noon but late on the 5th, the technician early on the 3rd. */
  private List<Map<String, Object>> week() {
    return List.of(row(3, 7, "early", ANNA), row(3, 4, "middle", BEN), row(5, 5, "late", BEN), row(6, 7, "middle", BEN), Map.of("day", "2032-05-03", "shift", "early", "person", TECHNICIAN, "area", "workshop"));
  }

  private static Map<String, Object> row(int first, int last, String shift, String person) {
    Map<String, Object> row = new HashMap<>(Map.of("day", day(first).toString(), "shift", shift, "person", person, "area", "hotline"));
    if (last != first) {
      row.put("lastDay", day(last).toString());
    }
    return row;
  }

  private static LocalDate day(int ofMonth) {
    return YearMonth.parse(MONTH).atDay(ofMonth);
  }

  private void plan(List<Map<String, Object>> rows) {
    persons.submit(PLANNER, number, "userTask_plan", "roster", Map.of("rows", rows));
  }

  private void approve(String decision) {
    persons.submit(APPROVER, number, "userTask_decide", "approval", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Not enough at noon 午間不足"));
  }

  private Map<String, Object> slip(String applicant, String own, String partner, String other) {
    return Map.of("applicant", applicant, "ownShift", own, "partner", partner, "otherShift", other, "reason", "School meeting 家長會");
  }

  private Map<String, Object> absence(String person, String first, String last) {
    return Map.of("person", person, "firstDay", first, "lastDay", last, "reason", "Ill 生病了在家");
  }

  private void decide(String decision) {
    persons.submit(APPROVER, number, "userTask_swapOk", "decision", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Too little rest 休息不足"));
  }

  private void fill(String shift, String person) {
    persons.submit(APPROVER, number, "userTask_fill", "filling", Map.of("rows", List.of(Map.of("shift", shift, "person", person))));
  }

  private ResponseEntity<String> tell(String user, String message, Map<String, ?> data) {
    return http.withBasicAuth(user, password).exchange("/api/cases/" + number + "/events/" + message, HttpMethod.POST, new HttpEntity<>(data), String.class);
  }

  private long told(String person) {
    return jdbc.sql("select count(*) from notification_messages where case_number = ? and template = 'roster-published' and recipient_id = ?").params(number, person).query(Long.class).single();
  }

  private List<String> changes() {
    return jdbc.sql("select concat(kind, ' ', status) from aftersales_swaps where roster_id = ?").param(roster().getId()).query(String.class).list();
  }

  private Roster roster() {
    return register.findByProcessInstanceId(instance).orElseThrow();
  }

  private Task task(String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private Object variable(String step, String name) {
    return taskService.getVariable(task(step).getId(), name);
  }

  private String due(String step) {
    return LocalDateTime.ofInstant(task(step).getDueDate().toInstant(), clock.getZone()).toString();
  }

  private List<String> groups(String step) {
    return taskService.getIdentityLinksForTask(task(step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String endEvent) {
    assertThat(runtimeService.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(endEvent).count()).isEqualTo(1);
  }
}
