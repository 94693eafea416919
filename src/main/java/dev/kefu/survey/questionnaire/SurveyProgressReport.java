package dev.kefu.survey.questionnaire;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far field work has come, and how good it is. */
@Configuration(proxyBeanMethods = false)
class SurveyProgressReport {

  private static final String ALL = "1 = 1";
  private static final String RETURNED = "s.id is not null";
  private static final String RECHECKED = "s.recheck in ('CONFIRMED', 'INVALID')";
  private static final String FIELD_WORK = "survey_members m join (select survey_no, max(title) title from survey_questionnaires group by survey_no) q on q.survey_no = m.survey_no"
      + " left join survey_sheets s on s.survey_no = m.survey_no and s.respondent = m.respondent and " + SheetTable.ACTIVE;

  /** Of the questionnaires given out in the period. */
  @Bean
  Report progressOfFieldWork() {
    UnaryOperator<String> asItIs = UnaryOperator.identity();
    return new Report("survey-progress-report", "Progress and quality of field work 調查進度質量表",
        "Questionnaires given out in the period and what became of them until now; response is returned of issued, invalid of returned, not confirmed of called back. Answers that are asked again do not count."
            + " 按發放日期統計，答卷為截至目前；回收率=回收/發放，無效率=無效/回收，抽查不合格率=不合格/已抽查；重新調查的舊答卷不計。",
        Set.of("survey-supervisor", "customer-service-manager"), List.of(Period.Kind.WEEK, Period.Kind.MONTH, Period.Kind.YEAR),
        new Source(FIELD_WORK, "m.issued_at is not null", "m.id", "m.survey_no", "m.issued_at", List.of(new Fact("Interviewer 調查員", "m.interviewer", asItIs), new Fact("Batch 批次", "m.batch", asItIs),
            new Fact("Survey 調查", "q.title", asItIs))),
        List.of(new Grouping("survey", "Survey 調查", "m.survey_no", "concat(m.survey_no, ' ', q.title)", asItIs), Grouping.byText("interviewer", "Interviewer 調查員", "coalesce(s.interviewer, m.interviewer)")),
        List.of(Column.count("issued", "Issued 發放", ALL), Column.count("returned", "Returned 回收", RETURNED), Column.count("valid", "Valid 有效", "s.accepted = true"),
            Column.rate("response", "Response 回收率", RETURNED, ALL), Column.rate("invalidShare", "Invalid 無效率", "s.accepted = false", RETURNED),
            Column.count("rechecked", "Called back 已抽查", RECHECKED), Column.rate("recheckedInvalid", "Not confirmed 抽查不合格率", "s.recheck = 'INVALID'", RECHECKED)));
  }
}
