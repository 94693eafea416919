package dev.kefu.engine.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @Test
  void everythingThatAFormSaidIsFoundByWhateverSpelling() {
    String words = SearchWords.of(Map.of("content", "Two GLASSES  broke 杯破", "phone", "+86 139-0013 8000", "rows", List.of(Map.of("measure", "Ｂｅｔｔｅｒ boxes")), "amount", 12, "none", " "));

    assertThat(words.lines()).containsExactlyInAnyOrder("two glasses broke 杯破", "+86 139-0013 8000", "13900138000", "better boxes");
  }

  @ParameterizedTest
  @CsvSource({"139 0013 8000,13900138000", "０２１-6888 1234,02168881234", "+85223456789,85223456789", "2026,", "SO-2026-0815,", "call 13900138000,"})
  void onlyAPhoneNumberHasDigits(String typed, String digits) {
    assertThat(SearchWords.digits(typed)).isEqualTo(digits);
  }
}
