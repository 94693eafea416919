package dev.kefu.demo.complaints;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;

/** How fast the simulated department works: within every deadline, but for the first answer to those who were answered late. */
final class Pace {

  /** From the preparation of a call to the call's appointment. */
  static final Duration APPOINTMENT_IN = Duration.ofHours(1);

  private static final Duration USUAL = Duration.ofHours(3);
  private static final Duration AT_ONCE = Duration.ofMinutes(10);
  private static final Map<String, Duration> FORMS = Map.of("customer-lookup-choose", AT_ONCE, "customer-lookup-register", AT_ONCE,
      "complaint-handling-register", AT_ONCE, "complaint-handling-inquiry-assign", AT_ONCE, "customer-callback-do", APPOINTMENT_IN.minus(AT_ONCE));
  /** Longer than twice the time of every grade that the file has: the superior has the task by then. */
  private static final Duration TOO_LATE = Duration.ofHours(50);
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);

  private Pace() {
  }

  /**
   * When a task is done that waits from now on. Longer work is done between nine and six, on every day.
   *
   * @param form id of its form
   * @param again whether the customer is served once more
   */
  static OffsetDateTime next(String form, RealComplaint complaint, boolean again, OffsetDateTime now) {
    if ("complaint-handling-inquiry-respond".equals(form) && complaint.late() && !again) {
      OffsetDateTime tooLate = complaint.receivedAt().atOffset(now.getOffset()).plus(TOO_LATE);
      return tooLate.isAfter(now) ? tooLate : now;
    }
    OffsetDateTime done = now.plus(FORMS.getOrDefault(form, USUAL));
    return FORMS.containsKey(form) || !done.toLocalTime().isAfter(CLOSES) && !done.toLocalTime().isBefore(OPENS) ? done : opening(done);
  }

  private static OffsetDateTime opening(OffsetDateTime outside) {
    return outside.plusDays(outside.toLocalTime().isBefore(OPENS) ? 0 : 1).with(OPENS);
  }
}
