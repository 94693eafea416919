package dev.kefu.survey.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

  private static final LocalDate TODAY = LocalDate.of(2031, 6, 15);

  @ParameterizedTest
  @CsvSource({"2021-06-15, 10", "2029-06-15, 2", "2031-06-15, 0"})
  void yearsAreWholeOnTheAnniversary(LocalDate since, double years) {
    assertThat(Answers.years(since, TODAY)).isEqualTo(years);
  }

  @Test
  void aDayMoreIsMoreThanNothingAndAnUnknownDayIsLess() {
    assertThat(Answers.years(TODAY.minusDays(1), TODAY)).isPositive().isLessThan(1);
    assertThat(Answers.years(null, TODAY)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"100, 20, owned", "20, 20, owned", "20, 100, rented", ", 50, rented", "0, 0, unknown", ", , unknown"})
  void premisesAreWhatMostOfTheAreaIs(BigDecimal owned, BigDecimal rented, String tenure) {
    assertThat(answers(null, TODAY.minusYears(3), owned, rented, true).tenure()).isEqualTo(tenure);
  }

  @Test
  void customerIsNewForTwelveMonthsAfterTheFirstOrder() {
    assertThat(answers(null, null, null, null, true).isFirstOrder()).isTrue();
    assertThat(answers(null, null, null, null, true).isNewCustomer(TODAY)).isTrue();
    assertThat(answers(null, TODAY.minusMonths(11), null, null, true).isNewCustomer(TODAY)).isTrue();
    assertThat(answers(null, TODAY.minusMonths(12), null, null, true).isNewCustomer(TODAY)).isFalse();
  }

  @Test
  void whatIsMissingIsNamedUnlessTheCustomerDoesNotTellIt() {
    assertThatThrownBy(() -> answers(TODAY.minusYears(9), null, null, null, false).check(TODAY)).hasMessageContaining("資本額").hasMessageContaining("往來銀行").hasMessageContaining("自有或租用面積");
    answers(TODAY.minusYears(9), null, null, null, true).check(TODAY);
  }

  @Test
  void daysAndQuantitiesFitTogether() {
    assertThatThrownBy(() -> answers(TODAY.plusDays(1), null, null, null, true).check(TODAY)).hasMessageContaining("不得晚於今日");
    assertThatThrownBy(() -> answers(TODAY.minusYears(1), TODAY.minusYears(2), null, null, true).check(TODAY)).hasMessageContaining("開始交易日期");
    assertThatThrownBy(() -> new Answers(null, null, null, null, null, null, null, null, null, null, true,
        List.of(new Answers.Goods("Pumps 泵", null, new BigDecimal("10"), null, new BigDecimal("9")))).check(TODAY)).hasMessageContaining("Pumps 泵");
  }

  private static Answers answers(LocalDate founded, LocalDate trading, BigDecimal owned, BigDecimal rented, boolean refused) {
    return new Answers(founded, trading, null, null, null, null, null, null, owned, rented, refused, null);
  }
}
