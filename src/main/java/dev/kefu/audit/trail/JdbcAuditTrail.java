package dev.kefu.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
class JdbcAuditTrail implements AuditTrail {

  // Sent as text: the MySQL driver cuts the fraction of a timestamp parameter (sendFractionalSeconds=false, which the engine needs).
  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final int COLUMN_LENGTH = 255;

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  @Override
  @Transactional
  public void write(AuditRecord auditRecord) {
    SaltedDigest digest = SaltedDigest.withNewSalt();
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
            insert into audit_entries (happened_at, kind, actor, action, subject_type, subject_id, case_number, digests)
            values (:at, :kind, :actor, :action, :subjectType, :subjectId, :caseNumber, :digests)""")
        .param("at", MILLISECONDS.format(LocalDateTime.now(clock)))
        .param("kind", auditRecord.kind().name())
        .param("actor", cut(auditRecord.actor()))
        .param("action", cut(auditRecord.action()))
        .param("subjectType", cut(auditRecord.subjectType()))
        .param("subjectId", cut(auditRecord.subjectId()))
        .param("caseNumber", cut(auditRecord.caseNumber()))
        .param("digests", digests(auditRecord.values(), digest))
        .update(key, "id");
    if (!auditRecord.values().isEmpty()) {
      jdbc.sql("insert into audit_salts (entry_id, salt) values (?, ?)").params(key.getKey(), digest.salt()).update();
    }
  }

  private String digests(Map<String, String> values, SaltedDigest digest) {
    Map<String, String> digests = new TreeMap<>();
    values.forEach((name, value) -> digests.put(name, digest.of(name, value)));
    try {
      return json.writeValueAsString(digests);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts is always valid JSON", e);
    }
  }

  /** A login attempt may bring a name of any length; it must not keep the attempt out of the trail. */
  private static String cut(String text) {
    return text == null || text.length() <= COLUMN_LENGTH ? text : text.substring(0, COLUMN_LENGTH);
  }
}
