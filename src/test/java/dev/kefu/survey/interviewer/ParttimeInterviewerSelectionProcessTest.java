package dev.kefu.survey.interviewer;

import static dev.kefu.survey.interviewer.InterviewerTrial.SPECIALIST;
import static dev.kefu.survey.interviewer.InterviewerTrial.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class ParttimeInterviewerSelectionProcessTest {

  private static final String MANAGER = "customer-service-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private RecruitmentRepository register;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private Persons persons;
  private InterviewerTrial trial;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    trial = new InterviewerTrial(engine, clock);
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("parttime-interviewer-selection", "parttime-interviewer-selection-settlement");
  }

  @Test
  void interviewersAreSelectedTrainedEngagedAndPaidForValidAnswers() {
    String number = trial.start();
    assertThat(groups(task(number, "userTask_request"))).containsExactly(SPECIALIST);
    assertThat(taskService.getVariable(task(number, "userTask_request").getId(), "need").toString()).contains("2");
    trial.request(number);
    assertThat(groups(task(number, "userTask_decide"))).containsExactly(SUPERVISOR);
    trial.decide(SUPERVISOR, number, "approve");
    trial.interview(number, List.of(trial.applicant("Lin 林", 90), trial.applicant("Wu 吳", 80), trial.applicant("Ma 馬", 40)));
    assertThat((String) taskService.getVariable(task(number, "userTask_interview").getId(), "applicantFacts")).contains("Lin 林", "**90**", "College 大專");
    assertThatThrownBy(() -> trial.pick(number, List.of("Lin 林", "Wu 吳", "Ma 馬"))).hasMessageContaining("不得超過需要人數");
    trial.pick(number, List.of("Lin 林", "Wu 吳"));
    trial.train(number, 80, 95);
    trial.engage(number, List.of(trial.signed("Lin 林", true, 100), trial.signed("Wu 吳", true, 120)), "Lin 林 11010119900101123X\nWu 吳 110101199001011248");
    assertEnded(number, "endEvent_engaged");
    assertThat(variable(number, "interviewersEngaged")).isEqualTo(2);

    String settlement = trial.settlementOf(number);
    assertThat(settlement).matches("INS-\\d{4}-\\d{6}");
    runtimeService.createMessageCorrelation("survey.fieldWorkEnded").processInstanceVariableEquals("surveyNo", number)
        .setVariables(persons.form("fieldWork", Map.of("rows", List.of(Map.of("name", "Lin 林", "valid", 90, "invalid", 10))))).correlate();
    assertThat(taskService.getVariable(task(settlement, "userTask_assess").getId(), "assessment").toString()).contains("1350.00");
    assertThatThrownBy(() -> trial.assess(settlement, List.of(trial.work("Lin 林", 90, 10, "1350.00")))).hasMessageContaining("不得遺漏");
    assertThatThrownBy(() -> trial.assess(settlement, List.of(trial.work("Lin 林", 90, 10, "1350.01"), trial.work("Wu 吳", 0, 0, "0.00")))).hasMessageContaining("應為 1350.00 元");
    trial.assess(settlement, List.of(trial.work("Lin 林", 90, 10, "1350.00"), trial.work("Wu 吳", 0, 0, "0.00")));

    assertEnded(settlement, "endEvent_settled");
    Recruitment recruitment = recruitment(number);
    assertThat(recruitment.getStatus()).isEqualTo(Recruitment.Status.SETTLED);
    assertThat(recruitment.getInterviewers()).extracting(Interviewer::getName).containsExactly("Lin 林", "Wu 吳", "Ma 馬");
    assertThat(pdf(number)).startsWith("%PDF");
    assertThat(pdf(settlement)).startsWith("%PDF");
    JsonNode report = http.withBasicAuth(SUPERVISOR, password).getForObject("/api/reports/interviewer-performance-report?period={month}&grouping=survey", JsonNode.class, YearMonth.now(clock).toString());
    JsonNode line = StreamSupport.stream(report.path("lines").spliterator(), false).filter(one -> number.equals(one.path("label").asText())).findFirst().orElseThrow();
    assertThat(line.path("values").path("valid").asInt()).isEqualTo(90);
    assertThat(line.path("values").path("invalidShare").asDouble()).isEqualTo(10);
    assertThat(line.path("values").path("pay").asDouble()).isEqualTo(1350);
  }

  @Test
  void batchWithMoreThanTenPerCentInvalidIsUnpaidAndRedoneOnce() {
    String settlement = trial.engaged();
    report(settlement, List.of(answers("Lin 林", 89, 11), answers("Wu 吳", 100, 0)));
    assertThatThrownBy(() -> trial.assess(settlement, List.of(trial.work("Lin 林", 89, 11, "1335.00"), trial.work("Wu 吳", 100, 0, "1500.00")))).hasMessageContaining("應為 0.00 元");
    trial.assess(settlement, List.of(trial.work("Lin 林", 89, 11, "0.00"), trial.work("Wu 吳", 100, 0, "1500.00")));
    report(settlement, List.of(answers("Lin 林", 95, 5)));
    assertThat(taskService.getVariable(task(settlement, "userTask_assess").getId(), "assessment").toString()).contains("1425.00").doesNotContain("Wu");
    trial.assess(settlement, List.of(trial.work("Lin 林", 95, 5, "1425.00")));
    assertEnded(settlement, "endEvent_settled");
    assertThat(register.ofCase(settlement).orElseThrow().engaged()).satisfiesExactly(lin -> {
      assertThat(lin.isRedone()).isTrue();
      assertThat(lin.getPay()).isEqualByComparingTo("1425.00");
    }, wu -> assertThat(wu.isRedone()).isFalse());
  }

  @Test
  void batchThatIsBadAgainStaysUnpaid() {
    String settlement = trial.engaged();
    for (int round = 0; round < 2; round++) {
      List<Map<String, Object>> rows = round == 0 ? List.of(trial.work("Lin 林", 10, 10, "0.00"), trial.work("Wu 吳", 100, 0, "1500.00")) : List.of(trial.work("Lin 林", 10, 10, "0.00"));
      report(settlement, List.of(answers("Lin 林", 10, 10)));
      trial.assess(settlement, rows);
    }
    assertEnded(settlement, "endEvent_settled");
  }

  @Test
  void idNumbersAreReadByTheSupervisorAloneAndEveryReadingIsWrittenDown() {
    String number = trial.picked();
    trial.train(number, 80, 95);
    assertThatThrownBy(() -> trial.engage(number, List.of(trial.signed("Lin 林", true, 100), trial.signed("Wu 吳", true, 100)), "Lin 林 11010119900101123X")).hasMessageContaining("Wu 吳").hasMessageContaining("缺少姓名及證件號");
    trial.engage(number, List.of(trial.signed("Lin 林", true, 100), trial.signed("Wu 吳", true, 100)), "Lin 林 11010119900101123X\nWu 吳 110101199001011248");
    String instance = instance(number);
    assertThat(historyService.createHistoricVariableInstanceQuery().processInstanceId(instance).list()).noneSatisfy(variable -> assertThat(String.valueOf(variable.getValue())).contains("11010119900101123X"));
    assertThat(jdbc.sql("select content from information_classified_values where process_instance_id = ? and field_path = 'engaging.idNo'").param(instance).query(String.class).single()).contains("11010119900101123X");
    long before = readings(number);
    assertThat(pdfStatus(SUPERVISOR, number)).isEqualTo(200);
    assertThat(readings(number)).isGreaterThan(before);
  }

  @Test
  void needIsReturnedAndRejected() {
    String number = trial.start();
    trial.request(number);
    trial.decide(SUPERVISOR, number, "return");
    assertThat((String) taskService.getVariable(task(number, "userTask_request").getId(), "returnNote")).contains("太多");
    trial.request(number);
    trial.decide(SUPERVISOR, number, "reject");
    assertEnded(number, "endEvent_rejected");
    assertThat(recruitment(number).getStatus()).isEqualTo(Recruitment.Status.REJECTED);
    assertThat(variable(number, "interviewersEngaged")).isEqualTo(0);
  }

  @Test
  void nobodyIsEngagedWhenNobodyIsPicked() {
    String number = trial.interviewed();
    trial.pick(number, List.of());
    assertEnded(number, "endEvent_nobodyPicked");
    assertThat(recruitment(number).getStatus()).isEqualTo(Recruitment.Status.NOT_ENGAGED);
  }

  @Test
  void markOfSeventyNineDoesNotPass() {
    String number = trial.picked();
    trial.train(number, 79, 0);
    assertEnded(number, "endEvent_nobodyPassed");
    assertThat(variable(number, "interviewersEngaged")).isEqualTo(0);
  }

  @Test
  void whoDoesNotSignIsNotEngaged() {
    String number = trial.picked();
    trial.train(number, 80, 79);
    trial.engage(number, List.of(trial.signed("Lin 林", false, 0)), "");
    assertEnded(number, "endEvent_notEngaged");
    assertThat(recruitment(number).getStatus()).isEqualTo(Recruitment.Status.NOT_ENGAGED);
  }

  @Test
  void needIsWithdrawnUntilItIsApproved() {
    String number = trial.start();
    assertThat(tell(SPECIALIST, number, "withdraw", Map.of("reason", "Own staff 自有人員"))).isEqualTo(204);
    String other = trial.start();
    trial.request(other);
    assertThat(tell(SUPERVISOR, other, "withdraw", Map.of("reason", "Own staff 自有人員"))).isEqualTo(204);
    assertThat(recruitment(other).getStatus()).isEqualTo(Recruitment.Status.WITHDRAWN);
    assertThat(tell(SUPERVISOR, trial.interviewed(), "withdraw", Map.of("reason", "Own staff 自有人員"))).isEqualTo(409);
  }

  @Test
  void whatTheFormsCannotCheckIsRefusedInWords() {
    String number = trial.start();
    trial.request(number);
    trial.decide(SUPERVISOR, number, "approve");
    assertThatThrownBy(() -> trial.interview(number, List.of(trial.applicant("Lin 林", 90), trial.applicant("Lin 林", 80)))).hasMessageContaining("同名者請加以區分");
    trial.interview(number, List.of(trial.applicant("Lin 林", 90), trial.applicant("Wu 吳", 80)));
    trial.pick(number, List.of("Lin 林", "Wu 吳"));
    assertThatThrownBy(() -> persons.submit(SPECIALIST, number, "userTask_train", "training", Map.of("trainedOn", LocalDate.now(clock).plusDays(1).toString(), "rows",
        List.of(Map.of("name", "Lin 林", "testMark", 90), Map.of("name", "Wu 吳", "testMark", 90))))).hasMessageContaining("不得晚於今天");
    trial.train(number, 90, 90);
    assertThatThrownBy(() -> trial.engage(number, List.of(trial.signed("Lin 林", true, 0), trial.signed("Wu 吳", true, 5)), "")).hasMessageContaining("須大於零");
  }

  @Test
  void nobodyApprovesTheOwnNeed() {
    String number = trial.start();
    trial.request(number);
    engine.getIdentityService().createMembership(SPECIALIST, SUPERVISOR);
    try {
      assertThatThrownBy(() -> trial.decide(SPECIALIST, number, "approve")).isInstanceOf(RuntimeException.class);
      assertThat(task(number, "userTask_decide")).isNotNull();
    } finally {
      engine.getIdentityService().deleteMembership(SPECIALIST, SUPERVISOR);
    }
  }

  private static Map<String, Object> answers(String name, int valid, int invalid) {
    return Map.of("name", name, "valid", valid, "invalid", invalid);
  }

  private void report(String settlement, List<Map<String, Object>> rows) {
    assertThat(tell(SPECIALIST, settlement, "survey.fieldWorkEnded", Map.of("rows", rows))).isEqualTo(204);
  }

  private int tell(String person, String number, String message, Map<String, ?> data) {
    return http.withBasicAuth(person, password).postForEntity("/api/cases/{number}/events/{message}", data, String.class, number, message).getStatusCode().value();
  }

  private String pdf(String number) {
    return new String(http.withBasicAuth(MANAGER, password).getForEntity("/api/cases/{number}/documents/interviewer-form.pdf", byte[].class, number).getBody(), 0, 5, StandardCharsets.ISO_8859_1);
  }

  private int pdfStatus(String person, String number) {
    return http.withBasicAuth(person, password).getForEntity("/api/cases/{number}/documents/interviewer-form.pdf", byte[].class, number).getStatusCode().value();
  }

  private long readings(String number) {
    return jdbc.sql("select count(*) from audit_entries where kind = 'CLASSIFIED_READ' and subject_id = 'engaging.idNo' and case_number = ?").param(number).query(Long.class).single();
  }

  private String instance(String number) {
    return historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("parttime-interviewer-selection").singleResult().getId();
  }

  /** What the caller takes back. */
  private Object variable(String number, String name) {
    return historyService.createHistoricVariableInstanceQuery().processInstanceId(instance(number)).variableName(name).singleResult().getValue();
  }

  private Recruitment recruitment(String number) {
    return register.ofCase(number).orElseThrow();
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private List<String> groups(Task task) {
    return taskService.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String endEvent) {
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(historyService.createHistoricActivityInstanceQuery().activityId(endEvent).list().stream()
        .map(activity -> historyService.createHistoricProcessInstanceQuery().processInstanceId(activity.getProcessInstanceId()).singleResult().getBusinessKey())).contains(number);
  }
}
