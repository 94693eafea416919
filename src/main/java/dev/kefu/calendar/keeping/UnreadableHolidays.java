package dev.kefu.calendar.keeping;

/** An iCalendar text that gives no year of holidays; the message names line or event. */
class UnreadableHolidays extends RuntimeException {

  UnreadableHolidays(String message) {
    super(message);
  }
}
