package dev.kefu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Chinese of the web applications against Camunda's English. */
class LabelsTest {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|</?(?!null>|undefined>)[a-z]+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

  /** The notice that the community edition has ended is hidden; its text says the same without the advertisement. */
  private static final String NOTICE = "BANNER_CE_EOL_TEXT";

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void everyLabelHasItsChinese(String application) throws IOException {
    Map<String, String> english = Labels.english(application).texts();
    Map<String, String> chinese = Labels.chinese(application).texts();
    Set<String> shown = wordsOfScripts(application);
    Set<String> wanted = english.keySet().stream().filter(key -> shown.contains(key) || !listed("labels-never-shown.csv", application, key)).collect(Collectors.toSet());

    assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(chinese.keySet().stream().filter(key -> !HAN.matcher(chinese.get(key)).find()))
        .allMatch(key -> listed("labels-in-latin.csv", application, key));
    assertThat(chinese.keySet().stream().filter(key -> !key.equals(NOTICE)))
        .allSatisfy(key -> assertThat(placeholders(chinese.get(key))).as(key).isEqualTo(placeholders(english.get(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "admin", "cockpit"})
  void datesHaveEveryPart(String application) {
    assertThat(shape("", Labels.chinese(application).dates())).containsExactlyInAnyOrderElementsOf(shape("", Labels.english(application).dates()).toList());
  }

  @Test
  void whatHasNoChineseHasAReason() {
    assertThat(Stream.concat(rows("labels-in-latin.csv").stream(), rows("labels-never-shown.csv").stream()))
        .allSatisfy(row -> assertThat(row[2]).as("reason of %s", row[1]).isNotBlank());
  }

  /** Whatever may be a key in what the application runs. */
  private static Set<String> wordsOfScripts(String application) throws IOException {
    Set<String> words = new TreeSet<>();
    for (String script : List.of("webjars/camunda/app/" + application + "/camunda-" + application + "-bootstrap.js", "plugin/" + application + "/app/plugin.js",
        "webjars/camunda/lib/deps.js")) {
      try (InputStream file = LabelsTest.class.getResourceAsStream("/META-INF/resources/" + script)) {
        if (file != null) {
          // Templates stand in the scripts as strings, with their line breaks written out.
          WORD.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\\n", " ")).results().map(MatchResult::group).forEach(words::add);
        }
      }
    }
    assertThat(words).contains("PAGE_LOGIN_USERNAME");
    return words;
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(found -> found.group().replace(" ", "")).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Paths of the texts below a node. */
  private static Stream<String> shape(String path, JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream().flatMap(entry -> shape(path + "/" + entry.getKey(), entry.getValue()));
    }
    return node.isArray() ? Stream.of(path + "[" + node.size() + "]") : Stream.of(path);
  }

  private static boolean listed(String file, String application, String key) {
    return rows(file).stream().anyMatch(row -> matches(row[0], application) && matches(row[1], key));
  }

  private static boolean matches(String pattern, String text) {
    return text.matches(pattern.replace("*", ".*"));
  }

  /** Without comments and headings; the last column may hold commas. */
  private static List<String[]> rows(String file) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/browser").resolve(file)).stream().filter(line -> !line.startsWith("#")).skip(1)
          .map(line -> line.split(",", 3)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
