package dev.kefu.survey.plan;

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

/** How the survey plan is carried out. */
@Configuration(proxyBeanMethods = false)
class SurveyPlanReport {

  private static final String ALL = "1 = 1";
  private static final String COUNTS = "i.status in ('RELEASED', 'BEGUN', 'DONE', 'FAILED')";
  private static final String DONE = "i.status = 'DONE'";
  /** Each survey stands for its part of the selling expense, so that those of a year together stand for all of it. */
  private static final String SOURCE = "survey_plan_items i join survey_plans p on p.id = i.plan_id join (select y.plan_year, count(*) as surveys, max(y.selling_expense) as expense from survey_plan_items x"
      + " join survey_plans y on y.id = x.plan_id where x.status in ('RELEASED', 'BEGUN', 'DONE', 'FAILED') group by y.plan_year) t on t.plan_year = p.plan_year";

  /** Released surveys by the day on which they begin. */
  @Bean
  Report annualSurveyPlanReport() {
    return new Report("annual-survey-plan-report", "Carrying out of the survey plan 調查計劃執行表",
        "Released surveys by the day on which they begin. Late: reported after the day of the report, or not reported when it has passed. Cost in per cent of the year's selling expense, of which each survey bears an equal part. "
            + "按開始日期統計已下達的調查；逾期指報告遲於計劃日期或到期未交；費用佔比以全年銷售費用按項目數分攤計算。",
        Set.of("customer-service-manager", "general-manager"), List.of(Period.Kind.YEAR, Period.Kind.MONTH),
        new Source(SOURCE, COUNTS, "i.id", "coalesce(i.survey_case, p.case_number)", "i.starts_on",
            List.of(new Fact("Survey 調查名稱", "i.title", UnaryOperator.identity()), new Fact("Department 使用部門", "i.department", code -> PlanWords.DEPARTMENTS.getOrDefault(code, code)))),
        List.of(Grouping.byText("survey", "Survey 調查", "i.title"), Grouping.byCode("department", "Department 使用部門", "i.department", PlanWords.DEPARTMENTS)),
        List.of(Column.count("planned", "Planned 計劃", ALL), Column.count("done", "Done 完成", DONE),
            Column.count("late", "Late 逾期", "i.done_on > i.report_on or i.done_on is null and i.report_on < cast(:now as date)"),
            Column.sum("budget", "Budget 預算", Column.Kind.MONEY, "i.budget", ALL), Column.sum("cost", "Cost 費用", Column.Kind.MONEY, "i.cost", "i.cost is not null"),
            Column.quotient("share", "Cost of selling expense 費用佔銷售費用", Column.Kind.SUM_RATE, "coalesce(i.cost, 0)", "t.expense / t.surveys", ALL)));
  }
}
