package dev.kefu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.reporting.Period.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
      "2026-W48, 2026-11-23, 2026-11-30, 2026-W47, 2026-W49",
      "2026-W01, 2025-12-29, 2026-01-05, 2025-W52, 2026-W02",
      "2026-W53, 2026-12-28, 2027-01-04, 2026-W52, 2027-W01",
      "2026-02, 2026-02-01, 2026-03-01, 2026-01, 2026-03",
      "2026-12, 2026-12-01, 2027-01-01, 2026-11, 2027-01",
      "2026-H1, 2026-01-01, 2026-07-01, 2025-H2, 2026-H2",
      "2026-H2, 2026-07-01, 2027-01-01, 2026-H1, 2027-H1",
      "2026, 2026-01-01, 2027-01-01, 2025, 2027",
      "2026-11-18--2026-11-24, 2026-11-18, 2026-11-25, 2026-11-11--2026-11-17, 2026-11-25--2026-12-01"})
  void textAndDaysBelongTogether(String text, LocalDate first, LocalDate end, String previous, String next) {
    Period period = Period.parse(text);
    assertThat(period.first()).isEqualTo(first);
    assertThat(period.end()).isEqualTo(end);
    assertThat(period.text()).isEqualTo(text);
    assertThat(period.previous().text()).isEqualTo(previous);
    assertThat(period.next().text()).isEqualTo(next);
    assertThat(Period.parse(period.previous().text()).next()).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-W54", "2025-W53", "2026-W00", "2026-13", "2026-H3", "26", "2026-11-18--2026-11-25", "2026-02-30--2026-03-08", "'; drop table"})
  void anythingElseIsRefusedInWords(String text) {
    assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage("\"" + text + "\" is no period: write 2026-W48, 2026-11, 2026-H2 or 2026. 期間格式不正確。");
  }

  @Test
  void dayLiesInItsWeekMonthAndYear() {
    LocalDate sunday = LocalDate.parse("2027-01-03");
    assertThat(Period.containing(Kind.WEEK, sunday).text()).isEqualTo("2026-W53");
    assertThat(Period.containing(Kind.MONTH, sunday).text()).isEqualTo("2027-01");
    assertThat(Period.containing(Kind.HALF_YEAR, sunday).text()).isEqualTo("2027-H1");
    assertThat(Period.containing(Kind.HALF_YEAR, LocalDate.parse("2027-08-31")).text()).isEqualTo("2027-H2");
    assertThat(Period.containing(Kind.YEAR, sunday).text()).isEqualTo("2027");
    assertThat(Period.containing(Kind.YEAR, sunday).label()).isEqualTo("2027 (2027-01-01 – 2027-12-31)");
  }
}
