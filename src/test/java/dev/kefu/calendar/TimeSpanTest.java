package dev.kefu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {

  @ParameterizedTest
  @CsvSource({"2wd, WD, PT48H", "30cd, CD, PT720H", "4h, H, PT4H", "15min, M, PT15M", "-3wd, WD, PT-72H"})
  void spanIsReadAndWrittenTheSameWay(String text, TimeSpan.Unit unit, Duration length) {
    TimeSpan span = TimeSpan.parse(text);
    assertThat(span.unit()).isEqualTo(unit);
    assertThat(span.length()).isEqualTo(length);
    assertThat(span).hasToString(text);
  }

  @Test
  void anythingElseIsRefused() {
    assertThat(TimeSpan.isSpan("15m")).isFalse();
    assertThatThrownBy(() -> TimeSpan.parse("1.5wd")).hasMessageContaining("15min (minutes)");
  }
}
