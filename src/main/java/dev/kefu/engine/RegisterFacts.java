package dev.kefu.engine;

import java.util.Map;
import java.util.Set;

/** What a module's register knows of a case, as people read it: for printed documents and the case file. */
public interface RegisterFacts {

  /** The register's name in documents, for example {@code complaint}. */
  String register();

  /** Names of all facts that it may know; printed documents name them. */
  Set<String> names();

  /**
   * The facts by name; empty for a case that is not in this register. A value is a text, ready to be read, or a list of rows: maps from a column's
   * heading to a text. What has no value is null.
   */
  Map<String, Object> of(String caseNumber);
}
