package dev.kefu.document.store;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names of contents. */
final class Keys {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Keys() {
  }

  static String next() {
    byte[] key = new byte[16];
    RANDOM.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  static boolean isKey(String text) {
    return text.matches("[0-9a-f]{32}");
  }

  static void require(String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("No key of a content: " + key);
    }
  }
}
