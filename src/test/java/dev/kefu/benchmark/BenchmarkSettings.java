package dev.kefu.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured and how long, by system properties {@code kefu.benchmark.*}.
 *
 * @param length of one round
 * @param rounds of each candidate with each number of workers
 * @param warmUp before the first round
 * @param workers numbers of workers
 * @param cases whose statements are counted
 * @param candidates names
 */
record BenchmarkSettings(Duration length, int rounds, Duration warmUp, List<Integer> workers, int cases, List<String> candidates) {

  private static final String PREFIX = "kefu.benchmark.";

  static BenchmarkSettings read() {
    return new BenchmarkSettings(Duration.ofSeconds(Integer.getInteger(PREFIX + "seconds", 20)), Integer.getInteger(PREFIX + "rounds", 3),
        Duration.ofSeconds(Integer.getInteger(PREFIX + "warm-up", 20)), list("workers", "1,2,4").stream().map(Integer::valueOf).toList(),
        Integer.getInteger(PREFIX + "cases", 20), list("candidates", "kefu,stock,flowable,floor"));
  }

  private static List<String> list(String name, String usual) {
    return Arrays.asList(System.getProperty(PREFIX + name, usual).split(","));
  }
}
