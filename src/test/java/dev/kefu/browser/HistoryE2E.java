package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.audit.seal.NightTrial;
import dev.kefu.document.PaperTrial;
import dev.kefu.document.casefiles.CaseFileTrial;
import dev.kefu.organisation.journal.RightsJournalTrial;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
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
  @Autowired private TestRestTemplate http;
  @Autowired private BeanFactory beans;
  @Autowired private AuditTrail trail;

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

      measure(page, "Finished 已完成");
      Locator badge = page.locator(".djs-overlay [aria-label^='Register complaint']").first();
      assertThat(badge).hasText(Pattern.compile("[1-9]\\d*"));
      measure(page, "Average time 平均用時");
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

      page.getByText("Clear 清除").click();
      measure(page, "Running 進行中");
      Locator standing = page.locator(".djs-overlay button.kefu-badge-running").first();
      standing.focus();
      page.keyboard().press("Enter");
      assertThat(page.getByLabel("State 狀態")).hasValue("running");
      assertThat(page.getByLabel("Came to step 經過步驟")).not().hasValue("");
      assertThat(page.locator(".kefu-history-list tbody tr").first()).containsText("Running 進行中");
      assertThat(desk.consoleErrors()).isEmpty();
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
      trail.write(new AuditRecord(AuditRecord.Kind.REFUSAL, PaperTrial.SPECIALIST, "claim", "case", finished, finished, Map.of("reason", "four eyes 職責分離")));
      tab(page, "Audit 審計");
      assertThat(page.locator(".kefu-panel td").filter(new Locator.FilterOptions().setHasText("Refused 拒絕")).first()).isVisible();
      assertThat(page.locator(".kefu-panel")).containsText("sealed audit trail");
      desk.shot("case-audit");
      tab(page, "Comments, notices");
      assertThat(page.locator(".kefu-panel")).containsText("Task assigned to you 任務已分配給您");
      desk.shot("case-notes");
      Axe.assertAccessible(page, ".kefu-case-page");
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
      assertThat(page.locator(".kefu-panel")).containsText("●●●");
      assertThat(page.locator("body")).not().containsText(PaperTrial.SECRET);
      desk.shot("case-classified");
    }
  }

  @Test
  void firstPageShowsTheDepartment(Browser browser) {
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = desk.page();
      assertThat(page.locator(".kefu-department tbody tr").filter(new Locator.FilterOptions().setHasText("客戶投訴處理")).first()).isVisible();
      assertThat(page.locator(".kefu-chart canvas").first()).hasAttribute("aria-label", Pattern.compile("finished 已完成 [1-9]"));
      assertThat(page.locator(".kefu-chart canvas").nth(1)).hasAttribute("aria-label", Pattern.compile("Complaint handling 客戶投訴處理: in time 未逾期"));
      assertThat(page.locator(".section-title").filter(new Locator.FilterOptions().setHasText("Department 部門"))).isVisible();
      assertThat(page.getByText("Custom Plugins")).hasCount(0);
      page.locator(".kefu-department").scrollIntoViewIfNeeded();
      desk.shot("department");
      page.getByLabel("Charts of 圖表程序").selectOption("complaint-handling");
      assertThat(page.locator(".kefu-chart canvas").nth(1)).hasAttribute("aria-label", Pattern.compile("median 中位數 [\\d.]+"));
      page.getByLabel("Figure by month 每月指標").selectOption("median");
      page.locator(".kefu-department").scrollIntoViewIfNeeded();
      desk.shot("department-process");
      Axe.assertAccessible(page, ".kefu-department");

      page.navigate(page.url().replaceAll("#.*", "") + "#/reports");
      page.getByText("Department 部門").first().click();
      assertThat(page.locator(".kefu-department tbody tr").first()).isVisible();
      desk.shot("department-report");
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  @Test
  void correctedFormShowsBeforeAndAfter(Browser browser) {
    String number = new PaperTrial(engine, clock).receivedComplaint();
    correct(number);
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = openCase(desk, number, "?tab=forms");
      assertThat(page.locator("[role=tab][aria-selected=true]")).containsText("Forms 表單");
      assertThat(page.locator(".kefu-correction")).containsText("Counted again 重新清點");
      assertThat(page.locator(".kefu-correction td").nth(2)).containsText("Three glasses were broken");
      page.locator(".kefu-correction").scrollIntoViewIfNeeded();
      desk.shot("case-correction");
      Axe.assertAccessible(page, ".kefu-case-page");
    }
  }

  private void correct(String number) {
    String address = "/api/cases/" + number + "/corrections";
    TestRestTemplate receiver = http.withBasicAuth(PaperTrial.RECEIVER, password);
    ObjectNode data = receiver.getForObject(address + "/reception/form", JsonNode.class).path("data").path("reception").deepCopy();
    data.put("content", "Three glasses were broken. 破三隻。");
    receiver.postForEntity(address, Map.of("root", "reception", "reason", "Counted again 重新清點", "data", data), String.class);
  }

  @Test
  void caseThatTheEngineHasForgottenIsReadFromItsFile(Browser browser) {
    String number = new PaperTrial(engine, clock).receivedComplaint();
    String instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).singleResult().getId();
    engine.getRuntimeService().deleteProcessInstance(instance, "Opened by mistake 誤開");
    CaseFileTrial.freeze(beans, number);
    engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().forEach(one -> engine.getHistoryService().deleteHistoricProcessInstance(one.getId()));
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = openCase(desk, number, "");
      assertThat(page.locator(".kefu-note").first()).containsText("this is the case file, frozen");
      assertThat(page.locator(".kefu-diagram .kefu-taken")).not().hasCount(0);
      desk.shot("case-from-file");
      tab(page, "Forms 表單");
      assertThat(page.locator(".kefu-form").first()).containsText("Blue Lake Foods");
      tab(page, "Files 附件與文件");
      assertThat(page.locator(".kefu-panel")).containsText("Whole case file 完整案卷");
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  @Test
  void auditorsVerifyTheTrailAndAskWhoHeldWhichRight(Browser browser) {
    RightsJournalTrial.look(beans);
    NightTrial.verify(beans);
    try (Desk desk = auditor(browser, Desk.ENGLISH)) {
      Page page = desk.page();
      page.navigate(page.url().replaceAll("#.*", "") + "#/history");
      assertThat(page.getByLabel("Process 流程").locator("option[value=complaint-handling]")).hasCount(1);
      page.getByText("Verify now 立即核驗").click();
      assertThat(page.locator(".kefu-verdict")).containsText("✔ whole 完整");
      desk.shot("audit");
      Axe.assertAccessible(page, ".kefu-case-page");

      page.getByText("Who held which right on a day").click();
      assertThat(page.locator(".kefu-table").first()).isVisible();
      page.getByLabel("Person 人員").fill("complaint-supervisor");
      page.keyboard().press("Enter");
      assertThat(page.locator("td").filter(new Locator.FilterOptions().setHasText("Process 流程: Complaint handling 客戶投訴處理 (complaint-handling)")).first()).isVisible();
      assertThat(page.locator(".kefu-table").first().locator("tbody tr")).hasCount(1);
      desk.shot("rights-of-a-day");
      Axe.assertAccessible(page, ".kefu-case-page");
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  @Test
  void everythingIsSaidInChineseToo(Browser browser) {
    try (Desk desk = auditor(browser, Desk.CHINESE)) {
      assertThat(openTab(desk).locator(".kefu-history")).containsText("查找");
      desk.shot("history-chinese");
      assertThat(openCase(desk, finished, "").locator("[role=tablist]")).containsText("經過");
    }
  }

  private Desk auditor(Browser browser, String language) {
    Desk desk = Desk.of(browser, port, AUDITOR, language);
    desk.openCockpitAs(AUDITOR, password);
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

  private static void measure(Page page, String words) {
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(words)).check();
  }

  private static void tab(Page page, String words) {
    page.getByRole(AriaRole.TAB).filter(new Locator.FilterOptions().setHasText(words)).click();
  }
}
