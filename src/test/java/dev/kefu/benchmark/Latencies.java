package dev.kefu.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long completions of tasks took, in nanoseconds; many threads note theirs. */
final class Latencies {

  private static final double MILLION = 1e6;
  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

  /** Does something and notes how long it took. */
  void time(Runnable completion) {
    long start = System.nanoTime();
    completion.run();
    nanos.add(System.nanoTime() - start);
  }

  void addAll(Latencies others) {
    nanos.addAll(others.nanos);
  }

  /** Milliseconds within which this share of them was done; 0 without any. */
  double percentile(double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(Math.ceil(share * sorted.size())) - 1)) / MILLION;
  }
}
