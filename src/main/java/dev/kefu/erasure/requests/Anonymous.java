package dev.kefu.erasure.requests;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces in a text what names a person. Long texts and numbers are unmistakable and are looked for everywhere; a short name is somebody else's, too, and is looked for in the person's own
 * cases alone. A phone number is found however it is written.
 */
final class Anonymous implements UnaryOperator<String> {

  static final String MASK = "[erased]";

  private static final int SHORTEST = 2;
  private static final int UNMISTAKABLE = 8;
  private static final int UNMISTAKABLE_HAN = 5;
  private static final int PHONE_DIGITS = 7;
  private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ().-]{6,24}");

  private final Set<String> texts;
  private final Pattern pattern;

  Anonymous(Collection<String> texts) {
    // Search columns hold full-width letters and digits made plain.
    this.texts = texts.stream().flatMap(text -> Stream.of(text, Normalizer.normalize(text, Normalizer.Form.NFKC))).map(String::strip).filter(text -> text.codePointCount(0, text.length()) >= SHORTEST)
        .sorted(Comparator.comparingInt(String::length).reversed()).collect(Collectors.toCollection(LinkedHashSet::new));
    pattern = this.texts.isEmpty() ? null : Pattern.compile(this.texts.stream().map(Anonymous::pattern).collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Only what can be nobody else's. */
  Anonymous unmistakable() {
    return new Anonymous(texts.stream().filter(Anonymous::isUnmistakable).toList());
  }

  @Override
  public String apply(String text) {
    return pattern == null ? text : pattern.matcher(text).replaceAll(MASK);
  }

  boolean isFoundIn(String text) {
    return pattern != null && pattern.matcher(text).find();
  }

  /** What to look for in a database that compares letter by letter. */
  List<String> lowerCase() {
    return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  private static boolean isUnmistakable(String text) {
    long han = text.codePoints().filter(Character::isIdeographic).count();
    return han >= UNMISTAKABLE_HAN || text.length() >= UNMISTAKABLE || isPhone(text);
  }

  private static boolean isPhone(String text) {
    return PHONE.matcher(text).matches() && digits(text).length() >= PHONE_DIGITS;
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  /** Within JSON a quotation mark or a backslash is written with a backslash. */
  private static String pattern(String text) {
    if (isPhone(text)) {
      return "(?<![0-9])\\+?" + digits(text).chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining("[ ().-]{0,2}", "", "(?![0-9])"));
    }
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return Pattern.quote(text) + (escaped.equals(text) ? "" : "|" + Pattern.quote(escaped));
  }
}
