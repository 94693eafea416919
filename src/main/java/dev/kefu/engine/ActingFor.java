package dev.kefu.engine;

import java.util.Collection;
import java.util.Map;

/** Whom a person acts for in a task, because that other one is away. */
public interface ActingFor {

  /** User ids by task id, of those of these tasks that the user has, or may take, only as somebody's deputy. */
  Map<String, String> personsFor(Collection<String> taskIds, String userId);
}
