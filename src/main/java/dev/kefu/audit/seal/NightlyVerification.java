package dev.kefu.audit.seal;

import dev.kefu.audit.TrailDamaged;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recomputes the whole trail every night. Every node does, each against its own file. What was found is kept; health goes down after a night that found something, readiness does not.
 */
@Slf4j
@Component("auditTrail")
@RequiredArgsConstructor
class NightlyVerification implements HealthIndicator {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String COLUMNS = "verified_at as verifiedAt, intact, seals, entries, last_hash as lastHash, fault";
  private static final int SHOWN = 100;

  private final Verification verification;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /**
   * What a night found.
   *
   * @param lastHash hash of the last seal, to be compared with a copy kept elsewhere
   * @param fault the first place that does not fit; null for none
   */
  record Night(LocalDateTime verifiedAt, boolean intact, long seals, long entries, String lastHash, String fault) {
  }

  @Scheduled(cron = "${kefu.audit.verify-at}", zone = "Asia/Shanghai")
  void verify() {
    Verdict verdict = verification.verify();
    LocalDateTime now = LocalDateTime.now(clock);
    transaction.executeWithoutResult(status -> {
      jdbc.sql("insert into audit_verifications (verified_at, intact, seals, entries, last_hash, fault) values (?, ?, ?, ?, ?, ?)")
          .params(AuditTime.format(now), verdict.intact(), verdict.seals(), verdict.entries(), verdict.lastHash(), verdict.intact() ? null : verdict.fault().message()).update();
      if (!verdict.intact()) {
        events.publishEvent(new TrailDamaged(MOMENT.format(now), verdict.fault().message()));
      }
    });
    if (verdict.intact()) {
      log.info("The audit trail is whole: {} seals, {} entries, hash {}", verdict.seals(), verdict.entries(), verdict.lastHash());
    } else {
      log.error("The audit trail was damaged: {}", verdict.fault().message());
    }
  }

  /** The last nights, newest first. */
  List<Night> nights() {
    return jdbc.sql("select " + COLUMNS + " from audit_verifications order by id desc limit " + SHOWN).query(Night.class).list();
  }

  @Override
  public Health health() {
    Optional<Night> last = jdbc.sql("select " + COLUMNS + " from audit_verifications order by id desc limit 1").query(Night.class).optional();
    Health.Builder health = last.map(Night::intact).orElse(true) ? Health.up() : Health.down();
    last.ifPresent(night -> health.withDetail("verifiedAt", MOMENT.format(night.verifiedAt())));
    last.map(Night::fault).ifPresent(fault -> health.withDetail("fault", fault));
    return health.build();
  }
}
