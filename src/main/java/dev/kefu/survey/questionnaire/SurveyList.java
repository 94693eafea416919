package dev.kefu.survey.questionnaire;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which surveys have a questionnaire. */
@Repository
@RequiredArgsConstructor
class SurveyList {

  private final JdbcClient jdbc;

  /** A survey with the state of its newest questionnaire. */
  record Entry(String surveyNo, String title, int version, QuestionnaireState state) {
  }

  /** The newest first. */
  List<Entry> newest(int most) {
    return jdbc.sql("select q.survey_no, q.title, q.version_no, q.status from survey_questionnaires q where q.version_no = (select max(o.version_no) from survey_questionnaires o"
            + " where o.survey_no = q.survey_no) order by q.id desc limit ?").param(most)
        .query((row, index) -> new Entry(row.getString(1), row.getString(2), row.getInt(3), QuestionnaireState.valueOf(row.getString(4)))).list();
  }
}
