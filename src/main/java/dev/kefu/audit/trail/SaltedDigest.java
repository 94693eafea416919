package dev.kefu.audit.trail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 of values under one entry's salt: proves a value to whoever can name it, tells nothing to anybody else. */
class SaltedDigest {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SALT_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();

  private final String salt;

  private SaltedDigest(String salt) {
    this.salt = salt;
  }

  static SaltedDigest withNewSalt() {
    byte[] bytes = new byte[SALT_BYTES];
    RANDOM.nextBytes(bytes);
    return withSalt(HEX.formatHex(bytes));
  }

  static SaltedDigest withSalt(String salt) {
    return new SaltedDigest(salt);
  }

  String salt() {
    return salt;
  }

  /** The name goes in as well, so that equal values of one entry have different digests. */
  String of(String name, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HEX.parseHex(salt), ALGORITHM));
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HEX.formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
    }
  }
}
