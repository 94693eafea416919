package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.kefu.complaint.intake.IntakeTrial;
import dev.kefu.complaint.intake.imports.ImportWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The complaint section imports a file in Tasklist. */
@BrowserTest
class ComplaintImportE2E {

  private static final String FILE = """
      客戶,受理時間,投訴內容,客戶要求,Region
      藍湖食品,2026-11-23 09:30,機器每天早上都會停機一次,道歉
      紅山機械,2026-11-23 10:00,太短,維修
      """;

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private ImportWorker worker;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;
  private IntakeTrial trial;

  @BeforeEach
  void deploy() {
    trial = new IntakeTrial(engine, http, password).deploy();
  }

  @AfterEach
  void remove() {
    trial.remove();
  }

  @Test
  void specialistImportsWatchesAndTakesTheErrorsAway(Browser browser) throws IOException {
    try (TasklistPage specialist = TasklistPage.of(browser, port, "complaint-specialist", password)) {
      Page page = specialist.page();
      page.locator(".kefu-imports-entry").click();
      assertThat(page.locator(".kefu-columns")).containsText("Customer 客戶 *");

      choose(page, "not-a-table.csv", "a,b\n1,2\n");
      assertThat(page.locator(".kefu-dialog > .kefu-problem")).containsText("首行沒有任何表單欄位");
      specialist.shot("import-refused");

      page.locator(".kefu-import-form select").selectOption("letter");
      choose(page, "十一月投訴.csv", FILE);
      Locator row = page.locator(".kefu-import-table tbody tr").first();
      assertThat(row).containsText("Waiting 等待中");
      specialist.shot("import-waiting");
      worker.work();

      assertThat(row).containsText("Done 已完成");
      assertThat(row).containsText("100% · 2 / 2");
      assertThat(row).containsText("Columns left out 未使用的欄位: Region");
      specialist.shot("import-done");
      Download errors = page.waitForDownload(() -> row.getByText("Errors 錯誤清單").click());
      assertThat(Files.readString(errors.path(), StandardCharsets.UTF_8)).contains("\"3\"", "Content 投訴內容").doesNotContain("太短");
    }
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(IntakeTrial.PROCESS).count()).isEqualTo(1);
  }

  @Test
  void othersAreNotOfferedIt(Browser browser) {
    try (TasklistPage clerk = TasklistPage.of(browser, port, "finance-clerk", password)) {
      assertThat(clerk.page().locator(".kefu-cases-entry")).isVisible();
      assertThat(clerk.page().locator(".kefu-imports-entry")).hasCount(0);
    }
  }

  private static void choose(Page page, String name, String content) {
    page.locator(".kefu-import-form input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    page.locator(".kefu-import-form button").click();
  }
}
