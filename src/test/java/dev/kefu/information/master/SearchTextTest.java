package dev.kefu.information.master;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @Test
  void namesAreComparedWithoutCaseWidthAndExtraBlanks() {
    assertThat(SearchText.ofName("  ＡＣＭＥ   Instruments ")).isEqualTo("acme instruments");
  }

  @ParameterizedTest
  @CsvSource({"010-8888 1234,01088881234", "+86 138 0013 8000,13800138000", "0086-10-88881234,1088881234", "(+852) 2345 6780,85223456780", "１３８００１３８０００,13800138000"})
  void phoneNumbersAreReducedToTheirDigits(String written, String digits) {
    assertThat(SearchText.ofPhone(written)).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"13800138000", "+86 138", "8888 1234", "010-88881234"})
  void digitsAreAPhoneNumber(String typed) {
    assertThat(SearchText.looksLikePhone(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C000001", "華強", "3M", "400", "Acme 2000 Ltd"})
  void wordsAreNoPhoneNumber(String typed) {
    assertThat(SearchText.looksLikePhone(typed)).isFalse();
  }
}
