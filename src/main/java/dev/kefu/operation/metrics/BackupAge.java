package dev.kefu.operation.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How old the last good backup is, by the file that {@code docker/backup/backup.sh} touches at its end. Unknown (NaN) where this node does not see the backups, or there is none. */
@Component
class BackupAge implements MeterBinder {

  private static final String SIGN = "last-success";

  private final String folder;
  private final Clock clock;

  BackupAge(@Value("${kefu.metrics.backups:}") String folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("kefu.backup.age", this, BackupAge::seconds).baseUnit("seconds").description("Time since the last good backup").register(registry);
  }

  double seconds() {
    if (folder.isBlank()) {
      return Double.NaN;
    }
    try {
      return Duration.between(Files.getLastModifiedTime(Path.of(folder, SIGN)).toInstant(), clock.instant()).toSeconds();
    } catch (IOException none) {
      return Double.NaN;
    }
  }
}
