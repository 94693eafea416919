package dev.kefu.calendar.keeping;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.calendar.CalendarChanged;
import dev.kefu.calendar.reckoning.DayHours;
import dev.kefu.calendar.reckoning.SpecialDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the calendar: one after the other, each written to the audit trail and told to whoever keeps due dates. */
@Service
@RequiredArgsConstructor
class CalendarKeeper {

  private final CalendarTables tables;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  /** Replaces what is known of a year; the text is read before anything is touched. */
  @Transactional
  public List<SpecialDay> importYear(int year, String iCalendar, String actor) {
    List<SpecialDay> days = HolidayFile.read(year, iCalendar);
    tables.change();
    tables.replaceYear(year, days, actor);
    changed(actor, "importHolidays", "calendarYear", String.valueOf(year), Map.of("days", String.valueOf(days.size())));
    return days;
  }

  @Transactional
  public void putException(LocalDate day, boolean working, DayHours hours, String reason, String actor) {
    tables.change();
    tables.putException(day, working, hours, reason, actor);
    changed(actor, "setCalendarException", "calendarException", day.toString(),
      Map.of("working", String.valueOf(working), "hours", hours == null ? "" : hours.toString(), "reason", reason));
  }

  /** Whether there was such an exception. */
  @Transactional
  public boolean deleteException(LocalDate day, String actor) {
    tables.change();
    boolean found = tables.deleteException(day);
    if (found) {
      changed(actor, "deleteCalendarException", "calendarException", day.toString(), Map.of());
    }
    return found;
  }

  private void changed(String actor, String action, String subject, String id, Map<String, String> values) {
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, actor, action, subject, id, null, values));
    events.publishEvent(new CalendarChanged());
  }
}
