package dev.kefu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measures the candidates side by side and writes {@code target/benchmark/report.md}. Profile benchmark. */
class BenchmarkIT {

  private static final Path FOLDER = Path.of("target", "benchmark");
  private static final int FIRST_CASES = 3;

  private final BenchmarkSettings settings = BenchmarkSettings.read();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<Candidate, List<Candidate.CaseWorker>> workers = new HashMap<>();

  @Test
  void sideBySide() throws IOException {
    Files.createDirectories(FOLDER);
    try (Server server = new Server()) {
      try {
        start(server);
        Report report = measure(server);
        Files.writeString(FOLDER.resolve("report.md"), report.text());
        assertThat(report.text()).contains("cases/s");
      } finally {
        candidates.forEach(Candidate::close);
      }
    }
  }

  /** Kefu first: the others put into their cases what its case has. While one starts, those before stand still. */
  private void start(Server server) {
    Path recorded = FOLDER.resolve("recorded.json").toAbsolutePath();
    add(() -> new KefuCandidate(server));
    Round.handle(candidates.get(0).worker(), FIRST_CASES);
    RecordedCase.write(server, candidates.get(0).database(), recorded);
    freeze(candidates.get(0));
    Map<String, Supplier<Candidate>> others = Map.of("stock", () -> new StockCandidate(server, recorded), "flowable", () -> new FlowableCandidate(server, recorded),
        "floor", () -> new FloorCandidate(server));
    settings.candidates().stream().filter(others::containsKey).forEach(name -> {
      add(others.get(name));
      freeze(candidates.get(candidates.size() - 1));
    });
    if (!settings.candidates().contains("kefu")) {
      candidates.remove(0).close();
    }
  }

  private void add(Supplier<Candidate> candidate) {
    candidates.add(candidate.get());
  }

  private Report measure(Server server) {
    Report report = new Report(settings);
    for (Candidate candidate : candidates) {
      thaw(candidate);
      workers.put(candidate, Stream.generate(candidate::worker).limit(settings.workers().stream().mapToInt(Integer::intValue).max().orElseThrow()).toList());
      Round.run(candidate, workers.get(candidate), settings.warmUp(), server);
      report.counted(candidate, Counted.of(candidate, server, FOLDER.resolve("statements-" + candidate.name() + ".txt"), settings.cases()));
      freeze(candidate);
    }
    Map<Candidate, Long> bytesBefore = new HashMap<>();
    candidates.forEach(candidate -> bytesBefore.put(candidate, server.historyBytes(candidate)));
    for (int round = 0; round < settings.rounds(); round++) {
      for (int number : settings.workers()) {
        for (Candidate candidate : candidates) {
          thaw(candidate);
          report.round(candidate, number, Round.run(candidate, workers.get(candidate).subList(0, number), settings.length(), server));
          freeze(candidate);
        }
      }
    }
    candidates.forEach(candidate -> report.historyBytes(candidate, server.historyBytes(candidate) - bytesBefore.get(candidate)));
    return report;
  }

  private static void freeze(Candidate candidate) {
    candidate.program().ifPresent(Program::freeze);
  }

  private static void thaw(Candidate candidate) {
    candidate.program().ifPresent(Program::thaw);
  }
}
