package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.kefu.document.AttachmentTrial.CLERK;
import static dev.kefu.document.AttachmentTrial.PDF;
import static dev.kefu.document.AttachmentTrial.STARTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import dev.kefu.Persons;
import dev.kefu.document.AttachmentTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tab "Attachments 附件", beside a form that requires a receipt and for those who only read. */
@BrowserTest
class AttachmentsE2E {

  private static final String TAB = "Attachments 附件";
  private static final String RECEIPT = "收據 𠮷 2026-11.pdf";
  private static final String MANAGER = "customer-service-manager";
  private static final int TOO_LARGE = 20 * 1024 * 1024 + 1;
  private static final byte[] PROGRAM = "MZ\u0000\u0001program".getBytes(StandardCharsets.ISO_8859_1);

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;

  private AttachmentTrial trial;

  @BeforeEach
  void deploy() {
    trial = new AttachmentTrial(engine, port, password);
    trial.deploy();
  }

  @Test
  void receiptIsAskedForAttachedAndReadByTheNextStep(Browser browser) throws IOException {
    Task task = trial.claim();
    try (TasklistPage starter = open(browser, STARTER).openTask(task.getId())) {
      Page page = starter.page();
      starter.fill("field_claim_purpose", "Taxi to the customer 計程車").choose("field_claim_kind", "Expense").submit();
      assertThat(starter.refusal()).containsText("Receipt 收據");
      assertThat(starter.refusal()).containsText("attach it first, in the tab Attachments 請先在「附件」分頁上傳");
      assertThat(tab(page)).containsText("missing 尚缺");
      assertThat(page.locator(".kefu-asked-here")).containsText("Missing 尚缺");
      assertThat(page.locator(".kefu-refused")).hasText("attach it first, in the tab Attachments");
      assertThat(page.locator(".kefu-asked-here button")).isFocused();
      starter.shot("attachment-missing");

      page.locator(".kefu-asked-here button").click();
      assertThat(page.locator(".kefu-asked")).containsText("Missing 尚缺 Receipt 收據");
      assertThat(page.locator(".kefu-kind select")).hasValue("receipt");
      assertThat(page.locator(".kefu-attachments")).containsText("No attachments yet. 尚無附件。");
      choose(page, file(RECEIPT, PDF), file("invoice.pdf", PROGRAM));
      assertThat(rows(page)).hasCount(1);
      assertThat(rows(page)).containsText(RECEIPT);
      assertThat(rows(page)).containsText("Receipt 收據");
      assertThat(failed(page, "invoice.pdf")).containsText("內容不屬可接受的類型");
      assertThat(page.locator(".kefu-asked")).containsText("Attached 已上傳");
      assertThat(tab(page)).hasText(Pattern.compile(TAB + "\\s*1"));

      choose(page, file("empty.pdf", new byte[0]), file("program.exe", PROGRAM), file("scan.pdf", Arrays.copyOf(PDF, TOO_LARGE)), file("../../x.pdf", PDF));
      assertThat(failed(page, "empty.pdf")).containsText("The file is empty.");
      assertThat(failed(page, "program.exe")).containsText("This type is not accepted");
      assertThat(failed(page, "scan.pdf")).containsText("The file is larger than 20 MB.");
      assertThat(rows(page).nth(1).locator("a")).hasText(Pattern.compile("\\s*x\\.pdf"));
      assertThat(rows(page).nth(1)).containsText("Other 其他");
      starter.shot("attachments");
      for (String name : List.of("invoice.pdf", "empty.pdf", "program.exe", "scan.pdf")) {
        failed(page, name).getByText("Dismiss 移去").click();
      }
      assertThat(page.locator(".kefu-upload")).hasCount(0);

      starter.tab("Form");
      assertThat(starter.field("field_claim_purpose")).hasValue("Taxi to the customer 計程車");
      assertThat(page.locator(".kefu-asked-here")).containsText("Attached 已上傳");
      starter.shot("attachment-there").complete();
      // The browser itself notes the two refusals: of the form and of the program that was called a PDF.
      assertThat(starter.consoleErrors()).hasSize(2).allMatch(error -> error.contains("status of 400"));
    }

    try (TasklistPage clerk = open(browser, CLERK)) {
      Page page = clerk.page();
      clerk.filter("My group's tasks").card(trial.caseNumber(task)).locator("h4 a").click();
      clerk.tab(TAB);
      Download download = page.waitForDownload(() -> rows(page).filter(text(RECEIPT)).locator("a").click());
      assertThat(download.suggestedFilename()).isEqualTo(RECEIPT);
      assertThat(Files.readAllBytes(download.path())).isEqualTo(PDF);
      assertThat(page.locator(".kefu-files button")).hasCount(0);
      choose(page, file("clerk's note.txt", "checked 已核".getBytes(StandardCharsets.UTF_8)));
      assertThat(rows(page)).hasCount(3);
      clerk.shot("attachments-next-step");
      assertThat(clerk.consoleErrors()).isEmpty();
    }
  }

