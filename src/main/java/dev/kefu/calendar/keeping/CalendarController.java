package dev.kefu.calendar.keeping;

import dev.kefu.calendar.keeping.CalendarOverview.CalendarOfYear;
import dev.kefu.calendar.reckoning.DayHours;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The working calendar for programs: everybody reads it, administrators and the department's manager change it (SecurityConfiguration). */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/calendar")
class CalendarController {

  private static final int LARGEST_FILE = 256 * 1024;
  private static final int LONGEST_REASON = 255;
  private static final int LONGEST_HOURS = 255;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private final CalendarOverview overview;
  private final CalendarKeeper keeper;
  private final CalendarTables tables;
  private final Clock clock;

  /** A year's calendar; the current one by default. */
  @GetMapping
  CalendarOfYear year(@RequestParam(required = false) Integer year) {
    return overview.of(year == null ? LocalDate.now(clock).getYear() : year);
  }

  /** Replaces a year's holidays by those of an iCalendar text. */
  @PostMapping("/years/{year}")
  CalendarOfYear importYear(@PathVariable int year, HttpServletRequest request, Principal caller) throws IOException {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw wrong("year: must lie between " + FIRST_YEAR + " and " + LAST_YEAR + " 年份無效");
    }
    try {
      keeper.importYear(year, body(request), caller.getName());
    } catch (UnreadableHolidays e) {
      throw wrong(e.getMessage() + " 節假日文件有誤");
    }
    return overview.of(year);
  }

  @GetMapping("/exceptions")
  List<CalendarException> exceptions() {
    return tables.exceptions();
  }

  @GetMapping("/exceptions/{date}")
  CalendarException exception(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date) {
    return tables.exception(date).orElseThrow(() -> unknown(date));
  }

  @PutMapping("/exceptions/{date}")
  CalendarException putException(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, @RequestBody WantedException wanted, Principal caller) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw wrong("date: the year must lie between " + FIRST_YEAR + " and " + LAST_YEAR + " 年份無效");
    }
    if (wanted.working() == null) {
      throw wrong("working: must be true or false 是否工作日為必填");
    }
    if (wanted.reason() == null || wanted.reason().isBlank() || wanted.reason().length() > LONGEST_REASON) {
      throw wrong("reason: 1 to " + LONGEST_REASON + " characters 原因為必填");
    }
    keeper.putException(date, wanted.working(), hours(wanted), wanted.reason().strip(), caller.getName());
    return exception(date);
  }

  @DeleteMapping("/exceptions/{date}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteException(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, Principal caller) {
    if (!keeper.deleteException(date, caller.getName())) {
      throw unknown(date);
    }
  }

  private static DayHours hours(WantedException wanted) {
    if (wanted.hours() == null || wanted.hours().isBlank()) {
      return null;
    }
    if (!wanted.working()) {
      throw wrong("hours: a free day has none 休息日無工作時間");
    }
    try {
      DayHours hours = DayHours.parse(wanted.hours());
      if (hours.toString().length() > LONGEST_HOURS) {
        throw wrong("hours: at most " + LONGEST_HOURS + " characters 工作時間過長");
      }
      return hours;
    } catch (IllegalArgumentException e) {
      throw wrong("hours: " + e.getMessage() + " 工作時間有誤");
    }
  }

  private static String body(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw wrong("The file is larger than " + LARGEST_FILE / 1024 + " KB 文件過大");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static ResponseStatusException wrong(String message) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
  }

  private static ResponseStatusException unknown(LocalDate date) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no exception for " + date + " 該日期無例外安排");
  }

  /**
   * An exception as it is sent.
   *
   * @param working whether work is done on that day
   * @param hours {@code 09:00-12:00}; empty for the usual hours
   * @param reason why
   */
  record WantedException(Boolean working, String hours, String reason) {
  }
}
