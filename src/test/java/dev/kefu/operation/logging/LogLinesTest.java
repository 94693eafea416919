package dev.kefu.operation.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.kefu.engine.CaseInLog;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines as {@code logback-spring.xml} prints them. */
class LogLinesTest {

  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void configure() throws JoranException {
    // As application.yaml says it; Spring Boot hands it on.
    context.putProperty("LOG_CORRELATION_PATTERN", "%case");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(getClass().getResource("/logback-spring.xml"));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void aLineAboutACaseNamesIt() {
    assertThat(line("Something happened", null, Map.of(CaseInLog.CASE_NUMBER, "CMP-2026-000123"))).contains("[CMP-2026-000123] ").contains("Something happened");
  }

  @Test
  void aLineAboutNoneHasNoBrackets() {
    assertThat(line("Something happened", null, Map.of())).doesNotContain("[]");
  }

  @Test
  void neitherMessageNorStackTraceNamesAPerson() {
    SQLException cause = new SQLException("Duplicate entry '王小明' for key 'name'");
    String line = line("Message 5 was not sent: Invalid Addresses <wang@example.com>, ask 13800138000", new IllegalStateException("wang@example.com", cause), Map.of());

    assertThat(line).contains("Message 5 was not sent").contains("IllegalStateException").contains("Caused by: java.sql.SQLException").contains("for key 'name'")
        .contains("\tat ").doesNotContain("wang@example.com", "13800138000", "王小明");
  }

  private String line(String message, Throwable thrown, Map<String, String> named) {
    Logger logger = context.getLogger(Logger.ROOT_LOGGER_NAME);
    LoggingEvent event = new LoggingEvent(LogLinesTest.class.getName(), logger, Level.ERROR, message, thrown, null);
    event.setMDCPropertyMap(named);
    ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) logger.getAppender("CONSOLE");
    return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
