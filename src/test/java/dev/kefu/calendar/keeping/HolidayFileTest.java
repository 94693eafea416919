package dev.kefu.calendar.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.calendar.reckoning.SpecialDay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class HolidayFileTest {

  /** Reviewed against 國辦發明電〔2024〕12號. */
  @Test
  void theNoticeOf2025IsShipped() throws IOException {
    assertThat(free(2025)).isEqualTo("01-01 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 05-31 06-01 06-02"
      + " 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08");
    assertThat(worked(2025)).isEqualTo("01-26 02-08 04-27 09-28 10-11");
  }

  /** Reviewed against 國辦發明電〔2025〕7號. */
  @Test
  void theNoticeOf2026IsShipped() throws IOException {
    assertThat(free(2026)).isEqualTo("01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05"
      + " 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07");
    assertThat(worked(2026)).isEqualTo("01-04 02-14 02-28 05-09 09-20 10-10");
  }

  @Test
  void publicHolidayCalendarsWithoutCategoriesAreUnderstood() {
    List<SpecialDay> days = HolidayFile.read(2027, ics("SUMMARY:元旦假期\nDTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270104", "SUMMARY:上班(补元旦假期)\nDTSTART;VALUE=DATE:20270109"));
    assertThat(days).extracting(SpecialDay::day).containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2), LocalDate.of(2027, 1, 3), LocalDate.of(2027, 1, 9));
    assertThat(days).extracting(SpecialDay::working).containsExactly(false, false, false, true);
  }

  @Test
  void faultsNameTheLineOrTheEvent() {
    refused("no calendar at all", "Line 1");
    refused("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nnonsense\r\nEND:VCALENDAR\r\n", "Line 5");
    refused(ics(), "no event");
    refused(ics("SUMMARY:A\nDTSTART:20270101T090000\nCATEGORIES:HOLIDAY"), "Event 1 (A): DTSTART must be a date without time");
    refused(ics("SUMMARY:A\nDTSTART;VALUE=DATE:20270101\nCATEGORIES:PARTY"), "Event 1 (A): CATEGORIES must be HOLIDAY or WORKDAY");
    refused(ics("SUMMARY:A\nDTSTART;VALUE=DATE:20260101\nCATEGORIES:HOLIDAY"), "Event 1 (A): 2026-01-01 is not in 2027");
    refused(ics("SUMMARY:A\nDTSTART;VALUE=DATE:20270102\nDTEND;VALUE=DATE:20270101\nCATEGORIES:HOLIDAY"), "Event 1 (A): DTEND");
    refused(ics("SUMMARY:A\nDTSTART;VALUE=DATE:20270101\nCATEGORIES:HOLIDAY", "SUMMARY:B\nDTSTART;VALUE=DATE:20270101\nCATEGORIES:WORKDAY"), "Event 2 (B): 2027-01-01 stands in another event too");
    refused(ics("SUMMARY:A\nDTSTART;VALUE=DATE:20270101\nRRULE:FREQ=YEARLY\nCATEGORIES:HOLIDAY"), "Event 1 (A): repeated events");
    refused(ics("DTSTART;VALUE=DATE:20270101\nCATEGORIES:HOLIDAY"), "Event 1 (without SUMMARY): SUMMARY");
    refused(ics("SUMMARY:A\nDTSTART;VALUE=DATE:2027-01-01\nCATEGORIES:HOLIDAY"), "");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> HolidayFile.read(2027, text)).isInstanceOf(UnreadableHolidays.class).hasMessageContaining(message);
  }

  static String ics(String... events) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n");
    for (int i = 0; i < events.length; i++) {
      text.append("BEGIN:VEVENT\nUID:").append(i).append("\nDTSTAMP:20260101T000000Z\n").append(events[i]).append("\nEND:VEVENT\n");
    }
    return text.append("END:VCALENDAR\n").toString().replace("\n", "\r\n");
  }

  private static String free(int year) throws IOException {
    return days(year, false);
  }

  private static String worked(int year) throws IOException {
    return days(year, true);
  }

  private static String days(int year, boolean working) throws IOException {
    return new ShippedHolidays(new PathMatchingResourcePatternResolver()).years().get(year).stream().filter(day -> day.working() == working)
      .map(day -> day.day().toString().substring(5)).collect(Collectors.joining(" "));
  }
}
