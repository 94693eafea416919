package dev.kefu.information.leak;

import static dev.kefu.reporting.Period.Kind.YEAR;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of the register of leaks: numbers and codes alone. Leaks that were withdrawn or opened by mistake do not count. */
@Configuration(proxyBeanMethods = false)
class LeakReports {

  private static final String LEAK = "l.status <> 'FALSE_ALARM'";
  private static final Map<String, String> LEVELS = Map.of("1", "Level 1 一級", "2", "Level 2 二級", "3", "Level 3 三級");
  static final Map<String, String> KINDS = FormLabels.of("information/leak-incident-report", "incident.kind");
  static final Map<String, String> STATUSES = Map.of("REPORTED", "Reported 已報告", "INVESTIGATED", "Investigated 已調查", "DECIDED", "Decided 已處理",
      "CLOSED", "Closed 已結案", "FALSE_ALARM", "False alarm 誤報", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");
  private static final String LEVEL = "cast(l.leak_level as char(1))";

  /** Cases by level, customers concerned, time to contain, sanctions. */
  @Bean
  Report leakReport() {
    return new Report("leak-report", "Leaks 洩密事件報告",
        "Leaks reported in the year; withdrawn ones and mistakes do not count, false alarms stand apart. Days to contain 補救天數: from the report until the spread was stopped, mean."
            + " 按報告日期統計；已撤回及誤開不計，誤報單列；補救天數自報告至制止擴散，取平均。",
        Set.of("general-manager"), List.of(YEAR),
        new Source("information_leaks l", "l.status not in ('WITHDRAWN', 'CANCELLED')", "l.id", "l.case_number", "l.reported_at",
            List.of(fact("Kind 類別", "l.kind", KINDS), fact("Level 等級", LEVEL, LEVELS), fact("State 狀態", "l.status", STATUSES))),
        List.of(Grouping.byCode("level", "Level 等級", LEVEL, LEVELS), Grouping.byCode("kind", "Kind 類別", "l.kind", KINDS)),
        List.of(Column.count("count", "Number 件數", LEAK), Column.sum("customers", "Customers concerned 涉及客戶數", Column.Kind.QUANTITY, "l.customers_affected", LEAK),
            Column.meanDays("containedIn", "Days to contain 補救天數", "l.reported_at", "l.contained_at", LEAK + " and l.contained_at is not null"),
            Column.sum("sanctions", "Persons penalised 處罰人數", Column.Kind.QUANTITY, "l.sanctions", LEAK),
            Column.count("falseAlarms", "False alarms 誤報", "l.status = 'FALSE_ALARM'")));
  }

  private static Fact fact(String label, String value, Map<String, String> labels) {
    UnaryOperator<String> naming = code -> labels.getOrDefault(code, code);
    return new Fact(label, value, naming);
  }
}
