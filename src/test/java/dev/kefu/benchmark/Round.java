package dev.kefu.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What came of a number of workers who took one case after the other for some time.
 *
 * @param cases that they ended
 * @param seconds until the last of them had ended
 * @param latencies of their completions of tasks
 * @param programCpu processor time of the candidate's Java; null when it has none
 * @param serverCpu processor time of MySQL
 */
record Round(int cases, double seconds, Latencies latencies, Duration programCpu, Duration serverCpu) {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final double NANOS = 1e9;

  /** Lets them work; each ends the case that it has begun. */
  static Round run(Candidate candidate, List<Candidate.CaseWorker> workers, Duration length, Server server) {
    AtomicInteger cases = new AtomicInteger();
    Latencies latencies = new Latencies();
    Duration programBefore = candidate.program().map(Program::cpu).orElse(null);
    Duration serverBefore = server.cpu();
    long start = System.nanoTime();
    long end = start + length.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    try {
      workers.stream().map(worker -> CompletableFuture.runAsync(() -> {
        while (System.nanoTime() < end) {
          worker.handle(NUMBERS.incrementAndGet(), latencies);
          cases.incrementAndGet();
        }
      }, threads)).toList().forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    return new Round(cases.get(), seconds, latencies, programBefore == null ? null : candidate.program().orElseThrow().cpu().minus(programBefore), server.cpu().minus(serverBefore));
  }

  /** One worker does so many cases. */
  static void handle(Candidate.CaseWorker worker, int cases) {
    Stream.generate(NUMBERS::incrementAndGet).limit(cases).forEach(number -> worker.handle(number, new Latencies()));
  }

  double casesPerSecond() {
    return cases / seconds;
  }
}
