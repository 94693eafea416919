package dev.kefu.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The facts that a register may know of an entry, by name, each with what reads it: the names are known without an entry.
 *
 * @param <T> the register's entry
 */
public final class NamedFacts<T> {

  private final Map<String, Function<T, Object>> readings = new LinkedHashMap<>();

  /** Adds a fact. */
  public NamedFacts<T> with(String name, Function<T, Object> reading) {
    readings.put(name, reading);
    return this;
  }

  /** Names of all facts. */
  public Set<String> names() {
    return readings.keySet();
  }

  /** The facts of an entry; null for what it does not know. */
  public Map<String, Object> of(T entry) {
    Map<String, Object> facts = new LinkedHashMap<>();
    readings.forEach((name, reading) -> facts.put(name, reading.apply(entry)));
    return facts;
  }
}
