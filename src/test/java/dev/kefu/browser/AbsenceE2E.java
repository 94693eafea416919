package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kefu.tasklist.TrialCases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page "Absence 缺勤代理", by the absent person, the deputy and the superior. */
@BrowserTest
class AbsenceE2E {

  private static final String PERSON = "relationship-specialist";
  private static final String DEPUTY = "relationship-specialist-2";
  private static final String SUPERIOR = "relationship-supervisor";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Autowired private Clock clock;

  private TrialCases cases;
  private LocalDate today;

  @BeforeEach
  void deploy() {
    cases = new TrialCases(engine);
    cases.deploy();
    today = LocalDate.now(clock);
  }

  @AfterEach
  void endAll() {
    jdbc.sql("select id from absences where state in ('PLANNED', 'ACTIVE')").query(Long.class).list()
        .forEach(id -> http.withBasicAuth("admin", password).postForEntity("/api/absences/{id}/end", Map.of(), String.class, id));
    jdbc.sql("delete from absences").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {Desk.ENGLISH, Desk.CHINESE})
  void absentPersonsTaskIsDoneByTheDeputyOnBehalf(String language, Browser browser) {
    Task task = cases.waitingForAnswer(Map.of());
    engine.getTaskService().setAssignee(task.getId(), PERSON);
    try (TasklistPage person = TasklistPage.of(browser, port, PERSON, password, language)) {
      Locator dialog = open(person);
      assertThat(dialog.locator(".kefu-none")).containsText("Nobody is absent. 目前無人缺勤。");
      assertThat(dialog.locator(".kefu-leaver")).hasCount(0);
      send(dialog, "Enter 登記");
      assertThat(field(dialog, "from").locator(".kefu-problem")).hasText("is required 為必填");
      assertThat(field(dialog, "deputy").locator(".kefu-problem")).hasText("is required 為必填");
      person.shot("absence-refused-" + language);
      dialog.locator("[name=from]").fill(today.toString());
      dialog.locator("[name=until]").fill(today.plusDays(4).toString());
      dialog.locator("[name=deputy]").selectOption(DEPUTY);
      dialog.locator("[name=reason]").fill("Holiday 休假");
      send(dialog, "Enter 登記");
      assertThat(person.page().locator(".kefu-notice")).containsText("已登記缺勤及代理人");
      assertThat(dialog.locator("tbody tr")).containsText(new String[] {"Absent now 缺勤中"});
      assertThat(dialog.locator("tbody tr .kefu-count")).not().hasText("0");
      person.shot("absence-entered-" + language);
      Axe.assertAccessible(person.page(), "dialog.kefu-dialog");

      seenByDeputy(task, language, browser);

      dialog.locator("tbody button").filter(new Locator.FilterOptions().setHasText("Change 變更")).click();
      Locator change = person.page().locator("dialog.kefu-dialog").last();
      change.locator("[name=until]").fill(today.minusDays(1).toString());
      send(change, "Save 儲存");
      assertThat(field(change, "until").locator(".kefu-problem")).containsText("is before the first day");
      Axe.assertAccessible(person.page(), "dialog.kefu-dialog:last-of-type");
      change.locator("[name=until]").fill(today.plusDays(1).toString());
      send(change, "Save 儲存");
      assertThat(dialog.locator("tbody tr")).containsText(today.plusDays(1).toString());

      dialog.locator("tbody button").filter(new Locator.FilterOptions().setHasText("End now 立即結束")).click();
      person.page().locator("dialog.kefu-dialog").last().locator(".btn-danger").click();
      assertThat(dialog.locator("tbody tr")).containsText("Ended 已結束");
      person.shot("absence-ended-" + language);
      assertThat(engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo(PERSON);
      assertThat(person.consoleErrors()).noneMatch(error -> !error.contains("400"));
    }
  }

  private void seenByDeputy(Task task, String language, Browser browser) {
    try (TasklistPage deputy = TasklistPage.of(browser, port, DEPUTY, password, language)) {
      deputy.openTask(task.getId());
      assertThat(deputy.page().locator(".kefu-behalf")).containsText("On behalf of 代 Customer-relations specialist 客戶關係專員 辦理");
      assertThat(deputy.page().locator(".kefu-card-behalf").first()).containsText("On behalf of 代");
      deputy.shot("absence-deputy-" + language);
      Axe.assertAccessible(deputy.page(), ".kefu-behalf");
      assertThat(open(deputy).locator("tbody tr")).containsText("(you 本人)");
      assertThat(deputy.page().locator("dialog.kefu-dialog tbody button")).hasCount(0);
      deputy.shot("absence-of-deputy-" + language);
      assertThat(deputy.consoleErrors()).isEmpty();
    }
  }

  @Test
  void superiorEntersForThoseBelowAndHandsOverWhenSomebodyLeaves(Browser browser) {
    Task task = cases.waitingForAnswer(Map.of());
    engine.getTaskService().setAssignee(task.getId(), PERSON);
    try (TasklistPage superior = TasklistPage.of(browser, port, SUPERIOR, password)) {
      Locator dialog = open(superior);
      dialog.locator("section [name=person]").selectOption(DEPUTY);
      dialog.locator("section [name=from]").fill(today.plusDays(1).toString());
      dialog.locator("section [name=until]").fill(today.plusDays(2).toString());
      dialog.locator("section [name=deputy]").selectOption(PERSON);
      send(dialog.locator("section"), "Enter 登記");
      assertThat(dialog.locator("tbody tr")).containsText("Planned 已登記");

      dialog.locator(".kefu-leaver summary").click();
      Locator leaver = dialog.locator(".kefu-leaver");
      leaver.locator("[name=person]").selectOption(PERSON);
      leaver.locator("[name=deputy]").selectOption(PERSON);
      leaver.locator("[name=reason]").fill("Left the house 離職");
      send(leaver, "Hand over 移交");
      confirm(superior.page());
      assertThat(field(leaver, "deputy").locator(".kefu-problem")).containsText("nobody is the own deputy");
      leaver.locator("[name=deputy]").selectOption(SUPERIOR);
      superior.shot("absence-leaver");
      Axe.assertAccessible(superior.page(), "dialog.kefu-dialog");
      send(leaver, "Hand over 移交");
      confirm(superior.page());
      assertThat(superior.page().locator(".kefu-notice").last()).containsText("handed over to 已移交");
      assertThat(dialog.locator("tbody")).containsText("For good 永久");
      superior.shot("absence-left");
      assertThat(engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo(SUPERIOR);
    }
  }

  private static void confirm(Page page) {
    page.locator("dialog.kefu-dialog").last().locator(".btn-danger").click();
  }

  private static Locator open(TasklistPage tasklist) {
    tasklist.page().locator(".kefu-absences-entry").click();
    Locator dialog = tasklist.page().locator("dialog.kefu-dialog").first();
    dialog.locator("h4").filter(new Locator.FilterOptions().setHasText("Absences 缺勤")).waitFor();
    return dialog;
  }

  private static void send(Locator form, String label) {
    form.locator("button[type=submit]").filter(new Locator.FilterOptions().setHasText(label)).click();
  }

  private static Locator field(Locator form, String name) {
    return form.locator(".kefu-absence-field").filter(new Locator.FilterOptions().setHas(form.page().locator("[name=" + name + "]"))).first();
  }
}
