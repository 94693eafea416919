package dev.kefu.operation.logging;

import java.util.regex.Pattern;

/**
 * Takes out of a text what names a person whatever stands around it: mail addresses, telephone, identity and bank card numbers, and Chinese that somebody
 * quotes, as databases do with a value that they refuse. The last net only: nobody logs what a form says.
 */
public final class PersonalData {

  private static final String MASK = "●●●";
  private static final Pattern ADDRESS = Pattern.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63})*\\.\\p{Alpha}{2,24}\\b");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])(?:"
      // Identity numbers, bank cards.
      + "\\d{17}[\\dXx]|\\d{16,19}"
      // Mobile telephones, fixed ones with the area in front.
      + "|(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}|(?:\\+?86[- ]?)?0\\d{2,3}[- ]\\d{7,8}"
      + ")(?![\\w-])");
  private static final Pattern QUOTED = Pattern.compile("(?<=^|[\\s:(=,])(['\"])(?=[^'\"\\r\\n]{0,4000}?\\p{IsHan})[^'\"\\r\\n]{1,4000}\\1(?=$|[\\s,.;:)])", Pattern.MULTILINE);

  private PersonalData() {
  }

  /** The text with {@code ●●●} in place of personal data; null for null. */
  public static String masked(String text) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    String masked = text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll(MASK);
    masked = NUMBER.matcher(masked).replaceAll(MASK);
    return QUOTED.matcher(masked).replaceAll("$1" + MASK + "$1");
  }
}
