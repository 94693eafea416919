package dev.kefu.history.cases;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which cases an auditor wants to see: those of a process that started in a period, by a rule that anybody can follow again.
 *
 * @param process process id
 * @param from first day
 * @param to last day
 * @param rule how they are chosen
 * @param count how many
 * @param seed of a random choice: the same seed chooses the same cases
 */
record Sample(String process, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to, Rule rule, Integer count, String seed) {

  static final int MOST = 50;

  Sample {
    rule = rule == null ? Rule.random : rule;
    count = count == null ? Integer.valueOf(10) : Integer.valueOf(Math.min(Math.max(count, 1), MOST));
    seed = seed == null || seed.isBlank() ? null : seed.strip();
  }

  Sample withSeed(String chosen) {
    return new Sample(process, from, to, rule, count, chosen);
  }

  /** Named as in the address. */
  enum Rule {

    /** By chance: those whose number, hashed with the seed, comes first. */
    random,

    /** Those that still run, the oldest first, then those that took longest. */
    longest,

    /** Those with a step that ended after its deadline, the latest first. */
    late
  }
}
