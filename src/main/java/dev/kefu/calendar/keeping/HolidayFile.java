package dev.kefu.calendar.keeping;

import dev.kefu.calendar.reckoning.SpecialDay;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * Reads the holidays and make-up working days of one year from an iCalendar text: whole-day events, {@code CATEGORIES:HOLIDAY} or
 * {@code WORKDAY}. Files without categories are understood by their summaries, as public holiday calendars write them: 班 is work, 假 and 休 are rest.
 */
final class HolidayFile {

  private static final int LONGEST_HOLIDAY = 31;
  private static final int LONGEST_NAME = 255;

  private final int year;
  private final Map<LocalDate, SpecialDay> days = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private HolidayFile(int year) {
    this.year = year;
  }

  /**
   * The days of a year's notice, in their order.
   *
   * @throws UnreadableHolidays with every fault, naming the line or the event
   */
  static List<SpecialDay> read(int year, String text) {
    HolidayFile file = new HolidayFile(year);
    file.take(parse(text));
    if (!file.faults.isEmpty()) {
      throw new UnreadableHolidays(String.join(" ", file.faults));
    }
    return List.copyOf(file.days.values());
  }

  private static Calendar parse(String text) {
    try {
      return new CalendarBuilder().build(new StringReader(text));
    } catch (ParserException e) {
      throw new UnreadableHolidays("Line " + Math.max(1, e.getLineNo()) + ": this is no iCalendar text (" + e.getMessage() + ").");
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableHolidays("This is no iCalendar text (" + e.getMessage() + ").");
    }
  }

  private void take(Calendar calendar) {
    List<VEvent> events = calendar.getComponents("VEVENT");
    if (events.isEmpty()) {
      faults.add("The file holds no event.");
    }
    for (int i = 0; i < events.size(); i++) {
      VEvent event = events.get(i);
      String name = event.getProperty(Property.SUMMARY).map(Property::getValue).orElse("");
      take(event, name, "Event " + (i + 1) + " (" + (name.isEmpty() ? "without SUMMARY" : name) + "): ");
    }
  }

  private void take(VEvent event, String name, String where) {
    LocalDate from = date(event.getProperty(Property.DTSTART).map(start -> ((DtStart<?>) start).getDate()).orElse(null));
    if (from == null) {
      faults.add(where + "DTSTART must be a date without time, such as DTSTART;VALUE=DATE:" + year + "0101.");
      return;
    }
    LocalDate end = event.getProperty(Property.DTEND).isEmpty() ? from.plusDays(1)
      : date(event.getProperty(Property.DTEND).map(last -> ((DtEnd<?>) last).getDate()).orElse(null));
    if (end == null || !end.isAfter(from) || end.isAfter(from.plusDays(LONGEST_HOLIDAY))) {
      faults.add(where + "DTEND must be the date after the last day, at most " + LONGEST_HOLIDAY + " days after DTSTART.");
      return;
    }
    if (event.getProperty(Property.RRULE).isPresent() || event.getProperty(Property.RDATE).isPresent()) {
      faults.add(where + "repeated events (RRULE, RDATE) are not read; write one event for each holiday.");
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      faults.add(where + "SUMMARY must have 1 to " + LONGEST_NAME + " characters.");
    }
    Boolean working = working(event, name);
    if (working == null) {
      faults.add(where + "CATEGORIES must be HOLIDAY or WORKDAY.");
      return;
    }
    from.datesUntil(end).forEach(day -> take(day, working, name, where));
  }

  private void take(LocalDate day, boolean working, String name, String where) {
    if (day.getYear() != year) {
      faults.add(where + day + " is not in " + year + ".");
    } else if (days.put(day, SpecialDay.ofNotice(day, working, name)) != null) {
      faults.add(where + day + " stands in another event too.");
    }
  }

  private static Boolean working(VEvent event, String name) {
    String categories = event.getProperty(Property.CATEGORIES).map(Property::getValue).orElse("").toUpperCase(Locale.ROOT);
    boolean work = categories.equals("WORKDAY") || categories.isEmpty() && name.contains("班");
    boolean rest = categories.equals("HOLIDAY") || categories.isEmpty() && !work && (name.contains("假") || name.contains("休"));
    return work || rest ? work : null;
  }

  private static LocalDate date(Temporal temporal) {
    return temporal instanceof LocalDate date ? date : null;
  }
}
