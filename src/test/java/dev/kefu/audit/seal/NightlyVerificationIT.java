package dev.kefu.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class NightlyVerificationIT {

  @Autowired private AuditTrail trail;
  @Autowired private Sealing sealing;
  @Autowired private NightlyVerification nightly;
  @Autowired private JdbcClient jdbc;

  @Test
  void aDamagedTrailIsFoundAtNightAndAdministratorsAreTold() {
    trail.write(new AuditRecord(AuditRecord.Kind.OPERATION, "somebody", "try", "trial", "1", null, Map.of()));
    sealing.seal();
    nightly.verify();
    assertThat(nightly.nights().get(0)).matches(NightlyVerification.Night::intact);
    assertThat(nightly.health().getStatus()).isEqualTo(Status.UP);
    long entry = jdbc.sql("select max(entry_id) from audit_seal_items").query(Long.class).single();
    String actor = jdbc.sql("select actor from audit_entries where id = ?").param(entry).query(String.class).optional().orElse(null);
    try {
      jdbc.sql("update audit_entries set actor = 'another' where id = ?").param(entry).update();

      nightly.verify();

      assertThat(nightly.nights().get(0).intact()).isFalse();
      assertThat(nightly.nights().get(0).fault()).contains("Entry " + entry + " was changed");
      assertThat(nightly.health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(jdbc.sql("select count(*) from notification_messages where template = 'audit-trail-damaged' and facts like ?").param("%Entry " + entry + " %").query(Integer.class).single()).isPositive();
    } finally {
      jdbc.sql("update audit_entries set actor = ? where id = ?").params(actor, entry).update();
      nightly.verify();
    }
    assertThat(nightly.health().getStatus()).isEqualTo(Status.UP);
  }
}
