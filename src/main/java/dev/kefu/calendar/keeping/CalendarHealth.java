package dev.kefu.calendar.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says in the health details which year's holidays are missing: the current year's, and from December on the next one's. Due dates are still counted, so it stays up. */
@Component("workingCalendar")
@RequiredArgsConstructor
class CalendarHealth implements HealthIndicator {

  private static final int DECEMBER = 12;

  private final CalendarOverview overview;
  private final Clock clock;

  @Override
  public Health health() {
    Set<Integer> known = overview.knownYears().keySet();
    LocalDate today = LocalDate.now(clock);
    Health.Builder health = Health.up().withDetail("yearsWithHolidays", known);
    if (!known.contains(today.getYear())) {
      health.withDetail("missing", MissingYear.text(today.getYear()));
    } else if (today.getMonthValue() == DECEMBER && !known.contains(today.getYear() + 1)) {
      health.withDetail("missing", MissingYear.text(today.getYear() + 1));
    }
    return health.build();
  }
}
