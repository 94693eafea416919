package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.kefu.engine.CaseVariables;
import dev.kefu.tasklist.TrialCases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The web applications in both languages: no page shows a key, and no Chinese page shows an English label. */
@BrowserTest
class LanguagesE2E {

  private static final String SPECIALIST = "relationship-specialist";
  private static final Pattern KEY = Pattern.compile("(?<![\\w/-])[A-Z][A-Z0-9]+(_[A-Z0-9]+)+(?![\\w/-])");

  /** Stands in Camunda's templates, not in its texts, or is a value of a case. */
  private static final Set<String> FIXED = Set.of("Toggle this section", "Actions", "String", "null");

  /** Texts, hints and tooltips that somebody can see; what is drawn of a diagram or table is the model's. */
  private static final String TEXTS = """
      () => [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && !one.closest('script, style, svg, .tjs-container, .dmn-decision-table-container')).flatMap(one => [
        ...[...one.childNodes].filter(child => child.nodeType === Node.TEXT_NODE).map(child => child.data),
        ...['placeholder', 'title', 'tooltip', 'uib-tooltip'].map(name => one.getAttribute(name) ?? '')
      ]).map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text)""";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;

  private TrialCases cases;

  @BeforeEach
  void deploy() {
    cases = new TrialCases(engine);
    cases.deploy();
  }

  @ParameterizedTest
  @CsvSource({
      "tasklist, en-US, Log in, Start process", "tasklist, zh-TW, 登入, 啟動流程",
      "welcome, en-US, Log in, Applications", "welcome, zh-TW, 登入, 應用程式",
      "cockpit, en-US, Log in, Deployments", "cockpit, zh-TW, 登入, 部署",
      "admin, en-US, Log in, Authorizations", "admin, zh-TW, 登入, 授權"})
  void loginAndFirstPageSpeakThePersonsLanguage(String application, String language, String logIn, String word, Browser browser) {
    try (Desk desk = new Desk(browser, port, language)) {
      desk.open(application);
      assertThat(desk.page().locator("button[type=submit]")).containsText(logIn);
      assertIsWholly(desk, application, language, "login");

      Desk.logIn(desk.page(), "admin", password);
      assertThat(desk.page().locator("body")).containsText(word);
      assertIsWholly(desk, application, language, "first-page");
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Desk.ENGLISH, Desk.CHINESE})
  void tasklist(String language, Browser browser) {
    Task task = cases.waitingForAnswer(Map.of());
    try (TasklistPage tasklist = TasklistPage.of(browser, port, SPECIALIST, password, language)) {
      Page page = tasklist.openTask(task.getId()).claim().page();
      for (Locator tab : page.locator(".nav-tabs a").all()) {
        tab.click();
        assertIsWholly(tasklist.desk(), "tasklist", language, "task");
      }
      page.locator(".start-process-action a").click();
      page.locator("ul.processes a").first().waitFor();
      assertIsWholly(tasklist.desk(), "tasklist", language, "start");
      page.locator("ul.processes a").first().click();
      assertThat(page.locator(".kefu-start")).containsText(language.equals(Desk.CHINESE) ? "按「啟動」" : "Press Start:");
      assertIsWholly(tasklist.desk(), "tasklist", language, "start-form");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Desk.ENGLISH, Desk.CHINESE})
  void tasklistsListFilterAndOwnPages(String language, Browser browser) {
    cases.waitingForAnswer(Map.of(CaseVariables.CUSTOMER_NAME, "華強電子", CaseVariables.CUSTOMER_GRADE, "A"));
    try (TasklistPage tasklist = TasklistPage.of(browser, port, "admin", password, language)) {
      Page page = tasklist.page();
      // Whatever changes the address closes the dialog.
      tasklist.desk().waitUntilLoaded();
      page.locator(".task-filters button[ng-click='openModal($event)']").click();
      for (Locator part : page.locator("form[name=filterForm] .panel-heading a").all()) {
        part.click();
        assertIsWholly(tasklist.desk(), "tasklist", language, "filter");
      }
    }
    try (TasklistPage tasklist = TasklistPage.of(browser, port, SPECIALIST, password, language)) {
      assertThat(tasklist.page().locator(".tasks-list li.task").first()).isVisible();
      assertIsWholly(tasklist.desk(), "tasklist", language, "list");
      ownPages(tasklist, language);
    }
    for (String person : List.of("complaint-supervisor", "survey-specialist", "customer-service-manager")) {
      try (TasklistPage tasklist = TasklistPage.of(browser, port, person, password, language)) {
        ownPages(tasklist, language);
      }
    }
  }

