package dev.kefu.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditRecord.Kind;
import dev.kefu.audit.AuditTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@KefuIT
class SealingIT {

  @Autowired AuditTrail trail;
  @Autowired Sealing sealing;
  @Autowired Verification verification;
  @Autowired SealTables tables;
  @Autowired SealProperties properties;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TestRestTemplate http;
  @Value("${kefu.demo.password}") String password;

  private long first;
  private long second;
  private long third;

  @BeforeEach
  void threeEntriesAreSealed() {
    sealing.seal();
    first = write();
    second = write();
    third = write();
    sealing.seal();
    write();
    sealing.seal();
    assertThat(verification.verify()).matches(Verdict::intact);
  }

  @Test
  void entriesAreSealedOnceAndTheHashStandsOutsideTheDatabase() throws IOException {
    Seal last = tables.lastSeal().orElseThrow();
    sealing.seal();

    assertThat(tables.lastSeal()).contains(last);
    assertThat(sealOf(first)).isEqualTo(sealOf(second)).isEqualTo(sealOf(third)).isEqualTo(last.id() - 1);
    assertThat(Files.readAllLines(properties.sealsFile())).last().isEqualTo(SealLine.of(last).text());
  }

  @Test
  void anEntryThatIsCommittedLateIsSealedLater() {
    long[] ids = new long[2];
    transaction.executeWithoutResult(late -> {
      ids[0] = write();
      inAnotherTransaction(() -> {
        ids[1] = write();
        sealing.seal();
      });
    });
    sealing.seal();

    assertThat(ids[0]).isLessThan(ids[1]);
    assertThat(sealOf(ids[0])).isEqualTo(sealOf(ids[1]) + 1);
    assertThat(verification.verify()).matches(Verdict::intact);
  }

  @Test
  void onlyOneNodeSealsAtATime() {
    long entry = write();
    transaction.executeWithoutResult(otherNode -> {
      assertThat(tables.lock()).isTrue();
      inAnotherTransaction(sealing::seal);
    });
    assertThat(tables.countUnsealed()).isEqualTo(1);

    sealing.seal();
    assertThat(sealOf(entry)).isPositive();
  }

