package dev.kefu.survey.interviewer;

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

/** What is counted of the register of interviewers. */
@Configuration(proxyBeanMethods = false)
class InterviewerReports {

  private static final String ALL = "1 = 1";
  private static final String ANSWERS = "(i.valid_answers + i.invalid_answers)";

  /** Interviewers by what they brought. */
  @Bean
  Report interviewerPerformanceReport() {
    return new Report("interviewer-performance-report", "Interviewers 調查員考核表",
        "Interviewers who were settled with in the period; a line for each, or for each survey. Invalid 不合格率: of all answers that they brought. Unpaid 未付: more invalid than the terms allow. 按結算日期統計。",
        Set.of("survey-supervisor"), List.of(Period.Kind.MONTH, Period.Kind.YEAR),
        new Source("survey_interviewers i join survey_recruitments r on r.id = i.recruitment_id", "i.settled_at is not null", "i.id", "r.case_number", "i.settled_at",
            List.of(new Fact("Interviewer 調查員", "i.name", UnaryOperator.identity()), new Fact("Survey 調查", "r.survey_title", UnaryOperator.identity()))),
        List.of(Grouping.byText("interviewer", "Interviewer 調查員", "i.name"), Grouping.byText("survey", "Survey 調查", "r.survey_no"),
            Grouping.byCode("rating", "Rating 評價", "i.rating", InterviewerWords.RATINGS)),
        List.of(Column.sum("valid", "Valid answers 有效份數", Column.Kind.QUANTITY, "i.valid_answers", ALL), Column.count("count", "Assignments 派工", ALL),
            Column.sum("assigned", "Assigned 派發份數", Column.Kind.QUANTITY, "i.assigned", ALL),
            Column.quotient("invalidShare", "Invalid 不合格率", Column.Kind.SUM_RATE, "i.invalid_answers", ANSWERS, ALL), Column.sum("pay", "Pay 報酬", Column.Kind.MONEY, "i.pay", ALL),
            Column.count("unpaid", "Unpaid 未付", "i.pay = 0"), Column.count("redone", "Redone 重做", "i.redone"), Column.count("excellent", "Excellent 優", "i.rating = 'excellent'"),
            Column.count("good", "Good 良", "i.rating = 'good'"), Column.count("poor", "Poor 差", "i.rating = 'poor'")));
  }
}