  /** Opens whatever stands in the bar for this person: dialogs, and the start page. */
  private static void ownPages(TasklistPage tasklist, String language) {
    Page page = tasklist.page();
    tasklist.desk().waitUntilLoaded();
    for (Locator entry : page.locator(".kefu-navbar-entry").all()) {
      entry.click();
      tasklist.desk().waitUntilLoaded();
      assertIsWholly(tasklist.desk(), "tasklist", language, "own-page");
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog[open]")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
      "en-US, at most 80 characters, 'is required'",
      "zh-TW, 不得超過 80 字, 此欄位為必填。"})
  void refusedSubmitSaysBesideTheFieldWhatToDo(String language, String tooLong, String required, Browser browser) {
    Task task = cases.startedBy(SPECIALIST, Map.of());
    try (TasklistPage tasklist = TasklistPage.of(browser, port, SPECIALIST, password, language).openTask(task.getId())) {
      // What the form would not send, as if it had been changed on the way.
      changeOnTheWay(tasklist.page(), "Short 短", "x".repeat(81));
      tasklist.fill("field_request_subject", "Short 短").submit();

      assertThat(tasklist.refused("field_request_subject")).hasText(tooLong);
      assertThat(tasklist.refusal()).containsText("Subject 主題");
      assertThat(tasklist.field("field_request_subject")).isFocused();
      assertThat(tasklist.field("field_request_subject")).hasAccessibleDescription(tooLong);
      assertThat(tasklist.field("field_request_subject")).hasValue("Short 短");
      tasklist.shot("refused-beside-the-field-" + language);

      tasklist.fill("field_request_subject", "");
      assertThat(tasklist.refused("field_request_subject")).hasCount(0);
      assertThat(tasklist.fieldErrors()).containsText(required);
      tasklist.page().unroute("**/submit-form");
      tasklist.fill("field_request_subject", "Right 正確").complete();
    }
  }

  @ParameterizedTest
  @CsvSource({"en-US, at most 80 characters", "zh-TW, 不得超過 80 字"})
  void refusedRowOfAListIsMarkedInThatRow(String language, String tooLong, Browser browser) {
    Task task = cases.waitingForAnswer(Map.of());
    try (TasklistPage tasklist = TasklistPage.of(browser, port, SPECIALIST, password, language).openTask(task.getId()).claim()) {
      tasklist.page().locator(".fjs-repeat-render-add").click();
      changeOnTheWay(tasklist.page(), "Second 二", "x".repeat(81));
      tasklist.fill("field_answer_step_0", "First 一").fill("field_answer_step_1", "Second 二").submit();

      assertThat(tasklist.refused("field_answer_step_1")).hasText(tooLong);
      assertThat(tasklist.page().locator(".kefu-refused")).hasCount(1);
      assertThat(tasklist.field("field_answer_step_1")).isFocused();
      tasklist.shot("refused-in-a-row-" + language);
    }
  }

  @ParameterizedTest
  @CsvSource({"en-US, this day has not come yet.", "zh-TW, 不得晚於今日。"})
  void whatARegisterRefusesStandsBesideItsField(String language, String reason, Browser browser) {
    LocalDate today = LocalDate.now(clock);
    try (TasklistPage tasklist = TasklistPage.of(browser, port, "after-sales-specialist", password, language)) {
      tasklist.start("After-sales service");
      tasklist.submit();
      assertThat(tasklist.refusal()).containsText("marked in red");
      assertThat(tasklist.page().locator(".fjs-has-errors").first()).isFocused();
      tasklist.date("field_receivedAt", today.minusDays(1)).time("field_receivedAt", "09:30").select("field_channel", "Phone")
          .fill("field_customer", "華強電子（深圳）有限公司").fill("field_contact", "陳經理").fill("field_phone", "0755-26001234").fill("field_address", "8 Canal Road 運河路八號")
          .fill("field_product", "Water pump WP-3 水泵").fill("field_model", "WP-3").fill("field_serialNo", "WP3-" + language).date("field_purchaseDate", today.plusDays(1))
          .fill("field_warrantyDays", "365").select("field_requestType", "Repair 維修").fill("field_faultDescription", "Leaks 漏水").choose("field_functionImpact", "Part function")
          .submit();

      assertThat(tasklist.refused("field_purchaseDate-date")).hasText(reason);
      assertThat(tasklist.field("field_faultDescription")).hasValue("Leaks 漏水");
      tasklist.shot("refused-by-a-register-" + language);

      tasklist.date("field_purchaseDate", today.minusDays(30));
      assertThat(tasklist.refused("field_purchaseDate-date")).hasCount(0);
      tasklist.complete();
    }
  }

  private static void changeOnTheWay(Page page, String typed, String sent) {
    page.route("**/submit-form", route -> route.resume(new Route.ResumeOptions().setPostData(route.request().postData().replace(typed, sent))));
  }

