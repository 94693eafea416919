package dev.kefu.calendar.keeping;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.calendar.keeping.CalendarTables.ImportedYear;
import dev.kefu.calendar.keeping.CalendarTables.NoticeDay;
import dev.kefu.calendar.reckoning.CalendarDays;
import dev.kefu.calendar.reckoning.Reckoning;
import dev.kefu.calendar.reckoning.SpecialDay;
import dev.kefu.calendar.reckoning.WeekHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;

/**
 * The calendar as settings, notices and exceptions make it. It is read once and kept until its stamp in the database changes; the stamp is
 * asked for every time, so that every node, and a transaction that just changed something, counts with what holds there.
 */
@Slf4j
@Service
class KeptCalendar implements WorkingCalendar {

  private final CalendarTables tables;
  private final ShippedHolidays shipped;
  private final WeekHours week;
  private final Clock clock;
  private final Set<Integer> missingYears = ConcurrentHashMap.newKeySet();
  private volatile Snapshot last = new Snapshot("", null, null);

  KeptCalendar(CalendarTables tables, ShippedHolidays shipped, CalendarProperties settings, Clock clock) {
    this.tables = tables;
    this.shipped = shipped;
    this.week = settings.week();
    this.clock = clock;
  }

  @Override
  public Instant plus(Instant from, Duration time, TimeSpan.Unit unit) {
    return current().reckoning().plus(from, time, unit);
  }

  @Override
  public Duration between(Instant from, Instant to, TimeSpan.Unit unit) {
    return current().reckoning().between(from, to, unit);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return current().days().hours(day).isWorking();
  }

  private Snapshot current() {
    String stamp = tables.stamp();
    Snapshot known = last;
    if (!known.stamp().equals(stamp)) {
      known = read(stamp);
      last = known;
    }
    return known;
  }

  private Snapshot read(String stamp) {
    Set<Integer> years = new HashSet<>(shipped.years().keySet());
    Set<Integer> imported = new HashSet<>(tables.importedYears().stream().map(ImportedYear::noticeYear).toList());
    years.addAll(imported);
    List<SpecialDay> notices = new ArrayList<>();
    shipped.years().forEach((year, days) -> notices.addAll(imported.contains(year) ? List.of() : days));
    tables.importedDays().stream().map(NoticeDay::day).forEach(notices::add);
    List<SpecialDay> exceptions = tables.exceptions().stream().map(CalendarException::day).toList();
    CalendarDays days = new CalendarDays(week, years, notices, exceptions, this::warnOnce);
    return new Snapshot(stamp, days, new Reckoning(days, clock.getZone()));
  }

  private void warnOnce(int year) {
    if (missingYears.add(year)) {
      log.warn("{}", MissingYear.text(year));
    }
  }

  private record Snapshot(String stamp, CalendarDays days, Reckoning reckoning) {
  }
}
