package dev.kefu.operation.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PromQL of dashboards and alarms, and the metrics that it names. */
final class Expressions {

  private static final Path DASHBOARDS = Path.of("docker/grafana/dashboards");
  private static final Path RULES = Path.of("docker/prometheus/rules.yml");
  /** What stands in braces and after "by" are labels; a name before a parenthesis is a function. */
  private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\[[^]]*]");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*(?!\\w)(?!\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring");

  private Expressions() {
  }

  /** All expressions; there is at least one of each kind. */
  static List<String> all() throws IOException {
    List<String> expressions = new ArrayList<>();
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        new ObjectMapper().readTree(file.toFile()).findValues("expr").forEach(found -> expressions.add(found.asText()));
      }
    }
    for (JsonNode rule : new YAMLMapper().readTree(RULES.toFile()).findValues("expr")) {
      expressions.add(rule.asText());
    }
    return expressions;
  }

  /** Names of the metrics in an expression. */
  static Set<String> metrics(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(LABELS.matcher(expression).replaceAll(" "));
    while (matcher.find()) {
      if (!WORDS.contains(matcher.group())) {
        names.add(matcher.group());
      }
    }
    return names;
  }
}
