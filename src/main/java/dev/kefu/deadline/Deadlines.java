package dev.kefu.deadline;

import java.util.Collection;
import java.util.Set;

/** What other modules may ask of the clocks. */
public interface Deadlines {

  /** Those of the tasks whose clock stands still because the case waits for its customer. */
  Set<String> paused(Collection<String> taskIds);
}
