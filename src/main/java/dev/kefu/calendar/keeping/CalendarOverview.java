package dev.kefu.calendar.keeping;

import dev.kefu.calendar.keeping.CalendarTables.ImportedYear;
import dev.kefu.calendar.keeping.CalendarTables.NoticeDay;
import dev.kefu.calendar.reckoning.SpecialDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the calendar of a year and where it comes from. */
@Component
@RequiredArgsConstructor
class CalendarOverview {

  private static final String SHIPPED = "shipped";

  private final CalendarTables tables;
  private final ShippedHolidays shipped;
  private final CalendarProperties settings;

  /** The year as it is counted. */
  @Transactional(readOnly = true)
  public CalendarOfYear of(int year) {
    SortedMap<Integer, String> known = knownYears();
    String source = known.getOrDefault(year, "none");
    List<SpecialDay> notice = SHIPPED.equals(source) ? shipped.years().get(year)
      : tables.importedDays().stream().filter(day -> day.noticeYear() == year).map(NoticeDay::day).toList();
    List<NamedDay> days = notice.stream().map(day -> new NamedDay(day.day(), day.working(), day.name())).sorted(Comparator.comparing(NamedDay::date)).toList();
    List<CalendarException> exceptions = tables.exceptions().stream().filter(exception -> exception.date().getYear() == year).toList();
    Map<String, String> hours = new TreeMap<>();
    settings.week().weekdays().forEach((weekday, day) -> hours.put(weekday.getValue() + " " + weekday, day.toString()));
    return new CalendarOfYear(year, source, known.containsKey(year) ? null : MissingYear.text(year), hours, settings.week().makeUpDay().toString(), days, exceptions, known);
  }

  /** Years with a notice and whether it was shipped or imported. */
  @Transactional(readOnly = true)
  public SortedMap<Integer, String> knownYears() {
    SortedMap<Integer, String> known = new TreeMap<>();
    shipped.years().keySet().forEach(year -> known.put(year, SHIPPED));
    tables.importedYears().stream().map(ImportedYear::noticeYear).forEach(year -> known.put(year, "imported"));
    return known;
  }

  /**
   * A year's calendar.
   *
   * @param year the year
   * @param notice {@code shipped}, {@code imported} or {@code none}
   * @param warning what is missing; null when nothing is
   * @param hours ordinary hours by weekday
   * @param makeUpDay hours of a make-up working day
   * @param days holidays and make-up working days of the notice
   * @param exceptions the enterprise's own days
   * @param knownYears years with a notice
   */
  record CalendarOfYear(int year, String notice, String warning, Map<String, String> hours, String makeUpDay, List<NamedDay> days,
                        List<CalendarException> exceptions, SortedMap<Integer, String> knownYears) {
  }

  /** A holiday or make-up working day. */
  record NamedDay(LocalDate date, boolean working, String name) {
  }
}
