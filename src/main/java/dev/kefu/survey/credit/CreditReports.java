package dev.kefu.survey.credit;

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

/** What is counted of the history of credit grades. */
@Configuration(proxyBeanMethods = false)
class CreditReports {

  private static final String ALL = "1 = 1";
  private static final String FROM = "survey_credit_grades g left join reporting_customers k on k.code = g.customer_code";
  private static final String LAST = "not exists (select 1 from survey_credit_grades later where later.customer_code = g.customer_code and later.fact = 'RATED' and later.id > g.id)";
  private static final String USED = "(coalesce(g.receivable, 0) + coalesce(g.open_orders, 0))";
  private static final String STATED = "(g.receivable is not null or g.open_orders is not null)";

  /** Ratings by grade, with ups and downs. */
  @Bean
  Report creditRatingReport() {
    return new Report("credit-rating-report", "Credit grades 信用等級統計表",
        "Ratings of the period. Customers 客戶: those whose last rating it is. Monthly sales and receivable as finance stated them in the survey; running figures are not recorded yet. 本期評定；銷售額與應收款為調查時財務所填，實時數據尚未登記。",
        Set.of("general-manager", "finance-manager", "sales-manager"), List.of(Period.Kind.HALF_YEAR, Period.Kind.YEAR),
        new Source(FROM, "g.fact = 'RATED'", "g.id", "g.case_number", "g.noted_at", List.of(new Fact("Customer 客戶", "k.name", UnaryOperator.identity()), new Fact("Grade 等級", "g.grade", UnaryOperator.identity()))),
        List.of(new Grouping("grade", "Grade 等級", "g.grade", "g.grade", UnaryOperator.identity()), Grouping.byText("region", "Region 區域", "k.region")),
        List.of(Column.count("count", "Ratings 評定", ALL), Column.count("customers", "Customers 客戶", LAST), Column.sum("sales", "Monthly sales 月均銷售額", Column.Kind.MONEY, "g.monthly_sales", LAST),
            Column.sum("receivable", "Receivable 應收款", Column.Kind.MONEY, "g.receivable", LAST + " and g.receivable is not null"), Column.count("up", "Up 升級", "g.moved > 0"), Column.count("down", "Down 降級", "g.moved < 0"),
            Column.count("special", "Special approvals 特批", "g.special_approval")));
  }

  /** How far the limits are used. */
  @Bean
  Report creditLimitReport() {
    return new Report("credit-limit-report", "Use of credit limits 賒銷限額使用表",
        "Customers whose last rating lies in the period and gives credit. Used 已用: receivable and open orders as finance stated them in that survey; running figures are not recorded yet. 最近一次評定在本期且有賒銷限額的客戶；已用額為調查時財務所填，實時數據尚未登記。",
        Set.of("finance-manager", "sales-manager"), List.of(Period.Kind.MONTH, Period.Kind.YEAR),
        new Source(FROM, "g.fact = 'RATED' and g.credit_limit > 0 and " + LAST, "g.id", "g.case_number", "g.noted_at",
            List.of(new Fact("Customer 客戶", "k.name", UnaryOperator.identity()), new Fact("Grade 等級", "g.grade", UnaryOperator.identity()))),
        List.of(Grouping.byText("customer", "Customer 客戶", "k.name"), new Grouping("grade", "Grade 等級", "g.grade", "g.grade", UnaryOperator.identity())),
        List.of(Column.count("count", "Customers 客戶", ALL), Column.sum("limit", "Limit 賒銷限額", Column.Kind.MONEY, "g.credit_limit", ALL), Column.sum("used", "Used 已用", Column.Kind.MONEY, USED, STATED),
            Column.quotient("rate", "Use rate 使用率", Column.Kind.SUM_RATE, USED, "g.credit_limit", STATED), Column.count("over", "Over the limit 超限額", STATED + " and " + USED + " > g.credit_limit"),
            Column.count("notStated", "Not stated 未填", "not " + STATED)));
  }
}