  @Test
  void cockpitInChinese(Browser browser) {
    Task task = cases.as("call-center-agent", () -> {
      String started = engine.getRuntimeService().startProcessInstanceByKey("customer-help").getId();
      return engine.getTaskService().createTaskQuery().processInstanceId(started).singleResult();
    });
    String table = engine.getRepositoryService().createDecisionDefinitionQuery().latestVersion().listPage(0, 1).get(0).getId();
    pages("cockpit", browser, List.of("processes", "process-definition/" + task.getProcessDefinitionId(), "process-instance/" + task.getProcessInstanceId(),
        "decisions", "decision-definition/" + table, "tasks", "repository", "batch"));
  }

  @Test
  void adminInChinese(Browser browser) {
    pages("admin", browser, List.of("users", "users/" + SPECIALIST, "user-create", "groups", "groups/" + SPECIALIST, "group-create", "tenants", "tenant-create",
        "authorization", "authorization?resource=2", "system?section=system-settings-general", "system?section=system-settings-metrics", "system?section=diagnostics"));
  }

  @Test
  void formsSayInChineseWhatIsWrong(Browser browser) {
    Task task = cases.waitingForAnswer(Map.of());
    try (TasklistPage tasklist = TasklistPage.of(browser, port, SPECIALIST, password, Desk.CHINESE)) {
      Page page = tasklist.openTask(task.getId()).claim().page();
      tasklist.field("field_answer_step_0").focus();
      tasklist.field("field_answer_step_0").blur();
      assertThat(tasklist.fieldErrors()).containsText("此欄位為必填。");
      assertThat(page.locator(".fjs-repeat-render-add")).containsText("新增一列");
      tasklist.fill("field_answer_step_0", "長".repeat(81));
      assertThat(tasklist.fieldErrors()).containsText("最多可輸入 80 個字。");

      page.locator("[id*='field_answer_doneOn'][id$='-date']").first().click();
      assertThat(page.locator(".flatpickr-calendar.open .flatpickr-weekdays")).containsText("日");
      assertThat(page.locator(".flatpickr-calendar.open .flatpickr-current-month")).containsText("月");
      assertThat(page.locator(".flatpickr-calendar.open")).not().containsText("Sun");
      tasklist.shot("form-in-chinese");
    }
  }

  @Test
  void refusedLoginIsExplainedInChinese(Browser browser) {
    try (Desk desk = new Desk(browser, port, Desk.CHINESE)) {
      desk.open("tasklist");
      Desk.logIn(desk.page(), "nobody-at-all", "wrong");

      assertThat(desk.page().locator(".alert-danger")).containsText("登入失敗");
      assertIsWholly(desk, "tasklist", Desk.CHINESE, "login-refused");
    }
  }

  /** Looks at pages by their addresses, and below each of their tabs. In English their texts are Camunda's own, and {@link LabelsTest} knows the keys. */
  private void pages(String application, Browser browser, List<String> addresses) {
    try (Desk desk = new Desk(browser, port, Desk.CHINESE)) {
      desk.open(application);
      Desk.logIn(desk.page(), "admin", password);
      desk.page().locator("[cam-widget-header] .account").waitFor();
      for (String address : addresses) {
        String name = address.replaceAll("[/?:].*", "");
        desk.page().navigate(desk.page().url().replaceAll("#.*", "") + "#/" + address);
        assertIsWholly(desk, application, Desk.CHINESE, name);
        for (Locator tab : desk.page().locator(".nav-tabs a:visible").all()) {
          tab.click();
          assertIsWholly(desk, application, Desk.CHINESE, name + "-tab");
        }
      }
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  private static void assertIsWholly(Desk desk, String application, String language, String what) {
    desk.waitUntilLoaded();
    desk.shot(application + "-" + what + "-" + language);
    @SuppressWarnings("unchecked") List<String> texts = (List<String>) desk.page().evaluate(TEXTS);

    assertThat(texts).isNotEmpty();
    assertThat(texts).as("keys on %s, %s", application, what).noneMatch(text -> KEY.matcher(text).find());
    if (language.equals(Desk.CHINESE)) {
      Map<String, String> chinese = Labels.chinese(application).texts();
      Set<String> english = Labels.english(application).texts().entrySet().stream()
          .filter(label -> chinese.containsKey(label.getKey()) && !chinese.get(label.getKey()).equals(label.getValue()))
          .map(Map.Entry::getValue).filter(text -> !FIXED.contains(text)).collect(Collectors.toSet());
      assertThat(texts).as("English on %s, %s", application, what).doesNotContainAnyElementsOf(english);
    }
  }
}
