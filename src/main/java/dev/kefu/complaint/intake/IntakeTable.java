package dev.kefu.complaint.intake;

import dev.kefu.complaint.intake.ComplaintIntake.Row;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what was received. */
@Repository
@RequiredArgsConstructor
class IntakeTable {

  private final JdbcClient jdbc;

  /** An earlier receipt. */
  record Received(String contentDigest, String caseNumber) {
  }

  Optional<Received> find(String channel, String reference) {
    return jdbc.sql("select content_digest, case_number from complaint_intakes where channel = ? and reference = ?").params(channel, reference)
        .query((row, index) -> new Received(row.getString(1), row.getString(2))).optional();
  }

  /**
   * Notes a receipt.
   *
   * @throws org.springframework.dao.DuplicateKeyException when another transaction noted the same reference first
   */
  void add(String channel, String reference, Received received, Row row, Instant at) {
    jdbc.sql("insert into complaint_intakes (channel, reference, content_digest, case_number, received_at, import_id, import_row) values (?, ?, ?, ?, ?, ?, ?)")
        .params(channel, reference, received.contentDigest(), received.caseNumber(), Timestamp.from(at), row == null ? null : row.importId(),
            row == null ? null : row.number()).update();
  }
}
