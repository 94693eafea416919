package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.kefu.Persons;
import dev.kefu.aftersales.repair.RepairTrial;
import dev.kefu.survey.agency.CommissionTrial;
import dev.kefu.survey.interviewer.InterviewerTrial;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people tell a case outside of its tasks, each thing once, as the person whose business it is. */
@BrowserTest
class CaseEventsE2E {

  private static final String AGENT = "call-center-agent";
  private static final String SPECIALIST = "relationship-specialist";
  private static final String SUPERVISOR = "relationship-supervisor";
  private static final String CLAIMANT = "survey-specialist-2";
  private static final String TEAM_LEADER = "call-center-team-leader";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  private Persons persons;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
  }

  @Test
  void customerPhonesTheAgentWhoHasNoTaskAndTheCaseIsSolved(Browser browser) {
    String number = answered();

    try (TasklistPage agent = TasklistPage.of(browser, port, AGENT, password)) {
      Page page = agent.page();
      cases(page);
      Locator mine = page.locator(".kefu-case-list li").filter(new Locator.FilterOptions().setHasText(number));
      assertThat(mine).containsText("Blue Lake Foods");
      assertThat(mine).containsText("Ask customer 詢問客戶");
      agent.shot("cases");
      mine.getByRole(AriaRole.BUTTON).click();
      agent.shot("case-actions");
      action(page, "Replied 客戶已確認").click();
      assertThat(paper(page)).containsText(number);
      assertThat(paper(page)).containsText("See page 12");
      send(page);
      assertThat(problem(page)).containsText("marked in red");
      agent.shot("event-wrong");
      paper(page).getByText("Solved 已解決", new Locator.GetByTextOptions().setExact(true)).click();
      agent.shot("event-filled");
      sent(page, number + ": Replied 客戶已確認");
    }
    assertThat(statusOf(number)).isEqualTo("SOLVED");
  }

  @Test
  void eventIsSentFromTheTasksOwnTabAndTheTaskIsGone(Browser browser) {
    String number = answered();
    String taskId = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();

    try (TasklistPage specialist = TasklistPage.of(browser, port, SPECIALIST, password).openTask(taskId).tab("Case actions 案件操作")) {
      Locator deadlines = specialist.page().locator(".kefu-deadlines tr");
      assertThat(deadlines.filter(new Locator.FilterOptions().setHasText("Whole case 整個案件"))).containsText("Paused: waits for others 等待外部");
      assertThat(deadlines.filter(new Locator.FilterOptions().setHasText("Answer 解答"))).containsText("Done 已完成");
      specialist.shot("case-actions-tab");
      action(specialist.page(), "Replied 客戶已確認").click();
      paper(specialist.page()).getByText("Solved 已解決", new Locator.GetByTextOptions().setExact(true)).click();
      sent(specialist.page(), number);
      assertThat(specialist.card(number)).hasCount(0);
      assertThat(specialist.page().locator(".fjs-form")).hasCount(0);
      specialist.shot("after-the-event");
    }
    assertThat(statusOf(number)).isEqualTo("SOLVED");
  }

  @Test
  void starterWithdrawsUntilItIsAnsweredAndIsToldWhenItIsTooLate(Browser browser) {
    String early = recorded();
    String late = answered();

    try (TasklistPage agent = TasklistPage.of(browser, port, AGENT, password)) {
      Page page = agent.page();
      cases(page);
      find(page, late);
      assertThat(action(page, "Help withdrawn 撤回")).isDisabled();
      assertThat(page.locator(".kefu-unavailable").first()).containsText("\"Answer 解答\" is done");
      agent.shot("withdraw-too-late");
      find(page, early);
      action(page, "Help withdrawn 撤回").click();
      paper(page).getByText("Customer 客戶", new Locator.GetByTextOptions().setExact(true)).click();
      write(page, "No longer needed 不再需要");
      agent.shot("withdraw");
      sent(page, early);
    }
    assertThat(statusOf(early)).isEqualTo("WITHDRAWN");
  }

  @Test
  void starterCorrectsTheNeedAndTheServersErrorsAreNamed(Browser browser) {
    String number = recorded();

    try (TasklistPage agent = TasklistPage.of(browser, port, AGENT, password)) {
      Page page = agent.page();
      cases(page);
      find(page, number);
      action(page, "Record need 登記").click();
      Locator content = paper(page).locator("textarea").first();
      assertThat(content).hasValue("The machine stops 停機");
      content.fill("The lamp blinks 燈閃");
      send(page);
      assertThat(problem(page)).containsText("Reason 原因");
      page.locator(".kefu-reason textarea").fill("Heard it wrong 聽錯");
      // What the form would not send, as if it had been changed on the way.
      page.route("**/corrections", route -> route.resume(
          new Route.ResumeOptions().setPostData(route.request().postData().replace("\"phone\"", "\"pigeon\""))));
      send(page);
      assertThat(problem(page)).containsText("Channel");
      agent.shot("correction-refused");
      page.unroute("**/corrections");
      sent(page, number);
      agent.shot("correction-done");
    }
    assertThat(engine.getRuntimeService().getVariable(instanceOf(number), "need").toString()).contains("The lamp blinks 燈閃");
    assertThat(jdbc.sql("select corrector from engine_corrections where case_number = ?").param(number).query(String.class).single()).isEqualTo(AGENT);
  }

  @Test
  void supervisorCancelsACaseOpenedByMistakeByTheKeyboard(Browser browser) {
    String number = recorded();

    try (TasklistPage supervisor = TasklistPage.of(browser, port, SUPERVISOR, password)) {
      Page page = supervisor.page();
      page.locator(".kefu-cases-entry").focus();
      page.keyboard().press("Enter");
      page.keyboard().type(number);
      page.keyboard().press("Enter");
      action(page, "Cancel case 取消案件").focus();
      page.keyboard().press("Enter");
      page.keyboard().type("Opened twice 重複立案");
      supervisor.shot("cancel");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.locator(".kefu-notice")).containsText(number + ": Cancel case 取消案件");
      assertThat(page.locator(".kefu-chosen")).containsText(number + " This case has ended");
      page.keyboard().press("Escape");
      assertThat(page.locator(".kefu-dialog")).hasCount(0);
    }
    assertThat(statusOf(number)).isEqualTo("CANCELLED");
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT + "-2", SPECIALIST + "-2"})
  void whoeverOfTheirRoleHearsTheCustomersWordReportsIt(String person, Browser browser) {
    String number = answered();

    try (TasklistPage other = TasklistPage.of(browser, port, person, password)) {
      cases(other.page());
      find(other.page(), number);
      action(other.page(), "Replied 客戶已確認").click();
      paper(other.page()).getByText("Solved 已解決", new Locator.GetByTextOptions().setExact(true)).click();
      sent(other.page(), number);
    }
    assertThat(statusOf(number)).isEqualTo("SOLVED");
  }

  @Test
  void supervisorWithdrawsWhatAnotherStarted(Browser browser) {
    String number = recorded();

    try (TasklistPage supervisor = TasklistPage.of(browser, port, SUPERVISOR, password)) {
      Page page = supervisor.page();
      cases(page);
      find(page, number);
      action(page, "Help withdrawn 撤回").click();
      paper(page).getByText("Customer 客戶", new Locator.GetByTextOptions().setExact(true)).click();
      write(page, "Phoned the supervisor 致電主管");
      sent(page, number);
    }
    assertThat(statusOf(number)).isEqualTo("WITHDRAWN");
  }

  @Test
  void superiorOfWhoeverHandedItInCorrectsIt(Browser browser) {
    String number = recorded();

    try (TasklistPage leader = TasklistPage.of(browser, port, TEAM_LEADER, password)) {
      Page page = leader.page();
      cases(page);
      find(page, number);
      action(page, "Record need 登記").click();
      paper(page).locator("textarea").first().fill("The fuse blows 保險絲燒斷");
      page.locator(".kefu-reason textarea").fill("Heard the recording 已聽錄音");
      sent(page, number);
    }
    assertThat(jdbc.sql("select corrector from engine_corrections where case_number = ?").param(number).query(String.class).single()).isEqualTo(TEAM_LEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {TEAM_LEADER, "customer-service-manager"})
  void superiorOfTheStarterAndTheManagerCancel(String person, Browser browser) {
    String number = recorded();

    try (TasklistPage superior = TasklistPage.of(browser, port, person, password)) {
      cases(superior.page());
      find(superior.page(), number);
      action(superior.page(), "Cancel case 取消案件").click();
      superior.page().locator(".kefu-reason textarea").fill("Opened twice 重複立案");
      sent(superior.page(), number);
    }
    assertThat(statusOf(number)).isEqualTo("CANCELLED");
  }

  @ParameterizedTest
  @ValueSource(strings = {CLAIMANT, "customer-service-manager"})
  void expenseClaimIsWithdrawnByTheClaimantOrTheManager(String person, Browser browser) {
    withdraw(browser, person, persons.start(CLAIMANT, "expense-claim-review").getBusinessKey(), "Claim withdrawn 撤回報銷");
  }

  @ParameterizedTest
  @ValueSource(strings = {SPECIALIST, SUPERVISOR})
  void mealIsWithdrawnByTheSpecialistOrTheSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start(SPECIALIST, "hospitality-dining").getBusinessKey(), "Request withdrawn 撤回申請");
  }

  @Test
  void superiorMaySeeTheClaimAndNotWithdrawIt(Browser browser) {
    String number = persons.start(CLAIMANT, "expense-claim-review").getBusinessKey();

    try (TasklistPage supervisor = TasklistPage.of(browser, port, "survey-supervisor", password)) {
      cases(supervisor.page());
      find(supervisor.page(), number);
      assertThat(action(supervisor.page(), "Cancel case 取消案件")).isVisible();
      assertThat(action(supervisor.page(), "Claim withdrawn 撤回報銷")).hasCount(0);
      assertThat(post(supervisor.page(), "/camunda/api/kefu/cases/" + number + "/events/withdraw", "{\"reason\": \"Not mine 非本人\"}")).isEqualTo(403);
    }
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT, "information-supervisor"})
  void registrationIsWithdrawnByTheReporterOrTheInformationSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start(AGENT, "customer-info-registration").getBusinessKey(), "Report withdrawn 撤回登記");
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT, "information-supervisor"})
  void leakReportIsWithdrawnByTheFinderOrTheInformationSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start(AGENT, "leak-incident").getBusinessKey(), "Report withdrawn 撤回報告");
  }

  /** By whoever asked for it, and by the supervisor when another hears of it. */
  @ParameterizedTest
  @ValueSource(strings = {SPECIALIST, SUPERVISOR})
  void callbackIsWithdrawnByWhoeverAskedForItOrTheSupervisor(String person, Browser browser) {
    String number = persons.start(SPECIALIST, "customer-callback").getBusinessKey();
    persons.submit(SPECIALIST, number, "userTask_request", "request", Map.of("customer", "Blue Lake Foods", "background", "Asked for a call 要求回電"));

    withdraw(browser, person, number, "Call-back withdrawn 撤回");

    assertThat(jdbc.sql("select status from relationship_callbacks where case_number = ?").param(number).query(String.class).single()).isEqualTo("WITHDRAWN");
  }

  /** By whoever registered it, and by the supervisor when the customer calls there. */
  @ParameterizedTest
  @ValueSource(strings = {"after-sales-specialist", "after-sales-supervisor"})
  void serviceRequestIsWithdrawnByTheSpecialistOrTheSupervisor(String person, Browser browser) {
    String number = serviceRequest();

    withdraw(browser, person, number, "Request withdrawn 撤回請求");

    assertThat(jdbc.sql("select status from aftersales_requests where case_number = ?").param(number).query(String.class).single()).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after-sales-specialist", "after-sales-supervisor"})
  void customerConfirmsTheServiceToWhoeverOfTheSectionAnswersThePhone(String person, Browser browser) {
    String number = serviceRequest();
    persons.submit("after-sales-specialist", number, "userTask_answer", "answering", Map.of("phoneGuidance", "Clean the filter 清洗濾網", "solved", "yes"));

    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      cases(desk.page());
      find(desk.page(), number);
      action(desk.page(), "Confirmed 客戶確認").click();
      paper(desk.page()).getByText("Satisfied 滿意", new Locator.GetByTextOptions().setExact(true)).click();
      desk.shot("service-confirmed");
      sent(desk.page(), number);
    }
    assertThat(jdbc.sql("select confirmation from aftersales_requests where case_number = ?").param(number).query(String.class).single()).isEqualTo("satisfied");
  }

  /** By whoever heard it, and by the supervisor when the customer calls there. */
  @ParameterizedTest
  @ValueSource(strings = {AGENT, "complaint-supervisor"})
  void complaintIsWithdrawnByWhoeverHeardItOrTheSupervisor(String person, Browser browser) {
    String number = complaint();

    withdraw(browser, person, number, "Complaint withdrawn 客戶撤訴");

    assertThat(jdbc.sql("select status from complaint_cases where case_number = ?").param(number).query(String.class).single()).isEqualTo("WITHDRAWN");
  }

  /** It starts by the calendar, so no starter withdraws it. */
  @ParameterizedTest
  @CsvSource({"complaint-supervisor, 2034-02", "customer-service-manager, 2034-03"})
  void analysisIsWithdrawnByTheSupervisorOrTheManager(String person, String period, Browser browser) {
    ProcessInstance analysis = engine.getRuntimeService().startProcessInstanceByKey("complaint-analysis", Map.of("analysisOccasion", "month", "period", period));
    engine.getManagementService().createJobQuery().processInstanceId(analysis.getId()).messages().list().forEach(job -> engine.getManagementService().executeJob(job.getId()));

    withdraw(browser, person, analysis.getBusinessKey(), "Analysis withdrawn 撤回分析");
  }

  /** Nobody starts it by hand, so no starter withdraws it. */
  @ParameterizedTest
  @ValueSource(strings = {"complaint-supervisor", "customer-service-manager"})
  void correctiveActionIsWithdrawnByTheSupervisorOrTheManager(String person, Browser browser) {
    String number = engine.getRuntimeService().createMessageCorrelation("complaint.correctionOrdered").setVariable("correctionFacts", "40 % gaskets 墊圈佔原因四成")
        .correlateStartMessage().getBusinessKey();

    withdraw(browser, person, number, "Order withdrawn 撤銷要求");
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer-service-supervisor", "customer-service-supervisor-2"})
  void rosterIsWithdrawnByWhoeverPlans(String person, Browser browser) {
    withdraw(browser, person, persons.start("customer-service-supervisor", "service-roster").getBusinessKey(), "Roster withdrawn 撤回班次");
  }

  @Test
  void swapOfShiftsIsAskedByTheStaffMember(Browser browser) {
    String number = roster("2033-05");

    try (TasklistPage staff = TasklistPage.of(browser, port, "after-sales-specialist", password)) {
      Page page = staff.page();
      cases(page);
      find(page, number);
      action(page, "Swap asked 換班申請").click();
      choose(page, "applicant", "(after-sales-specialist)");
      moment(page, "ownShift", LocalDate.of(2033, 5, 4), "08:00");
      choose(page, "partner", "(after-sales-specialist-2)");
      moment(page, "otherShift", LocalDate.of(2033, 5, 5), "14:00");
      write(page, "School meeting 家長會");
      staff.shot("shift-swap");
      sent(page, number);
    }
    assertThat(jdbc.sql("select partner from aftersales_swaps s join aftersales_rosters r on r.id = s.roster_id where r.case_number = ?").param(number).query(String.class).single())
        .isEqualTo("after-sales-specialist-2");
  }

  @ParameterizedTest
  @CsvSource({"after-sales-specialist, 2033-06", "after-sales-supervisor, 2033-07"})
  void absenceIsReportedByTheAbsentOneOrTheLeader(String person, String month, Browser browser) {
    String number = roster(month);

    try (TasklistPage staff = TasklistPage.of(browser, port, person, password)) {
      Page page = staff.page();
      cases(page);
      find(page, number);
      action(page, "Absence reported 缺勤報告").click();
      choose(page, "person", "(after-sales-specialist)");
      LocalDate absent = LocalDate.parse(month + "-04");
      day(page, "firstDay", absent);
      day(page, "lastDay", absent);
      write(page, "Ill at home 生病在家");
      staff.shot("absence");
      sent(page, number);
    }
    assertThat(jdbc.sql("select person from aftersales_swaps s join aftersales_rosters r on r.id = s.roster_id where r.case_number = ?").param(number).query(String.class).single())
        .isEqualTo("after-sales-specialist");
  }

  /** In force: one early shift on the 4th, a late one of the colleague on the 5th. */
  private String roster(String month) {
    String number = engine.getRuntimeService().startProcessInstanceByKey("service-roster", Map.of("section", "afterSales", "month", month)).getBusinessKey();
    persons.submit("customer-service-supervisor", number, "userTask_plan", "roster", Map.of("rows", List.of(
        Map.of("day", month + "-04", "shift", "early", "person", "after-sales-specialist", "area", "hotline"),
        Map.of("day", month + "-05", "shift", "late", "person", "after-sales-specialist-2", "area", "hotline"))));
    persons.submit("after-sales-supervisor", number, "userTask_decide", "approval", Map.of("decision", "approve"));
    return number;
  }

  private static void choose(Page page, String field, String label) {
    paper(page).locator("[id$='-field_" + field + "-display']").click();
    paper(page).locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(label)).first().click();
  }

  private static void day(Page page, String field, LocalDate date) {
    enter(page, "[id$='-field_" + field + "-date'].flatpickr-input", date.format(Desk.DATE));
  }

  private static void moment(Page page, String field, LocalDate date, String time) {
    day(page, field, date);
    enter(page, "[id$='-field_" + field + "-time']", time);
  }

  /** A form that is still being drawn empties a day that was typed too early. */
  private static void enter(Page page, String field, String text) {
    Locator input = paper(page).locator(field);
    input.focus();
    TasklistPage.formIsDrawn(page);
    input.fill(text);
    input.press("Enter");
    left(page, input);
    assertThat(input).not().hasValue("");
  }

  /** Types as a person: a form that is drawn again, after the field before was left, puts back what it knew of this one. */
  private static void write(Page page, String text) {
    Locator area = paper(page).locator("textarea");
    area.focus();
    TasklistPage.formIsDrawn(page);
    area.fill(text);
    left(page, area);
  }

  private static void left(Page page, Locator field) {
    field.blur();
    TasklistPage.formIsDrawn(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relationship-specialist", "relationship-supervisor"})
  void visitIsWithdrawnByWhoeverPlannedItOrTheSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start("relationship-specialist", "customer-visit").getBusinessKey(), "Visit withdrawn 撤回拜訪");
  }

  @ParameterizedTest
  @ValueSource(strings = {"survey-supervisor", "survey-supervisor-2"})
  void surveyIsWithdrawnByWhoeverStartedItOrAnotherSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start("survey-supervisor", "customer-survey").getBusinessKey(), "Survey withdrawn 撤回調查");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relationship-specialist", "relationship-supervisor"})
  void visitPlanIsWithdrawnByWhoeverMadeItOrTheSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start("relationship-specialist", "customer-visit-program").getBusinessKey(), "Plan withdrawn 撤回計劃");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relationship-specialist", "relationship-supervisor"})
  void customersCancellationOfAVisitIsNotedByWhoeverHearsIt(String person, Browser browser) {
    String number = appointedVisit();
    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      cases(desk.page());
      find(desk.page(), number);
      action(desk.page(), "Cancelled 取消").click();
      write(desk.page(), "Stock-taking 盤點，改日");
      desk.shot("visit-cancelled");
      sent(desk.page(), number);
    }
    assertThat(jdbc.sql("select cancellations from relationship_visits where case_number = ?").param(number).query(Integer.class).single()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sales-manager", "survey-supervisor"})
  void creditSurveyIsWithdrawnByWhoeverAskedForItOrTheSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start("sales-manager", "customer-credit-survey").getBusinessKey(), "Survey withdrawn 撤回調查");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relationship-specialist", "relationship-supervisor"})
  void receptionIsWithdrawnByWhoeverAskedForItOrTheSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start("relationship-specialist", "customer-reception").getBusinessKey(), "Request withdrawn 撤回申請");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relationship-specialist", "customer-service-manager"})
  void customerWhoDoesNotComeIsNotedByWhoeverHearsIt(String person, Browser browser) {
    String number = persons.start("relationship-specialist", "customer-reception").getBusinessKey();
    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      cases(desk.page());
      find(desk.page(), number);
      action(desk.page(), "Customer cancels 客戶取消").click();
      write(desk.page(), "Train cancelled 火車停運");
      desk.shot("reception-cancelled");
      sent(desk.page(), number);
    }
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
  }

  @Test
  void informationSurveyIsWithdrawnByTheSupervisor(Browser browser) {
    withdraw(browser, "survey-supervisor", persons.start("survey-supervisor", "customer-information-survey").getBusinessKey(), "Survey withdrawn 撤回調查");
  }

  @ParameterizedTest
  @ValueSource(strings = {"requesting-department", "survey-supervisor"})
  void surveyPlanIsWithdrawnByWhoeverAskedForItOrTheSupervisor(String person, Browser browser) {
    withdraw(browser, person, persons.start("requesting-department", "annual-survey-plan").getBusinessKey(), "Plan withdrawn 撤回計劃");
  }

  private String appointedVisit() {
    String visitor = "relationship-specialist";
    String number = persons.start(visitor, "customer-visit").getBusinessKey();
    String day = LocalDate.now(clock).plusDays(7) + "T10:00+08:00";
    persons.submit(visitor, number, "userTask_plan", "plan", Map.of("customer", "Blue Lake Foods", "visitPurpose", List.of("maintain"), "visitGoal", "Keep in touch 保持聯絡", "plannedOn", day,
        "plannedHours", 2, "hardToReach", false));
    persons.submit("relationship-supervisor", number, "userTask_decide", "approval", Map.of("decision", "approve"));
    persons.submit(visitor, number, "userTask_prepare", "preparation", Map.of("preparedFor", visitor, "date", LocalDate.now(clock).toString(), "toolChecklist",
        List.of("companyPapers", "businessCard", "notebook"), "policyKnown", true, "skillsReady", true));
    persons.submit(visitor, number, "userTask_appoint", "appointment", Map.of("outcome", "agreed", "appointedAt", day, "person", "Ms Lin 林女士"));
    return number;
  }

  /** A survey calls it, so no starter withdraws it. */
  @ParameterizedTest
  @ValueSource(strings = {CommissionTrial.SUPERVISOR, CommissionTrial.MANAGER})
  void commissionIsWithdrawnByTheSupervisorOrTheManager(String person, Browser browser) {
    withdraw(browser, person, commissions().start(), "Commission withdrawn 撤回委託");
  }

  @ParameterizedTest
  @ValueSource(strings = {CommissionTrial.SUPERVISOR, CommissionTrial.SPECIALIST})
  void offerOfAnAgencyIsReportedByWhoeverHearsIt(String person, Browser browser) {
    CommissionTrial trial = commissions();
    String number = trial.invited();
    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      Page page = desk.page();
      cases(page);
      find(page, number);
      action(page, "Receive offers 接收方案報價").click();
      Locator agency = paper(page).locator("input[id$='-field_agency']");
      agency.fill(trial.agency("A"));
      left(page, agency);
      paper(page).getByText("Declines 不參加", new Locator.GetByTextOptions().setExact(true)).click();
      desk.shot("agency-offer");
      sent(page, number);
    }
    assertThat(jdbc.sql("select count(*) from survey_commission_offers o join survey_commissions c on c.id = o.commission_id where c.case_number = ? and o.declined").param(number).query(Long.class).single()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {CommissionTrial.SUPERVISOR, CommissionTrial.SPECIALIST})
  void correctedReportOfAnAgencyIsReportedByWhoeverHearsIt(String person, Browser browser) {
    String number = commissions().toCorrect();
    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      Page page = desk.page();
      cases(page);
      find(page, number);
      action(page, "Await correction 限期修改").click();
      day(page, "receivedOn", LocalDate.now(clock));
      write(page, "Two tables were added 補充兩表");
      desk.shot("agency-correction");
      sent(page, number);
    }
    assertThat(jdbc.sql("select corrected_on from survey_commissions where case_number = ?").param(number).query(LocalDate.class).single()).isEqualTo(LocalDate.now(clock));
  }

  /** A survey calls it, so no starter withdraws it. */
  @ParameterizedTest
  @ValueSource(strings = {InterviewerTrial.SPECIALIST, InterviewerTrial.SUPERVISOR})
  void needOfInterviewersIsWithdrawnByTheSpecialistOrTheSupervisor(String person, Browser browser) {
    withdraw(browser, person, new InterviewerTrial(engine, clock).start(), "Need withdrawn 撤回需求");
  }

  @ParameterizedTest
  @ValueSource(strings = {InterviewerTrial.SPECIALIST, InterviewerTrial.SUPERVISOR})
  void answersOfInterviewersAreReportedByWhoeverKnowsThem(String person, Browser browser) {
    String settlement = new InterviewerTrial(engine, clock).engaged();
    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      Page page = desk.page();
      cases(page);
      find(page, settlement);
      action(page, "Await field work 等候調查結束").click();
      Locator figures = paper(page).locator("input[id*='field_rows_valid'], input[id*='field_rows_invalid']");
      figures.first().waitFor();
      for (int i = 0; i < figures.count(); i++) {
        figures.nth(i).fill("5");
        left(page, figures.nth(i));
      }
      desk.shot("field-work-ended");
      sent(page, settlement);
    }
    assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(settlement).taskDefinitionKey("userTask_assess").count()).isOne();
  }

  private CommissionTrial commissions() {
    return new CommissionTrial(engine, clock, http, password);
  }

  /** Others call it, so no starter withdraws it. */
  @ParameterizedTest
  @ValueSource(strings = {"after-sales-specialist", "technical-support-manager"})
  void technicalTicketIsWithdrawnByTheSpecialistOrTheSupportManager(String person, Browser browser) {
    withdraw(browser, person, technicalProblem(), "Ticket withdrawn 撤回工單");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after-sales-specialist", "technical-support-engineer"})
  void solutionIsConfirmedByWhoeverHearsTheCustomersWord(String person, Browser browser) {
    String number = technicalProblem();
    persons.submit("after-sales-specialist", number, "userTask_ticket", "ticket", Map.of("productVersion", "2.0", "scene", "Reading the meter 抄表", "errorMessage", "None 無",
        "environment", "One meter 單表", "impact", "unfamiliar", "problemKind", "known"));
    persons.submit("after-sales-specialist", number, "userTask_kb", "knownAnswer", Map.of("answered", "yes", "solution", "Press the key twice 連按兩次"));

    try (TasklistPage hears = TasklistPage.of(browser, port, person, password)) {
      Page page = hears.page();
      cases(page);
      find(page, number);
      action(page, "Customer replied 客戶確認").click();
      paper(page).getByText("Yes 是", new Locator.GetByTextOptions().setExact(true)).click();
      sent(page, number);
    }
    assertThat(jdbc.sql("select confirmed from aftersales_tickets where case_number = ?").param(number).query(String.class).single()).isEqualTo("yes");
  }

  private String technicalProblem() {
    String number = "TST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    engine.getRuntimeService().startProcessInstanceByKey("technical-support", number, Map.of("customerCode", "C000001", "customerName", "Blue Lake Foods", "customerGrade", "A",
        "product", "Meter M1", "problem", "The meter cannot be read 無法讀表"));
    return number;
  }

  /** Others start it, so no starter withdraws it. */
  @ParameterizedTest
  @ValueSource(strings = {RepairTrial.SPECIALIST, RepairTrial.SUPERVISOR})
  void repairIsWithdrawnByTheSpecialistOrTheSupervisor(String person, Browser browser) {
    withdraw(browser, person, new RepairTrial(engine, clock).start(Map.of()), "Repair withdrawn 撤回維修");
  }

  @ParameterizedTest
  @ValueSource(strings = {RepairTrial.SPECIALIST, RepairTrial.SUPERVISOR, RepairTrial.TECHNICIAN})
  void consentToARepairIsNotedByWhoeverHearsIt(String person, Browser browser) {
    RepairTrial repair = new RepairTrial(engine, clock);
    String number = repair.start(Map.of());
    repair.accepted(number, "hydraulic", Map.of());
    repair.diagnose(number, RepairTrial.TECHNICIAN, false, 1);

    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      Page page = desk.page();
      cases(page);
      find(page, number);
      action(page, "Await consent 等候同意").click();
      assertThat(paper(page)).containsText("80.00 元");
      paper(page).getByText("Agrees 同意", new Locator.GetByTextOptions().setExact(true)).click();
      paper(page).getByText("Phone 電話", new Locator.GetByTextOptions().setExact(true)).click();
      paper(page).getByLabel("Who answered 答覆人").fill("Ms Lin 林女士");
      desk.shot("consent");
      sent(page, number + ": Await consent 等候同意");
    }
    assertThat(jdbc.sql("select consent from aftersales_repairs where case_number = ?").param(number).query(String.class).single()).isEqualTo("yes");
  }

  @Test
  void moreTimeForAComplaintIsTakenByTheSpecialistAndNotByTheAgent(Browser browser) {
    String number = complaint();
    LocalDate newDate = LocalDate.now(clock).plusDays(9);

    try (TasklistPage agent = TasklistPage.of(browser, port, AGENT, password)) {
      cases(agent.page());
      find(agent.page(), number);
      assertThat(agent.page().locator(".kefu-case-actions")).containsText(number);
      assertThat(action(agent.page(), "More time needed 需延期")).hasCount(0);
      assertThat(post(agent.page(), "/camunda/api/kefu/cases/" + number + "/events/complaint.timeExtended",
          "{\"extensionReason\": \"Not mine 非本人\", \"newDueDate\": \"" + newDate + "\"}")).isEqualTo(403);
    }
    try (TasklistPage specialist = TasklistPage.of(browser, port, "complaint-specialist", password)) {
      Page page = specialist.page();
      cases(page);
      find(page, number);
      action(page, "More time needed 需延期").click();
      write(page, "The carrier answers next week 承運商下週答覆");
      day(page, "newDueDate", newDate);
      specialist.shot("more-time");
      sent(page, number);
    }
    assertThat(jdbc.sql("select reason from complaint_promises p join complaint_cases c on c.id = p.complaint_id where c.case_number = ?").param(number)
        .query(String.class).single()).isEqualTo("The carrier answers next week 承運商下週答覆");
  }

  /** Each thing that can be told, by one who may see the case and may not tell it: no button, and the server refuses as well. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      relationship-supervisor | Replied 客戶已確認     | events/relationship.helpConfirmed | {"confirmed": "solved"}
      relationship-specialist | Help withdrawn 撤回    | events/withdraw                   | {"requestedBy": "customer", "reason": "Not mine 非本人"}
      relationship-specialist | Record need 登記       | corrections                       | {"root": "need", "reason": "Not mine 非本人", "data": {}}
      call-center-agent       | Answer 解答            | corrections                       | {"root": "answering", "reason": "Not mine 非本人", "data": {"answer": "Other 其他"}}
      call-center-agent       | Cancel case 取消案件   | cancellation                      | {"reason": "Not mine 非本人"}
      """)
  void whoMayNotIsOfferedNothingAndRefused(String person, String title, String path, String body, Browser browser) {
    String number = answered();

    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      cases(desk.page());
      find(desk.page(), number);
      assertThat(desk.page().locator(".kefu-case-actions")).containsText(number);
      assertThat(action(desk.page(), title)).hasCount(0);
      assertThat(post(desk.page(), "/camunda/api/kefu/cases/" + number + "/" + path, body)).isEqualTo(403);
    }
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isPositive();
    assertThat(jdbc.sql("select count(*) from engine_corrections where case_number = ?").param(number).query(Integer.class).single()).isZero();
  }

  @Test
  void caseOfOthersIsNotShown(Browser browser) {
    String number = recorded();

    try (TasklistPage clerk = TasklistPage.of(browser, port, "finance-clerk", password)) {
      cases(clerk.page());
      assertThat(clerk.page().locator(".kefu-case-list")).containsText("You have no running case");
      find(clerk.page(), number);
      assertThat(clerk.page().locator(".kefu-chosen .kefu-problem")).containsText("There is no case " + number);
    }
  }

  /**
   * Withdraws a running case in "Cases 案件": refused while the form is empty, then taken, and the case has ended. For the withdrawal of any procedure.
   *
   * @param title name of the message event, in one line
   */
  private void withdraw(Browser browser, String person, String number, String title) {
    try (TasklistPage desk = TasklistPage.of(browser, port, person, password)) {
      Page page = desk.page();
      cases(page);
      find(page, number);
      action(page, title).click();
      paper(page).locator("textarea").waitFor();
      send(page);
      assertThat(problem(page)).containsText("marked in red");
      Locator requestedByCustomer = paper(page).getByText("Customer 客戶", new Locator.GetByTextOptions().setExact(true));
      if (requestedByCustomer.count() > 0) {
        requestedByCustomer.click();
      }
      write(page, "No longer wanted 不再需要");
      desk.shot("withdraw-" + number);
      sent(page, number + ": " + title);
    }
    HistoricProcessInstance ended = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).rootProcessInstances().singleResult();
    assertThat(ended.getEndTime()).isNotNull();
    assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(ended.getId()).activityId("endEvent_withdrawn").count()).isOne();
  }

  private static void cases(Page page) {
    page.locator(".kefu-cases-entry").click();
  }

  private static void find(Page page, String number) {
    page.locator(".kefu-case-search input").fill(number);
    page.locator(".kefu-case-search button").click();
    assertThat(page.locator(".kefu-chosen")).containsText(number);
  }

  private static Locator action(Page page, String title) {
    return page.locator(".kefu-actions button").filter(new Locator.FilterOptions().setHasText(title));
  }

  private static Locator paper(Page page) {
    return page.locator(".kefu-paper");
  }

  private static Locator problem(Page page) {
    return page.locator(".kefu-dialog > .kefu-problem");
  }

  private static void send(Page page) {
    page.locator(".kefu-dialog > .btn-primary").click();
  }

  /** Sends, and reads what is said then: a refusal is shown as it stands, where a person would read it. */
  private static void sent(Page page, String said) {
    send(page);
    Locator answer = page.locator(".kefu-notice, .kefu-dialog > .kefu-problem:not(:empty)");
    assertThat(answer.first()).containsText(said);
    assertThat(page.locator(".kefu-notice")).containsText(said);
  }

  /** What the server answers to a request that the page has no button for. */
  private static int post(Page page, String path, String body) {
    return (Integer) page.evaluate("""
        async ([path, body]) => (await fetch(path, { method: 'POST', body, headers: { 'Content-Type': 'application/json',
          'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1] } })).status""", List.of(path, body));
  }

  private String recorded() {
    String number = persons.start(AGENT, "customer-help").getBusinessKey();
    persons.submit(AGENT, number, "userTask_record", "need", Map.of("customer", "Blue Lake Foods", "channel", "phone", "receivedAt", "2026-11-23T09:30+08:00",
        "kind", "usageQuestion", "content", "The machine stops 停機", "answerKnown", true, "due", LocalDate.now(clock).plusDays(7) + "T18:00+08:00"));
    return number;
  }

  private String answered() {
    String number = recorded();
    persons.submit(SPECIALIST, number, "userTask_answer", "answering", Map.of("answer", "See page 12. 見第 12 頁。"));
    return number;
  }

  /** A complaint that waits for its assignment. */
  private String complaint() {
    String number = persons.start(AGENT, "complaint-handling").getBusinessKey();
    persons.submit(AGENT, number, "userTask_receive", "reception", Map.of("customer", "Blue Lake Foods", "channel", "phone", "receivedAt", "2026-11-23T09:30+08:00",
        "content", "Two boxes came late. 兩箱貨晚到。", "complaintReason", "Late 晚到", "product", "Parcel " + number, "demands", List.of("explainApologise"), "customersConcerned", 1));
    persons.submit("complaint-specialist", number, "userTask_register", "registration", Map.of("nature", "complaint", "kind", "deliveryPacking"));
    return number;
  }

  /** A service request that waits for guidance by phone. */
  private String serviceRequest() {
    String number = persons.start("after-sales-specialist", "after-sales-service").getBusinessKey();
    persons.submit("after-sales-specialist", number, "userTask_register", "request", Map.ofEntries(Map.entry("customer", "Blue Lake Foods"), Map.entry("channel", "phone"),
        Map.entry("receivedAt", "2026-11-23T09:30+08:00"), Map.entry("contact", "Ms Lin"), Map.entry("phone", "010-66001234"), Map.entry("address", "1 Lake Road"),
        Map.entry("product", "Pump 泵"), Map.entry("model", "P-2"), Map.entry("serialNo", "SN-77"), Map.entry("requestType", "inquiry"),
        Map.entry("faultDescription", "It hums 有雜音"), Map.entry("functionImpact", "partFunction")));
    return number;
  }

  private String instanceOf(String number) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).rootProcessInstances().singleResult().getId();
  }

  private String statusOf(String number) {
    return jdbc.sql("select status from relationship_help_cases where case_number = ?").param(number).query(String.class).single();
  }
}
