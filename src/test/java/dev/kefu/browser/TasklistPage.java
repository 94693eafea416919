package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tasklist as a person uses it. Fields are named by the ids of the form's components. */
class TasklistPage implements AutoCloseable {

  private static final Pattern CASE_STARTED = Pattern.compile("Case ([A-Z]{3}-\\d{4}-\\d{6}) started 案件已建立");

  private static final Pattern TASK = Pattern.compile("[?&]task=([^&#]+)");
  private static final String NOT_LISTED = "id => ![...document.querySelectorAll('.tasks-list li.task')].some(card => angular.element(card).scope()?.task?.id === id)";
  private static final int TURN_THE_PAGE = 10_000;
  private static final String HELD = "() => [...document.querySelectorAll('.fjs-container input, .fjs-container textarea')].map(one => `${one.id.replace(/^fjs-form-\\w+-/, '')}=${one.type === 'checkbox' || one.type === 'radio' ? one.checked : one.value}`)";

  private final Desk desk;
  private final Page page;
  private final Map<String, String> typed = new LinkedHashMap<>();
  /** How each field got its value since the form was opened. */
  private final Map<String, Runnable> given = new LinkedHashMap<>();

  private TasklistPage(Desk desk) {
    this.desk = desk;
    this.page = desk.page();
  }

  static TasklistPage of(Browser browser, int port, String userId, String password) {
    return of(browser, port, userId, password, Desk.ENGLISH);
  }

  static TasklistPage of(Browser browser, int port, String userId, String password, String language) {
    return of(Desk.of(browser, port, userId, language), userId, password);
  }

  /** In a window of its own: for tests that end sessions, cut the line or look at what the browser keeps. */
  static TasklistPage alone(Browser browser, int port, String userId, String password, String language) {
    return of(new Desk(browser, port, language), userId, password);
  }

  private static TasklistPage of(Desk desk, String userId, String password) {
    desk.openTasklistAs(userId, password);
    return new TasklistPage(desk);
  }

  /** Starts a process; its first task opens by itself. Returns the case number that the page names. */
  String start(String processName) {
    page.locator(".start-process-action a").click();
    page.locator("ul.processes a").filter(withText(processName)).click();
    assertThat(page.locator(".kefu-start")).isVisible();
    assertThat(page.getByText("generic form")).isHidden();
    assertThat(page.locator("#business-key-field")).isHidden();
    desk.shot("start");
    page.locator("button[ng-click='startProcessInstance()']").click();
    Locator notice = page.locator(".kefu-notice");
    assertThat(notice).containsText(CASE_STARTED);
    var caseStarted = CASE_STARTED.matcher(notice.textContent());
    caseStarted.find();
    page.evaluate("() => document.querySelector('.kefu-notice .close')?.click()");
    formIsShown();
    return caseStarted.group(1);
  }

  TasklistPage filter(String name) {
    page.locator(".task-filters .name, .column.tasks-filters a").filter(withText(name)).first().click();
    return this;
  }

