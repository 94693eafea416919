package dev.kefu.complaint.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {

  private static final String FIELD = "Responsibility 責任歸屬";

  @ParameterizedTest
  @ValueSource(strings = {"100", "100.00", "60 40", "33.33 33.33 33.34", "0 100"})
  void wholeIsTaken(String shares) {
    assertThatCode(() -> Shares.mustBeWhole(FIELD, numbers(shares))).doesNotThrowAnyException();
  }

  @Test
  void noSharesAreNoneToCheck() {
    assertThatCode(() -> Shares.mustBeWhole(FIELD, List.of())).doesNotThrowAnyException();
  }

  @Test
  void anythingElseIsRefusedWithFieldAndSum() {
    assertThatThrownBy(() -> Shares.mustBeWhole(FIELD, numbers("60 39.99"))).isInstanceOf(FactsRefused.class)
        .hasMessage("Responsibility 責任歸屬: the shares add up to 99.99 %, not to 100 % 責任比例合計為 99.99%，須為 100%");
    assertThatThrownBy(() -> Shares.mustBeWhole(FIELD, numbers("60 41"))).hasMessageContaining("101 %");
    assertThatThrownBy(() -> Shares.mustBeWhole(FIELD, numbers("0.00"))).hasMessageContaining("add up to 0 %");
  }

  @Test
  void whatRoundingLeavesFallsOnTheLargest() {
    assertThat(Shares.divide(new BigDecimal("100.01"), numbers("33.33 33.33 33.34"))).containsExactlyElementsOf(numbers("33.33 33.33 33.35"));
    assertThat(Shares.divide(new BigDecimal("0.01"), numbers("50 50"))).containsExactlyElementsOf(numbers("0.01 0.00"));
    assertThat(Shares.divide(BigDecimal.TEN, List.of())).isEmpty();
  }

  private static List<BigDecimal> numbers(String text) {
    return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
  }
}
