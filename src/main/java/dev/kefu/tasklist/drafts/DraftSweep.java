package dev.kefu.tasklist.drafts;

import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every night. */
@Component
@RequiredArgsConstructor
class DraftSweep {

  private static final Logger LOG = LoggerFactory.getLogger(DraftSweep.class);

  private final Drafts drafts;

  @Scheduled(cron = "0 55 2 * * *", zone = "Asia/Shanghai")
  void sweep() {
    int deleted = drafts.forget();
    if (deleted > 0) {
      LOG.info("Deleted {} drafts that nobody went on with", deleted);
    }
  }
}
