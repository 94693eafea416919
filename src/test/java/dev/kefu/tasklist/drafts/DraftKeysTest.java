package dev.kefu.tasklist.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kefu.tasklist.drafts.DraftKeys.Sealed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftKeysTest {

  private static final byte[] TEXT = "{\"request\":\"王小明 𠮷\"}".getBytes(StandardCharsets.UTF_8);
  private static final String PLACE = "task\nperson";

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void whatWasSealedOpensInItsPlaceOnly() {
    DraftKeys keys = DraftKeys.of("a:" + key(1));
    Sealed sealed = keys.seal(TEXT, PLACE);

    assertThat(sealed.keyName()).isEqualTo("a");
    assertThat(new String(sealed.content(), StandardCharsets.ISO_8859_1)).doesNotContain("request");
    assertThat(keys.open(sealed, PLACE)).hasValueSatisfying(opened -> assertThat(opened).isEqualTo(TEXT));
    assertThat(keys.open(sealed, "task\nsomebody else")).isEmpty();
  }

  @Test
  void theSameTextIsSealedDifferentlyEachTime() {
    DraftKeys keys = DraftKeys.of("a:" + key(1));

    assertThat(keys.seal(TEXT, PLACE).content()).isNotEqualTo(keys.seal(TEXT, PLACE).content());
  }

  @Test
  void changedContentDoesNotOpen() {
    DraftKeys keys = DraftKeys.of("a:" + key(1));
    Sealed sealed = keys.seal(TEXT, PLACE);
    sealed.content()[20] ^= 1;

    assertThat(keys.open(sealed, PLACE)).isEmpty();
  }

  @Test
  void afterARotationOldDraftsOpenUntilTheirKeyIsGone() {
    Sealed old = DraftKeys.of("2026:" + key(1)).seal(TEXT, PLACE);
    DraftKeys rotated = DraftKeys.of("2027:" + key(2) + ", 2026:" + key(1));

    assertThat(rotated.seal(TEXT, PLACE).keyName()).isEqualTo("2027");
    assertThat(rotated.open(old, PLACE)).isPresent();
    assertThat(DraftKeys.of("2027:" + key(2)).open(old, PLACE)).isEmpty();
    assertThat(DraftKeys.of("2026:" + key(3)).open(old, PLACE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", ":AAAA", "a:", "a:AAAA", "a:no base64!", "a b:AAAA"})
  void whatIsNoKeyIsRefusedWithoutTellingIt(String configured) {
    assertThatIllegalArgumentException().isThrownBy(() -> DraftKeys.of(configured)).withMessageContaining("kefu.drafts.keys")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("secret").doesNotContain("AAAA"));
  }

  @Test
  void twoKeysOfOneNameAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> DraftKeys.of("a:" + key(1) + ",a:" + key(2))).withMessageContaining("two keys are called a");
  }

  @Test
  void aKeyIsMadeOnceForItsOwnerOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("drafts/key");
    Sealed sealed = DraftKeys.ofFile(file).seal(TEXT, PLACE);

    assertThat(DraftKeys.ofFile(file).open(sealed, PLACE)).isPresent();
    assertThat(DraftKeys.ofFile(folder.resolve("other/key")).open(sealed, PLACE)).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
  }
}
