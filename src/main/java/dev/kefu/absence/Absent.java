package dev.kefu.absence;

import java.util.Map;

/** Who is away now. */
public interface Absent {

  /** How people read it, by user id. */
  Map<String, String> now();
}
