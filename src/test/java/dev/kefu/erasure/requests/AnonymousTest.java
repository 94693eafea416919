package dev.kefu.erasure.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymousTest {

  private final Anonymous anonymous = new Anonymous(List.of("Lin 林", "Blue \"Lake\" Foods", "+85223456789", "x"));

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Ms LIN 林 called|Ms [erased] called",
    "call +852 2345 6789 today|call [erased] today",
    "call 852-2345-6789 today|call [erased] today",
    "call 85223456789|call [erased]",
    "no. 985223456789 of 852234567890|no. 985223456789 of 852234567890",
    "{\"a\":\"Blue \\\"Lake\\\" Foods\"}|{\"a\":\"[erased]\"}",
    "example|example"})
  void whateverNamesThePersonIsReplaced(String text, String expected) {
    assertThat(anonymous.apply(text)).isEqualTo(expected);
    assertThat(anonymous.isFoundIn(text)).isEqualTo(!text.equals(expected));
  }

  @Test
  void doneTwiceItChangesNothing() {
    String once = anonymous.apply("Ms Lin 林");
    assertThat(anonymous.apply(once)).isEqualTo(once);
  }

  @Test
  void shortNamesAreOthersToo() {
    assertThat(new Anonymous(List.of("王芳", "Lin", "海港食品有限公司", "Harbour Foods", "1380013")).unmistakable().lowerCase()).containsExactlyInAnyOrder("海港食品有限公司", "harbour foods", "1380013");
  }

  @Test
  void withoutTextsNothingIsReplaced() {
    assertThat(new Anonymous(List.of("", "x")).apply("xyz")).isEqualTo("xyz");
  }
}
