package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.kefu.tasklist.TrialCases;
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

  /** Stands in Camunda's templates, not in its texts. */
  private static final Set<String> FIXED = Set.of("Toggle this section");

  /** Texts, hints and tooltips that somebody can see; what is drawn in a diagram is the model's. */
  private static final String TEXTS = """
      () => [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && !one.closest('script, style, svg')).flatMap(one => [
        ...[...one.childNodes].filter(child => child.nodeType === Node.TEXT_NODE).map(child => child.data),
        ...['placeholder', 'title', 'tooltip', 'uib-tooltip'].map(name => one.getAttribute(name) ?? '')
      ]).map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text)""";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;

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
  void cockpit(String language, Browser browser) {
    Task task = cases.waitingForAnswer(Map.of());
    String table = engine.getRepositoryService().createDecisionDefinitionQuery().latestVersion().listPage(0, 1).get(0).getId();
    pages("cockpit", language, browser, List.of("processes", "process-definition/" + task.getProcessDefinitionId(), "process-instance/" + task.getProcessInstanceId(),
        "decisions", "decision-definition/" + table, "tasks", "repository", "batch"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Desk.ENGLISH, Desk.CHINESE})
  void admin(String language, Browser browser) {
    pages("admin", language, browser, List.of("users", "users/" + SPECIALIST, "user-create", "groups", "groups/" + SPECIALIST, "group-create", "tenants", "tenant-create",
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

  /** Looks at pages by their addresses, and below each of their tabs. */
  private void pages(String application, String language, Browser browser, List<String> addresses) {
    try (Desk desk = new Desk(browser, port, language)) {
      desk.open(application);
      Desk.logIn(desk.page(), "admin", password);
      desk.page().locator("[cam-widget-header] .account").waitFor();
      for (String address : addresses) {
        String name = address.replaceAll("[/?:].*", "");
        desk.page().navigate(desk.page().url().replaceAll("#.*", "") + "#/" + address);
        assertIsWholly(desk, application, language, name);
        for (Locator tab : desk.page().locator(".nav-tabs a:visible").all()) {
          tab.click();
          assertIsWholly(desk, application, language, name + "-tab");
        }
      }
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  private static void assertIsWholly(Desk desk, String application, String language, String what) {
    desk.page().waitForLoadState(LoadState.NETWORKIDLE);
    TasklistPage.formIsDrawn(desk.page());
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
