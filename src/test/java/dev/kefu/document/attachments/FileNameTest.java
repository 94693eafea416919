package dev.kefu.document.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  static Stream<Arguments> tricks() {
    return Stream.of(
        Arguments.of("../../etc/x.pdf", "x.pdf"), Arguments.of("C:\\temp\\x.pdf", "x.pdf"), Arguments.of("..\\x.pdf", "x.pdf"),
        Arguments.of("x\u0000.pdf", "x.pdf"), Arguments.of("x\r\n\t.pdf", "x.pdf"), Arguments.of("\u202Efdp.exe.pdf", "fdp.exe.pdf"),
        Arguments.of("...x.pdf. ", "x.pdf"), Arguments.of("CON.pdf", "_CON.pdf"), Arguments.of("nul.a.pdf", "_nul.a.pdf"),
        Arguments.of("a<b>:\"|?*.pdf", "a_b______.pdf"), Arguments.of("x\uD83D.pdf", "x.pdf"), Arguments.of("e\u0301.pdf", "\u00E9.pdf"),
        Arguments.of("收據 𠮷 😀.PDF", "收據 𠮷 😀.PDF"), Arguments.of("a".repeat(251) + ".pdf", "a".repeat(251) + ".pdf"));
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void aNameIsMadeHarmless(String given, String name) throws RefusedFile {
    assertThat(FileName.of(given)).isEqualTo(name);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "..", "../..", ".pdf", "receipt", "a/"})
  void aNameOfNothingIsRefused(String given) {
    assertThatThrownBy(() -> FileName.of(given)).isInstanceOf(RefusedFile.class).hasMessageContaining("File name 檔名");
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> FileName.of("a".repeat(252) + ".pdf")).isInstanceOf(RefusedFile.class).hasMessageContaining("255");
  }
}
