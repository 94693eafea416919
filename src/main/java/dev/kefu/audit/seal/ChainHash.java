package dev.kefu.audit.seal;

import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 over the hash before, a line feed and a text, as 64 hexadecimal digits. */
final class ChainHash {

  /** What the first seal follows. */
  static final String START = "0".repeat(64);

  private ChainHash() {
  }

  static String next(String previous, String text) {
    return DigestUtils.sha256Hex(previous + "\n" + text);
  }
}
