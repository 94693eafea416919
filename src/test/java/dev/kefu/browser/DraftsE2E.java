package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.kefu.tasklist.TrialCases;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody types into a task's form and does not hand in. */
@BrowserTest
class DraftsE2E {

  private static final String SPECIALIST = "relationship-specialist";
  private static final String SUBJECT = "field_request_subject";
  private static final String TEXT = "Wang called 王小明來電";
  private static final String SAVED = "Draft saved 草稿已儲存";
  private static final String RESTORED = "restored 已恢復草稿";

  /** All that a page can keep in a browser. */
  private static final String KEPT = """
      async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys(), document.cookie, history.state, window.name])""";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private TaskService taskService;
  @Autowired private JdbcClient jdbc;

  private TrialCases cases;

  @BeforeEach
  void deploy() {
    cases = new TrialCases(engine);
    cases.deploy();
  }

  @Test
  void whatIsTypedInOneBrowserIsThereInAnotherUntilItIsDiscarded(Browser browser) {
    Task task = own();
    try (TasklistPage first = open(browser, Desk.ENGLISH).openTask(task.getId())) {
      first.fill(SUBJECT, TEXT);
      assertThat(state(first)).containsText(SAVED);
      first.shot("draft-saved");
    }
    try (TasklistPage second = open(browser, Desk.CHINESE).openTask(task.getId())) {
      assertThat(second.field(SUBJECT)).hasValue(TEXT);
      assertThat(line(second)).containsText(RESTORED);
      Axe.assertAccessible(second.page(), ".kefu-draft");
      second.shot("draft-restored");

      line(second).locator("button").click();
      Axe.assertAccessible(second.page(), "dialog.kefu-dialog");
      second.shot("draft-discard");
      second.page().locator(".kefu-dialog .btn-danger").click();
      assertThat(second.field(SUBJECT)).hasValue("");
      assertThat(line(second)).containsText("Draft discarded 已捨棄草稿");
      assertThat(drafts(task)).isZero();
      assertThat(second.consoleErrors()).isEmpty();
    }
  }

  @Test
  void aFormThatIsOnlyReadHasNoDraftItsListsAreRestoredAndOnceCompletedItLosesIt(Browser browser) {
    Task task = cases.waitingForAnswer(Map.of());
    try (TasklistPage tasklist = open(browser, Desk.ENGLISH).openTask(task.getId()).claim()) {
      tasklist.tab("Comments 備註").tab("Form");
      tasklist.desk().waitUntilLoaded();
      assertThat(drafts(task)).isZero();

      tasklist.fill("field_answer_step_0", "Explain 說明");
      tasklist.page().locator(".fjs-repeat-render-add").click();
      tasklist.fill("field_answer_step_1", "Send 寄送");
      tasklist.page().reload();
      assertThat(tasklist.field("field_answer_step_0")).hasValue("Explain 說明");
      assertThat(tasklist.field("field_answer_step_1")).hasValue("Send 寄送");
      assertThat(drafts(task)).isEqualTo(1);

      tasklist.check("field_answer_solved").complete();
      assertThat(drafts(task)).isZero();
      assertThat(tasklist.page().locator(".kefu-unsaved")).hasCount(0);
    }
    assertThat(taskService.createTaskQuery().taskId(task.getId()).count()).isZero();
  }

  @Test
  void whatIsTypedAfterTheSessionEndedIsSavedByTheNextLogin(Browser browser) {
    Task task = own();
    try (TasklistPage tasklist = open(browser, Desk.ENGLISH).openTask(task.getId())) {
      Page page = tasklist.page();
      page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
      tasklist.fill(SUBJECT, TEXT);
      Locator box = page.locator(".kefu-session");
      assertThat(box).containsText("Your session has ended 登入已過期");
      assertThat(kept(page)).doesNotContain(TEXT);

      logInElsewhere(page, SPECIALIST);
      box.locator("button").click();
      assertThat(state(tasklist)).containsText(SAVED);
      assertThat(tasklist.field(SUBJECT)).hasValue(TEXT);
      page.reload();
      assertThat(tasklist.field(SUBJECT)).hasValue(TEXT);
    }
  }

  @Test
  void whoLogsInInsteadFindsAndSavesNothing(Browser browser) {
    Task task = own();
    try (TasklistPage tasklist = open(browser, Desk.ENGLISH).openTask(task.getId())) {
      Page page = tasklist.page();
      page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
      tasklist.fill(SUBJECT, TEXT);
      page.locator(".kefu-session").waitFor();

      logInElsewhere(page, "relationship-specialist-2");
      goOn(page);
      page.locator(".start-process-action").waitFor();
      assertThat(page.locator("body")).not().containsText(TEXT);
      assertThat(kept(page)).doesNotContain(TEXT);
      assertThat(drafts(task)).isZero();
    }
  }

