package dev.kefu.engine.records;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The comparable form of what people write: what is kept for searching and what a person typed pass through the same. */
final class SearchWords {

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,24}");
  private static final Pattern COUNTRY_PREFIX = Pattern.compile("^(\\+86|0086)");
  /** Longer texts are found by their beginning. */
  private static final int MOST = 100_000;

  private SearchWords() {
  }

  /** Everything that a form said, one text below the other. */
  static String of(Object form) {
    StringBuilder words = new StringBuilder();
    collect(form, words);
    return words.length() > MOST ? words.substring(0, MOST) : words.toString();
  }

  private static void collect(Object value, StringBuilder words) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(one -> collect(one, words));
    } else if (value instanceof Collection<?> list) {
      list.forEach(one -> collect(one, words));
    } else if (value instanceof String text && !text.isBlank()) {
      words.append(ofText(text)).append('\n');
      String digits = digits(text);
      if (digits != null) {
        words.append(digits).append('\n');
      }
    }
  }

  /** Lower case, full-width letters and digits made plain, single blanks. */
  static String ofText(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  /** A phone number without blanks, signs and the country's prefix; null for what is none. */
  static String digits(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    return PHONE.matcher(plain).matches() ? COUNTRY_PREFIX.matcher(plain.replaceAll("[ ()-]", "")).replaceFirst("").replaceAll("[^0-9]", "") : null;
  }
}
