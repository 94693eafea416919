package dev.kefu.information.master;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The comparable form of names and phone numbers: what is stored for searching and what a person typed pass through the same. */
final class SearchText {

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{3,}");
  private static final Pattern COUNTRY_PREFIX = Pattern.compile("^(\\+86|0086)");

  private SearchText() {
  }

  /** Lower case, full-width letters and digits made plain, single blanks. */
  static String ofName(String name) {
    return plain(name).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  /** Digits only, without the country's prefix. */
  static String ofPhone(String phone) {
    return COUNTRY_PREFIX.matcher(plain(phone).replaceAll("[ ()-]", "")).replaceFirst("").replaceAll("[^0-9]", "");
  }

  static boolean looksLikePhone(String typed) {
    return PHONE.matcher(plain(typed).strip()).matches();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
