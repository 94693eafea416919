package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.kefu.document.PaperTrial;
import java.time.Clock;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Auditors look at cases in Cockpit, running and finished. */
@BrowserTest
class HistoryE2E {

  private static final String AUDITOR = "auditor";
  private static String finished;

  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;

  @BeforeEach
  void bringACaseToItsEnd() {
    if (finished == null) {
      finished = new PaperTrial(engine, clock).endedComplaint();
    }
  }

  @Test
  void tabFindsCasesAndCountsOnTheDiagram(Browser browser) {
    String running = new PaperTrial(engine, clock).receivedComplaint();
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = openTab(desk);
      page.getByLabel("Case no. 案件編號").fill(running);
      page.getByText("Search 查找").click();
      assertThat(page.locator(".kefu-history-list tbody tr")).hasCount(1);
      assertThat(page.locator(".kefu-history-list tbody tr")).containsText("Running 進行中");
      assertThat(page.locator(".kefu-history-count")).containsText("1 cases 個案件");
      assertThat(page.locator(".djs-overlay .kefu-badge").first()).isVisible();
      desk.shot("history-running");
      Axe.assertAccessible(page, ".kefu-history");

      page.getByLabel("Finished 已完成").check();
      Locator badge = page.locator(".djs-overlay [aria-label^='Register complaint']").first();
      assertThat(badge).hasText(Pattern.compile("[1-9]\\d*"));
      page.getByLabel("Average time 平均用時").check();
      desk.shot("history-average-time");

      page.getByText("Clear 清除").click();
      page.getByLabel("State 狀態").selectOption("finished");
      page.getByLabel("Customer 客戶（編號或名稱）").fill("blue lake");
      page.getByText("Search 查找").click();
      assertThat(page.locator(".kefu-history-list tbody tr").first()).containsText("Finished 已完成");
      page.locator("th button[data-by=number]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("th[aria-sort=descending] button")).hasAttribute("data-by", "number");
      desk.shot("history-finished");
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  @Test
  void badgeLeadsToTheCasesThatStandThere(Browser browser) {
    new PaperTrial(engine, clock).receivedComplaint();
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = openTab(desk);
      Locator badge = page.locator(".djs-overlay button.kefu-badge").first();
      badge.focus();
      page.keyboard().press("Enter");
      assertThat(page.getByLabel("State 狀態")).hasValue("running");
      assertThat(page.getByLabel("Came to step 經過步驟")).not().hasValue("");
      assertThat(page.locator(".kefu-history-list tbody tr").first()).containsText("Running 進行中");
    }
  }

  @Test
  void pageOfAFinishedCaseTellsAll(Browser browser) {
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = openCase(desk, finished, "");
      assertThat(page.locator("h1")).hasText("Case 案件 " + finished);
      assertThat(page.locator(".kefu-facts")).containsText("Call-centre agent 呼叫中心座席員");
      assertThat(page.locator(".kefu-diagram .kefu-taken")).not().hasCount(0);
      assertThat(page.locator(".kefu-diagram g.kefu-passed").first()).isVisible();
      desk.shot("case-path");
      Axe.assertAccessible(page, ".kefu-case-page");

      Locator tabs = page.getByRole(AriaRole.TAB);
      tabs.first().focus();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("[role=tab][aria-selected=true]")).containsText("Trail 經過");
      assertThat(page.locator(".kefu-panel")).containsText("in time 按時");
      desk.shot("case-trail");
      Axe.assertAccessible(page, ".kefu-case-page");

      tab(page, "Forms 表單");
      assertThat(page.locator(".kefu-form").first()).containsText("Blue Lake Foods");
      assertThat(page.locator(".kefu-form").first()).containsText("version 版本");
      desk.shot("case-forms");
      Axe.assertAccessible(page, ".kefu-case-page");

      tab(page, "Decisions 判定");
      assertThat(page.locator(".kefu-panel tbody tr").first()).isVisible();
      desk.shot("case-decisions");
      tab(page, "Operations 操作記錄");
      assertThat(page.locator(".kefu-panel")).containsText("Claimed 領取");
      desk.shot("case-operations");
      Axe.assertAccessible(page, ".kefu-case-page");
      tab(page, "Comments, notices");
      desk.shot("case-notes");
      tab(page, "Files 附件與文件");
      assertThat(page.locator(".kefu-panel")).containsText("Documents 文件");
      assertThat(page.locator(".kefu-panel a").first()).isVisible();
      desk.shot("case-files");
      tab(page, "Cases 相關案件");
      assertThat(page.locator(".kefu-panel tbody tr").nth(1)).isVisible();
      desk.shot("case-cases");
      Axe.assertAccessible(page, ".kefu-case-page");
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  @Test
  void linkOpensAPartOfThePage(Browser browser) {
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = openCase(desk, finished, "?tab=decisions");
      assertThat(page.locator("[role=tab][aria-selected=true]")).containsText("Decisions 判定");
    }
  }

