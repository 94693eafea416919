package dev.kefu.absence.deputies;

import java.time.LocalDate;

/**
 * Whole days, both ends included.
 *
 * @param until null for ever
 */
record Period(LocalDate from, LocalDate until) {

  boolean overlaps(Period other) {
    return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
  }

  /** The days that both have; only for periods that overlap. */
  Period common(Period other) {
    return new Period(from.isAfter(other.from) ? from : other.from, until == null ? other.until : other.until == null || until.isBefore(other.until) ? until : other.until);
  }

  @Override
  public String toString() {
    return until == null ? "since 自 " + from : from + " – " + until;
  }
}
