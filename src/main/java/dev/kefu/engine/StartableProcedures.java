package dev.kefu.engine;

import java.util.List;

/** What the person on whose behalf the thread runs may start in Tasklist. */
public interface StartableProcedures {

  /** In the order of their names. */
  List<Procedure> all();

  /**
   * A procedure.
   *
   * @param definitionId the engine's id of the version that would be started
   * @param key process id
   * @param name what people call it
   * @param sentence what it is for; null where its model says nothing
   */
  record Procedure(String definitionId, String key, String name, String sentence) {
  }
}