  @Test
  void brokenUploadIsTriedAgainAndTheFileIsThereOnce(Browser browser) {
    Task task = trial.claim();
    try (TasklistPage starter = open(browser, STARTER).openTask(task.getId()).tab(TAB)) {
      Page page = starter.page();
      page.locator(".kefu-drop").waitFor();

      // The file got there; its answer did not.
      onUpload(page, route -> {
        trial.upload(STARTER, task, "lost.pdf", PDF, "receipt");
        route.abort("connectionreset");
      });
      choose(page, file("lost.pdf", PDF));
      assertThat(failed(page, "lost.pdf")).containsText("The connection was lost. Try again; the file is kept only once. 連線中斷");
      starter.shot("attachment-connection-lost");
      page.unroute("**/attachments");
      failed(page, "lost.pdf").locator("button").filter(text("Try again 重試")).click();
      assertThat(rows(page)).hasCount(1);
      assertThat(page.locator(".kefu-upload")).hasCount(0);

      page.context().setOffline(true);
      choose(page, file("offline.pdf", PDF));
      assertThat(failed(page, "offline.pdf")).containsText("The connection was lost");
      page.context().setOffline(false);
      failed(page, "offline.pdf").locator("button").filter(text("Try again 重試")).click();
      assertThat(rows(page)).hasCount(2);
      assertThat(trial.list(STARTER, task).at("/attachments").findValuesAsText("name")).containsExactly("lost.pdf", "offline.pdf");
    }
  }

  @Test
  void endedSessionAndFullCaseAreToldAndLoseNothing(Browser browser) {
    Task task = trial.claim();
    try (TasklistPage starter = open(browser, STARTER).openTask(task.getId()).tab(TAB)) {
      Page page = starter.page();
      page.locator(".kefu-drop").waitFor();
      page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
      choose(page, file("late.pdf", PDF));
      Locator box = page.locator(".kefu-session");
      assertThat(box).containsText("Your session has ended 登入已過期");
      Page login = page.context().waitForPage(() -> box.locator("a").click());
      Desk.logIn(login, STARTER, password);
      login.locator(".start-process-action").waitFor();
      login.close();
      page.bringToFront();
      box.locator("button").click();
      assertThat(rows(page)).hasCount(1);
      assertThat(rows(page)).containsText("late.pdf");

      jdbc.sql("update document_attachments set file_size = ? where case_number = ?").params(200L * 1024 * 1024, trial.caseNumber(task)).update();
      choose(page, file("one more.pdf", PDF));
      assertThat(failed(page, "one more.pdf")).containsText("the case is full, its attachments may have 200 MB together 案件附件合計已達上限");
      starter.shot("attachment-case-full");
    }
  }

  @Test
  void uploadIsStoppedAndGoesOnWhileTheFormIsInSight(Browser browser) {
    Task task = trial.claim();
    try (TasklistPage starter = open(browser, STARTER).openTask(task.getId())) {
      Page page = starter.page();
      starter.fill("field_claim_purpose", "Typed 已輸入").tab(TAB);
      page.locator(".kefu-drop").waitFor();
      List<Route> held = new ArrayList<>();
      onUpload(page, held::add);

      choose(page, file("slow.pdf", PDF), file("second.pdf", PDF));
      assertThat(page.locator(".kefu-upload progress")).hasCount(2);
      assertThat(upload(page, "second.pdf")).containsText("Waiting 等待中");
      starter.shot("attachment-on-its-way");
      upload(page, "second.pdf").getByText("Cancel 取消").click();
      assertThat(failed(page, "second.pdf")).containsText("Stopped; not attached. 已取消");
      starter.tab("Form");
      assertThat(starter.field("field_claim_purpose")).hasValue("Typed 已輸入");
      page.waitForCondition(() -> held.size() == 1);
      page.unroute("**/attachments");
      held.get(0).resume();
      assertThat(tab(page)).hasText(Pattern.compile(TAB + "\\s*1"));

      starter.tab(TAB);
      assertThat(rows(page)).containsText("slow.pdf");
      upload(page, "second.pdf").getByText("Try again 重試").click();
      assertThat(rows(page)).hasCount(2);
      assertThat(starter.consoleErrors()).isEmpty();
    }
  }

