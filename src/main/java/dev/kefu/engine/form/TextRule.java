package dev.kefu.engine.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Texts: length, pattern, presets, and characters that no database or page can take. */
final class TextRule {

  private static final BigDecimal LINE = BigDecimal.valueOf(255);
  private static final BigDecimal AREA = BigDecimal.valueOf(10_000);
  private static final Pattern EMAIL = Pattern.compile("\\A[^\\s@]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+\\z");
  private static final Pattern PHONE = Pattern.compile("\\A(\\+|00)[1-9]\\d{5,22}\\z");

  private TextRule() {
  }

  static void check(FieldCheck check) {
    if (!check.refuseUnless(check.value() instanceof String, Messages.NO_TEXT)) {
      return;
    }
    String text = (String) check.value();
    boolean line = check.field().type() == ComponentType.TEXTFIELD;
    check.refuseUnless(isStorable(text), Messages.BAD_CHARACTER);
    check.refuseUnless(!line || text.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\t'), Messages.LINE_BREAK);
    Validation validation = check.field().validation();
    BigDecimal max = check.limit(validation.maxLength());
    max = max != null ? max : line ? LINE : AREA;
    if (check.refuseUnless(isAtMost(text.length(), max), Messages.charactersAtMost(max))) {
      format(check, text, validation);
    }
  }

  /** Blanks at the ends do not count towards the least length, but do count towards the greatest: they are stored. */
  private static void format(FieldCheck check, String text, Validation validation) {
    BigDecimal min = check.limit(validation.minLength());
    if (min != null) {
      check.refuseUnless(isAtMost(min.intValue(), BigDecimal.valueOf(trimmed(text).length())), Messages.charactersAtLeast(min));
    }
    check.refuseUnless(validation.pattern() == null || validation.pattern().matcher(text).find(), validation.patternMessage());
    check.refuseUnless(!"email".equals(validation.preset()) || EMAIL.matcher(text).matches(), Messages.EMAIL);
    check.refuseUnless(!"phone".equals(validation.preset()) || PHONE.matcher(text).matches(), Messages.PHONE);
  }

  /** Blank for a browser: Java's own {@code strip} leaves no-break spaces and byte order marks. */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private static boolean isAtMost(int length, BigDecimal max) {
    return BigDecimal.valueOf(length).compareTo(max) <= 0;
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r'
      || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
