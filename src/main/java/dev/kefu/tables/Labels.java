package dev.kefu.tables;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By which names people call a field or an option: its key, its label, and each language of its label. */
public final class Labels {

  private static final Pattern TWO_LANGUAGES = Pattern.compile("^([^\\p{IsHan}]+?)\\s*(\\p{IsHan}.*)$");

  private Labels() {
  }

  /** All names, made plain. */
  public static Set<String> names(String key, String label) {
    Matcher languages = TWO_LANGUAGES.matcher(label);
    return (languages.matches() ? Stream.of(key, label, languages.group(1), languages.group(2)) : Stream.of(key, label)).map(Labels::plain)
        .collect(Collectors.toSet());
  }

  /** Without what people write differently: case, spaces, the star of a required field. */
  public static String plain(String text) {
    return text.replaceAll("[\\s*＊]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