  @Test
  void filesAreChosenByTheKeyboardOrDroppedAndRemovedAfterAQuestion(Browser browser) {
    Task task = trial.claim();
    try (TasklistPage starter = open(browser, STARTER).openTask(task.getId()).tab(TAB)) {
      Page page = starter.page();
      Locator choose = page.locator(".kefu-drop-choose button");
      // Tasklist may draw a tab a second time when it has just been opened.
      page.waitForCondition(() -> {
        page.locator(".kefu-kind select").press("Tab");
        return Boolean.TRUE.equals(choose.evaluate("button => button === document.activeElement"));
      });
      FileChooser chooser = page.waitForFileChooser(() -> choose.press("Enter"));
      assertThat(chooser.isMultiple()).isTrue();
      chooser.setFiles(file("by keyboard.pdf", PDF));
      assertThat(rows(page)).hasCount(1);
      JSHandle dropped = page.evaluateHandle("() => { const all = new DataTransfer(); all.items.add(new File(['dropped 拖放'], 'dropped.txt')); return all; }");
      page.locator(".kefu-drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));
      assertThat(rows(page)).hasCount(2);

      Locator remove = rows(page).filter(text("by keyboard.pdf")).locator("button");
      remove.click();
      starter.shot("attachment-remove");
      page.locator(".kefu-dialog button").filter(text("Keep 保留")).click();
      assertThat(rows(page)).hasCount(2);
      remove.focus();
      page.keyboard().press("Enter");
      page.locator(".kefu-dialog .btn-danger").press("Enter");
      assertThat(rows(page)).hasCount(1);
      assertThat(page.locator(".kefu-asked")).containsText("Missing 尚缺");
      page.locator(".kefu-removed summary").click();
      assertThat(page.locator(".kefu-removed li")).containsText("by keyboard.pdf · Customer-survey specialist");
      starter.shot("attachment-removed");
      assertThat(starter.consoleErrors()).isEmpty();
    }
  }

  @Test
  void receiptIsNotAskedForWhileItsTextIsHidden(Browser browser) {
    Task task = trial.claim();
    try (TasklistPage starter = open(browser, STARTER).openTask(task.getId())) {
      assertThat(tab(starter.page())).containsText("missing 尚缺");
      starter.fill("field_claim_purpose", "Lunch 午餐").choose("field_claim_kind", "Allowance");
      assertThat(starter.page().locator(".kefu-asked-here")).hasCount(0);
      assertThat(tab(starter.page())).hasText(TAB);
      starter.complete();
    }
  }

  @Test
  void expenseClaimLeadsToItsReceipts(Browser browser) {
    String number = new Persons(engine).start(STARTER, "expense-claim-review").getBusinessKey();
    try (TasklistPage starter = open(browser, STARTER).openCase(number)) {
      Page page = starter.page();
      page.locator(".kefu-asked-here").getByText("Attach it now 前往上傳").click();
      assertThat(page.locator(".kefu-kind option").first()).hasText("Receipts 單據 (missing 尚缺)");
      choose(page, file("hotel 住宿.pdf", PDF));
      assertThat(rows(page)).containsText("Receipts 單據");
      starter.tab("Form");
      assertThat(page.locator(".kefu-asked-here")).containsText("Attached 已上傳");
      page.locator(".kefu-asked-here").scrollIntoViewIfNeeded();
      starter.shot("attachment-of-a-claim");
      assertThat(starter.consoleErrors()).isEmpty();
    }
  }

  @Test
  void readerAddsNothingAndTheStarterReachesThemWithoutATask(Browser browser) {
    Task task = trial.check();
    trial.upload(CLERK, task, "checked.pdf", PDF);

    try (TasklistPage manager = open(browser, MANAGER)) {
      cases(manager.page(), trial.caseNumber(task));
      assertThat(rows(manager.page())).containsText("checked.pdf");
      assertThat(manager.page().locator(".kefu-attachments")).containsText("not add to them");
      assertThat(manager.page().locator(".kefu-drop")).hasCount(0);
      assertThat(manager.page().locator(".kefu-files button")).hasCount(0);
      manager.shot("attachments-read-only");
      assertThat(manager.consoleErrors()).isEmpty();
    }
    try (TasklistPage starter = open(browser, STARTER)) {
      cases(starter.page(), trial.caseNumber(task));
      choose(starter.page(), file("later.pdf", PDF));
      assertThat(rows(starter.page())).hasCount(2);
      starter.shot("attachments-of-a-case");
      assertThat(starter.consoleErrors()).isEmpty();
    }
  }

  private TasklistPage open(Browser browser, String userId) {
    return TasklistPage.alone(browser, port, userId, password, Desk.ENGLISH);
  }

  private static void cases(Page page, String caseNumber) {
    page.locator(".kefu-cases-entry").click();
    page.locator(".kefu-case-search input").fill(caseNumber);
    page.locator(".kefu-case-search button").click();
    page.locator(".kefu-fold summary").filter(text(TAB)).click();
    page.locator(".kefu-files").waitFor();
  }

  private static void onUpload(Page page, Consumer<Route> then) {
    page.route("**/attachments", route -> {
      if (route.request().method().equals("POST")) {
        then.accept(route);
      } else {
        route.resume();
      }
    });
  }

  private static void choose(Page page, FilePayload... files) {
    page.locator(".kefu-drop input[type=file]").setInputFiles(files);
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  private static Locator tab(Page page) {
    return page.locator(".nav-tabs a").filter(text(TAB));
  }

  private static Locator rows(Page page) {
    return page.locator(".kefu-files tbody tr");
  }

  private static Locator upload(Page page, String name) {
    return page.locator(".kefu-upload").filter(text(name));
  }

  private static Locator failed(Page page, String name) {
    return page.locator(".kefu-upload-failed").filter(text(name));
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
