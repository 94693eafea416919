package dev.kefu.survey.questionnaire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers, a row a respondent: many thousands are written and read at once. */
@Repository
@RequiredArgsConstructor
class SheetTable {

  /** Answers that count in the field work: no trial, not asked again. */
  static final String ACTIVE = "s.trial = false and s.set_aside = 0";

  private final JdbcClient jdbc;
  private final JdbcTemplate many;

  /** Answers before they are kept. */
  record NewSheet(GivenAnswers given, String answers, String texts, String digest, String patternDigest, Set<Invalidity> reasons) {
  }

  /** Where new answers belong. */
  record Place(String surveyNo, long questionnaire, boolean trial, String enteredBy, LocalDateTime at, Long importId) {
  }

  /** An answer as the list shows it, with what was answered where that is asked for. */
  record Sheet(long id, String surveyNo, long questionnaire, String respondent, String interviewer, String batch, String way, LocalDateTime interviewedAt, Integer seconds, boolean trial, boolean valid, String reasons,
               String judgement, String recheck, String recheckNote, String recheckedBy, boolean imported, String enteredBy, LocalDateTime enteredAt, String answers, String texts) {
  }

  void add(Place place, List<NewSheet> sheets) {
    many.batchUpdate("insert into survey_sheets (survey_no, questionnaire_id, trial, respondent, set_aside, interviewer, batch, way, interviewed_at, seconds, answers, texts, digest, pattern_digest, accepted,"
        + " reasons, import_id, import_row, entered_by, entered_at) values (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sheets.stream().map(sheet -> new Object[] {place.surveyNo(), place.questionnaire(), place.trial(), sheet.given().respondent(), sheet.given().interviewer(), sheet.given().batch(), sheet.given().way(),
            sheet.given().at(), sheet.given().seconds(), sheet.answers(), sheet.texts(), sheet.digest(), sheet.patternDigest(), sheet.reasons().isEmpty(), Invalidity.names(sheet.reasons()),
            place.importId(), place.importId() == null ? null : sheet.given().row(), place.enteredBy(), place.at()}).toList());
  }

  int trials(long questionnaire) {
    return jdbc.sql("select count(*) from survey_sheets where questionnaire_id = ? and trial = true and set_aside = 0").param(questionnaire).query(Integer.class).single();
  }

  /** Respondent to digest of those who answered already. */
  Map<String, String> known(String surveyNo, boolean trial, Collection<String> respondents) {
    return jdbc.sql("select respondent, digest from survey_sheets where survey_no = :survey and trial = :trial and set_aside = 0 and respondent in (:respondents)").param("survey", surveyNo)
        .param("trial", trial).param("respondents", respondents).query((row, index) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Interviewer and pattern of answers that are kept already. */
  Set<String> patterns(String surveyNo, Collection<String> digests) {
    return new HashSet<>(jdbc.sql("select pattern_digest, interviewer from survey_sheets s where s.survey_no = :survey and s.pattern_digest in (:digests) and " + ACTIVE).param("survey", surveyNo)
        .param("digests", digests).query((row, index) -> pattern(row.getString(1), row.getString(2))).list());
  }

  static String pattern(String digest, String interviewer) {
    return digest + "/" + (interviewer == null ? "" : interviewer);
  }

  Optional<Sheet> find(String surveyNo, long id) {
    return jdbc.sql("select s.* from survey_sheets s where s.survey_no = ? and s.id = ? and s.set_aside = 0").params(surveyNo, id).query(SheetTable::sheet).optional();
  }

  /**
   * The next sheets behind one, in order.
   *
   * @param which {@code all}, {@code invalid} or {@code recheck}
   */
  List<Sheet> page(String surveyNo, String which, long after, int most) {
    String of = switch (which) {
      case "invalid" -> " and s.accepted = false";
      case "recheck" -> " and s.recheck is not null";
      default -> "";
    };
    return jdbc.sql("select s.* from survey_sheets s where s.survey_no = ? and s.set_aside = 0 and s.id > ?" + of + " order by s.id limit ?").params(surveyNo, after, most).query(SheetTable::sheet).list();
  }

  /** Those that count, by interviewer: id, interviewer, whether valid, whether drawn to be called back. */
  List<Candidate> candidates(String surveyNo) {
    return jdbc.sql("select s.id, coalesce(s.interviewer, ''), s.accepted, s.recheck from survey_sheets s where s.survey_no = ? and " + ACTIVE + " order by s.id").param(surveyNo)
        .query((row, index) -> new Candidate(row.getLong(1), row.getString(2), row.getBoolean(3), row.getString(4) != null)).list();
  }

  /** An answer that may be called back. */
  record Candidate(long id, String interviewer, boolean valid, boolean drawn) {
  }

  void drawRechecks(Collection<Long> ids) {
    many.batchUpdate("update survey_sheets set recheck = 'DRAWN' where id = ? and recheck is null", ids.stream().map(id -> new Object[] {id}).toList());
  }

  void rechecked(long id, boolean confirmed, String note, String person, LocalDateTime at) {
    jdbc.sql("update survey_sheets set recheck = ?, recheck_note = ?, rechecked_by = ?, rechecked_at = ? where id = ?").params(confirmed ? "CONFIRMED" : "INVALID", note, person, at, id).update();
  }

  void judge(long id, boolean valid, Set<Invalidity> reasons, String judgement, String person) {
    jdbc.sql("update survey_sheets set accepted = ?, reasons = ?, judgement = ?, judged_by = ? where id = ?").params(valid, Invalidity.names(reasons), judgement, person, id).update();
  }

  void invalidate(long id, Set<Invalidity> reasons) {
    jdbc.sql("update survey_sheets set accepted = false, reasons = ? where id = ?").params(Invalidity.names(reasons), id).update();
  }

  int setAside(String surveyNo, String interviewer) {
    String of = interviewer == null ? "" : " and interviewer = ?";
    return jdbc.sql("update survey_sheets set set_aside = id where survey_no = ? and trial = false and set_aside = 0" + of).params(interviewer == null ? List.of(surveyNo) : List.of(surveyNo, interviewer))
        .update();
  }

  /** Field work of each interviewer and batch. */
  List<Worked> worked(String surveyNo) {
    String interviewer = "coalesce(s.interviewer, m.interviewer, '')";
    String batch = "coalesce(s.batch, m.batch, '')";
    return jdbc.sql("select " + interviewer + ", " + batch + ", count(*), sum(case when s.id is not null then 1 else 0 end), sum(case when s.accepted = true then 1 else 0 end),"
            + " sum(case when s.recheck in ('CONFIRMED', 'INVALID') then 1 else 0 end), sum(case when s.recheck = 'INVALID' then 1 else 0 end) from survey_members m left join survey_sheets s"
            + " on s.survey_no = m.survey_no and s.respondent = m.respondent and " + ACTIVE + " where m.survey_no = ? and m.issued_at is not null group by " + interviewer + ", " + batch + " order by 1, 2")
        .param(surveyNo).query((row, index) -> new Worked(row.getString(2), new FieldWork.Line(row.getString(1), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7)))).list();
  }

  /** Figures of one interviewer in one batch. */
  record Worked(String batch, FieldWork.Line line) {
  }

  /** The next valid answers of a version behind one, as far as they are counted. */
  List<Counted> counted(long questionnaire, long after, int most) {
    return jdbc.sql("select s.id, s.answers, s.texts, m.region, m.grade, s.interviewer from survey_sheets s left join survey_members m on m.survey_no = s.survey_no and m.respondent = s.respondent"
            + " where s.questionnaire_id = ? and s.trial = false and s.set_aside = 0 and s.id > ? and s.accepted = true order by s.id limit ?").params(questionnaire, after, most)
        .query((row, index) -> new Counted(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6))).list();
  }

  /** What is counted of an answer. */
  record Counted(long id, String answers, String texts, String region, String grade, String interviewer) {
  }

  long invalid(long questionnaire) {
    return jdbc.sql("select count(*) from survey_sheets where questionnaire_id = ? and trial = false and set_aside = 0 and accepted = false").param(questionnaire).query(Long.class).single();
  }

  private static Sheet sheet(ResultSet row, int index) throws SQLException {
    return new Sheet(row.getLong("id"), row.getString("survey_no"), row.getLong("questionnaire_id"), row.getString("respondent"), row.getString("interviewer"), row.getString("batch"), row.getString("way"),
        row.getObject("interviewed_at", LocalDateTime.class), row.getObject("seconds", Integer.class), row.getBoolean("trial"), row.getBoolean("accepted"), row.getString("reasons"), row.getString("judgement"),
        row.getString("recheck"), row.getString("recheck_note"), row.getString("rechecked_by"), row.getObject("import_id") != null, row.getString("entered_by"),
        row.getObject("entered_at", LocalDateTime.class), row.getString("answers"), row.getString("texts"));
  }
}
