package dev.kefu.survey.profile;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of the customers' answers. */
@Configuration(proxyBeanMethods = false)
class CustomerStatistics {

  private static final String ALL = "1 = 1";

  /** Surveyed customers by what they are. */
  @Bean
  Report customerStatisticsReport() {
    return new Report("customer-statistics-report", "Customer statistics 客戶信息統計報表",
        "Information surveys accepted, by the time of the answers; each survey counts, sales are those of a month as the customers said them. 按答覆時間統計已審核的客戶信息調查；銷量為客戶所報月銷量。",
        Set.of("customer-service-manager"), List.of(Period.Kind.MONTH, Period.Kind.YEAR),
        new Source("survey_information_surveys s left join reporting_customers k on k.code = s.customer_code", "s.status in ('ACCEPTED', 'COMPLETED')", "s.id", "s.case_number", "s.answered_at",
            List.of(new Fact("Customer 客戶", "k.name", UnaryOperator.identity()), new Fact("State of business 經營狀況", "s.business_state", code -> ProfileWords.STATES.getOrDefault(code, code)))),
        List.of(Grouping.byCode("enterpriseType", "Nature 企業性質", "s.enterprise_type", ProfileWords.TYPES), Grouping.byCode("tradePosition", "Position in the trade 同業地位", "s.trade_position", ProfileWords.POSITIONS),
            Grouping.byCode("businessState", "State of business 經營狀況", "s.business_state", ProfileWords.STATES), Grouping.byCode("region", "Region 區域", "k.region", Map.of()),
            Grouping.byCode("grade", "Grade 客戶等級", "k.grade", Map.of())),
        List.of(Column.count("count", "Surveyed 調查", ALL), Column.share("share", "Share 佔比", ALL), Column.count("new", "New 新增", "s.occasion = 'newCustomer'"),
            Column.sum("peakSales", "Peak-month sales 旺季月銷量", Column.Kind.QUANTITY, "s.peak_month_sales", "s.peak_month_sales is not null"),
            Column.sum("offSales", "Off-season sales 淡季月銷量", Column.Kind.QUANTITY, "s.off_month_sales", "s.off_month_sales is not null"),
            Column.sum("dealings", "Dealings with us 與本公司往來", Column.Kind.MONEY, "s.dealings_total", "s.dealings_total is not null"),
            Column.count("declining", "Declining 衰退", "s.business_state = 'declining'"), Column.count("alerts", "With alerts 有預警", "s.alerts <> ''")));
  }
}
