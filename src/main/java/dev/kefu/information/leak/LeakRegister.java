package dev.kefu.information.leak;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of leaks as a file: numbers and codes alone, no names. */
@Configuration(proxyBeanMethods = false)
class LeakRegister {

  /** Leaks. */
  @Bean
  Register leakExport() {
    return new Register("leaks", "Leaks 洩密事件台帳", Set.of("information_leaks"), "information_leaks l", "l.id", "l.reported_at", List.of(text("Case 案件", "l.case_number"),
        text("Complaint 投訴", "l.complaint_number"), code("Kind 類別", "l.kind", LeakReports.KINDS), code("Grade 密級", "l.grade", FormLabels.of("information/leak-incident-report", "incident.grade")),
        number("Level 等級", "l.leak_level"), number("Customers concerned 涉及客戶數", "l.customers_affected"), time("Found 發現時間", "l.found_at"), time("Reported 報告時間", "l.reported_at"),
        time("Contained 補救時間", "l.contained_at"), time("Informed 上報時間", "l.informed_at"), yesNo("Harm likely 可能受損", "l.harm_likely"), date("Customers told 告知客戶日期", "l.told_on"),
        number("Loss 損失金額", "l.loss"), number("Persons penalised 處罰人數", "l.sanctions"), yesNo("Measures improved 已整改", "l.improved"), code("State 狀態", "l.status", LeakReports.STATUSES),
        time("Ended 結束時間", "l.ended_at")));
  }
}
