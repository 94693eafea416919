package dev.kefu.calendar.reckoning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The working hours of one day: intervals in their order, none on a day without work.
 *
 * @param intervals they do not overlap
 */
public record DayHours(List<Interval> intervals) {

  /** A day without work. */
  public static final DayHours NONE = new DayHours(List.of());

  static final long DAY = 24L * 60 * 60 * 1_000_000_000;
  private static final long MINUTE = 60L * 1_000_000_000;
  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final Pattern INTERVAL = Pattern.compile("(\\d{2}):(\\d{2})-(\\d{2}):(\\d{2})");

  public DayHours {
    intervals = List.copyOf(intervals);
    int last = -1;
    for (Interval interval : intervals) {
      if (interval.from() <= last) {
        throw new IllegalArgumentException("The working hours " + interval + " begin before the interval before them ends.");
      }
      last = interval.to();
    }
  }

  /**
   * Reads {@code 09:00-12:00 13:00-18:00}; an empty text is a day without work.
   *
   * @throws IllegalArgumentException for anything else; the message says what is expected
   */
  public static DayHours parse(String text) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    List<Interval> intervals = new ArrayList<>();
    for (String part : text.strip().split("[\\s,]+")) {
      intervals.add(Interval.parse(part));
    }
    return new DayHours(intervals);
  }

  /** Whether any work is done on such a day. */
  public boolean isWorking() {
    return !intervals.isEmpty();
  }

  @Override
  public String toString() {
    return intervals.stream().map(Interval::toString).collect(Collectors.joining(" "));
  }

  /** How much of the working day is over at this nanosecond of the day; the whole of it is {@link #DAY}, however many hours are worked. */
  long passed(long nanoOfDay) {
    long worked = 0;
    for (Interval interval : intervals) {
      worked += Math.max(0, Math.min(nanoOfDay, interval.end()) - interval.start());
    }
    return scaled(worked, DAY, length());
  }

  /** The first nanosecond of the day at which so much of the working day is over: the end of work, not the next opening. */
  long firstMomentOf(long passed) {
    long worked = scaled(passed, length(), DAY);
    for (Interval interval : intervals) {
      if (worked <= interval.length()) {
        return interval.start() + worked;
      }
      worked -= interval.length();
    }
    throw new IllegalArgumentException(passed + " ns is more than one working day");
  }

  /** The last nanosecond of the day at which no more than this is over: the next opening, not the end of work before it. */
  long lastMomentOf(long passed) {
    long worked = scaled(passed, length(), DAY);
    for (Interval interval : intervals) {
      if (worked < interval.length()) {
        return interval.start() + worked;
      }
      worked -= interval.length();
    }
    // Less than half a nanosecond of the clock before the end of work.
    return intervals.get(intervals.size() - 1).end();
  }

  private long length() {
    return intervals.stream().mapToLong(Interval::length).sum();
  }

  /** Rounded to the nearest; the product does not fit into a long. */
  private static long scaled(long value, long by, long of) {
    BigInteger divisor = BigInteger.valueOf(of);
    return BigInteger.valueOf(value).multiply(BigInteger.valueOf(by)).add(divisor.shiftRight(1)).divide(divisor).longValueExact();
  }

  /**
   * Uninterrupted working time.
   *
   * @param from minute of the day
   * @param to minute of the day, later than {@code from}; 24:00 is the end of the day
   */
  public record Interval(int from, int to) {

    public Interval {
      if (from >= to || to > MINUTES_OF_DAY) {
        throw new IllegalArgumentException("The working hours " + text(from) + "-" + text(to) + " do not end after their beginning on the same day.");
      }
    }

    static Interval parse(String text) {
      Matcher matcher = INTERVAL.matcher(text);
      if (!matcher.matches() || number(matcher, 2) > 59 || number(matcher, 4) > 59) {
        throw new IllegalArgumentException("\"" + text + "\" are no working hours: write 09:00-12:00 13:00-18:00.");
      }
      return new Interval(number(matcher, 1) * 60 + number(matcher, 2), number(matcher, 3) * 60 + number(matcher, 4));
    }

    @Override
    public String toString() {
      return text(from) + "-" + text(to);
    }

    long start() {
      return from * MINUTE;
    }

    long end() {
      return to * MINUTE;
    }

    long length() {
      return end() - start();
    }

    private static int number(Matcher matcher, int group) {
      return Integer.parseInt(matcher.group(group));
    }

    private static String text(int minute) {
      return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
  }
}
