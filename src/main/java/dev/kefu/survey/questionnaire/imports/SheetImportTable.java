package dev.kefu.survey.questionnaire.imports;

import dev.kefu.survey.questionnaire.imports.SheetImport.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of imports of answers. The files themselves are not kept: they hold personal data, and a row that is known is recognised. */
@Repository
@RequiredArgsConstructor
class SheetImportTable {

  private static final int LONGEST_IGNORED = 1000;
  private static final int LONGEST_LABEL = 300;
  private static final int LONGEST_MESSAGE = 500;
  private static final int LONGEST_REFERENCE = 100;

  private final JdbcClient jdbc;
  private final JdbcTemplate many;

  /** What became of some rows. */
  record Count(long read, long accepted, long invalid, long refused, long duplicates) {
  }

  /** Why a row was refused, in one of its columns. */
  record RowError(long row, String reference, String label, String message) {
  }

  /** An error and where it stands in the list. */
  record NumberedError(long id, RowError error) {
  }

  long add(String surveyNo, String fileName, String sha256, String ignored, String person, long total, LocalDateTime now) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into survey_imports (survey_no, file_name, sha256, ignored_columns, uploaded_by, uploaded_at, state, rows_total, rows_read, accepted, invalid, refused, duplicates, moved_at)"
        + " values (?, ?, ?, ?, ?, ?, 'RUNNING', ?, 0, 0, 0, 0, 0, ?)").params(surveyNo, fileName, sha256, cut(ignored, LONGEST_IGNORED), person, now, total, now).update(key, "id");
    return key.getKey().longValue();
  }

  void moved(long id, Count more, LocalDateTime now) {
    jdbc.sql("update survey_imports set rows_read = rows_read + ?, accepted = accepted + ?, invalid = invalid + ?, refused = refused + ?, duplicates = duplicates + ?, moved_at = ? where id = ?")
        .params(more.read(), more.accepted(), more.invalid(), more.refused(), more.duplicates(), now, id).update();
  }

  void addErrors(long id, List<RowError> errors) {
    many.batchUpdate("insert into survey_import_errors (import_id, import_row, reference, label, message) values (?, ?, ?, ?, ?)", errors.stream()
        .map(error -> new Object[] {id, error.row(), cut(error.reference(), LONGEST_REFERENCE), cut(error.label(), LONGEST_LABEL), cut(error.message(), LONGEST_MESSAGE)}).toList());
  }

  void end(long id, State state, String problem, LocalDateTime now) {
    jdbc.sql("update survey_imports set state = ?, problem = ?, ended_at = ? where id = ? and state = 'RUNNING'").params(state.name(), problem == null ? null : cut(problem, LONGEST_MESSAGE), now, id).update();
  }

  /** Ends what a node that died left behind. */
  void endSilent(LocalDateTime silentSince, String problem, LocalDateTime now) {
    jdbc.sql("update survey_imports set state = 'FAILED', problem = ?, ended_at = ? where state = 'RUNNING' and moved_at < ?").params(problem, now, silentSince).update();
  }

  Optional<SheetImport> find(String surveyNo, long id) {
    return jdbc.sql("select * from survey_imports where survey_no = ? and id = ?").params(surveyNo, id).query(SheetImportTable::row).optional();
  }

  List<SheetImport> newest(String surveyNo, int most) {
    return jdbc.sql("select * from survey_imports where survey_no = ? order by id desc limit ?").params(surveyNo, most).query(SheetImportTable::row).list();
  }

  /** The next errors behind one, in order. */
  List<NumberedError> errors(long id, long after, int most) {
    return jdbc.sql("select id, import_row, reference, label, message from survey_import_errors where import_id = ? and id > ? order by id limit ?").params(id, after, most)
        .query((row, index) -> new NumberedError(row.getLong(1), new RowError(row.getLong(2), row.getString(3), row.getString(4), row.getString(5)))).list();
  }

  private static SheetImport row(ResultSet row, int index) throws SQLException {
    return new SheetImport(row.getLong("id"), row.getString("survey_no"), row.getString("file_name"), row.getString("sha256"), row.getString("ignored_columns"), row.getString("uploaded_by"),
        row.getObject("uploaded_at", LocalDateTime.class), State.valueOf(row.getString("state")), row.getLong("rows_total"), row.getLong("rows_read"), row.getLong("accepted"), row.getLong("invalid"),
        row.getLong("refused"), row.getLong("duplicates"), row.getObject("ended_at", LocalDateTime.class), row.getString("problem"));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
