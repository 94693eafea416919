package dev.kefu.relationship.help;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of help cases as a file. */
@Configuration(proxyBeanMethods = false)
class HelpRegister {

  private static final String FORM = "relationship/customer-help-record";
  private static final Map<String, String> STATUSES = Map.of("OPEN", "Open 已受理", "ROUTED", "Routed 已分派", "SOLVED", "Solved 已解決", "UNSOLVED", "Unsolved 未解決", "WITHDRAWN", "Withdrawn 已撤回",
      "CANCELLED", "Cancelled 已取消");

  /** Help cases. */
  @Bean
  Register helpCaseExport() {
    return new Register("help-cases", "Help cases 客戶幫助台帳", Set.of("relationship_help_cases"), "relationship_help_cases h", "h.id", "h.received_at", List.of(text("Case 案件", "h.case_number"),
        time("Received 受理時間", "h.received_at"), code("Kind 類別", "h.kind", FormLabels.of(FORM, "need.kind")), code("Channel 渠道", "h.channel", FormLabels.of(FORM, "need.channel")),
        text("Customer no. 客戶編號", "h.customer_code"), time("Wanted by 期望時間", "h.wanted_by"), text("Received by 受理人", "h.starter"), text("Route 分派去向", "h.route"), text("In charge 承辦人", "h.owner"),
        number("Times routed 分派次數", "h.times_routed"), text("Result of cooperation 協作結果", "h.cooperation_result"),
        code("Customer's reply 客戶答覆", "h.reply", FormLabels.of("relationship/customer-help-confirm", "confirmation.confirmed")), code("State 狀態", "h.status", STATUSES),
        time("Ended 結束時間", "h.ended_at")));
  }
}
