package dev.kefu.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Registers keep moments in the enterprise's time, on each database: reports and files read them without Hibernate. */
@KefuIT
class MomentsIT {

  /** In UTC the day and the month before. */
  private static final LocalDateTime MOMENT = LocalDateTime.parse("2026-12-01T01:30:15");
  private static final Instant INSTANT = MOMENT.atZone(ZoneId.of("Asia/Shanghai")).toInstant();

  @Autowired private EntityManager entities;

  @Test
  void hibernateWritesTheEnterprisesTime() {
    assertThat(entities.createNativeQuery("select concat(cast(? as char(19)), '')", String.class).setParameter(1, INSTANT).getSingleResult().toString())
        .startsWith("2026-12-01 01:30:15");
  }

  @Test
  void hibernateReadsTheEnterprisesTime() {
    assertThat(entities.createNativeQuery("select timestamp '2026-12-01 01:30:15'", Instant.class).getSingleResult()).isEqualTo(INSTANT);
  }
}
