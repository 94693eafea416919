package dev.kefu.engine.cases;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out case numbers without holes: the counter's row stays locked until the case's own transaction ends, and a case that is rolled
 * back gives its number back.
 */
@Component
@RequiredArgsConstructor
class CaseNumbers {

  private final JdbcClient jdbc;
  private final Clock clock;

  /**
   * Returns the next number of this year.
   *
   * @param prefix three capital letters
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String prefix) {
    int year = LocalDate.now(clock).getYear();
    if (!increment(prefix, year)) {
      // Two first cases of a year: the second waits here, then finds the row of the first. Neither database dead-locks, as both would
      // on two concurrent inserts of one key.
      jdbc.sql("select last_number from engine_case_numbers where prefix = '' and case_year = 0 for update").query(Integer.class).single();
      if (!increment(prefix, year)) {
        jdbc.sql("insert into engine_case_numbers (prefix, case_year, last_number) values (?, ?, 1)").params(prefix, year).update();
      }
    }
    int number = jdbc.sql("select last_number from engine_case_numbers where prefix = ? and case_year = ?").params(prefix, year)
        .query(Integer.class).single();
    return "%s-%d-%06d".formatted(prefix, year, number);
  }

  private boolean increment(String prefix, int year) {
    return jdbc.sql("update engine_case_numbers set last_number = last_number + 1 where prefix = ? and case_year = ?").params(prefix, year)
        .update() == 1;
  }
}
