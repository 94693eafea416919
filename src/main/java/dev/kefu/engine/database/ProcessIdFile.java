package dev.kefu.engine.database;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes this process's id beside the H2 file as soon as the file is ours, for the message that a second start shows. */
@Component
@Profile("!mysql")
class ProcessIdFile {

  static final String NAME = "kefu.pid";

  private final Path file;

  ProcessIdFile(@Value("${kefu.data}") Path folder, DataSource dataSource) throws SQLException {
    this.file = folder.resolve(NAME);
    try (Connection opened = dataSource.getConnection()) {
      Files.createDirectories(folder);
      Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    } catch (IOException e) {
      throw new UncheckedIOException("KEFU_DATA: the folder " + folder.toAbsolutePath() + " cannot be written", e);
    }
  }

  @PreDestroy
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
