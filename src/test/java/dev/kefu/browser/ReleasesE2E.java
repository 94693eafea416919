package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.kefu.Persons;
import dev.kefu.engine.RunningModels;
import dev.kefu.release.HelpChanges;
import dev.kefu.release.ReleaseDesk;
import dev.kefu.release.changes.Changes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page "Release 發佈": a process owner brings files as Camunda Modeler writes them, a second one approves, a case on its way goes on. */
@BrowserTest
class ReleasesE2E {

  private static final String AGENT = "call-center-agent";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private TestRestTemplate http;
  @Autowired private ProcessEngine engine;
  @Autowired private RunningModels running;
  @Autowired private Clock clock;

  /** What is changed, and what the second person reads of it. */
  enum Wanted {
    DEADLINE(HelpChanges::deadline, "Row 第 2 行"), LIMIT(HelpChanges::limit, "Limit per head (yuan) 每人標準: “200” → “220”"), FIELD(HelpChanges::field, "Order number 訂單號"),
    STEP(HelpChanges::step, "Note lesson 記錄經驗"), APPROVER(HelpChanges::approver, "Roles 崗位: “customer-service-manager” → “finance-manager”");

    private final Supplier<Map<String, String>> files;
    private final String read;

    Wanted(Supplier<Map<String, String>> files, String read) {
      this.files = files;
      this.read = read;
    }
  }

  @AfterEach
  void tidy() {
    new ReleaseDesk(http, password).tidy();
  }

  @ParameterizedTest
  @EnumSource(Wanted.class)
  void changeIsProposedSeenApprovedAndTakenBackAndTheCaseGoesOn(Wanted wanted, Browser browser) throws IOException {
    Persons persons = new Persons(engine);
    String number = persons.start(AGENT, "customer-help").getBusinessKey();
    try (ModelerFiles modeler = new ModelerFiles(browser); TasklistPage owner = TasklistPage.of(browser, port, ReleaseDesk.OWNER, password);
        TasklistPage second = TasklistPage.of(browser, port, ReleaseDesk.SECOND, password)) {
      Locator mine = opened(owner.page());
      propose(mine, modeler.saved(wanted.files.get()), "Wanted by the department 部門要求");
      headed(mine, "Waits for a second person 待第二人核准");
      assertThat(mine.locator(".kefu-release-changes").filter(new Locator.FilterOptions().setHasText(wanted.read))).hasCount(1);
      assertThat(button(mine, "Approve and release 核准並發佈")).hasCount(0);
      owner.shot("release-proposed-" + wanted);

      Locator theirs = opened(second.page());
      theirs.locator(".kefu-release-list button").first().click();
      assertThat(theirs.locator(".kefu-release-changes").filter(new Locator.FilterOptions().setHasText(wanted.read))).hasCount(1);
      if (wanted == Wanted.STEP || wanted == Wanted.APPROVER) {
        assertThat(theirs.locator(".kefu-release-picture svg .kefu-added, .kefu-release-picture svg .kefu-changed").first()).isVisible();
        assertThat(theirs.locator(".kefu-release-badge").last()).isVisible();
      }
      second.shot("release-to-approve-" + wanted);
      Axe.assertAccessible(second.page(), "dialog.kefu-dialog");
      button(theirs, "Approve and release 核准並發佈").click();
      headed(theirs, "In effect 已發佈");
      assertThat(theirs.locator(".kefu-releases")).containsText("Running cases that follow 已隨新版本的運行案件");
      second.shot("release-in-effect-" + wanted);

      persons.submit(AGENT, number, "userTask_record", "need", need());
      assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_answer").count()).isEqualTo(1);

      button(theirs, "Back to the version before 退回前一版本").click();
      button(second.page().locator("dialog.kefu-dialog").last(), "Back 退回").click();
      headed(theirs, "Taken back 已退回前一版本");
      assertThat(theirs.locator("li").filter(new Locator.FilterOptions().setHasText("Running cases that follow"))).hasCount(2);
      assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_answer").count()).isEqualTo(1);
      assertThat(second.consoleErrors()).isEmpty();
    }
  }

  @Test
  void wrongModelIsRefusedWithTheElementsName(Browser browser) {
    try (TasklistPage owner = TasklistPage.of(browser, port, ReleaseDesk.OWNER, password)) {
      Locator dialog = opened(owner.page());
      propose(dialog, Map.of("customer-help.bpmn", HelpChanges.edit(HelpChanges.read(HelpChanges.MODEL), "camunda:decisionRef=\"help-route\"", "camunda:decisionRef=\"help-rout\"")), "Try 嘗試");
      assertThat(dialog.locator(".kefu-release-wrong")).containsText("Business rule task \"Route need 分派\" (businessRuleTask_sort) asks the table \"help-rout\", which does not exist", new LocatorAssertions.ContainsTextOptions().setTimeout(180_000));
      dialog.locator(".kefu-release-wrong").scrollIntoViewIfNeeded();
      owner.shot("release-refused");
      Axe.assertAccessible(owner.page(), "dialog.kefu-dialog");
    }
  }

  @Test
  void othersAreNotOfferedThePage(Browser browser) {
    try (TasklistPage agent = TasklistPage.of(browser, port, AGENT, password)) {
      assertThat(agent.page().locator(".kefu-absences-entry")).isVisible();
      assertThat(agent.page().locator(".kefu-releases-entry")).hasCount(0);
    }
  }

  /** Whoever opens a file in Camunda Modeler and saves it changes nothing. */
  @Test
  void filesSavedByModelerAreTheSameAndKeepTheRules(Browser browser) throws IOException {
    Map<String, byte[]> saved = new TreeMap<>();
    try (ModelerFiles modeler = new ModelerFiles(browser); Stream<Path> files = Files.walk(Path.of("processes"))) {
      for (Path file : files.filter(one -> one.toString().matches(".*\\.(bpmn|dmn)")).toList()) {
        byte[] content = modeler.saved(file.getFileName().toString(), Files.readString(file)).getBytes(StandardCharsets.UTF_8);
        assertThat(Changes.between(file.toString(), Files.readAllBytes(file), content)).as(file.toString()).isEmpty();
        saved.put(file.toString().replace('\\', '/'), content);
      }
    }
    assertThat(running.check(saved)).isEmpty();
  }

  private static Locator opened(Page page) {
    page.locator(".kefu-releases-entry").click();
    return page.locator("dialog.kefu-dialog").first();
  }

  private static void propose(Locator dialog, Map<String, String> files, String reason) {
    dialog.locator("input[name=files]").setInputFiles(files.entrySet().stream()
        .map(file -> new FilePayload(file.getKey(), "application/octet-stream", file.getValue().getBytes(StandardCharsets.UTF_8))).toArray(FilePayload[]::new));
    dialog.locator("textarea[name=reason]").fill(reason);
    button(dialog, "Check and propose 檢查並提案").click();
  }

  /** The check of all files takes seconds of a core, which other tests may share. */
  private static void headed(Locator dialog, String text) {
    assertThat(dialog.locator("h4").first()).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(180_000));
  }

  private static Locator button(Locator place, String text) {
    return place.locator("button").filter(new Locator.FilterOptions().setHasText(text));
  }

  private Map<String, Object> need() {
    return Map.of("customer", "Blue Lake Foods", "channel", "phone", "receivedAt", "2026-11-23T09:30+08:00", "kind", "other", "content", "It stops. 停機。",
        "answerKnown", true, "due", LocalDate.now(clock).plusDays(7) + "T18:00+08:00");
  }
}
