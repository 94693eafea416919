package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kefu.complaint.statistics.LedgerTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People look at statistics in Tasklist. */
@BrowserTest
class ReportsE2E {

  private static final String PREFIX = "CMP-2033-9";

  @Autowired private JdbcClient jdbc;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;
  private LedgerTrial ledger;

  @BeforeEach
  void fill() {
    ledger = new LedgerTrial(jdbc);
    ledger.remove(PREFIX);
    for (int i = 1; i <= 5; i++) {
      ledger.add(PREFIX + "0000" + i, "2033-11-0" + i + "T09:00", Map.of("product", "Water pump 水泵", "kind", "productQuality", "severity", i == 1 ? "urgent" : "ordinary"));
    }
    ledger.add(PREFIX + "00006", "2033-11-07T09:00", Map.of("product", "Valve 閥門", "kind", "deliveryPacking", "status", "ASSIGNED"));
    ledger.add(PREFIX + "00007", "2033-10-07T09:00", Map.of("product", "Valve 閥門", "kind", "deliveryPacking"));
  }

  @AfterEach
  void clear() {
    ledger.remove(PREFIX);
  }

  @Test
  void specialistReadsTheMonthLooksBehindAFigureAndTakesTheFile(Browser browser) throws IOException {
    try (TasklistPage specialist = TasklistPage.of(browser, port, "complaint-specialist", password)) {
      Page page = specialist.page();
      page.locator(".kefu-reports-entry").click();
      page.getByLabel("Report 報表").selectOption("complaint-statistics");
      page.getByLabel("Period 期間").selectOption("month");
      page.getByLabel("Which 期").fill("2033-11");
      Locator pump = page.locator(".kefu-report-table tbody tr").nth(1);
      assertThat(pump).containsText("Water pump 水泵");
      assertThat(pump.locator("td").first()).hasText("5");
      assertThat(pump).containsText("83.3 %");
      assertThat(page.locator(".kefu-total td").first()).hasText("6");
      assertThat(page.locator(".kefu-bar-line")).hasCount(2);
      assertThat(page.locator(".kefu-bar").first()).hasAttribute("style", "width: 100%;");
      assertThat(page.locator(".kefu-bar").nth(1)).hasAttribute("style", "width: 20%;");

      pump.locator(".kefu-figure").first().click();
      assertThat(page.locator(".kefu-behind tbody tr")).hasCount(5);
      assertThat(page.locator(".kefu-behind tbody tr").first()).containsText(PREFIX + "00001");
      assertThat(page.locator(".kefu-behind tbody tr").first()).containsText("Urgent 緊急");
      specialist.shot("reports");

      page.getByLabel("Grouped by 分組").selectOption("kind");
      assertThat(page.locator(".kefu-report-table tbody tr").nth(1)).containsText("Product quality 產品質量");
      page.getByLabel("Period before 上一期").click();
      assertThat(page.getByLabel("Which 期")).hasValue("2033-10");
      assertThat(page.locator(".kefu-report-table tbody tr").nth(1)).containsText("Delivery, packing 交貨包裝");
      page.getByLabel("Period after 下一期").click();
      assertThat(page.locator(".kefu-total td").first()).hasText("6");

      Download file = page.waitForDownload(() -> page.getByText("XLSX").click());
      assertThat(file.suggestedFilename()).isEqualTo("complaint-statistics-2033-11.xlsx");
      try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file.path()))) {
        assertThat(book.getSheet(1).orElseThrow().read()).hasSize(7);
      }
      assertThat(specialist.consoleErrors()).isEmpty();
    }
  }

  @Test
  void linkOpensAReport(Browser browser) {
    try (TasklistPage manager = TasklistPage.of(browser, port, "general-manager", password)) {
      Page page = manager.page().context().newPage();
      page.navigate(manager.page().url().replaceAll("#.*", "") + "#/?report=complaint-analysis-report&period=2033-11&grouping=product");
      assertThat(page.locator(".kefu-report h4").first()).hasText("Complaint analysis 客戶投訴分析 · 2033-11 (2033-11-01 – 2033-11-30)");
      assertThat(page.locator(".kefu-total td").first()).hasText("6");
    }
  }

  @Test
  void supervisorTakesARegisterAwayOfAMonthAndWhole(Browser browser) throws IOException {
    try (TasklistPage supervisor = TasklistPage.of(browser, port, "complaint-supervisor", password)) {
      Page page = supervisor.page();
      page.locator(".kefu-reports-entry").click();
      page.getByLabel("Table 台帳").selectOption("complaints");
      assertThat(page.getByLabel("Of 時段")).isHidden();
      page.getByLabel("Rows 範圍").selectOption("month");
      page.getByLabel("Of 時段").fill("2033-11");
      page.getByLabel("Of 時段").dispatchEvent("change");
      assertThat(page.locator(".kefu-registers .kefu-note")).containsText("Case 案件 · Received 受理時間");
      page.locator(".kefu-registers").scrollIntoViewIfNeeded();
      supervisor.shot("registers");
      Download file = page.waitForDownload(() -> page.getByText("Download 下載").click());
      assertThat(file.suggestedFilename()).isEqualTo("complaints-2033-11.xlsx");
      try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file.path()))) {
        assertThat(book.getFirstSheet().read()).hasSize(11);
      }
      page.getByLabel("Rows 範圍").selectOption("all");
      Download whole = page.waitForDownload(() -> page.getByText("Download 下載").click());
      assertThat(whole.suggestedFilename()).isEqualTo("complaints.xlsx");
      assertThat(supervisor.consoleErrors()).isEmpty();
    }
  }

  @Test
  void whoSeesNoReportMayTakeARegisterAway(Browser browser) {
    try (TasklistPage survey = TasklistPage.of(browser, port, "survey-specialist", password)) {
      survey.page().locator(".kefu-reports-entry").click();
      assertThat(survey.page().getByLabel("Table 台帳").locator("option")).hasCount(3);
      assertThat(survey.page().getByLabel("Report 報表")).hasCount(0);
    }
  }

  @Test
  void othersAreNotOfferedThem(Browser browser) {
    try (TasklistPage clerk = TasklistPage.of(browser, port, "legal-counsel", password)) {
      assertThat(clerk.page().locator(".kefu-cases-entry")).isVisible();
      assertThat(clerk.page().locator(".kefu-reports-entry")).hasCount(0);
    }
  }
}
