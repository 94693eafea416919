package dev.kefu.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.audit.ForgottenValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.NoSuchElementException;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proves what a value of an entry was, and forgets values for good. */
@Service
@RequiredArgsConstructor
class AuditedValues implements ForgottenValues {

  private static final TypeReference<Map<String, String>> DIGESTS = new TypeReference<>() { };

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  /**
   * Says whether the entry's value of this name was exactly the candidate.
   *
   * @throws NoSuchElementException when there is no such entry, or it has no value of this name
   */
  @Transactional(readOnly = true)
  ValueProof verifyValue(long entryId, String name, String candidate) {
    String recorded = digests(entryId).get(name);
    if (recorded == null) {
      throw new NoSuchElementException("Audit entry " + entryId + " has no value named " + name + " 無此項目");
    }
    return jdbc.sql("select salt from audit_salts where entry_id = ?").param(entryId).query(String.class).optional()
        .map(salt -> matches(recorded, SaltedDigest.withSalt(salt).of(name, candidate)) ? ValueProof.EQUAL : ValueProof.DIFFERENT)
        .orElse(ValueProof.FORGOTTEN);
  }

  /** Deletes the entry's salt: its values can never be proved again, the entry and its seal stay whole. */
  @Transactional
  void forgetValues(long entryId) {
    jdbc.sql("delete from audit_salts where entry_id = ?").param(entryId).update();
  }

  @Override
  @Transactional
  public void forgetCase(String caseNumber) {
    jdbc.sql("delete from audit_salts where entry_id in (select id from audit_entries where case_number = ?)").param(caseNumber).update();
  }

  private Map<String, String> digests(long entryId) {
    String text = jdbc.sql("select digests from audit_entries where id = ?").param(entryId).query(String.class).optional()
        .orElseThrow(() -> new NoSuchElementException("There is no audit entry " + entryId + " 無此記錄"));
    try {
      return json.readValue(text, DIGESTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Audit entry " + entryId + " was damaged: its digests are no JSON", e);
    }
  }

  private static boolean matches(String recorded, String candidate) {
    return MessageDigest.isEqual(recorded.getBytes(StandardCharsets.US_ASCII), candidate.getBytes(StandardCharsets.US_ASCII));
  }
}
