package dev.kefu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppendOnlyTest {

  private static final Pattern CHANGES = Pattern.compile(
      "(update|truncate( table)?|merge into|alter table|drop table)\\s+audit_(entries|seals|seal_items)|delete\\s+from\\s+audit_(entries|seals|seal_items)",
      Pattern.CASE_INSENSITIVE);

  @Test
  void noStatementChangesOrRemovesWhatWasWritten() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
      assertThat(sources.filter(file -> file.toString().matches(".*\\.(java|sql|xml|yaml)")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(CHANGES));
    }
  }
}
