package dev.kefu.relationship.reception;

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

/** What is counted of the register of receptions. */
@Configuration(proxyBeanMethods = false)
class ReceptionReports {

  private static final String ALL = "1 = 1";
  private static final String KNOWN = "r.actual_cost is not null";

  /** Budget and actual cost of the receptions that took place. */
  @Bean
  Report receptionCostReport() {
    return new Report("reception-cost-report", "Reception 接待費用表",
        "Receptions that took place in the period. Actual cost and difference 實際及差異: of those that are settled; above the budget is positive. 按實際接待日期統計；差異為正表示超出預算。",
        Set.of("customer-service-manager", "finance-manager"), List.of(Period.Kind.MONTH),
        new Source("relationship_receptions r left join reporting_customers k on k.code = r.customer_code", "r.received_at is not null", "r.id", "r.case_number", "r.received_at",
            List.of(new Fact("Customer 客戶", "k.name", UnaryOperator.identity()), new Fact("Purpose 目的", "r.purposes", ReceptionWords::purposes))),
        List.of(Grouping.byText("customer", "Customer 客戶", "k.name"), new Grouping("purpose", "Purpose 目的", "r.purposes", "r.purposes", ReceptionWords::purposes),
            Grouping.byCode("costBearing", "Cost bearing 費用類型", "r.cost_bearing", ReceptionWords.BEARINGS)),
        List.of(Column.count("count", "Receptions 接待", ALL), Column.sum("budget", "Budget 預算", Column.Kind.MONEY, "r.budget", ALL),
            Column.sum("actual", "Actual 實際", Column.Kind.MONEY, "r.actual_cost", KNOWN), Column.sum("difference", "Difference 差異", Column.Kind.MONEY, "r.actual_cost - r.budget", KNOWN),
            Column.count("allByUs", "All by us 全部由本企業負責", "r.cost_bearing = 'allByUs'"), Column.count("partlyByUs", "Partly by us 部分負責", "r.cost_bearing = 'partlyByUs'"),
            Column.count("guestPays", "Guest pays 客戶自費", "r.cost_bearing = 'guestPays'")));
  }
}
