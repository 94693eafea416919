package dev.kefu.relationship.callback;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.Register.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of call-backs as a file. */
@Configuration(proxyBeanMethods = false)
class CallbackRegister {

  private static final String FORM = "relationship/customer-callback-plan";
  private static final Map<String, String> STATUSES = Map.of("OPEN", "Open 已立案", "PLANNED", "Planned 已計劃", "APPOINTED", "Appointed 已預約", "REACHED", "Reached 已聯繫上", "COMPLETED", "Completed 已完成",
      "UNREACHABLE", "Unreachable 無法聯絡", "REFUSED", "Refused 客戶拒絕", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");

  /** Call-backs. */
  @Bean
  Register callbackExport() {
    return new Register("callbacks", "Call-backs 客戶回訪台帳", Set.of("relationship_callbacks"), "relationship_callbacks b", "b.id", "b.opened_at", List.of(text("Case 案件", "b.case_number"),
        time("Opened 立案時間", "b.opened_at"), new Field("Reason 事由", "b.reason", Type.TEXT, code -> CallbackReason.of(code).map(CallbackReason::getLabel).orElse(code)),
        text("Customer no. 客戶編號", "b.customer_code"), code("Purpose 目的", "b.purpose", FormLabels.of(FORM, "plan.purpose")), code("Way 方式", "b.way", FormLabels.of(FORM, "plan.way")),
        time("Appointed for 預約時間", "b.planned_at"), number("Tries 嘗試次數", "(select count(*) from relationship_callback_tries t where t.callback_id = b.id)"),
        number("Satisfaction 滿意度", "b.satisfaction"), text("Follow-up 後續", "b.follow_up"), text("Case that followed 後續案件", "b.follow_up_case"), code("State 狀態", "b.status", STATUSES),
        time("Ended 結束時間", "b.ended_at")));
  }
}
