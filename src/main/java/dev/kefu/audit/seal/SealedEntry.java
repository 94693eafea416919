package dev.kefu.audit.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.Arrays;

/** An entry as the chain sees it; {@code chainHash} is null before it is sealed, {@code happenedAt} is null when the entry itself is gone. */
record SealedEntry(long id, LocalDateTime happenedAt, String kind, String actor, String action, String subjectType, String subjectId,
                   String caseNumber, String digests, String chainHash) {

  private static final ObjectMapper JSON = new ObjectMapper();

  boolean removed() {
    return happenedAt == null;
  }

  /** The canonical line: a JSON array of the columns in their order, so that no two entries have the same line. */
  String line() {
    try {
      return JSON.writeValueAsString(Arrays.asList(id, AuditTime.format(happenedAt), kind, actor, action, subjectType, subjectId, caseNumber, digests));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A list of texts is always valid JSON", e);
    }
  }
}