  /** The card of a case in the list. */
  Locator card(String caseNumber) {
    return page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHas(
        page.locator(".kefu-case", new Page.LocatorOptions().setHasText(caseNumber))));
  }

  TasklistPage openCase(String caseNumber) {
    listed(card(caseNumber)).locator("h4 a").click();
    formIsShown();
    return this;
  }

  /** The card of a case's open step, named as in the model; cards of earlier steps may still be there for a moment. */
  Locator card(String caseNumber, String step) {
    return card(caseNumber).filter(new Locator.FilterOptions().setHas(page.locator("h4", new Page.LocatorOptions().setHasText(step))));
  }

  TasklistPage openCase(String caseNumber, String step) {
    listed(card(caseNumber, step)).locator("h4 a").click();
    formIsShown();
    return this;
  }

  TasklistPage openTask(String taskId) {
    page.navigate(page.url().replaceAll("#.*", "") + "#/?task=" + taskId);
    formIsShown();
    return this;
  }

  TasklistPage claim() {
    page.locator("[ng-click='claim()']").first().click();
    assertThat(page.locator("[ng-click='unclaim()']").first()).isVisible();
    formIsShown();
    return this;
  }

  /** Types as slowly as a person: a form drawn again, after the field before was left, puts back what it knew of this one. */
  TasklistPage fill(String fieldId, String text) {
    typed.put(fieldId, text);
    return give(fieldId, () -> {
      field(fieldId).focus();
      formIsDrawn();
      field(fieldId).fill(text);
      field(fieldId).blur();
    });
  }

  TasklistPage select(String fieldId, String label) {
    formIsDrawn();
    return give(fieldId, () -> {
      // The second is a select that can be searched.
      page.locator("[id$='-" + fieldId + "-display'], input.fjs-input[id$='-" + fieldId + "']").click();
      page.locator(".fjs-dropdownlist-item").filter(withText(label)).first().click();
    });
  }

  TasklistPage choose(String fieldId, String label) {
    return give(fieldId, () -> page.locator(".fjs-form-field-radio:has([id*='-" + fieldId + "-']) label").filter(withText(label)).last().click());
  }

  /** Ticks one of a list of boxes. */
  TasklistPage tick(String fieldId, String label) {
    return give(fieldId, () -> page.locator(".fjs-form-field-checklist:has([id*='-" + fieldId + "-']) label").filter(withText(label)).last().click());
  }

  /** Adds a tag that the list of proposals offers. */
  TasklistPage tag(String fieldId, String label) {
    Locator tags = page.locator(".fjs-form-field-taglist:has([id*='-" + fieldId + "'])");
    return give(fieldId, () -> {
      tags.locator("input").fill(label);
      tags.locator(".fjs-dropdownlist-item").filter(withText(label)).first().click();
    });
  }

  TasklistPage date(String fieldId, LocalDate date) {
    return typeAndEnter(fieldId + "-date", desk.written(date));
  }

  TasklistPage time(String fieldId, String time) {
    return typeAndEnter(fieldId + "-time", time);
  }

  private TasklistPage typeAndEnter(String fieldId, String text) {
    return give(fieldId, () -> {
      field(fieldId).focus();
      formIsDrawn();
      field(fieldId).fill(text);
      field(fieldId).press("Enter");
      // A time is taken when its field is left, whatever its list of proposals does with Enter.
      field(fieldId).blur();
    });
  }

  TasklistPage check(String fieldId) {
    return give(fieldId, () -> field(fieldId).check());
  }

  private TasklistPage give(String fieldId, Runnable action) {
    given.put(fieldId, action);
    action.run();
    formIsDrawn();
    return this;
  }

  Locator field(String fieldId) {
    return page.locator("[id$='-" + fieldId + "']");
  }

  Locator completeButton() {
    return page.locator("button[ng-click='complete()']");
  }

  /** Presses Complete and leaves it to the caller what must follow. */
  TasklistPage submit() {
    try {
      completeButton().click();
    } catch (TimeoutError disabled) {
      shot("cannot-complete");
      throw new AssertionError("Complete cannot be pressed. The form says: " + page.locator(".fjs-container").allInnerTexts() + " and holds: " + page.evaluate(HELD), disabled);
    }
    return this;
  }

  /** Looks over what was typed, presses Complete and waits until the task has gone. */
  TasklistPage complete() {
    // A form that is drawn again while somebody types faster than any person may have put back the value before, or may still miss it.
    Map.copyOf(typed).forEach((fieldId, text) -> {
      if (field(fieldId).count() == 1 && !field(fieldId).inputValue().equals(text)) {
        fill(fieldId, text);
      }
    });
    given.forEach((fieldId, give) -> {
      if (fieldErrors(fieldId).count() > 0) {
        System.out.println("Given once more: " + fieldId + ", of which the form says " + fieldErrors(fieldId).allInnerTexts());
        give.run();
        formIsDrawn();
      }
    });
    typed.clear();
    given.clear();
    Matcher task = TASK.matcher(page.url());
    submit();
    assertThat(page.locator(".fjs-form")).hasCount(0);
    if (task.find()) {
      // Its card goes a moment later: whoever opens the case's next task must not open this one again.
      page.waitForFunction(NOT_LISTED, task.group(1));
    }
    return this;
  }

  /** What the form marks as wrong. */
  Locator fieldErrors() {
    return page.locator(".fjs-form-field-error");
  }

  /** What the form says is wrong with a field, beside it. */
  Locator error(String fieldId) {
    return page.locator(".fjs-form-field:has([id$='-" + fieldId + "']) > .fjs-form-field-error");
  }

  /** What the server refuses of a field, beside it. */
  Locator refused(String fieldId) {
    return page.locator(".fjs-form-field:has([id$='-" + fieldId + "']) > .kefu-refused");
  }

  /** The red box. */
  Locator refusal() {
    return page.locator(".page-notifications .alert-danger");
  }

  TasklistPage tab(String label) {
    page.locator(".nav-tabs a").filter(withText(label)).click();
    return this;
  }

  TasklistPage shot(String name) {
    desk.shot(name);
    return this;
  }

  Page page() {
    return page;
  }

  Desk desk() {
    return desk;
  }

  /** Errors in the browser's console so far. */
  List<String> consoleErrors() {
    return desk.consoleErrors();
  }

  private Locator fieldErrors(String fieldId) {
    return page.locator(".fjs-form-field:has([id*='-" + fieldId + "']) > .fjs-form-field-error");
  }

  /** Turns the pages of the list until the card is there, for other tests leave tasks too; in the end the first page is open again. */
  private Locator listed(Locator card) {
    Locator next = page.locator(".tasks-list li.pagination-next:not(.disabled) a");
    while (!appears(card) && next.count() > 0) {
      next.first().click();
    }
    Locator first = page.locator(".tasks-list li.pagination-first:not(.disabled) a");
    if (card.count() == 0 && first.count() > 0) {
      first.first().click();
    }
    return card;
  }

  private static boolean appears(Locator card) {
    try {
      card.first().waitFor(new Locator.WaitForOptions().setTimeout(TURN_THE_PAGE));
      return true;
    } catch (TimeoutError notHere) {
      return false;
    }
  }

  private void formIsDrawn() {
    formIsDrawn(page);
  }

  static void formIsDrawn(Page page) {
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  }

  private void formIsShown() {
    typed.clear();
    given.clear();
    page.locator(".fjs-form").first().waitFor();
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Override
  public void close() {
    desk.close();
  }
}
