package dev.kefu.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** The table for the README: each measure of each candidate, with its ratio to stock Camunda's. */
@RequiredArgsConstructor
final class Report {

  private static final String REFERENCE = "stock";
  private static final double THOUSAND = 1e3;
  private static final String COMMAND = "./mvnw -Pbenchmark verify";

  private final BenchmarkSettings settings;
  private final Map<String, Measured> measured = new LinkedHashMap<>();

  /** All that is known of a candidate. */
  private static final class Measured {
    private final Map<Integer, List<Round>> rounds = new LinkedHashMap<>();
    private Counted counted;
    private long historyBytes;

    private double casesPerSecond(int workers) {
      return rounds.get(workers).stream().mapToDouble(Round::casesPerSecond).average().orElse(0);
    }

    private int cases() {
      return rounds.values().stream().flatMap(List::stream).mapToInt(Round::cases).sum();
    }

    private double percentile(int workers, double share) {
      Latencies all = new Latencies();
      rounds.get(workers).forEach(round -> all.addAll(round.latencies()));
      return all.percentile(share);
    }

    /** Milliseconds per case; NaN when the candidate has no Java of its own. */
    private double cpu(int workers, Function<Round, Duration> whose) {
      List<Round> those = rounds.get(workers);
      return those.stream().map(whose).mapToDouble(time -> time == null ? Double.NaN : time.toNanos() / 1e6).sum() / those.stream().mapToInt(Round::cases).sum();
    }
  }

  void counted(Candidate candidate, Counted counted) {
    of(candidate).counted = counted;
  }

  void round(Candidate candidate, int workers, Round round) {
    of(candidate).rounds.computeIfAbsent(workers, number -> new ArrayList<>()).add(round);
  }

  /** By how much the history grew in all rounds. */
  void historyBytes(Candidate candidate, long bytes) {
    of(candidate).historyBytes = bytes;
  }

  private Measured of(Candidate candidate) {
    return measured.computeIfAbsent(candidate.name(), name -> new Measured());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| per case | ").append(String.join(" | ", measured.keySet())).append(" |\n|---|").append("---|".repeat(measured.size())).append('\n');
    settings.workers().forEach(number -> row(text, "cases/s, " + number + (number == 1 ? " worker" : " workers"), 2, one -> one.casesPerSecond(number)));
    row(text, "statements", 1, one -> one.counted.statements());
    row(text, "commits", 1, one -> one.counted.commits());
    row(text, "rows written", 1, one -> one.counted.rowsWritten());
    row(text, "redo log, kB", 1, one -> one.counted.redoBytes() / THOUSAND);
    row(text, "rows of history", 1, one -> one.counted.historyRows());
    row(text, "history, kB", 1, one -> one.historyBytes / THOUSAND / one.cases());
    int last = settings.workers().get(settings.workers().size() - 1);
    for (int number : List.of(settings.workers().get(0), last).stream().distinct().toList()) {
      String load = ", " + number + (number == 1 ? " worker" : " workers");
      row(text, "completion of a task, p50 ms" + load, 1, one -> one.percentile(number, 0.5));
      row(text, "p95 ms" + load, 1, one -> one.percentile(number, 0.95));
      row(text, "p99 ms" + load, 1, one -> one.percentile(number, 0.99));
      row(text, "CPU of the program, ms" + load, 0, one -> one.cpu(number, Round::programCpu));
      row(text, "CPU of MySQL, ms" + load, 0, one -> one.cpu(number, Round::serverCpu));
    }
    return text.append('\n').append(machine()).append("\n\n").append(singleRounds()).toString();
  }

  private void row(StringBuilder text, String name, int digits, ToDoubleFunction<Measured> measure) {
    text.append("| ").append(name);
    measured.forEach((candidate, one) -> {
      double value = measure.applyAsDouble(one);
      text.append(" | ").append(Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + digits + "f", value));
      if (measured.containsKey(REFERENCE) && !REFERENCE.equals(candidate) && !Double.isNaN(value)) {
        text.append(String.format(Locale.ROOT, " (%.2f×)", value / measure.applyAsDouble(measured.get(REFERENCE))));
      }
    });
    text.append(" |\n");
  }

  private String machine() {
    return String.format(Locale.ROOT, "`%s`: %d rounds of %d s after %d s of warm-up, %d processors, %s %s, Java %s, MySQL 8.0 on the same machine, driver included. × = ratio to stock.", COMMAND,
        settings.rounds(), settings.length().toSeconds(), settings.warmUp().toSeconds(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"), System.getProperty("os.version"),
        System.getProperty("java.version"));
  }

  /** How far the rounds are apart. */
  private String singleRounds() {
    return "Cases/s of the single rounds:\n" + measured.entrySet().stream().map(candidate -> "- " + candidate.getKey() + ": " + candidate.getValue().rounds.entrySet().stream()
        .map(workers -> workers.getKey() + " → " + workers.getValue().stream().map(round -> String.format(Locale.ROOT, "%.2f", round.casesPerSecond())).collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "))).collect(Collectors.joining("\n")) + "\n";
  }
}
