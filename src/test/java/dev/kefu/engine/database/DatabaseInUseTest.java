package dev.kefu.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class DatabaseInUseTest {

  @TempDir
  Path folder;

  private Process holder;

  @BeforeEach
  void letAnotherJavaOpenTheDatabase() throws IOException {
    holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
        Holder.class.getName(), url()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(holder.inputReader().readLine()).isEqualTo("open");
  }

  @AfterEach
  void endTheOtherJava() {
    holder.destroy();
  }

  @Test
  void secondStartSaysWhichProcessHoldsTheFile() throws IOException {
    Files.writeString(folder.resolve(ProcessIdFile.NAME), Long.toString(holder.pid()));

    FailureAnalysis analysis = analyse();

    assertThat(analysis.getDescription()).contains(folder.toString()).contains("process " + holder.pid());
    assertThat(analysis.getAction()).contains("KEFU_DATA");
  }

  @Test
  void staleProcessIdIsNotNamed() throws IOException {
    Files.writeString(folder.resolve(ProcessIdFile.NAME), Long.toString(Long.MAX_VALUE));

    assertThat(analyse().getDescription()).contains("another process").doesNotContain(Long.toString(Long.MAX_VALUE));
  }

  private FailureAnalysis analyse() {
    Throwable failure = catchThrowable(() -> DriverManager.getConnection(url()));
    return new DatabaseInUseAnalyzer(new MockEnvironment().withProperty("kefu.data", folder.toString())).analyze(new IllegalStateException(failure));
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("kefu");
  }

  /** Opens the database and waits until it is ended. */
  static final class Holder {

    private Holder() {
    }

    public static void main(String[] arguments) throws Exception {
      try (var connection = DriverManager.getConnection(arguments[0])) {
        System.out.println("open");
        System.in.read();
      }
    }
  }
}
