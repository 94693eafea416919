package dev.kefu.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements of one shape counted together: what to look at when there are too many. */
final class StatementCounts {

  // None of them goes back over what it has read: statements are long.
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\b\\d+(\\.\\d+)?\\b");
  private static final Pattern LIST = Pattern.compile("\\(\\s*(\\?|null)(?:\\s*,\\s*(?:\\?|null))++\\s*\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROWS = Pattern.compile("(?:\\(\\?…\\)\\s*,\\s*)++\\(\\?…\\)");
  private static final int LONGEST = 1_500;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final int cases;

  /**
   * Counts them.
   *
   * @param cases that needed the statements
   */
  StatementCounts(List<String> statements, int cases) {
    this.cases = cases;
    statements.forEach(statement -> counts.merge(shape(statement), 1, Integer::sum));
  }

  /** A line for each shape with its number per case, the most frequent first. */
  String text() {
    return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
        .map(shape -> String.format(Locale.ROOT, "%7.2f  %s", (double) shape.getValue() / cases, shape.getKey())).collect(Collectors.joining("\n", "", "\n"));
  }

  /** The statement without what differs from one call to the next. */
  static String shape(String statement) {
    String shape = COMMENT.matcher(statement).replaceAll(" ");
    shape = NUMBER.matcher(TEXT.matcher(shape).replaceAll("?")).replaceAll("?");
    shape = ROWS.matcher(LIST.matcher(shape).replaceAll("(?…)")).replaceAll("(?…) rows").replaceAll("\\s+", " ").strip();
    return shape.length() > LONGEST ? shape.substring(0, LONGEST) + "…" : shape;
  }
}
