package dev.kefu.information.registration;

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

/** What is counted of the register of registrations. */
@Configuration(proxyBeanMethods = false)
class RegistrationReports {

  private static final String ALL = "1 = 1";
  private static final String REGISTERED = "r.status = 'REGISTERED'";

  /** New, changed and merged customers; late and incomplete reports. */
  @Bean
  Report registrationReport() {
    return new Report("registration-report", "Registrations 客戶信息登記統計",
        "Reports of the month, withdrawn ones and mistakes left out. Late 逾期: handed in later than a working day after the contact. Incomplete 不完整: something was missing when it was first checked."
            + " 按提交日期統計，已撤回及誤開不計；逾期指超過聯絡後一個工作日提交，不完整指首次校驗時有缺漏。",
        Set.of("information-supervisor"), List.of(Period.Kind.MONTH),
        new Source("information_registrations r", "r.status not in ('WITHDRAWN', 'CANCELLED')", "r.id", "r.case_number", "r.reported_at",
            List.of(new Fact("Customer 客戶", "r.customer_name", UnaryOperator.identity()), new Fact("Operation 登記類型", "r.operation", code -> RegistrationWords.OPERATIONS.getOrDefault(code, code)),
                new Fact("State 狀態", "r.status", code -> RegistrationFiles.STATES.getOrDefault(code, code)))),
        List.of(Grouping.byCode("section", "Section 部門", "r.section", RegistrationWords.SECTIONS)),
        List.of(Column.count("reports", "Reports 提交", ALL), Column.count("new", "New 新增", REGISTERED + " and r.operation = 'new'"),
            Column.count("changed", "Changed 變更", REGISTERED + " and r.operation <> 'new'"), Column.count("merged", "Merged 合併", "r.status = 'MERGED'"),
            Column.count("late", "Late reports 逾期提交", "r.late = true"), Column.rate("incomplete", "Incomplete 不完整率", "r.incomplete = true", ALL)));
  }
}
