package dev.kefu.relationship.visit;

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

/** What is counted of the register of visits. */
@Configuration(proxyBeanMethods = false)
class VisitReports {

  private static final String MANAGER = "customer-service-manager";
  private static final String ALL = "1 = 1";
  private static final String DONE = "v.actual_from is not null";
  private static final String LEDGER = "relationship_visits v left join reporting_customers k on k.code = v.customer_code";
  private static final List<Fact> FACTS = List.of(new Fact("Customer 客戶", "k.name", UnaryOperator.identity()), new Fact("Visitor 拜訪人", "v.visitor", UnaryOperator.identity()),
      new Fact("Purpose 目的", "v.purposes", VisitWords::purposes));
  private static final List<Grouping> GROUPINGS = List.of(Grouping.byText("specialist", "Specialist 專員", "v.visitor"), Grouping.byCode("grade", "Grade 客戶等級", "k.grade", Map.of()));

  /** Visits that took place, and what they found. */
  @Bean
  Report visitReport() {
    return new Report("visit-report", "Visits 客戶拜訪報告", "Visits that took place in the period, and of them those that found something. 按實際拜訪日期統計；各項為有該項發現的拜訪數。",
        Set.of(MANAGER, "survey-supervisor"), List.of(Period.Kind.MONTH), new Source(LEDGER, DONE, "v.id", "v.case_number", "v.actual_from", FACTS), GROUPINGS,
        List.of(Column.count("count", "Visits 拜訪", ALL), Column.count("needs", "Needs 需求", "v.needs <> ''"), Column.count("complaints", "Complaints 投訴", "v.dispute_named"),
            Column.count("creditChanges", "Credit changes 信用異動", "v.credit_change"), Column.count("prospects", "Prospects 準客戶", "v.prospect_named"),
            Column.count("rivals", "Rivals' service 競爭對手", "v.competitor_news"), Column.count("ideas", "Ideas 建議", "v.idea"), Column.count("faults", "Faults 故障", "v.fault")));
  }

  /** Planned visits and hours against those that took place. */
  @Bean
  Report visitPlanFulfilment() {
    return new Report("visit-plan-fulfilment", "Visit plan 拜訪計劃完成表",
        "Visits planned for the period, in a plan or beside it; rejected and withdrawn ones left out. Hours planned (at least 80 a month and person) and spent. 按計劃日期統計；否決與撤回不計。",
        Set.of("relationship-supervisor"), List.of(Period.Kind.MONTH), new Source(LEDGER, "v.status not in ('REJECTED', 'WITHDRAWN')", "v.id", "v.case_number", "v.planned_at", FACTS), GROUPINGS,
        List.of(Column.count("planned", "Planned 計劃", ALL), Column.count("done", "Done 完成", DONE), Column.rate("rate", "Done of planned 完成率", DONE, ALL),
            Column.sum("hoursPlanned", "Hours planned 計劃工時", Column.Kind.QUANTITY, "v.planned_hours", ALL),
            Column.sum("hoursSpent", "Hours spent 實際工時", Column.Kind.QUANTITY, "timestampdiff(second, v.actual_from, v.actual_to) / 3600.0", DONE),
            Column.rate("aCustomers", "A-customers visited A 級客戶完成率", DONE, "k.grade = 'A'"), Column.count("unreported", "Unreported changes 未報告變更", "v.unreported_change")));
  }
}
