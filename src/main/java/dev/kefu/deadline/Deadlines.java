package dev.kefu.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kefu.calendar.TimeSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What other modules may ask of the clocks. */
public interface Deadlines {

  /** How the clocks of those tasks stand, by task id; a task without a clock is left out. */
  Map<String, Standing> standing(Collection<String> taskIds);

  /**
   * What the tables give a step of a process for a grade, for promises that a register keeps; empty when no row fits. Works inside an engine command only.
   *
   * @param step as the tables call it, for example {@code respond}
   */
  Optional<TimeSpan> spanOf(String processKey, String step, String grade);

  /**
   * How often the superior role was told within a time, by the process id of the case itself (not of the part that was late); cases that the engine's history has lost are left out.
   *
   * @param from inclusive
   * @param to exclusive
   */
  Map<String, Long> escalations(Instant from, Instant to);

  /**
   * How a clock stands.
   *
   * @param phase where the time has got to
   * @param escalated whether the superior role was told
   * @param handedOver whether the task went over to the superior role
   */
  record Standing(Phase phase, boolean escalated, boolean handedOver) {
  }

  /** Where a clock's time has got to. */
  enum Phase {

    @JsonProperty("running") RUNNING,
    /** The moment of the reminder has passed. */
    @JsonProperty("dueSoon") DUE_SOON,
    @JsonProperty("overdue") OVERDUE,
    /** It stands still: the case waits for its customer. */
    @JsonProperty("paused") PAUSED,
    @JsonProperty("done") DONE
  }
}
