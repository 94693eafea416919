package dev.kefu.complaint.analysis;

import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.reporting.Period;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which period is to be analysed today (P63): on Monday the week before, from the third working day on the month before, from 10 January on the year before; each once. */
@Service
@RequiredArgsConstructor
class AnalysisPeriods {

  private static final int WORKING_DAY_OF_MONTH = 3;
  private static final int DAY_OF_JANUARY = 10;

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final Clock clock;

  /**
   * Takes the period that is due, so that nobody takes it again.
   *
   * @return empty when its day has not come, or it was taken before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Period> take(Period.Kind kind) {
    LocalDate today = LocalDate.now(clock);
    if (!hasCome(kind, today)) {
      return Optional.empty();
    }
    Period last = Period.containing(kind, today).previous();
    // A second node waits here until the first one has committed.
    jdbc.sql("select id from complaint_analysis_rounds for update").query(Integer.class).single();
    if (jdbc.sql("select count(*) from complaint_analysis_periods where period = ?").param(last.text()).query(Integer.class).single() > 0) {
      return Optional.empty();
    }
    jdbc.sql("insert into complaint_analysis_periods (period, started_at) values (?, ?)").params(last.text(), LocalDateTime.now(clock)).update();
    return Optional.of(last);
  }

  private boolean hasCome(Period.Kind kind, LocalDate today) {
    return switch (kind) {
      case WEEK -> today.getDayOfWeek() == DayOfWeek.MONDAY;
      case MONTH -> workingDaysUntil(today) >= WORKING_DAY_OF_MONTH;
      case HALF_YEAR -> false;
      case YEAR -> today.getMonth() == Month.JANUARY && today.getDayOfMonth() >= DAY_OF_JANUARY;
    };
  }

  private long workingDaysUntil(LocalDate today) {
    return today.withDayOfMonth(1).datesUntil(today.plusDays(1)).filter(calendar::isWorkingDay).count();
  }
}
