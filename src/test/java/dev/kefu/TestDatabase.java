package dev.kefu;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfilesResolver;

/**
 * Gives a test context a fresh database: H2 in memory, or, with system property {@code kefu.test.database=mysql}, a database on the MySQL 8 that the
 * build starts. Where no MySQL can be started the tests are skipped and say what to install; {@code KEFU_REQUIRE_ALL=true} lets them fail.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, ActiveProfilesResolver, ExecutionCondition {

  /** Number of this Java among those that test at once; none shares anything with another. */
  public static final String FORK = System.getProperty("kefu.test.fork", "1");

  /** Whether the tests run on MySQL. */
  public static boolean isMySql() {
    return "mysql".equals(System.getProperty("kefu.test.database"));
  }

  @Override
  public String[] resolve(Class<?> testClass) {
    return isMySql() ? new String[] {"demo", "test", "mysql"} : new String[] {"demo", "test"};
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(isMySql() ? mySql() : h2()).and("kefu.data=target/it-data/" + FORK).applyTo(context);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> obstacle = isMySql() ? Obstacle.FOUND : Optional.empty();
    return obstacle.map(ConditionEvaluationResult::disabled).orElseGet(() -> ConditionEvaluationResult.enabled("there is a database"));
  }

  private static String[] h2() {
    return new String[] {"spring.datasource.url=jdbc:h2:mem:kefu-it;DB_CLOSE_DELAY=-1;${kefu.h2-settings}"};
  }

  private static String[] mySql() {
    return new String[] {"KEFU_DB_NAME=" + MySqlServer.newDatabase(), "KEFU_DB_PORT=" + MySqlServer.port(), "KEFU_DB_USER=root"};
  }

  private static final class Obstacle {

    private static final Optional<String> FOUND = find();

    private static Optional<String> find() {
      Optional<String> obstacle = MySqlServer.obstacle().map(reason -> "MySQL tests skipped: " + reason);
      if (obstacle.isPresent() && "true".equals(System.getenv("KEFU_REQUIRE_ALL"))) {
        throw new IllegalStateException(obstacle.get());
      }
      obstacle.ifPresent(System.err::println);
      return obstacle;
    }
  }
}
