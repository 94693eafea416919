package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.kefu.engine.CaseVariables;
import dev.kefu.tasklist.TrialCases;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class TasklistE2E {

  private static final String SPECIALIST = "relationship-specialist";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private TaskService taskService;

  private TrialCases cases;

  @BeforeEach
  void deploy() {
    cases = new TrialCases(engine);
    cases.deploy();
  }

  @Test
  void cardShowsWhatACallerAsksFor(Browser browser) {
    Task task = cases.waitingForAnswer(Map.of(CaseVariables.CUSTOMER_NAME, "<b>王小明</b> 𠮷", CaseVariables.CUSTOMER_GRADE, "A"));
    task.setDueDate(new Date(0));
    taskService.saveTask(task);
    String caseNumber = caseNumberOf(task);

    try (TasklistPage tasklist = open(browser, SPECIALIST)) {
      Locator card = tasklist.filter("My group's tasks").card(caseNumber);

      assertThat(card).containsText("<b>王小明</b> 𠮷");
      assertThat(card.locator(".kefu-grade")).hasText("A");
      assertThat(card.locator(".kefu-overdue")).containsText("Overdue 逾期 1970-01-01 08:00");
      tasklist.shot("cards");
    }
  }

  @Test
  void listDoesNotBlockCompleteButAnUnclaimedTaskDoes(Browser browser) {
    Task task = cases.waitingForAnswer(Map.of());

    try (TasklistPage tasklist = open(browser, SPECIALIST).openTask(task.getId())) {
      tasklist.page().locator(".fjs-form").click(new Locator.ClickOptions().setForce(true));
      // The script looks at the button for the last time after 900 ms; this timer is set later and so fires after it.
      tasklist.page().evaluate("new Promise(done => setTimeout(done, 1000))");
      assertThat(tasklist.completeButton()).isDisabled();
      tasklist.shot("list-unclaimed");

      tasklist.claim().fill("field_answer_step_0", "Explain 說明").check("field_answer_solved");
      assertThat(tasklist.completeButton()).isEnabled();
      tasklist.shot("list-filled").complete();
    }
    assertThat(taskService.createTaskQuery().taskId(task.getId()).count()).isZero();
  }

  @Test
  void endedSessionLosesNothing(Browser browser) {
    Task task = cases.startedBy(SPECIALIST, Map.of());

    try (TasklistPage tasklist = open(browser, SPECIALIST).openTask(task.getId())) {
      tasklist.fill("field_request_subject", "Typed before 先前輸入");
      BrowserContext context = tasklist.page().context();
      context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
      tasklist.submit();
      Locator box = tasklist.page().locator(".kefu-session");
      assertThat(box).containsText("Your session has ended 登入已過期");
      assertThat(tasklist.field("field_request_subject")).hasValue("Typed before 先前輸入");
      tasklist.shot("session-ended");

      box.locator("button").click();
      assertThat(box).containsText("You are not logged in yet. 尚未登入。");
      Page login = context.waitForPage(() -> box.locator("a").click());
      Desk.logIn(login, SPECIALIST, password);
      login.locator(".start-process-action").waitFor();
      login.close();
      tasklist.page().bringToFront();
      box.locator("button").click();

      assertThat(box).hasCount(0);
      assertThat(tasklist.page().locator(".fjs-form")).hasCount(0);
    }
    assertThat(taskService.createTaskQuery().taskId(task.getId()).count()).isZero();
    assertThat(engine.getRuntimeService().getVariable(task.getProcessInstanceId(), "request")).hasToString("{\"subject\":\"Typed before 先前輸入\",\"way\":null}");
  }

  @Test
  void refusalOfTheServerNamesTheFieldAndNoIds(Browser browser) {
    Task task = cases.startedBy(SPECIALIST, Map.of());

    try (TasklistPage tasklist = open(browser, SPECIALIST).openTask(task.getId())) {
      // What the form would not send, as if it had been changed on the way.
      tasklist.page().route("**/submit-form", route -> route.resume(
          new Route.ResumeOptions().setPostData(route.request().postData().replace("Short 短", "x".repeat(81)))));
      tasklist.fill("field_request_subject", "Short 短").submit();

      assertThat(tasklist.refusal()).containsText("Not submitted 未提交");
      assertThat(tasklist.refusal()).containsText("Subject 主題");
      assertThat(tasklist.refusal()).not().containsText(task.getId());
      assertThat(tasklist.field("field_request_subject")).hasValue("Short 短");
      tasklist.shot("refused-by-the-server").page().unroute("**/submit-form");
      tasklist.complete();
    }
  }

  @Test
  void whatIsTypedOutlivesAnotherTabAnotherTaskAndThePage(Browser browser) {
    Task task = cases.startedBy(SPECIALIST, Map.of());
    Task other = cases.startedBy(SPECIALIST, Map.of());

    try (TasklistPage tasklist = open(browser, SPECIALIST).openTask(task.getId())) {
      Page page = tasklist.page();
      tasklist.fill("field_request_subject", "Typed 輸入").tab("Comments 備註");
      page.locator(".kefu-comment-form").waitFor();
      tasklist.tab("Form");
      assertThat(tasklist.field("field_request_subject")).hasValue("Typed 輸入");

      tasklist.fill("field_request_subject", "Typed on 續寫").openCase(caseNumberOf(other));
      assertThat(tasklist.field("field_request_subject")).hasValue("");
      tasklist.openCase(caseNumberOf(task));
      assertThat(tasklist.field("field_request_subject")).hasValue("Typed on 續寫");

      page.reload();
      assertThat(tasklist.field("field_request_subject")).hasValue("Typed on 續寫");
    }
  }

  @Test
  void textThatIsStillBeingTypedOutlivesAChangeOfAnotherField(Browser browser) {
    try (TasklistPage tasklist = open(browser, "call-center-agent")) {
      tasklist.start("Customer help");
      tasklist.field("field_content").focus();
      tasklist.page().keyboard().type("Typed 輸入");
      // The cursor stays: as when a slow machine is still busy with the field before.
      tasklist.field("field_answerKnown").evaluate("box => box.click()");

      assertThat(tasklist.field("field_answerKnown")).isChecked();
      TasklistPage.formIsDrawn(tasklist.page());
      assertThat(tasklist.field("field_content")).hasValue("Typed 輸入");
    }
  }

  @Test
  void commentIsReadByTheNextStep(Browser browser) {
    Task first = cases.startedBy("call-center-agent", Map.of());

    try (TasklistPage tasklist = open(browser, "call-center-agent").openTask(first.getId()).tab("Comments 備註")) {
      tasklist.page().locator(".kefu-comment-form textarea").fill("Call <i>after six</i> 六點後再打");
      tasklist.page().locator(".kefu-comment-form button").click();
      assertThat(tasklist.page().locator(".kefu-comment")).hasText("Call <i>after six</i> 六點後再打");
      tasklist.shot("comments");
    }
    taskService.complete(first.getId());
    Task second = taskService.createTaskQuery().processInstanceId(first.getProcessInstanceId()).singleResult();
    try (TasklistPage tasklist = open(browser, SPECIALIST).openTask(second.getId()).tab("Comments 備註")) {
      assertThat(tasklist.page().locator(".kefu-comment")).hasText("Call <i>after six</i> 六點後再打");
      assertThat(tasklist.page().locator(".kefu-comment-by")).containsText("Call-centre agent 呼叫中心座席員");
    }
  }

  @Test
  void whatPersonsTypeIsTextAndNeverRuns(Browser browser) {
    String typed = "<img src=x onerror=window.stolen=1> [open](javascript:window.stolen=1) {{request}} <b>bold</b>";
    Task task = cases.waitingForAnswer(Map.of(CaseVariables.CUSTOMER_NAME, typed, "request",
        SpinValues.jsonValue("{\"subject\":\"" + typed + "\"}").create()));

    try (TasklistPage tasklist = open(browser, SPECIALIST)) {
      assertThat(tasklist.filter("My group's tasks").card(caseNumberOf(task))).containsText("<b>bold</b>");
      Page page = tasklist.openTask(task.getId()).page();
      Locator facts = page.locator(".fjs-form");
      assertThat(facts).containsText("{{request}}");
      assertThat(facts.locator("[onerror], a[href^='javascript']")).hasCount(0);
      // Not by the mouse: a form that is only read lets nobody click.
      facts.locator("a").all().forEach(link -> link.dispatchEvent("click"));
      assertThat(page.evaluate("window.stolen")).isNull();
      tasklist.shot("typed-markup");
    }
  }

  private TasklistPage open(Browser browser, String userId) {
    return TasklistPage.alone(browser, port, userId, password, Desk.ENGLISH);
  }

  private String caseNumberOf(Task task) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
  }
}
