package dev.kefu.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tests on names and lists that process owners write. */
final class Texts {

  static final String CAMEL_CASE = "[a-z][A-Za-z0-9]*";
  static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private static final int LEAST_DAYS = 1825;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9]");

  private Texts() {
  }

  static boolean hasHan(String text) {
    return text != null && HAN.matcher(text).find();
  }

  /** English and Chinese, in any arrangement. */
  static boolean isBilingual(String text) {
    return hasHan(text) && LATIN.matcher(text).find();
  }

  /** English lines first, Chinese lines below. */
  static boolean isTwoLines(String text) {
    if (!isBilingual(text)) {
      return false;
    }
    List<String> lines = text.strip().lines().toList();
    long english = lines.stream().takeWhile(line -> !hasHan(line)).count();
    return english > 0 && lines.stream().skip(english).allMatch(Texts::hasHan);
  }

  static String english(String name) {
    return name.strip().lines().takeWhile(line -> !hasHan(line)).collect(Collectors.joining(" ")).strip();
  }

  static int words(String english) {
    return english.isBlank() ? 0 : english.strip().split("\\s+").length;
  }

  /** The parts of a comma-separated list, sorted. */
  static Set<String> list(String commaSeparated) {
    return commaSeparated == null ? Set.of()
        : Arrays.stream(commaSeparated.split(",")).map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }

  /** At least the five years that the handbook keeps cases, in whole days. */
  static boolean isTimeToLive(String text) {
    return text != null && text.matches("P[1-9]\\d{0,8}D") && Integer.parseInt(text.substring(1, text.length() - 1)) >= LEAST_DAYS;
  }

  static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  /** {@code relationship-specialist} gives {@code relationshipSpecialist}. */
  static String camelCase(String kebabCase) {
    return Pattern.compile("-(.)").matcher(kebabCase).replaceAll(match -> match.group(1).toUpperCase());
  }
}