  @Test
  void logoutSavesWhatWasTypedLastAndLeavesNothingInTheBrowser(Browser browser) {
    Task task = own();
    try (TasklistPage tasklist = open(browser, Desk.ENGLISH)) {
      Page page = tasklist.page();
      leaveWhatEarlierVersionsKept(page);
      page.reload();
      tasklist.openTask(task.getId());
      assertThat(kept(page)).doesNotContain("old draft", "somebody", "Li 李");

      tasklist.fill(SUBJECT, "Saved by hand 儲存");
      page.locator("button[ng-click='save($event)']").click();
      assertThat(state(tasklist)).containsText(SAVED);
      assertThat(kept(page)).doesNotContain("Saved by hand");

      page.locator("[cam-widget-header] .account > a").click();
      tasklist.field(SUBJECT).fill(TEXT);
      if (!page.locator(".logout a").isVisible()) {
        page.locator("[cam-widget-header] .account > a").click();
      }
      page.locator(".logout a").click();
      page.locator("input[ng-model=username]").waitFor();
      assertThat(kept(page)).doesNotContain(TEXT, "Saved by hand", SPECIALIST, "camunda-form", "camForm", "kefu-drafts");
      assertThat(page.locator("body")).not().containsText(TEXT);
      assertThat(drafts(task)).isEqualTo(1);

      Desk.logIn(page, SPECIALIST, password);
      page.locator(".start-process-action").waitFor();
      tasklist.openTask(task.getId());
      assertThat(tasklist.field(SUBJECT)).hasValue(TEXT);
    }
  }

  /** Past the page's own guard. */
  private static void leaveWhatEarlierVersionsKept(Page page) {
    page.evaluate("""
        () => {
          const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
          contentWindow.localStorage.setItem('camunda-form:1', '{"request":{"subject":"old draft"}}');
          contentWindow.localStorage.setItem('camForm:1', 'old draft');
          contentWindow.localStorage.setItem('kefu-drafts-of', 'somebody');
          contentWindow.sessionStorage.setItem('kefu-survey-facts-of', '{"interviewer":"Li 李"}');
        }""");
    assertThat(kept(page)).contains("old draft", "somebody", "Li 李");
  }

  @Test
  void whatCannotBeSavedIsSaidAndSavedLaterOrDropped(Browser browser) {
    Task task = own();
    Task passedOn = own();
    try (TasklistPage tasklist = open(browser, Desk.ENGLISH).openTask(task.getId())) {
      Page page = tasklist.page();
      Locator alarm = page.locator(".kefu-unsaved");
      page.context().setOffline(true);
      tasklist.fill(SUBJECT, TEXT);
      assertThat(alarm).containsText("Not saved 未儲存");
      assertThat(alarm).containsText("What you typed is on this page only. 輸入的內容目前僅在此頁面上。");
      tasklist.shot("draft-not-saved");
      page.context().setOffline(false);
      assertThat(alarm).hasCount(0);
      assertThat(state(tasklist)).containsText(SAVED);
      assertThat(drafts(task)).isEqualTo(1);

      tasklist.openTask(passedOn.getId());
      assertThat(tasklist.field(SUBJECT)).hasValue("");
      taskService.setAssignee(passedOn.getId(), "relationship-specialist-2");
      tasklist.fill(SUBJECT, TEXT);
      assertThat(alarm).containsText("not yours to complete any more. 此任務已完成，或已不由您辦理。");
      assertThat(tasklist.field(SUBJECT)).hasValue(TEXT);
      tasklist.shot("draft-passed-on");
      alarm.getByText("Drop it 捨棄此頁內容").click();
      assertThat(alarm).hasCount(0);
      assertThat(drafts(passedOn)).isZero();
    }
  }

  @Test
  void twoPagesOfOneFormAskWhichOneHolds(Browser browser) {
    Task task = own();
    try (TasklistPage first = open(browser, Desk.ENGLISH).openTask(task.getId()); TasklistPage second = open(browser, Desk.ENGLISH).openTask(task.getId())) {
      first.fill(SUBJECT, "First 一");
      assertThat(state(first)).containsText(SAVED);
      second.fill(SUBJECT, "Second 二");
      Locator alarm = second.page().locator(".kefu-unsaved");
      assertThat(alarm).containsText("This form was filled in on another page too");
      Axe.assertAccessible(second.page(), ".kefu-unsaved");
      second.shot("draft-two-pages");

      alarm.getByText("Keep what stands here 保留此頁內容").click();
      assertThat(alarm).hasCount(0);
      assertThat(state(second)).containsText(SAVED);
      first.fill(SUBJECT, "First again 一");
      first.page().locator(".kefu-unsaved").getByText("Drop it 捨棄此頁內容").click();
      assertThat(first.field(SUBJECT)).hasValue("Second 二");
    }
  }

  private Task own() {
    return cases.startedBy(SPECIALIST, Map.of());
  }

  private TasklistPage open(Browser browser, String language) {
    return TasklistPage.alone(browser, port, SPECIALIST, password, language);
  }

  private void logInElsewhere(Page page, String userId) {
    Page login = page.context().waitForPage(() -> page.locator(".kefu-session a").click());
    Desk.logIn(login, userId, password);
    login.locator(".start-process-action").waitFor();
    login.close();
    page.bringToFront();
  }

  /** The page notices by itself that it is in front again; whoever does not wait for that presses the button. */
  private static void goOn(Page page) {
    page.waitForCondition(() -> {
      try {
        page.evaluate("() => document.querySelector('.kefu-session button')?.click()");
        return page.locator(".kefu-session").count() == 0;
      } catch (PlaywrightException pageIsGoing) {
        return false;
      }
    });
  }

  private static Locator line(TasklistPage tasklist) {
    return tasklist.page().locator(".kefu-draft");
  }

  private static Locator state(TasklistPage tasklist) {
    return tasklist.page().locator(".kefu-draft-state");
  }

  private static String kept(Page page) {
    return (String) page.evaluate(KEPT);
  }

  private long drafts(Task task) {
    return jdbc.sql("select count(*) from tasklist_drafts where task_id = ?").param(task.getId()).query(Long.class).single();
  }
}
