package dev.kefu.calendar.reckoning;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/** Says of every day when it is worked: the enterprise's exception first, then the year's notice, then the weekday. Never changes. */
public class CalendarDays {

  /**
   * Statutory days with a fixed date (全國年節及紀念日放假辦法, 2024, article 2). The others follow the moon; moved days only a notice knows.
   */
  private static final Set<MonthDay> FIXED_DAYS = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 2), MonthDay.of(10, 1),
    MonthDay.of(10, 2), MonthDay.of(10, 3));

  private final WeekHours week;
  private final Set<Integer> yearsWithNotice;
  private final Map<LocalDate, SpecialDay> special = new HashMap<>();
  private final IntConsumer yearIsMissing;

  /**
   * @param week ordinary hours
   * @param yearsWithNotice years whose holidays are known
   * @param notices their days
   * @param exceptions the enterprise's own days, stronger than the notices
   * @param yearIsMissing told, each time, of a year that is asked for without a notice
   */
  public CalendarDays(WeekHours week, Set<Integer> yearsWithNotice, Collection<SpecialDay> notices, Collection<SpecialDay> exceptions,
                      IntConsumer yearIsMissing) {
    this.week = week;
    this.yearsWithNotice = Set.copyOf(yearsWithNotice);
    this.yearIsMissing = yearIsMissing;
    notices.forEach(day -> special.put(day.day(), day));
    exceptions.forEach(day -> special.put(day.day(), day));
  }

  /** The working hours of a day; {@link DayHours#NONE} when it is free. */
  public DayHours hours(LocalDate day) {
    SpecialDay known = special.get(day);
    if (known != null) {
      return known.working() ? hoursWhenWorked(known) : DayHours.NONE;
    }
    if (!yearsWithNotice.contains(day.getYear())) {
      yearIsMissing.accept(day.getYear());
      if (FIXED_DAYS.contains(MonthDay.from(day))) {
        return DayHours.NONE;
      }
    }
    return week.of(day.getDayOfWeek());
  }

  private DayHours hoursWhenWorked(SpecialDay day) {
    return day.hours() == null ? week.whenWorked(day.day().getDayOfWeek()) : day.hours();
  }
}
