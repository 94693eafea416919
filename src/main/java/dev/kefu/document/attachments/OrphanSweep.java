package dev.kefu.document.attachments;

import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every night, on every node: each sweeps its own folder. */
@Component
@RequiredArgsConstructor
class OrphanSweep {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

  private final Attachments attachments;

  @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Shanghai")
  void sweep() throws IOException {
    int deleted = attachments.sweep();
    if (deleted > 0) {
      LOG.info("Deleted {} contents that no attachment names", deleted);
    }
  }
}
