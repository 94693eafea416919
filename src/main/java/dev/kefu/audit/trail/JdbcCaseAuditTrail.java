package dev.kefu.audit.trail;

import dev.kefu.audit.AuditRecord.Kind;
import dev.kefu.audit.CaseAuditTrail;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@RequiredArgsConstructor
class JdbcCaseAuditTrail implements CaseAuditTrail {

  private static final List<String> KINDS = Stream.of(Kind.REFUSAL, Kind.CLASSIFIED_READ, Kind.EXPORT, Kind.REPAIR).map(Kind::name).toList();

  private final JdbcClient jdbc;
  private final Clock clock;

  @Override
  @Transactional(readOnly = true)
  public List<CaseEntry> ofCase(String caseNumber, int first, int count) {
    return jdbc.sql("select happened_at, kind, actor, action, subject_type, subject_id from audit_entries where case_number = :caseNumber and kind in (:kinds) order by id limit " + count + " offset " + first)
        .param("caseNumber", caseNumber).param("kinds", KINDS)
        .query((row, index) -> new CaseEntry(row.getTimestamp(1).toLocalDateTime().atZone(clock.getZone()).toInstant(), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6)))
        .list();
  }
}
