package dev.kefu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives tests the Chromium of the machine, one for all classes of a Java; without one they are skipped, or fail where KEFU_REQUIRE_ALL=true. */
class Chromium implements ExecutionCondition, ParameterResolver, BeforeEachCallback, TestExecutionExceptionHandler {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final String MISSING = "Browser tests skipped: no " + PROGRAM + "; apt-get install chromium fonts-noto-cjk";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.isExecutable(PROGRAM)) {
      return ConditionEvaluationResult.enabled(PROGRAM + " is there");
    }
    if ("true".equals(System.getenv("KEFU_REQUIRE_ALL"))) {
      throw new IllegalStateException(MISSING);
    }
    System.err.println(MISSING);
    return ConditionEvaluationResult.disabled(MISSING);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Desk.closed();
  }

  /** The build keeps no more of a failure than its message: it says what the pages showed. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    throw new AssertionError(failure.getMessage() + "\n" + String.join("\n", Desk.closed()), failure);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Running.BROWSER;
  }

  /** Started with the first test that wants it, closed with the Java: JUnit's own stores end with each class. */
  private static final class Running {

    private static final Playwright PLAYWRIGHT =
        Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    // Builds often run as root, for whom Chromium has no sandbox, on machines without graphics, where imitating them costs a core.
    private static final Browser BROWSER = PLAYWRIGHT.chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(List.of("--no-sandbox", "--disable-gpu")));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
    }
  }
}
