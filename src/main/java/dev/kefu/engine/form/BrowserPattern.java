package dev.kefu.engine.form;

import java.util.regex.Pattern;

/** Compiles a browser's regular expression so that Java finds the same: the two languages differ in {@code $}, in {@code \s} and inside brackets. */
final class BrowserPattern {

  private static final String WHITESPACE = "\\s\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";

  private BrowserPattern() {
  }

  static Pattern compile(String pattern) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '\\' && at + 1 < pattern.length()) {
        java.append(escaped(pattern.charAt(++at), inClass));
      } else if (inClass && (c == '[' || c == '&' || c == '^' && pattern.charAt(at - 1) != '[')) {
        java.append('\\').append(c);
      } else if (!inClass && c == '$') {
        java.append("\\z");
      } else {
        java.append(c);
        inClass = c == '[' || inClass && c != ']';
      }
    }
    return Pattern.compile(java.toString());
  }

  private static String escaped(char c, boolean inClass) {
    return switch (c) {
      case 's' -> inClass ? WHITESPACE : "[" + WHITESPACE + "]";
      case 'S' -> "[^" + WHITESPACE + "]";
      default -> "\\" + c;
    };
  }
}
