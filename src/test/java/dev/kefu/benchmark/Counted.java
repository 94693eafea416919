package dev.kefu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What the server did for a candidate's cases, without what it does for the candidate while nobody works.
 *
 * @param perCase counter to its growth per case
 * @param historyRows that a case leaves
 */
record Counted(Map<String, Double> perCase, double historyRows) {

  private static final Duration QUIET = Duration.ofSeconds(10);

  /** Lets one worker do so many cases, and writes the statements of as many more to a file. */
  static Counted of(Candidate candidate, Server server, Path statements, int cases) {
    Candidate.CaseWorker worker = candidate.worker();
    Round.handle(worker, 2);
    Map<String, Long> quiet = server.counters();
    pause();
    Map<String, Long> before = server.counters();
    long rowsBefore = server.historyRows(candidate);
    long start = System.nanoTime();
    Map<String, Long> begin = server.counters();
    Round.handle(worker, cases);
    Map<String, Long> after = server.counters();
    double idle = (System.nanoTime() - start) / (double) QUIET.toNanos();
    Map<String, Double> perCase = new TreeMap<>();
    after.forEach((counter, value) -> perCase.put(counter, (value - begin.get(counter) - idle * (before.get(counter) - quiet.get(counter))) / cases));
    double rows = (server.historyRows(candidate) - rowsBefore) / (double) cases;
    noteStatements(candidate, server, worker, statements, cases);
    return new Counted(perCase, rows);
  }

  private static void noteStatements(Candidate candidate, Server server, Candidate.CaseWorker worker, Path file, int cases) {
    server.noteStatements();
    Round.handle(worker, cases);
    try {
      Files.writeString(file, new StatementCounts(server.notedStatements(candidate.database()), cases).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double statements() {
    return perCase.get("Questions");
  }

  double commits() {
    return perCase.get("Com_commit");
  }

  /** Inserted, updated and deleted. */
  double rowsWritten() {
    return perCase.get("Innodb_rows_inserted") + perCase.get("Innodb_rows_updated") + perCase.get("Innodb_rows_deleted");
  }

  double redoBytes() {
    return perCase.get("Innodb_os_log_written");
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
