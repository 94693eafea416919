package dev.kefu.budget.keeping;

import dev.kefu.budget.Budgets;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives every section of the demonstration a budget for each month from two months ago to a year ahead; one that is there stays as it is. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoBudgets implements ApplicationRunner {

  private static final int BEFORE = 2;
  private static final int AHEAD = 12;
  private static final BigDecimal AMOUNT = new BigDecimal("30000.00");

  private final Budgets budgets;
  private final ExpenseSections sections;
  private final Clock clock;

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    YearMonth now = YearMonth.now(clock);
    Stream.iterate(now.minusMonths(BEFORE), month -> month.plusMonths(1)).limit(BEFORE + 1L + AHEAD)
        .forEach(month -> sections.all().forEach(section -> budgets.setIfMissing(month.toString(), section, AMOUNT)));
  }
}
