package dev.kefu.deadline.clocks;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.deadline.Deadlines.Phase;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A clock of a task or, without a task, of a whole case.
 *
 * @param typed the due date as typed into the diagram; null when a table gave it
 * @param anchor what it counts from, as the table says it
 * @param anchoredAt the moment it counts from
 * @param moments when something must happen
 * @param done what has happened
 * @param superiors comma-separated roles that it was escalated to; null before
 * @param pausedSince since when it stands still; null when it runs
 */
record TaskClock(long id, String taskId, String processInstanceId, String caseNumber, String processKey, String step, String typed, TimeSpan span,
                 String anchor, Instant createdAt, Instant anchoredAt, Moments moments, Done done, String superiors, State state, Instant pausedSince) {

  /** The step's name of a clock of a whole case. */
  static final String WHOLE_CASE = "case";

  enum State { RUNNING, PAUSED, DONE }

  /** The rungs of the ladder: 75 %, 100 %, 200 % of the time. */
  record Moments(Instant remind, Instant due, Instant handOver) {
  }

  /** When each rung was taken; null before. */
  record Done(Instant reminded, Instant escalated, Instant handedOver) {

    static final Done NOTHING = new Done(null, null, null);
  }

  boolean isWholeCase() {
    return taskId == null;
  }

  /** Where its time has got to at a moment. */
  Phase phase(Instant now) {
    return switch (state) {
      case DONE -> Phase.DONE;
      case PAUSED -> Phase.PAUSED;
      case RUNNING -> !now.isBefore(moments.due()) ? Phase.OVERDUE : !now.isBefore(moments.remind()) ? Phase.DUE_SOON : Phase.RUNNING;
    };
  }

  /** The earliest moment of a rung not taken yet; null when all are. */
  Instant next() {
    return Stream.of(done.reminded == null ? moments.remind : null, done.escalated == null ? moments.due : null, done.handedOver == null ? moments.handOver : null)
        .filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
  }
}