  @Test
  void whoHasANumberFindsItsCase(Browser browser) {
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = desk.page();
      page.navigate(page.url().replaceAll("#.*", "") + "#/history");
      page.getByLabel("Case no. 案件編號").fill("CMP-1999-000001");
      page.keyboard().press("Enter");
      assertThat(page.locator("[role=alert]")).containsText("There is no case CMP-1999-000001");
      page.getByLabel("Case no. 案件編號").fill(finished);
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("Case 案件 " + finished);
    }
  }

  @Test
  void classifiedCaseSaysThatItsReadingIsLogged(Browser browser) {
    String help = new PaperTrial(engine, clock).recordedHelp();
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = openCase(desk, help, "?tab=forms");
      assertThat(page.locator(".kefu-note").first()).containsText("written to the audit trail");
      assertThat(page.locator(".kefu-panel")).containsText("🔒");
      assertThat(page.locator("body")).not().containsText(PaperTrial.SECRET);
      desk.shot("case-classified");
    }
  }

  @Test
  void firstPageShowsTheDepartment(Browser browser) {
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = desk.page();
      assertThat(page.locator(".kefu-department tbody tr").filter(new Locator.FilterOptions().setHasText("客戶投訴處理")).first()).isVisible();
      page.getByLabel("Figure by month 每月指標").selectOption("median");
      page.locator(".kefu-department").scrollIntoViewIfNeeded();
      desk.shot("department");
      Axe.assertAccessible(page, ".kefu-department");
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Desk.ENGLISH, Desk.CHINESE})
  void everythingIsSaidInBothLanguages(String language, Browser browser) {
    try (Desk desk = auditor(browser, language)) {
      assertThat(openTab(desk).locator(".kefu-history")).containsText("查找");
      desk.shot("history-" + language);
      assertThat(openCase(desk, finished, "").locator("[role=tablist]")).containsText("Trail 經過");
    }
  }

  private Desk auditor(Browser browser, String language) {
    Desk desk = new Desk(browser, port, language);
    desk.open("cockpit");
    Desk.logIn(desk.page(), AUDITOR, password);
    desk.page().locator("[cam-widget-header] .account").waitFor();
    return desk;
  }

  private Page openTab(Desk desk) {
    Page page = desk.page();
    String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("complaint-handling").latestVersion().singleResult().getId();
    page.navigate(page.url().replaceAll("#.*", "") + "#/process-definition/" + definition + "/runtime?detailsTab=kefu-history");
    page.locator(".kefu-history-list tbody tr").first().waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return page;
  }

  private static Page openCase(Desk desk, String number, String query) {
    Page page = desk.page();
    page.navigate(page.url().replaceAll("#.*", "") + "#/history/" + number + query);
    page.locator(".kefu-tabs").waitFor();
    return page;
  }

  private static void tab(Page page, String words) {
    page.getByRole(AriaRole.TAB).filter(new Locator.FilterOptions().setHasText(words)).click();
  }
}
