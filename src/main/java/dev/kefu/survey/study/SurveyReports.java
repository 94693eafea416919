package dev.kefu.survey.study;

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

/** What is counted of the register of surveys. */
@Configuration(proxyBeanMethods = false)
class SurveyReports {

  private static final String ALL = "1 = 1";

  /** Reports of surveys that were submitted; each is printed with its case, in the four parts of art. 12. */
  @Bean
  Report surveyReport() {
    return new Report("survey-report", "Survey report 客戶調查報告", "Reports submitted in the period. Each prints from its case (form F04) in the four parts of article 12: subject, purpose, conclusions, appendix."
        + " 按提交日期統計；每份報告可從案件列印（第十二條四部分：題目、目的、結論、附錄）。",
        Set.of("requesting-department", "general-manager", "customer-service-manager", "survey-supervisor"), List.of(Period.Kind.MONTH, Period.Kind.YEAR),
        new Source("survey_studies s", "s.submitted_at is not null", "s.id", "s.case_number", "s.submitted_at", List.of(new Fact("Subject 調查題目", "s.report_title", UnaryOperator.identity()),
            new Fact("Department 委託部門", "s.requesting_department", code -> SurveyWords.DEPARTMENTS.getOrDefault(code, code)), new Fact("Secrecy 密級", "s.secrecy_grade", code -> SurveyWords.GRADES.getOrDefault(code, code)))),
        List.of(new Grouping("survey", "Survey 調查", "s.survey_no", "concat(s.survey_no, ' ', s.title)", UnaryOperator.identity()), Grouping.byCode("department", "Department 委託部門", "s.requesting_department", SurveyWords.DEPARTMENTS),
            Grouping.byCode("way", "Way 方式", "s.mode", SurveyWords.MODES)),
        List.of(Column.count("count", "Reports 報告", ALL), Column.sum("conclusions", "Conclusions 結論", Column.Kind.QUANTITY, "s.conclusions", ALL), Column.sum("issued", "Issued 發出", Column.Kind.QUANTITY, "s.issued", ALL),
            Column.sum("valid", "Valid 有效", Column.Kind.QUANTITY, "s.valid_answers", ALL), Column.quotient("validShare", "Valid of issued 有效率", Column.Kind.SUM_RATE, "s.valid_answers", "s.issued", ALL),
            Column.rate("inTime", "In time 按時率", "cast(s.submitted_at as date) <= s.report_date", ALL), Column.sum("spent", "Cost 費用", Column.Kind.MONEY, "s.spent", ALL)));
  }
}
