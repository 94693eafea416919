package dev.kefu.organisation.people;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes passwords for new users that the password policy accepts: sixteen characters of every kind, none that looks like another, no hyphen or dot that an id could have. */
@Component
class FirstPasswords {

  private static final String[] KINDS = {"ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "!#%+=?*"};
  private static final int LENGTH = 16;

  private final SecureRandom chance = new SecureRandom();

  /**
   * Makes one.
   *
   * @param names what stands about the user, which the policy refuses inside a password
   */
  String next(String... names) {
    String password = any();
    while (containsAny(password.toLowerCase(Locale.ROOT), names)) {
      password = any();
    }
    return password;
  }

  private static boolean containsAny(String password, String... names) {
    return Stream.of(names).filter(name -> !name.isEmpty()).map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(password::contains);
  }

  private String any() {
    char[] signs = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      String kind = KINDS[i % KINDS.length];
      signs[i] = kind.charAt(chance.nextInt(kind.length()));
    }
    for (int i = LENGTH - 1; i > 0; i--) {
      int other = chance.nextInt(i + 1);
      char sign = signs[i];
      signs[i] = signs[other];
      signs[other] = sign;
    }
    return new String(signs);
  }
}
