package dev.kefu.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAgeTest {

  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @Test
  void theAgeIsThatOfTheLastGoodBackup(@TempDir Path backups) throws IOException {
    Path sign = Files.createFile(backups.resolve("last-success"));
    Files.setLastModifiedTime(sign, FileTime.from(NOW.minusSeconds(7200)));
    assertThat(new BackupAge(backups.toString(), CLOCK).seconds()).isEqualTo(7200);
  }

  @Test
  void withoutABackupOrWithoutSeeingThemTheAgeIsUnknown(@TempDir Path backups) {
    assertThat(new BackupAge(backups.toString(), CLOCK).seconds()).isNaN();
    assertThat(new BackupAge("", CLOCK).seconds()).isNaN();
  }
}
