package dev.kefu.audit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.kefu.audit.seal.TrailCheck;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar kefu.jar verify-audit}: recomputes the audit trail without starting anything else, with the settings of the program. {@code --kefu.audit.seals-file=…} compares with a copy that is kept
 * elsewhere, {@code --hash=…} (as often as wanted) asks whether the chain still has a hash that somebody wrote down, for example the one in an evidence package.
 */
public final class AuditCommand {

  /** The first argument. */
  public static final String NAME = "verify-audit";
  private static final int NOT_READ = 2;
  private static final String HASH = "--hash=";
  /** Lets H2 make no database where there is none. */
  private static final String[] SETTINGS = {"--kefu.h2-settings=IFEXISTS=TRUE;LOCK_TIMEOUT=30000"};

  private AuditCommand() {
  }

  /** The command line: prints what was found and nothing else; returns what {@link #run} returns. */
  public static int main(String... arguments) {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    return run(System.out, arguments);
  }

  /** Says on {@code out} what was found; returns 0 for a whole trail, 1 for a damaged one, 2 when it could not be read. */
  public static int run(PrintStream out, String... arguments) {
    String[] settings = Stream.concat(Arrays.stream(SETTINGS), Arrays.stream(arguments).filter(argument -> argument.startsWith("--") && !argument.startsWith(HASH))).toArray(String[]::new);
    SpringApplicationBuilder program = new SpringApplicationBuilder(TrailCheck.Parts.class).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF).logStartupInfo(false).registerShutdownHook(false);
    // The log stays as it is, also that of a program around this one.
    program.application().setListeners(program.application().getListeners().stream().filter(listener -> !(listener instanceof LoggingApplicationListener)).toList());
    try (ConfigurableApplicationContext context = program.run(settings)) {
      return context.getBean(TrailCheck.class).check(out, Arrays.stream(arguments).filter(argument -> argument.startsWith(HASH)).map(argument -> argument.substring(HASH.length())).toList());
    } catch (RuntimeException e) {
      out.println("The audit trail could not be read 無法讀取審計記錄: " + root(e).getMessage());
      out.println("An embedded database is held by the running program: stop it first, or ask it with GET /api/audit/verification. 內嵌資料庫由運行中的程序占用，請先停止，或調用 GET /api/audit/verification。");
      return NOT_READ;
    }
  }

  private static Throwable root(Throwable problem) {
    return problem.getCause() == null ? problem : root(problem.getCause());
  }
}
