package dev.kefu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationTemplatesTest {

  private static final Path FOLDER = Path.of("src/main/resources/templates/notification");

  @Test
  void everyTextThatCodeNamesExistsAndEveryTextIsNamed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names().map(name -> name + ".txt").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void textHasASubjectAndBothLanguages(String name) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(name + ".txt"));
    assertThat(lines.get(0)).containsPattern("[a-z]{3}").containsPattern("\\p{IsHan}{2}");
    assertThat(lines.get(1)).isNotBlank();
    String text = String.join("\n", lines.subList(1, lines.size()));
    assertThat(text).containsPattern("[a-z]{3}").containsPattern("\\p{IsHan}{2}").doesNotContain("[[", "<");
  }

  static Stream<String> names() {
    return Arrays.stream(NotificationTemplates.class.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers())).map(NotificationTemplatesTest::value);
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
