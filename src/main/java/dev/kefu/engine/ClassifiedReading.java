package dev.kefu.engine;

import java.util.Collection;
import java.util.Optional;

/** Gives the values of classified fields to those who may read them, outside of a form. */
public interface ClassifiedReading {

  /**
   * Returns the value for the person on whose behalf the thread runs, and writes the reading to the audit trail; the placeholder for somebody who may not
   * read it; empty when nothing was kept.
   *
   * @param processInstanceId where the form was handed in
   * @param path the field's, root first, for example {@code need.confidentialDetails}
   * @param readers roles that may read it
   * @param caseNumber for the audit trail
   */
  Optional<String> read(String processInstanceId, String path, Collection<String> readers, String caseNumber);
}
