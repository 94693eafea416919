package dev.kefu.demo.complaints;

import java.time.OffsetDateTime;

/** What happens around the persons of the simulation: time passes, deadlines come, automatic steps are done. */
interface World {

  /** The department's time, with its offset. */
  OffsetDateTime now();

  /** Lets time pass until a moment; one that has passed changes nothing. Afterwards everything is done that needs nobody. */
  void passUntil(OffsetDateTime moment);
}
