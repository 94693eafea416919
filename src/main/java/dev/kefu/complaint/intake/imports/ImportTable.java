package dev.kefu.complaint.intake.imports;

import dev.kefu.complaint.intake.imports.Import.Count;
import dev.kefu.tables.FileKind;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of imports. Whoever works on an import holds it by a claim; a change that no longer holds changes nothing and says so. */
@Repository
@RequiredArgsConstructor
class ImportTable {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_IGNORED = 1000;
  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_MESSAGE = 500;
  private static final int LONGEST_REFERENCE = 100;

  private final JdbcClient jdbc;

  /** Why a row was refused, in one of its fields. */
  record RowError(long row, String reference, String label, String message) {
  }

  /** What became of a row. */
  enum Outcome { ACCEPTED, DUPLICATE, REFUSED }

  long add(Import wanted) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into complaint_imports (file_name, file_kind, file_encoding, column_separator, sha256, file_size, form_channel, ignored_columns, uploaded_by,"
            + " uploaded_at, state, rows_total, rows_read, accepted, refused, duplicates, last_row, failures)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)")
        .params(cut(wanted.fileName(), LONGEST_NAME), wanted.kind().name(), wanted.encoding().name(), String.valueOf(wanted.separator()), wanted.sha256(),
            wanted.size(), wanted.formChannel(), cut(wanted.ignoredColumns(), LONGEST_IGNORED), wanted.uploadedBy(), Timestamp.from(wanted.uploadedAt()),
            wanted.state().name(), wanted.total())
        .update(key, "id");
    return key.getKey().longValue();
  }

  void addPiece(long id, int piece, byte[] content) {
    jdbc.sql("insert into complaint_import_pieces (import_id, piece, content) values (?, ?, ?)").params(id, piece, content).update();
  }

  /** A piece of the file; empty behind the last one. */
  Optional<byte[]> piece(long id, int piece) {
    return jdbc.sql("select content from complaint_import_pieces where import_id = ? and piece = ?").params(id, piece).query(byte[].class).optional();
  }

  boolean received(long id) {
    return jdbc.sql("update complaint_imports set state = 'WAITING' where id = ? and state = 'RECEIVING'").param(id).update() == 1;
  }

  Optional<Import> find(long id) {
    return jdbc.sql("select * from complaint_imports where id = ?").param(id).query(ImportTable::row).optional();
  }

  List<Import> newest(int most) {
    return jdbc.sql("select * from complaint_imports order by id desc limit ?").param(most).query(ImportTable::row).list();
  }

  /** Takes the oldest import that nobody works on, and holds it until the moment given. */
  Optional<Import> claim(String worker, Instant now, Instant until) {
    List<Long> free = jdbc.sql("select id from complaint_imports where state in ('WAITING', 'RUNNING') and (lease_until is null or lease_until < ?) order by id")
        .param(Timestamp.from(now)).query(Long.class).list();
    for (long id : free) {
      int taken = jdbc.sql("update complaint_imports set state = 'RUNNING', worker = ?, lease_until = ? where id = ? and state in ('WAITING', 'RUNNING')"
          + " and (lease_until is null or lease_until < ?)").params(worker, Timestamp.from(until), id, Timestamp.from(now)).update();
      if (taken == 1) {
        return find(id);
      }
    }
    return Optional.empty();
  }

  /** Notes that a row is done; false when the import is held no more. */
  boolean done(long id, String worker, long row, Outcome outcome, Instant until) {
    return jdbc.sql("update complaint_imports set last_row = ?, rows_read = rows_read + 1, accepted = accepted + ?, duplicates = duplicates + ?,"
            + " refused = refused + ?, failures = 0, lease_until = ? where id = ? and worker = ? and state = 'RUNNING'")
        .params(row, outcome == Outcome.ACCEPTED ? 1 : 0, outcome == Outcome.DUPLICATE ? 1 : 0, outcome == Outcome.REFUSED ? 1 : 0, Timestamp.from(until), id,
            worker).update() == 1;
  }

  void addError(long id, RowError error) {
    jdbc.sql("insert into complaint_import_errors (import_id, import_row, reference, label, message) values (?, ?, ?, ?, ?)")
        .params(id, error.row(), cut(error.reference(), LONGEST_REFERENCE), cut(error.label(), LONGEST_LABEL), cut(error.message(), LONGEST_MESSAGE)).update();
  }

  /** The next errors behind one, in order. */
  List<NumberedError> errors(long id, long after, int most) {
    return jdbc.sql("select id, import_row, reference, label, message from complaint_import_errors where import_id = ? and id > ? order by id limit ?")
        .params(id, after, most).query((row, index) -> new NumberedError(row.getLong(1),
            new RowError(row.getLong(2), row.getString(3), row.getString(4), row.getString(5)))).list();
  }

  /** An error and where it stands in the list. */
  record NumberedError(long id, RowError error) {
  }

  /** Leaves an import to whoever looks next after a moment; counts a failure where there was one. */
  void release(long id, String worker, Instant from, boolean failed) {
    jdbc.sql("update complaint_imports set worker = null, lease_until = ?, failures = failures + ? where id = ? and worker = ? and state = 'RUNNING'")
        .params(Timestamp.from(from), failed ? 1 : 0, id, worker).update();
  }

  boolean end(long id, String worker, ImportState state, String problem, Instant at) {
    return jdbc.sql("update complaint_imports set state = ?, problem = ?, ended_at = ?, worker = null, lease_until = null where id = ? and worker = ?"
        + " and state = 'RUNNING'").params(state.name(), cut(problem, LONGEST_MESSAGE), Timestamp.from(at), id, worker).update() == 1;
  }

  boolean cancel(long id, String person, Instant at) {
    return jdbc.sql("update complaint_imports set state = 'CANCELLED', ended_by = ?, ended_at = ?, worker = null, lease_until = null where id = ?"
        + " and state in ('WAITING', 'RUNNING')").params(person, Timestamp.from(at), id).update() == 1;
  }

  /** Deletes the files, with their lists of errors, of imports that ended before a moment, and what was left of uploads that broke off before it. */
  int forget(Instant endedBefore, Instant brokenOffBefore) {
    String old = " import_id in (select id from complaint_imports where ended_at < ? or state = 'RECEIVING' and uploaded_at < ?)";
    Object[] moments = {Timestamp.from(endedBefore), Timestamp.from(brokenOffBefore)};
    jdbc.sql("delete from complaint_import_errors where" + old).params(moments).update();
    int pieces = jdbc.sql("delete from complaint_import_pieces where" + old).params(moments).update();
    jdbc.sql("delete from complaint_imports where state = 'RECEIVING' and uploaded_at < ?").param(moments[1]).update();
    return pieces;
  }

  private static Import row(ResultSet row, int index) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Import(row.getLong("id"), row.getString("file_name"), FileKind.valueOf(row.getString("file_kind")), Charset.forName(row.getString("file_encoding")),
        row.getString("column_separator").charAt(0), row.getString("sha256"), row.getLong("file_size"), row.getString("form_channel"),
        row.getString("ignored_columns"), row.getString("uploaded_by"), row.getTimestamp("uploaded_at").toInstant(), ImportState.valueOf(row.getString("state")),
        row.getLong("rows_total"), new Count(row.getLong("rows_read"), row.getLong("accepted"), row.getLong("refused"), row.getLong("duplicates")),
        row.getLong("last_row"), row.getInt("failures"), ended == null ? null : ended.toInstant(), row.getString("problem"));
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
