package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kefu.Persons;
import dev.kefu.deadline.clocks.SweepByHand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the time of a task and a case has got to, in words: 4 hours for the first step, as the table says. */
@BrowserTest
class DeadlinesE2E {

  private static final String AGENT = "call-center-agent-2";
  private static final String TEAM_LEADER = "call-center-team-leader";
  private static final String SPECIALIST = "relationship-specialist-2";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private ApplicationContext context;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private final List<ProcessInstance> started = new ArrayList<>();
  private Persons persons;
  private Instant begin;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
    begin = clock.instant();
    // What other classes left open is none of this class's business.
    jdbc.sql("update deadline_clocks set state = 'DONE', next_at = null where state <> 'DONE'").update();
  }

  @AfterEach
  void tidy() {
    started.forEach(one -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(one.getProcessInstanceId()).list()
        .forEach(running -> engine.getRuntimeService().deleteProcessInstance(running.getId(), "test over")));
    ClockUtil.reset();
    jdbc.sql("update deadline_sweeps set swept_at = null").update();
  }

  @Test
  void cardsSayInWordsWhatIsDueSoonOverdueToldToTheSuperiorAndHandedOver(Browser browser) {
    String handedOver = help();
    after(Duration.ofMinutes(210));
    String escalated = help();
    after(Duration.ofMinutes(300));
    String dueSoon = help();
    SweepByHand.sweep(context);
    after(Duration.ofMinutes(485));
    String running = help();
    SweepByHand.sweep(context);

    try (TasklistPage agent = TasklistPage.of(browser, port, AGENT, password).filter("My tasks")) {
      assertThat(agent.card(running)).containsText("Due 期限 ");
      assertThat(agent.card(dueSoon)).containsText("Due soon 即將到期 ");
      assertThat(agent.card(escalated)).containsText("Overdue 逾期 ");
      assertThat(agent.card(escalated)).containsText("Superior told 已通知上級");
      agent.shot("deadlines-on-cards");

      Locator deadlines = deadlines(agent.page(), escalated);
      assertThat(deadlines.locator("tbody tr")).hasCount(2);
      assertThat(deadlines.locator("tr", having("Record need 登記"))).containsText("Step began 步驟開始");
      assertThat(deadlines.locator("tr", having("Record need 登記"))).containsText("Overdue 逾期");
      assertThat(deadlines.locator("tr", having("Whole case 整個案件"))).containsText("Running 進行中");
      agent.shot("deadlines-of-a-case");
      assertThat(agent.consoleErrors()).isEmpty();
    }
    try (TasklistPage leader = TasklistPage.of(browser, port, TEAM_LEADER, password).filter("My group's tasks")) {
      assertThat(leader.card(handedOver)).containsText("Overdue 逾期 ");
      assertThat(leader.card(handedOver)).containsText("Handed to superior 已移交上級");
      leader.shot("deadlines-handed-over");
    }
  }

  @Test
  void clocksThatWaitForTheCustomerAreShownAsPaused(Browser browser) {
    engine.getRepositoryService().createDeployment().name("deadline-trial").enableDuplicateFiltering(false)
        .addClasspathResource("deadline/deadline-trial.bpmn").addClasspathResource("deadline/trial-deadlines.dmn").deploy();
    ProcessInstance trial = engine.getRuntimeService().startProcessInstanceByKey("deadline-trial");
    started.add(trial);
    Task work = task(trial, "userTask_work");
    engine.getTaskService().complete(task(trial, "userTask_other").getId());
    engine.getTaskService().claim(work.getId(), SPECIALIST);

    try (TasklistPage specialist = TasklistPage.of(browser, port, SPECIALIST, password).filter("My tasks")) {
      Locator card = specialist.page().locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText("Trial work"));
      assertThat(card).containsText("Paused: waits for others 等待外部");
      card.locator("h4 a").click();
      specialist.tab("Case actions 案件操作");
      Locator deadlines = specialist.page().locator(".kefu-deadlines");
      assertThat(deadlines.locator("tr", having("Trial work"))).containsText("Paused: waits for others 等待外部 since 自 " + LocalDate.now(clock));
      assertThat(deadlines.locator("tr", having("Trial ask"))).containsText("Running 進行中");
      specialist.shot("deadlines-paused");
    }
  }

  private String help() {
    ProcessInstance help = persons.start(AGENT, "customer-help");
    started.add(help);
    return help.getBusinessKey();
  }

  /** Moves the whole program's clock to so long after the test's beginning. */
  private void after(Duration time) {
    ClockUtil.setCurrentTime(Date.from(begin.plus(time)));
  }

  private static Locator deadlines(Page page, String caseNumber) {
    page.locator(".kefu-cases-entry").click();
    page.locator(".kefu-case-search input").fill(caseNumber);
    page.locator(".kefu-case-search button").click();
    return page.locator(".kefu-dialog .kefu-deadlines");
  }

  private static Locator.LocatorOptions having(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private Task task(ProcessInstance instance, String step) {
    return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey(step).singleResult();
  }
}
