package dev.kefu.tasklist.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts drafts by AES-256-GCM. A draft is bound to its place: in another row of the table it cannot be read. */
class DraftKeys {

  private static final Logger LOG = LoggerFactory.getLogger(DraftKeys.class);
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LONGEST_NAME = 40;
  private static final int DIGITS_OF_A_DIGEST = 12;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SecretKey> keys;
  private final String current;

  private DraftKeys(Map<String, SecretKey> keys) {
    this.keys = keys;
    this.current = keys.keySet().iterator().next();
  }

  /**
   * An encrypted draft.
   *
   * @param keyName which key opens it
   * @param content nonce, then cipher text with its tag
   */
  record Sealed(String keyName, byte[] content) {
  }

  /**
   * Keys as they are configured.
   *
   * @param configured {@code name:Base64 of 32 bytes}, with commas between; the first one encrypts
   * @throws IllegalArgumentException when one is no such key; it does not tell the key
   */
  static DraftKeys of(String configured) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (String one : configured.split(",")) {
      String name = one.contains(":") ? one.substring(0, one.indexOf(':')).strip() : "";
      if (!name.matches("[\\w.-]{1," + LONGEST_NAME + "}")) {
        throw new IllegalArgumentException("kefu.drafts.keys: each key is name:Base64, the name of 1 to " + LONGEST_NAME + " letters, digits, dots or hyphens");
      }
      if (keys.put(name, key(name, one.substring(one.indexOf(':') + 1).strip())) != null) {
        throw new IllegalArgumentException("kefu.drafts.keys: two keys are called " + name);
      }
    }
    return new DraftKeys(keys);
  }

  private static SecretKey key(String name, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException noBase64) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("kefu.drafts.keys: key " + name + " is not the Base64 of " + KEY_BYTES + " bytes; make one by: openssl rand -base64 " + KEY_BYTES);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** The key that a file keeps; it is made with its file when there is none. Its name tells it from any other that was made. */
  static DraftKeys ofFile(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      String base64 = Files.readString(file).strip();
      return of("made-" + DigestUtils.sha256Hex(base64).substring(0, DIGITS_OF_A_DIGEST) + ":" + base64);
    } catch (IOException e) {
      throw new UncheckedIOException("The key of drafts cannot be kept in " + file + "; set kefu.drafts.keys or make the folder writable", e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileAttribute<?>[] forOwnerOnly = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    try (var out = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwnerOnly)) {
      out.write(StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(bytes)));
      LOG.info("Made a key for drafts of forms and keeps it in {}", file);
    } catch (FileAlreadyExistsException somebodyElseWasFaster) {
      LOG.debug("The key of drafts is there already");
    }
  }

  /** Encrypts with the first key. */
  Sealed seal(byte[] plain, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, place).doFinal(plain);
      return new Sealed(current, ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not work here", e);
    }
  }

  /** Decrypts; empty when the key is not here, or the content was not sealed for this place. */
  Optional<byte[]> open(Sealed sealed, String place) {
    SecretKey key = keys.get(sealed.keyName());
    if (key == null) {
      LOG.warn("A draft is encrypted with the key {}, which kefu.drafts.keys does not have", sealed.keyName());
      return Optional.empty();
    }
    ByteBuffer content = ByteBuffer.wrap(sealed.content());
    byte[] nonce = new byte[NONCE_BYTES];
    content.get(nonce);
    byte[] rest = new byte[content.remaining()];
    content.get(rest);
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(rest));
    } catch (AEADBadTagException changed) {
      LOG.warn("A draft does not fit its key {} or its place", sealed.keyName());
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not work here", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
