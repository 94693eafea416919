package dev.kefu.calendar.keeping;

import dev.kefu.calendar.reckoning.DayHours;
import dev.kefu.calendar.reckoning.SpecialDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendar's rows. */
@Repository
@RequiredArgsConstructor
class CalendarTables {

  // Sent as text: the MySQL driver cuts the fraction of a timestamp parameter (sendFractionalSeconds=false, which the engine needs).
  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private final JdbcClient jdbc;
  private final Clock clock;

  /** Another one after every change. A random text and no number: two changes, one of them rolled back, never share it. */
  String stamp() {
    return jdbc.sql("select stamp from calendar_state where id = 1").query(String.class).single();
  }

  /** Holds everybody else who wants to change something until the transaction ends. */
  void change() {
    jdbc.sql("update calendar_state set stamp = ? where id = 1").param(UUID.randomUUID().toString()).update();
  }

  List<ImportedYear> importedYears() {
    return jdbc.sql("select notice_year, imported_by, imported_at from calendar_years order by notice_year").query(ImportedYear.class).list();
  }

  List<NoticeDay> importedDays() {
    return jdbc.sql("select calendar_day, notice_year, working, name from calendar_days order by calendar_day").query((row, number) ->
      new NoticeDay(row.getInt("notice_year"), SpecialDay.ofNotice(day(row), row.getBoolean("working"), row.getString("name")))).list();
  }

  void replaceYear(int year, List<SpecialDay> days, String actor) {
    jdbc.sql("delete from calendar_days where notice_year = ?").param(year).update();
    jdbc.sql("delete from calendar_years where notice_year = ?").param(year).update();
    jdbc.sql("insert into calendar_years (notice_year, imported_by, imported_at) values (?, ?, ?)").params(year, actor, now()).update();
    days.forEach(day -> jdbc.sql("insert into calendar_days (calendar_day, notice_year, working, name) values (?, ?, ?, ?)")
      .params(day.day(), year, day.working(), day.name()).update());
  }

  List<CalendarException> exceptions() {
    return jdbc.sql("select calendar_day, working, hours, reason, changed_by, changed_at from calendar_exceptions order by calendar_day")
      .query(CalendarTables::exception).list();
  }

  Optional<CalendarException> exception(LocalDate day) {
    return jdbc.sql("select calendar_day, working, hours, reason, changed_by, changed_at from calendar_exceptions where calendar_day = ?").param(day)
      .query(CalendarTables::exception).optional();
  }

  void putException(LocalDate day, boolean working, DayHours hours, String reason, String actor) {
    deleteException(day);
    jdbc.sql("insert into calendar_exceptions (calendar_day, working, hours, reason, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)")
      .params(day, working, hours == null ? null : hours.toString(), reason, actor, now()).update();
  }

  boolean deleteException(LocalDate day) {
    return jdbc.sql("delete from calendar_exceptions where calendar_day = ?").param(day).update() > 0;
  }

  private String now() {
    return MILLISECONDS.format(LocalDateTime.now(clock));
  }

  private static CalendarException exception(ResultSet row, int number) throws SQLException {
    return new CalendarException(day(row), row.getBoolean("working"), row.getString("hours"), row.getString("reason"), row.getString("changed_by"),
      row.getObject("changed_at", LocalDateTime.class));
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    return row.getObject("calendar_day", LocalDate.class);
  }

  /** A year whose notice was imported, by whom and when. */
  record ImportedYear(int noticeYear, String importedBy, LocalDateTime importedAt) {
  }

  /** A day of an imported notice. */
  record NoticeDay(int noticeYear, SpecialDay day) {
  }
}