  @Test
  void aChangedEntryIsNamed() {
    tampered("update audit_entries set actor = 'somebody-else' where id = " + second, fault -> {
      assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_CHANGED);
      assertThat(fault.entryId()).isEqualTo(second);
    });
  }

  @Test
  void aRemovedEntryIsNamed() {
    tampered("delete from audit_entries where id = " + second, fault -> {
      assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_REMOVED);
      assertThat(fault.entryId()).isEqualTo(second);
    });
  }

  @Test
  void aRemovedEntryIsFoundWhenItsSealItemIsRemovedToo() {
    tampered(List.of("delete from audit_entries where id = " + second, "delete from audit_seal_items where entry_id = " + second), fault -> {
      assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_REMOVED);
      assertThat(fault.entryId()).isEqualTo(third);
      assertThat(fault.message()).contains("just before entry " + third);
    });
    tampered(List.of("delete from audit_entries where id = " + third, "delete from audit_seal_items where entry_id = " + third), fault -> {
      assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_REMOVED);
      assertThat(fault.sealId()).isEqualTo(sealOf(second));
    });
  }

  @Test
  void anEntryAddedToASealedRangeIsNamed() {
    long added = -first;
    tampered(List.of(insert(added, "'2020-01-01 00:00:00.000'")), fault -> {
      assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_ADDED);
      assertThat(fault.entryId()).isEqualTo(added);
    });
    tampered(List.of(insert(third + 1_000_000, "'2020-01-01 00:00:00.000'"),
        "insert into audit_seal_items (entry_id, seal_id, hash) values (" + (third + 1_000_000) + ", " + sealOf(third) + ", '" + "0".repeat(64) + "')"), fault -> {
      assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_ADDED);
      assertThat(fault.entryId()).isEqualTo(third + 1_000_000);
    });
  }

  @Test
  void aRemovedLastSealIsFoundThroughTheFileOutside() {
    long last = tables.lastSeal().orElseThrow().id();
    tampered(List.of("delete from audit_seals where id = " + last, "delete from audit_seal_items where seal_id = " + last), fault -> {
      assertThat(fault.kind()).isEqualTo(Fault.Kind.SEAL_REMOVED);
      assertThat(fault.sealId()).isEqualTo(last);
    });
  }

  @Test
  void aRemovedOrChangedSealIsNamed() {
    long seal = sealOf(first);
    tampered("delete from audit_seals where id = " + seal, fault -> assertThat(fault).isEqualTo(Fault.sealRemoved(seal)));
    tampered("update audit_seals set sealed_at = '2020-01-01 00:00:00.000' where id = " + seal, fault -> assertThat(fault).isEqualTo(Fault.sealChanged(seal)));
  }

  @Test
  void aSealThatWasComputedAnewIsFoundThroughTheFileOutside() {
    Seal last = tables.lastSeal().orElseThrow();
    transaction.executeWithoutResult(status -> {
      jdbc.sql("update audit_entries set actor = 'somebody-else' where id = (select max(entry_id) from audit_seal_items where seal_id = ?)")
          .param(last.id()).update();
      jdbc.sql("delete from audit_seals where id = ?").param(last.id()).update();
      jdbc.sql("delete from audit_seal_items where seal_id = ?").param(last.id()).update();
      sealing.seal();
      assertThat(tables.lastSeal().orElseThrow().id()).isEqualTo(last.id());
      assertThat(verification.verify().fault()).isEqualTo(Fault.sealUnlikeFile(last.id()));
      status.setRollbackOnly();
    });
  }

  @Test
  void aLineThatACrashCutOffIsWrittenAgain() throws IOException {
    write();
    Files.writeString(properties.sealsFile(), tables.lastSeal().orElseThrow().id() + 1 + " 20", StandardOpenOption.APPEND);
    sealing.seal();

    assertThat(verification.verify()).matches(Verdict::intact);
    assertThat(Files.readAllLines(properties.sealsFile())).last().isEqualTo(SealLine.of(tables.lastSeal().orElseThrow()).text());
  }

  @Test
  void aNodeWithoutItsFileWritesAllSealsAgain(@TempDir Path folder) throws IOException {
    SealsFile empty = new SealsFile(new SealProperties(properties.longestTransaction(), folder.resolve("new/seals.log")));
    empty.appendMissing(tables::sealsAfter);

    assertThat(folder.resolve("new/seals.log")).hasSameTextualContentAs(properties.sealsFile());
  }

  @Test
  void onlyAdministratorsVerify() {
    assertThat(http.withBasicAuth("admin", password).getForObject("/api/audit/verification", Map.class)).containsEntry("intact", true).containsKeys("seals", "lastHash");
    assertThat(http.withBasicAuth("relationship-specialist", password).getForEntity("/api/audit/verification", String.class).getStatusCode().value()).isEqualTo(403);
    assertThat(http.getForEntity("/api/audit/verification", String.class).getStatusCode().value()).isEqualTo(401);
  }

  private long write() {
    String subject = UUID.randomUUID().toString();
    trail.write(new AuditRecord(Kind.EXPORT, "relationship-specialist", "export", "report", subject, null, null));
    return jdbc.sql("select id from audit_entries where subject_id = ?").param(subject).query(Long.class).single();
  }

  private long sealOf(long entry) {
    return jdbc.sql("select seal_id from audit_seal_items where entry_id = ?").param(entry).query(Long.class).single();
  }

  private void tampered(String sql, Consumer<Fault> found) {
    tampered(List.of(sql), found);
  }

  private void tampered(List<String> sql, Consumer<Fault> found) {
    transaction.executeWithoutResult(status -> {
      sql.forEach(statement -> jdbc.sql(statement).update());
      Verdict verdict = verification.verify();
      assertThat(verdict.intact()).isFalse();
      found.accept(verdict.fault());
      status.setRollbackOnly();
    });
    assertThat(verification.verify()).matches(Verdict::intact);
  }

  private void inAnotherTransaction(Runnable work) {
    TransactionTemplate another = new TransactionTemplate(transactions);
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    another.executeWithoutResult(status -> work.run());
  }

  private static String insert(long id, String at) {
    return "insert into audit_entries (id, happened_at, kind, actor, action, digests) values (" + id + ", " + at + ", 'LOGIN', 'nobody', 'login', '{}')";
  }
}
