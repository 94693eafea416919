package dev.kefu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.kefu.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A person's browser window with its own cookies, in English or another language, and in Shanghai's time. */
class Desk implements AutoCloseable {

  /** How an English browser writes a date. */
  static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");
  private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  static final String ENGLISH = "en-US";
  static final String CHINESE = "zh-TW";
  private static final String NOTHING_LOADS = "![...document.querySelectorAll('.animate-spin')].some(one => one.checkVisibility())";
  private static final int PATIENCE = 60_000;
  private static final AtomicInteger SHOTS = new AtomicInteger();
  private static final int EXCERPT = 700;
  /** Windows whose pages were closed, logged in and with Tasklist's scripts at hand, by whose they are. */
  private static final Map<String, Deque<BrowserContext>> LEFT = new ConcurrentHashMap<>();
  private static final List<String> CLOSED = new CopyOnWriteArrayList<>();

  private final String address;
  private final String language;
  private final BrowserContext context;
  private final Consumer<BrowserContext> leave;
  private final Page page;
  private final List<String> consoleErrors = new ArrayList<>();
  private final Set<Request> unanswered = new LinkedHashSet<>();

  Desk(Browser browser, int port) {
    this(browser, port, ENGLISH);
  }

  Desk(Browser browser, int port, String language) {
    this(window(browser, language), port, language, BrowserContext::close);
  }

  private Desk(BrowserContext context, int port, String language, Consumer<BrowserContext> leave) {
    this.language = language;
    this.context = context;
    this.leave = leave;
    address = "http://localhost:" + port + "/camunda/app/";
    page = context.newPage();
    page.onConsoleMessage(this::note);
    page.onPageError(consoleErrors::add);
    page.onRequest(this::asked);
    page.onRequestFinished(unanswered::remove);
    page.onRequestFailed(unanswered::remove);
  }

  /** The window in which this person worked last, if it is free. */
  static Desk of(Browser browser, int port, String userId, String language) {
    Deque<BrowserContext> left = LEFT.computeIfAbsent(port + userId + language, whose -> new ConcurrentLinkedDeque<>());
    BrowserContext window = left.poll();
    return new Desk(window == null ? window(browser, language) : window, port, language, left::push);
  }

  private static BrowserContext window(Browser browser, String language) {
    BrowserContext window = browser.newContext(new Browser.NewContextOptions().setLocale(language).setTimezoneId("Asia/Shanghai").setViewportSize(1440, 900));
    window.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return window;
  }

  /** What the page before had asked for is not answered any more. */
  private void asked(Request request) {
    if (request.isNavigationRequest()) {
      unanswered.clear();
    }
    unanswered.add(request);
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error")) {
      consoleErrors.add(message.text() + " " + message.location());
    }
  }

  /** Opens a web application's login page. */
  void open(String application) {
    page.navigate(address + application + "/default/");
    waitFor(page.locator("input[ng-model=username]"), "The login page of " + application);
  }

  /** Opens Tasklist as this person, who logs in unless the window has a session. */
  void openTasklistAs(String userId, String password) {
    openAs("tasklist", userId, password, ".start-process-action");
  }

  /** The same with Cockpit. */
  void openCockpitAs(String userId, String password) {
    openAs("cockpit", userId, password, "[cam-widget-header] .account");
  }

  private void openAs(String application, String userId, String password, String insideSelector) {
    page.navigate(address + application + "/default/");
    Locator inside = page.locator(insideSelector);
    Locator login = page.locator("input[ng-model=username]");
    waitFor(inside.or(login).first(), application);
    if (login.isVisible()) {
      logIn(page, userId, password);
    }
    waitFor(inside, application + " of " + userId);
  }

  /** When it does not come, the failure says what the page shows and keeps a picture. */
  void waitFor(Locator place, String what) {
    try {
      place.waitFor();
    } catch (TimeoutError e) {
      shot("did-not-open");
      throw new AssertionError(what + " did not open. The page says: " + page.locator("body").innerText() + "\nConsole: " + consoleErrors
          + "\nNot answered: " + unanswered.stream().map(Request::url).toList(), e);
    }
  }

  /** Fills and sends the login page that stands in front. */
  static void logIn(Page page, String userId, String password) {
    Locator user = page.locator("input[ng-model=username]");
    Locator secret = page.locator("input[ng-model=password]");
    // The page sets the focus some moments after it is drawn: a password typed just then ends up in the user's field.
    do {
      user.fill(userId);
      secret.fill(password);
    } while (!userId.equals(user.inputValue()) || !password.equals(secret.inputValue()));
    page.locator("button[type=submit]").click();
  }

  /** A date as this browser writes it. */
  String written(LocalDate date) {
    return date.format(language.equals(CHINESE) ? CHINESE_DATE : DATE);
  }

  Page page() {
    return page;
  }

  /** Waits until every request is answered and nothing on the page says that it is still loading. */
  void waitUntilLoaded() {
    TasklistPage.formIsDrawn(page);
    page.waitForCondition(unanswered::isEmpty);
    page.waitForFunction(NOTHING_LOADS);
    TasklistPage.formIsDrawn(page);
    page.waitForCondition(unanswered::isEmpty);
  }

  /** Errors in the browser's console so far, without those that the web applications cause by design. */
  List<String> consoleErrors() {
    return consoleErrors.stream()
        // Asked for by every web application, part of another distribution of it.
        .filter(error -> !error.contains("/camunda-welcome"))
        // Asked for beside a task without a form, by whoever may read the task and not its instance.
        .filter(error -> !(error.contains("404") && error.contains("/engine/default/process-instance/")))
        // The question whether somebody is logged in, answered with no.
        .filter(error -> !(error.contains("404") && error.contains("/api/admin/auth/user/default")))
        .toList();
  }

  /** Keeps a picture below {@code target/screenshots}. */
  void shot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/%s-%02d-%s.png".formatted(TestDatabase.FORK, SHOTS.incrementAndGet(), name))));
  }

  /** What the desks showed that were closed since the last call, for whoever wants to know why a test failed. */
  static List<String> closed() {
    List<String> closed = List.copyOf(CLOSED);
    CLOSED.clear();
    return closed;
  }

  @Override
  public void close() {
    CLOSED.add(lastSeen());
    List.copyOf(context.pages()).forEach(Page::close);
    leave.accept(context);
  }

  private String lastSeen() {
    try {
      String text = page.locator("body").innerText(new Locator.InnerTextOptions().setTimeout(1_000)).replaceAll("\\s+", " ");
      return page.url() + " shows: " + text.substring(0, Math.min(text.length(), EXCERPT)) + ". Console: " + consoleErrors() + ". Not answered: " + unanswered.stream().map(Request::url).toList();
    } catch (PlaywrightException gone) {
      return page.url() + " shows nothing: " + gone.getMessage();
    }
  }
}
