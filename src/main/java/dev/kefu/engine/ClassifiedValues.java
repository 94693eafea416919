package dev.kefu.engine;

import java.util.Optional;

/** Where the form gate puts what must not become a process variable; a register implements it. */
public interface ClassifiedValues {

  /**
   * Keeps a value; a second call for the same case and path replaces the value.
   *
   * @param processInstanceId the case
   * @param path the field's path below its root, root first, for example {@code need.confidentialDetails}
   * @param value as submitted
   */
  void keep(String processInstanceId, String path, String value);

  /** Returns what was kept, or empty. Callers check the right and write the audit record of the reading. */
  Optional<String> find(String processInstanceId, String path);
}
