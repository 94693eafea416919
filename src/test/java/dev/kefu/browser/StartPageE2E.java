package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.kefu.document.PaperTrial;
import dev.kefu.tasklist.start.Newcomer;
import java.time.Clock;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people find before they open anything, and how they find a case again. */
@BrowserTest
class StartPageE2E {

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;
  private PaperTrial trial;
  private Newcomer person;

  @BeforeEach
  void prepare() {
    trial = new PaperTrial(engine, clock);
  }

  @AfterEach
  void tidy() {
    if (person != null) {
      person.leaves();
    }
  }

  @Test
  void supervisorSeesWhatIsLateOpensItAndComesBack(Browser browser) {
    String number = trial.registeredComplaint();
    Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskCandidateGroup(PaperTrial.SUPERVISOR).singleResult();
    task.setDueDate(Date.from(clock.instant().minusSeconds(9000L * 24 * 3600)));
    engine.getTaskService().saveTask(task);
    try (TasklistPage supervisor = TasklistPage.of(browser, port, PaperTrial.SUPERVISOR, password)) {
      Page page = supervisor.page();
      Locator first = region(page, "Late 逾期").locator("li").first();
      assertThat(first).containsText(number + " · Blue Lake Foods");
      assertThat(region(page, "Start a procedure 發起程序")).containsText("A customer complains: take down who and what; everything after goes by rule. 客戶投訴：記下何人何事，其後依規則辦理。");
      supervisor.shot("start-page");
      Axe.assertAccessible(page, ".kefu-start-page");

      first.getByRole(AriaRole.BUTTON).focus();
      page.keyboard().press("Enter");
      page.locator(".fjs-form").first().waitFor();
      assertThat(page.locator(".kefu-start-page")).isHidden();
      page.locator(".kefu-home-entry").click();
      assertThat(region(page, "Late 逾期")).isVisible();
      assertThat(supervisor.consoleErrors()).isEmpty();
    }
  }

  @Test
  void agentFindsACaseByThePhoneOfItsCustomerWithoutAMouse(Browser browser) {
    String number = trial.registeredComplaint();
    try (TasklistPage agent = TasklistPage.of(browser, port, PaperTrial.RECEIVER, password)) {
      Page page = agent.page();
      Locator typed = page.getByLabel("Find a case by number, customer, phone or text");
      typed.fill("+852 2345 6789");
      typed.press("Enter");
      Locator found = page.locator(".kefu-found");
      assertThat(found.getByText(number)).isVisible();
      typed.fill("nobody ever wrote this");
      typed.press("Enter");
      assertThat(found).hasText("No case that you may read fits. 找不到您可查看的案件。");
      typed.fill(number);
      typed.press("Enter");
      assertThat(found.locator("tbody tr")).hasCount(1);
      agent.shot("start-page-search");
      found.getByText(number).press("Enter");
      assertThat(page.locator(".kefu-dialog .kefu-chosen")).containsText(number);
      agent.shot("start-page-case");
      assertThat(agent.consoleErrors()).isEmpty();
    }
  }

  @Test
  void newcomerReadsTheFirstStepsAndStartsAProcedureInAChineseBrowser(Browser browser) {
    person = new Newcomer(engine, "hr-department", password);
    try (TasklistPage newcomer = TasklistPage.of(browser, port, person.userId(), password, Desk.CHINESE)) {
      Page page = newcomer.page();
      assertThat(page.locator(".kefu-first-steps")).hasAttribute("open", "");
      assertThat(page.locator(".kefu-first-steps")).containsText("點選任務即可閱讀");
      assertThat(region(page, "What I started 我發起的案件")).isVisible();
      newcomer.shot("start-page-newcomer");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Start 發起: Complaint handling"))).press("Enter");
      page.locator(".fjs-form").first().waitFor();
      assertThat(page.locator(".kefu-notice")).containsText(Pattern.compile("Case CMP-\\d{4}-\\d{6} started 案件已建立"));
      assertThat(newcomer.consoleErrors()).isEmpty();
    }
  }

  private static Locator region(Page page, String title) {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
  }
}
