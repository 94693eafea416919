package dev.kefu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Measures the candidates side by side and writes {@code target/benchmark/report.md}. Profile benchmark. */
class BenchmarkIT {

  @Test
  void sideBySide() throws IOException {
    try (Server server = new Server(); Candidate kefu = new KefuCandidate(server)) {
      Candidate.CaseWorker worker = kefu.worker();
      for (int i = 0; i < 6; i++) {
        worker.handle(i, new Latencies());
      }
      RecordedCase.write(server, kefu.database(), Path.of("target/benchmark/recorded.json"));
      Map<String, Long> before = server.counters();
      server.noteStatements();
      for (int i = 10; i < 15; i++) {
        worker.handle(i, new Latencies());
      }
      Files.writeString(Path.of("target/benchmark/statements-kefu.txt"), new StatementCounts(server.notedStatements(kefu.database()), 5).text());
      Map<String, Long> after = server.counters();
      after.forEach((k, v) -> System.out.println("COUNT " + k + " " + (v - before.get(k)) / 5.0));
    }
  }
}
