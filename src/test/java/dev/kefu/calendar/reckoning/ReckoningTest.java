package dev.kefu.calendar.reckoning;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.TimeSpan.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar of February 2026: Friday 13th, Saturday 14th is worked, holiday from 15th to 23rd, Saturday 28th is worked. */
class ReckoningTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DayHours USUAL = DayHours.parse("09:00-12:00 13:00-18:00");

  private final List<Integer> missing = new ArrayList<>();
  private final Reckoning reckoning = new Reckoning(calendar(List.of()), ZONE);

  @ParameterizedTest
  @CsvSource({
    // an ordinary week
    "2026-03-02T09:00, 1wd, 2026-03-02T18:00",
    "2026-03-02T10:00, 1wd, 2026-03-03T10:00",
    "2026-03-02T10:00, 2wd, 2026-03-04T10:00",
    "2026-03-02T18:00, 1wd, 2026-03-03T18:00",
    // weekend
    "2026-03-06T15:00, 1wd, 2026-03-09T15:00",
    "2026-03-07T11:00, 1wd, 2026-03-09T18:00",
    // night, early morning, lunch
    "2026-03-02T22:00, 2wd, 2026-03-04T18:00",
    "2026-03-02T06:00, 1wd, 2026-03-02T18:00",
    "2026-03-02T12:30, 1wd, 2026-03-03T12:00",
    // holiday with make-up days at both ends
    "2026-02-13T10:00, 1wd, 2026-02-14T10:00",
    "2026-02-13T10:00, 2wd, 2026-02-24T10:00",
    "2026-02-18T10:00, 1wd, 2026-02-24T18:00",
    "2026-02-27T10:00, 2wd, 2026-03-02T10:00",
    // backwards
    "2026-03-05T10:00, -3wd, 2026-03-02T10:00",
    "2026-03-09T09:00, -1wd, 2026-03-06T09:00",
    "2026-03-09T18:00, -1wd, 2026-03-09T09:00",
    "2026-03-08T12:00, -1wd, 2026-03-06T09:00",
    "2026-02-24T10:00, -2wd, 2026-02-13T10:00",
    "2026-03-03T12:30, -1wd, 2026-03-02T13:00",
    // the other units
    "2026-02-13T10:00, 30cd, 2026-03-15T10:00",
    "2026-02-13T20:00, 4h, 2026-02-14T00:00",
    "2026-02-13T20:00, -4h, 2026-02-13T16:00",
    "2026-03-02T22:00, 0wd, 2026-03-02T22:00",
  })
  void spansEndWhereTheEnterpriseSaysSo(String from, String span, String due) {
    TimeSpan length = TimeSpan.parse(span);
    assertThat(reckoning.plus(at(from), length.length(), length.unit())).isEqualTo(at(due));
  }

  @Test
  void aWorkingDayIsADayHoweverShort() {
    Reckoning half = new Reckoning(calendar(List.of(new SpecialDay(LocalDate.of(2026, 3, 3), true, DayHours.parse("09:00-11:00"), "stocktaking"))), ZONE);
    assertThat(half.plus(at("2026-03-02T13:30"), ofDays(1), Unit.WD)).isEqualTo(at("2026-03-03T09:52:30"));
    assertThat(half.between(at("2026-03-02T09:00"), at("2026-03-03T10:00"), Unit.WD)).isEqualTo(ofHours(36));
  }

  @Test
  void timeOutsideWorkingHoursIsNoWorkingTime() {
    assertThat(reckoning.between(at("2026-03-06T18:00"), at("2026-03-09T09:00"), Unit.WD)).isZero();
    assertThat(reckoning.between(at("2026-02-14T18:00"), at("2026-02-24T09:00"), Unit.WD)).isZero();
    assertThat(reckoning.between(at("2026-02-14T09:00"), at("2026-02-24T18:00"), Unit.WD)).isEqualTo(ofDays(2));
    assertThat(reckoning.between(at("2026-02-24T18:00"), at("2026-02-14T09:00"), Unit.WD)).isEqualTo(ofDays(-2));
    assertThat(reckoning.between(at("2026-02-14T09:00"), at("2026-02-24T18:00"), Unit.CD)).isEqualTo(Duration.parse("P10DT9H"));
  }

  @Test
  void whatIsAddedIsMeasuredAgainToTheSecond() {
    Random random = new Random(20261124);
    Reckoning odd = new Reckoning(calendar(List.of(new SpecialDay(LocalDate.of(2026, 3, 3), true, DayHours.parse("08:00-08:07 23:59-24:00"), "odd"))), ZONE);
    for (int i = 0; i < 4000; i++) {
      Reckoning calendar = i % 2 == 0 ? reckoning : odd;
      Instant from = at("2026-01-01T00:00").plusSeconds(random.nextInt(360 * 86_400)).plusNanos(random.nextInt(1_000_000_000));
      Duration time = Duration.ofSeconds(random.nextInt(90 * 86_400) - 45L * 86_400);
      for (Unit unit : Unit.values()) {
        Instant due = calendar.plus(from, time, unit);
        assertThat(calendar.between(from, due, unit)).as("%s + %s %s = %s", from, time, unit, due).isEqualTo(time);
        assertThat(calendar.between(due, from, unit)).as("%s back to %s", due, from).isEqualTo(time.negated());
      }
    }
  }

  @Test
  void wholeWorkingDaysNeverEndOutsideWorkingHours() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      Instant from = at("2026-01-01T00:00").plusSeconds(random.nextInt(300 * 86_400));
      LocalDateTime due = LocalDateTime.ofInstant(reckoning.plus(from, ofDays(1L + random.nextInt(20)), Unit.WD), ZONE);
      assertThat(calendar(List.of()).hours(due.toLocalDate()).isWorking()).as("%s", due).isTrue();
      assertThat(due.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(18, 0));
    }
  }

  @Test
  void aYearWithoutNoticeCountsWeekendsAndFixedDaysAndSaysSo() {
    CalendarDays days = calendar(List.of());
    assertThat(Stream.of("2027-01-01", "2027-05-01", "2027-10-01", "2027-03-06").map(LocalDate::parse)).noneMatch(day -> days.hours(day).isWorking());
    assertThat(days.hours(LocalDate.of(2027, 2, 8)).isWorking()).isTrue();
    assertThat(missing).contains(2027).doesNotContain(2026);
    days.hours(LocalDate.of(2026, 5, 1));
    assertThat(missing).doesNotContain(2026);
  }

  @Test
  void clockChangesOfOtherZonesKeepTheClockTime() {
    Reckoning berlin = new Reckoning(calendar(List.of()), ZoneId.of("Europe/Berlin"));
    Instant friday = LocalDateTime.parse("2026-03-27T10:00").atZone(ZoneId.of("Europe/Berlin")).toInstant();
    Instant monday = LocalDateTime.parse("2026-03-30T10:00").atZone(ZoneId.of("Europe/Berlin")).toInstant();
    assertThat(berlin.plus(friday, ofDays(1), Unit.WD)).isEqualTo(monday);
    assertThat(berlin.plus(friday, ofDays(3), Unit.CD)).isEqualTo(monday);
    assertThat(berlin.plus(friday, ofHours(72), Unit.H)).isEqualTo(monday.plus(ofHours(1)));
  }

  @Test
  void hoursThatCannotBeAreRefused() {
    assertThatThrownBy(() -> DayHours.parse("9-12")).hasMessageContaining("\"9-12\" are no working hours: write 09:00-12:00 13:00-18:00");
    assertThatThrownBy(() -> DayHours.parse("12:00-09:00")).hasMessageContaining("12:00-09:00 do not end after their beginning");
    assertThatThrownBy(() -> DayHours.parse("09:00-12:00 11:00-13:00")).hasMessageContaining("begin before the interval before them ends");
    assertThatThrownBy(() -> DayHours.parse("20:00-24:30")).hasMessageContaining("do not end");
    assertThatThrownBy(() -> new WeekHours(Map.of(), USUAL)).hasMessageContaining("at least one day of the week");
  }

  private CalendarDays calendar(List<SpecialDay> exceptions) {
    Map<DayOfWeek, DayHours> weekdays = new EnumMap<>(DayOfWeek.class);
    Stream.of(DayOfWeek.values()).limit(5).forEach(day -> weekdays.put(day, USUAL));
    List<SpecialDay> notices = new ArrayList<>();
    LocalDate.of(2026, 2, 15).datesUntil(LocalDate.of(2026, 2, 24)).forEach(day -> notices.add(SpecialDay.ofNotice(day, false, "Spring Festival")));
    notices.add(SpecialDay.ofNotice(LocalDate.of(2026, 2, 14), true, "make-up"));
    notices.add(SpecialDay.ofNotice(LocalDate.of(2026, 2, 28), true, "make-up"));
    return new CalendarDays(new WeekHours(weekdays, USUAL), Set.of(2026), notices, exceptions, missing::add);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
