package dev.kefu.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a module's register knows of a case, as people read it: for printed documents and the case file.
 *
 * @param <T> the register's entry
 */
public interface RegisterFacts<T> {

  /** The register's name in documents, for example {@code complaint}. */
  String register();

  /**
   * What it may know. A value is a text, ready to be read, or a list of rows: maps from a column's heading to a text. What has no value is null.
   */
  NamedFacts<T> facts();

  /** The case's entry, the last one of several; empty for a case that is not in this register. */
  Optional<T> entry(String caseNumber);

  /** Names of all facts that it may know; printed documents name them. */
  default Set<String> names() {
    return facts().names();
  }

  /** The facts by name; empty for a case that is not in this register. */
  @Transactional(readOnly = true)
  default Map<String, Object> of(String caseNumber) {
    return entry(caseNumber).map(facts()::of).orElse(Map.of());
  }
}
