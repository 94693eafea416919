package dev.kefu.engine.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in plain words that another process holds the H2 file, and which. */
class DatabaseInUseAnalyzer extends AbstractFailureAnalyzer<JdbcSQLNonTransientConnectionException> {

  private final Path folder;

  DatabaseInUseAnalyzer(Environment environment) {
    this.folder = Path.of(environment.getProperty("kefu.data", "./data")).toAbsolutePath().normalize();
  }

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, JdbcSQLNonTransientConnectionException cause) {
    if (cause.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return null;
    }
    return new FailureAnalysis("The database in " + folder + " is held by " + holder() + ".",
        "Stop that process, or start with a folder of its own: KEFU_DATA=/another/folder", cause);
  }

  private String holder() {
    return processId().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive)
        .map(process -> "process " + process.pid() + process.info().command().map(command -> " (" + command + ")").orElse(""))
        .orElse("another process, perhaps a Kefu that is just starting");
  }

  private Optional<Long> processId() {
    try {
      return Optional.of(Long.valueOf(Files.readString(folder.resolve(ProcessIdFile.NAME)).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
