package dev.kefu.information.registration;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registrations and the history of customers' records as files. */
@Configuration(proxyBeanMethods = false)
class RegistrationFiles {

  static final Map<String, String> STATES = Map.of("REPORTED", "Reported 已提交", "ENTERED", "Entered 已錄入", "APPLIED", "In the record 已寫入", "REGISTERED", "Registered 已登記",
      "MERGED", "Merged 已合併", "REJECTED", "Rejected 已否決", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");

  private static final String OF_CUSTOMER = " left join information_customers k on k.code = %s.customer_code";

  /** Registrations, by the day of their report. */
  @Bean
  Register registrationsExport() {
    return new Register("customer-registrations", "Registrations 客戶信息登記台帳", Set.of("information_registrations"), "information_registrations r" + OF_CUSTOMER.formatted("r"), "r.id", "r.reported_at",
        List.of(text("Case 案件", "r.case_number"), code("Operation 登記類型", "r.operation", RegistrationWords.OPERATIONS), text("Customer no. 客戶編號", "r.customer_code"),
            text("Name 名稱", "r.customer_name"), code("Section 部門", "r.section", RegistrationWords.SECTIONS), text("Reporter 提交人", "r.reporter"), time("Contact 聯絡時間", "r.contacted_at"),
            time("Reported 提交時間", "r.reported_at"), yesNo("Late 逾期", "r.late"), yesNo("Incomplete 不完整", "r.incomplete"), text("May be the same 疑似重複", "r.duplicates"),
            code("Merge decision 合併判定", "r.merge_decision", RegistrationWords.DECISIONS), text("Decided by 判定人", "r.merge_decided_by"), text("Entered by 錄入人", "r.entered_by"),
            yesNo("Checked 經審核", "r.needs_check"), text("Checked by 審核人", "r.checked_by"), text("Merged numbers 併入編號", "r.merged_codes"), number("Record version 記錄版本", "r.record_version"),
            code("State 狀態", "r.status", STATES), time("Ended 結束時間", "r.ended_at")), "k.secrecy_grade");
  }

  /** Every field that was changed, before and after, by the moment of the change. */
  @Bean
  Register customerChangesExport() {
    return new Register("customer-changes", "Changes of customers' records 客戶資料變更記錄", Set.of("information_customer_changes"), "information_customer_changes c" + OF_CUSTOMER.formatted("c"), "c.id", "c.changed_at",
        List.of(text("Customer no. 客戶編號", "c.customer_code"), number("Record version 記錄版本", "c.record_version"), code("Operation 登記類型", "c.operation", RegistrationWords.OPERATIONS),
            code("Field 欄位", "c.field", RegistrationWords.allFields()), text("Before 變更前", "c.before_value"), text("After 變更後", "c.after_value"), text("Reason 變更說明", "c.reason"),
            text("Case 案件", "c.case_number"), text("Reported by 提交人", "c.reported_by"), text("Entered by 錄入人", "c.entered_by"), text("Checked by 審核人", "c.checked_by"),
            time("Changed 變更時間", "c.changed_at")), "k.secrecy_grade");
  }
}
