package dev.kefu.survey.questionnaire;

import dev.kefu.information.CustomerPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked in a survey. */
@Repository
@RequiredArgsConstructor
class MemberTable {

  private final JdbcClient jdbc;
  private final JdbcTemplate many;

  /** Where a member stands. */
  enum State { RESERVE, DRAWN, ISSUED, REFUSED }

  /**
   * A member of a sample.
   *
   * @param name of the customer; null for others
   */
  record Member(long id, String respondent, String name, String region, String grade, String stratum, State state, String interviewer, String batch, LocalDateTime issuedAt, boolean answered,
                String refusal, String replacedBy) {
  }

  void removeAll(String surveyNo) {
    jdbc.sql("delete from survey_members where survey_no = ?").param(surveyNo).update();
  }

  boolean anybodyAsked(String surveyNo) {
    return jdbc.sql("select count(*) from survey_members where survey_no = ? and issued_at is not null").param(surveyNo).query(Integer.class).single() > 0;
  }

  void add(String surveyNo, List<CustomerPlace> places, SampleRule.Stratification by, State state) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      CustomerPlace place = places.get(i);
      rows.add(new Object[] {surveyNo, place.code(), place.region(), place.grade(), SampleDraw.stratum(place, by), i + 1, state.name()});
    }
    many.batchUpdate("insert into survey_members (survey_no, respondent, region, grade, stratum, position, state) values (?, ?, ?, ?, ?, ?, ?)", rows);
  }

  /** Notes people who answered without having been drawn: respondent, interviewer, batch, moment. */
  void addAsked(String surveyNo, List<Object[]> asked) {
    many.batchUpdate("insert into survey_members (survey_no, respondent, position, state, interviewer, batch, issued_at) values (?, ?, 0, 'ISSUED', ?, ?, ?)",
        asked.stream().map(one -> new Object[] {surveyNo, one[0], one[1], one[2], one[3]}).toList());
  }

  /** Notes that drawn people answered, whoever it was given to. */
  void answered(String surveyNo, List<Object[]> asked) {
    many.batchUpdate("update survey_members set state = 'ISSUED', interviewer = coalesce(interviewer, ?), batch = coalesce(batch, ?), issued_at = coalesce(issued_at, ?) where survey_no = ? and respondent = ?",
        asked.stream().map(one -> new Object[] {one[1], one[2], one[3], surveyNo, one[0]}).toList());
  }

  Map<String, State> states(String surveyNo, Collection<String> respondents) {
    return jdbc.sql("select respondent, state from survey_members where survey_no = :survey and respondent in (:respondents)").param("survey", surveyNo).param("respondents", respondents)
        .query((row, index) -> Map.entry(row.getString(1), State.valueOf(row.getString(2)))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Gives out the next drawn members. */
  int issue(String surveyNo, String interviewer, String batch, int most, LocalDateTime at) {
    List<Long> next = jdbc.sql("select id from survey_members where survey_no = ? and state = 'DRAWN' order by position, id limit ?").params(surveyNo, most).query(Long.class).list();
    next.forEach(id -> jdbc.sql("update survey_members set state = 'ISSUED', interviewer = ?, batch = ?, issued_at = ? where id = ?").params(interviewer, batch, at, id).update());
    return next.size();
  }

  Optional<Member> find(String surveyNo, String respondent) {
    return jdbc.sql(SELECT + " where m.survey_no = ? and m.respondent = ?").params(surveyNo, respondent).query(MemberTable::member).optional();
  }

  /** The next of the reserve, of the same stratum where there are strata. */
  Optional<Member> nextReserve(String surveyNo, String stratum) {
    String of = stratum == null ? "" : " and m.stratum = ?";
    return jdbc.sql(SELECT + " where m.survey_no = ?" + of + " and m.state = 'RESERVE' order by m.position, m.id limit 1").params(stratum == null ? List.of(surveyNo) : List.of(surveyNo, stratum))
        .query(MemberTable::member).optional();
  }

  void refused(long id, String reason, String replacedBy, LocalDateTime at) {
    jdbc.sql("update survey_members set state = 'REFUSED', refusal = ?, replaced_by = ?, refused_at = ?, issued_at = coalesce(issued_at, ?) where id = ?").params(reason, replacedBy, at, at, id).update();
  }

  /** Puts one of the reserve into the place of another. */
  void takePlace(long id, Member of, LocalDateTime at) {
    jdbc.sql("update survey_members set state = ?, interviewer = ?, batch = ?, issued_at = ? where id = ?")
        .params(of.issuedAt() == null ? State.DRAWN.name() : State.ISSUED.name(), of.interviewer(), of.batch(), of.issuedAt() == null ? null : at, id).update();
  }

  /** The next members behind one, in order. */
  List<Member> page(String surveyNo, long after, int most) {
    return jdbc.sql(SELECT + " where m.survey_no = ? and m.id > ? order by m.id limit ?").params(surveyNo, after, most).query(MemberTable::member).list();
  }

  private static final String SELECT = "select m.*, (select k.name from reporting_customers k where k.code = m.respondent) customer_name,"
      + " (select count(*) from survey_sheets s where s.survey_no = m.survey_no and s.trial = false and s.respondent = m.respondent and s.set_aside = 0) sheets from survey_members m";

  private static Member member(ResultSet row, int index) throws SQLException {
    return new Member(row.getLong("id"), row.getString("respondent"), row.getString("customer_name"), row.getString("region"), row.getString("grade"), row.getString("stratum"),
        State.valueOf(row.getString("state")), row.getString("interviewer"), row.getString("batch"), row.getObject("issued_at", LocalDateTime.class), row.getInt("sheets") > 0, row.getString("refusal"),
        row.getString("replaced_by"));
  }
}
