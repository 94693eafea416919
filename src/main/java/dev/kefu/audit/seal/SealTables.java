package dev.kefu.audit.seal;

import dev.kefu.audit.AuditSeals;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries and seals in pages, so that memory stays flat however long the trail is. */
@Repository
@RequiredArgsConstructor
class SealTables implements AuditSeals {

  static final int PAGE = 1000;

  // Named as the records' components: a name that is not found costs the driver an exception for every row.
  private static final String ENTRY_COLUMNS = "e.happened_at as happenedAt, e.kind, e.actor, e.action, e.subject_type as subjectType, e.subject_id as subjectId,"
      + " e.case_number as caseNumber, e.digests, i.hash as chainHash";
  private static final String SEAL_COLUMNS = "id, sealed_at as sealedAt, entries, previous_hash as previousHash, hash";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  /** Holds the lock until the transaction ends; false when another node holds it. */
  boolean lock() {
    return jdbc.sql("select id from audit_seal_lock where id = 1 for update skip locked").query(Integer.class).optional().isPresent();
  }

  Optional<Seal> lastSeal() {
    return jdbc.sql("select " + SEAL_COLUMNS + " from audit_seals order by id desc limit 1").query(Seal.class).optional();
  }

  @Override
  public Optional<String> lastHash() {
    return lastSeal().map(Seal::hash);
  }

  boolean hasSeal(String hash) {
    return jdbc.sql("select count(*) from audit_seals where hash = ?").param(hash).query(Integer.class).single() > 0;
  }

  List<Seal> sealsAfter(long id) {
    return jdbc.sql("select " + SEAL_COLUMNS + " from audit_seals where id > ? order by id limit " + PAGE).param(id).query(Seal.class).list();
  }

  List<SealedEntry> unsealedSince(LocalDateTime earliest, int limit) {
    return jdbc.sql("select e.id, " + ENTRY_COLUMNS + " from audit_entries e left join audit_seal_items i on i.entry_id = e.id"
            + " where i.entry_id is null and e.happened_at >= ? order by e.id limit " + limit)
        .param(AuditTime.format(earliest)).query(SealedEntry.class).list();
  }

  Optional<Long> firstUnsealedBefore(LocalDateTime latest) {
    return jdbc.sql("select e.id from audit_entries e left join audit_seal_items i on i.entry_id = e.id"
            + " where i.entry_id is null and e.happened_at < ? order by e.id limit 1")
        .param(AuditTime.format(latest)).query(Long.class).optional();
  }

  long countUnsealed() {
    return jdbc.sql("select count(*) from audit_entries e left join audit_seal_items i on i.entry_id = e.id where i.entry_id is null")
        .query(Long.class).single();
  }

  /** The next page of a seal; entries that are gone come with their id and chain hash alone. */
  List<SealedEntry> sealed(long sealId, long afterEntry) {
    return jdbc.sql("select i.entry_id as id, " + ENTRY_COLUMNS + " from audit_seal_items i left join audit_entries e on e.id = i.entry_id"
            + " where i.seal_id = ? and i.entry_id > ? order by i.entry_id limit " + PAGE)
        .params(sealId, afterEntry).query(SealedEntry.class).list();
  }

  long countSealed(long sealId) {
    return jdbc.sql("select count(*) from audit_seal_items where seal_id = ?").param(sealId).query(Long.class).single();
  }

  void insertItems(long sealId, List<Object[]> entryIdsAndHashes) {
    batches.batchUpdate("insert into audit_seal_items (seal_id, entry_id, hash) values (" + sealId + ", ?, ?)", entryIdsAndHashes);
  }

  void insert(Seal seal) {
    jdbc.sql("insert into audit_seals (id, sealed_at, entries, previous_hash, hash) values (?, ?, ?, ?, ?)")
        .params(seal.id(), AuditTime.format(seal.sealedAt()), seal.entries(), seal.previousHash(), seal.hash()).update();
  }
}
