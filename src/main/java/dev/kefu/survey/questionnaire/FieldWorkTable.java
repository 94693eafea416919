package dev.kefu.survey.questionnaire;

import dev.kefu.engine.FactsRefused;
import dev.kefu.survey.questionnaire.SampleRule.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row a survey. Whoever changes its sample or takes answers locks the row first. */
@Repository
@RequiredArgsConstructor
class FieldWorkTable {

  private final JdbcClient jdbc;

  void open(String surveyNo) {
    if (jdbc.sql("select count(*) from survey_field_work where survey_no = ?").param(surveyNo).query(Integer.class).single() == 0) {
      jdbc.sql("insert into survey_field_work (survey_no) values (?)").param(surveyNo).update();
    }
  }

  /**
   * Locks the survey and says how it is sampled.
   *
   * @return empty while no sample was drawn
   * @throws FactsRefused for a survey without questionnaire, or one whose field work has ended
   */
  Optional<SampleCard> lock(String surveyNo) {
    Row row = jdbc.sql("select * from survey_field_work where survey_no = ? for update").param(surveyNo).query(FieldWorkTable::row).optional()
        .orElseThrow(() -> new FactsRefused("Survey \"" + surveyNo + "\" has no questionnaire yet. 此調查尚無問卷。"));
    if (row.closed()) {
      throw new FactsRefused("The field work of this survey has ended; no answers are taken any more. 資料收集已結束，不再接收答卷。");
    }
    return Optional.ofNullable(row.sample());
  }

  Optional<SampleCard> sample(String surveyNo) {
    return jdbc.sql("select * from survey_field_work where survey_no = ?").param(surveyNo).query(FieldWorkTable::row).optional().map(Row::sample);
  }

  boolean isClosed(String surveyNo) {
    return jdbc.sql("select * from survey_field_work where survey_no = ?").param(surveyNo).query(FieldWorkTable::row).optional().map(Row::closed).orElse(false);
  }

  void drawn(String surveyNo, SampleCard card, SampleRule.Stratification by, String person, LocalDateTime at) {
    jdbc.sql("update survey_field_work set method = ?, seed = ?, stratified_by = ?, sample_size = ?, reserve_size = ?, frame_size = ?, frame_digest = ?, drawn_by = ?, drawn_at = ? where survey_no = ?")
        .params(card.method().name(), card.seed(), by.name(), card.size(), card.reserve(), card.frame(), card.frameDigest(), person, at, surveyNo).update();
  }

  void close(String surveyNo, LocalDateTime at) {
    jdbc.sql("update survey_field_work set closed_at = ? where survey_no = ? and closed_at is null").params(at, surveyNo).update();
  }

  private record Row(SampleCard sample, boolean closed) {
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    String method = row.getString("method");
    SampleCard sample = method == null ? null : new SampleCard(Method.valueOf(method), row.getObject("seed", Long.class), row.getInt("sample_size"), row.getInt("reserve_size"), row.getInt("frame_size"),
        row.getString("frame_digest"));
    return new Row(sample, row.getTimestamp("closed_at") != null);
  }
}
