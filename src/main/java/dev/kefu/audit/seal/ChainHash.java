package dev.kefu.audit.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the hash before, a line feed and a text, as 64 hexadecimal digits. */
final class ChainHash {

  /** What the first seal follows. */
  static final String START = "0".repeat(64);

  private ChainHash() {
  }

  static String next(String previous, String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest((previous + "\n" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
