package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kefu.tasklist.TrialCases;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page "Team 團隊", by a supervisor and by somebody who is none. */
@BrowserTest
class TeamE2E {

  private static final String SUPERVISOR = "relationship-supervisor";
  private static final String PERSON = "relationship-specialist";
  private static final String OTHER = "relationship-specialist-2";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;

  private TrialCases cases;
  private String right;
  private Task late;
  private Task other;

  @BeforeEach
  void start() {
    cases = new TrialCases(engine);
    cases.deploy();
    Authorization opens = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    opens.setGroupId(PERSON);
    opens.setResource(Resources.PROCESS_DEFINITION);
    opens.setResourceId(TrialCases.PROCESS);
    opens.addPermission(Permissions.READ);
    right = engine.getAuthorizationService().saveAuthorization(opens).getId();
    late = begun(-2);
    other = begun(3);
  }

  @AfterEach
  void tidy() {
    engine.getAuthorizationService().deleteAuthorization(right);
    List.of(late, other).forEach(task -> engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "test over"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Desk.ENGLISH, Desk.CHINESE})
  void supervisorSeesTheLoadReassignsSeveralAndMakesThemUrgent(String language, Browser browser) {
    try (TasklistPage supervisor = TasklistPage.of(browser, port, SUPERVISOR, password, language)) {
      Page page = supervisor.page();
      page.locator(".kefu-team-entry").click();
      Locator dialog = page.locator("dialog.kefu-dialog");
      assertThat(dialog.locator("tr[data-person=" + PERSON + "] .kefu-count").nth(1)).not().hasText("0");
      assertThat(row(dialog, late)).containsText("Overdue 逾期");
      supervisor.shot("team-" + language);
      Axe.assertAccessible(page, "dialog.kefu-dialog");

      dialog.locator("tr[data-person=" + PERSON + "] button").click();
      row(dialog, late).locator("input").check();
      row(dialog, other).locator("input").check();
      assertThat(dialog.locator(".kefu-team-count")).containsText("2 chosen 已選");
      dialog.locator(".kefu-team-actions select").first().selectOption(OTHER);
      press(dialog, "Reassign 改派");
      assertThat(dialog.locator(".kefu-team-actions .kefu-problem")).containsText("Reason 原因: is required 為必填");
      supervisor.shot("team-no-reason-" + language);
      dialog.locator(".kefu-team-actions input[type=text]").fill("Too much at once 工作量過大");
      press(dialog, "Reassign 改派");
      assertThat(page.locator(".kefu-notice")).containsText("2 done 項已完成");
      assertThat(row(dialog, late)).hasCount(0);
      assertThat(List.of(late, other)).allSatisfy(task -> assertThat(engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo(OTHER));

      dialog.locator("tr[data-person=" + OTHER + "] button").click();
      row(dialog, late).locator("input").check();
      dialog.locator(".kefu-team-actions select").last().selectOption("100");
      dialog.locator(".kefu-team-actions input[type=text]").fill("The customer waits 客戶等待");
      press(dialog, "Set priority 設定優先級");
      assertThat(row(dialog, late).locator(".kefu-team-urgent")).containsText("Urgent 緊急");
      supervisor.shot("team-urgent-" + language);
      Axe.assertAccessible(page, "dialog.kefu-dialog");
      assertThat(supervisor.consoleErrors()).noneMatch(error -> !error.contains("400"));
    }
  }

  @Test
  void whoHasNobodyBelowIsNotOfferedThePage(Browser browser) {
    try (TasklistPage specialist = TasklistPage.of(browser, port, PERSON, password)) {
      assertThat(specialist.page().locator(".kefu-absences-entry")).isVisible();
      assertThat(specialist.page().locator(".kefu-team-entry")).hasCount(0);
    }
  }

  private Task begun(int hours) {
    Task task = cases.startedBy(PERSON, Map.of());
    task.setDueDate(Date.from(clock.instant().plus(Duration.ofHours(hours))));
    engine.getTaskService().saveTask(task);
    return task;
  }

  private static Locator row(Locator dialog, Task task) {
    return dialog.locator("tr[data-task='" + task.getId() + "']");
  }

  private static void press(Locator dialog, String label) {
    dialog.locator(".kefu-team-actions button").filter(new Locator.FilterOptions().setHasText(label)).click();
  }
}
