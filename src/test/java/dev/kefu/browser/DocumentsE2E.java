package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kefu.document.PaperTrial;
import dev.kefu.document.casefiles.CaseFileTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of the handbook, printed from Tasklist: beside a task, and of a case without one; and the file of a case that ended. */
@BrowserTest
class DocumentsE2E {

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;
  @Autowired private BeanFactory beans;

  @Test
  void aFormIsPrintedBesideATaskAndFromTheCasesOfSomebodyWithoutOne(Browser browser) throws IOException {
    PaperTrial trial = new PaperTrial(engine, clock);
    String number = trial.registeredComplaint();
    try (TasklistPage supervisor = TasklistPage.of(browser, port, PaperTrial.SUPERVISOR, password)) {
      Page page = supervisor.filter("My group's tasks").openCase(number).page();
      supervisor.tab("Documents 文件");
      assertThat(rows(page)).containsText("Complaint registration 客戶投訴登記表");
      supervisor.shot("documents-of-a-task");
      assertThat(caseFile(page)).hasCount(0);
      assertPrints(page, number);
      assertThat(supervisor.consoleErrors()).isEmpty();
    }
    try (TasklistPage receiver = TasklistPage.of(browser, port, PaperTrial.RECEIVER, password)) {
      Page page = documents(receiver, number);
      assertPrints(page, number);
      receiver.shot("documents-of-a-case");
    }
  }

  @Test
  void theFileOfAnEndedCaseIsTakenAwayWhereItsPapersAre(Browser browser) throws IOException {
    String number = new PaperTrial(engine, clock).endedComplaint();
    try (TasklistPage supervisor = TasklistPage.of(browser, port, PaperTrial.SUPERVISOR, password)) {
      Page page = documents(supervisor, number);
      assertThat(rows(page).first()).isVisible();
      assertThat(page.locator(".kefu-chosen")).containsText(number + " This case has ended");
      assertThat(caseFile(page)).hasCount(0);
      CaseFileTrial.freeze(beans, number);
      page.locator(".kefu-case-search button").click();
      openDocuments(page);
      assertThat(caseFile(page)).containsText("frozen 歸檔 " + LocalDate.now(clock));
      supervisor.shot("case-file");
      Download download = page.waitForDownload(() -> caseFile(page).locator("a").click());
      assertThat(download.suggestedFilename()).isEqualTo(number + ".pdf");
      assertThat(text(download)).contains(number, "Ms Lin 林女士", "Better boxes 加強包裝");
    }
  }

  private static Page documents(TasklistPage person, String number) {
    Page page = person.page();
    page.locator(".kefu-cases-entry").click();
    page.locator(".kefu-case-search input").fill(number);
    page.locator(".kefu-case-search button").click();
    openDocuments(page);
    return page;
  }

  private static void openDocuments(Page page) {
    page.locator(".kefu-fold:not([open]) summary").filter(new Locator.FilterOptions().setHasText("Documents 文件")).click();
  }

  private static Locator caseFile(Page page) {
    return page.locator(".kefu-case-file");
  }

  private static Locator rows(Page page) {
    return page.locator(".kefu-documents tbody tr");
  }

  private static void assertPrints(Page page, String number) throws IOException {
    Download download = page.waitForDownload(() -> rows(page).locator("a").first().click());
    assertThat(download.suggestedFilename()).isEqualTo(number + "-complaint-registration-form.pdf");
    assertThat(text(download)).contains(number, "客戶投訴登記表", "Ms Lin 林女士");
  }

  private static String text(Download download) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(download.path()))) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
