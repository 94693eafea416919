package dev.kefu.aftersales.service;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.aftersales.Satisfaction;
import dev.kefu.aftersales.ServiceKind;
import dev.kefu.aftersales.Urgency;
import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service ledger as a file. */
@Configuration(proxyBeanMethods = false)
class RequestFile {

  private static final Map<String, String> STATUSES = Map.of("RECEIVED", "Received 已受理", "CLASSIFIED", "Classified 已分類", "SERVED", "Served 已服務", "CLOSED", "Closed 已結案",
      "COMPLAINT", "Became a complaint 轉投訴", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");

  /** Each row with what people look up in it. */
  @Bean
  Register serviceRequestExport() {
    return new Register("service-requests", "Service requests 售後服務台帳", Set.of("aftersales_requests"), "aftersales_requests r", "r.id", "r.received_at", List.of(text("Case 案件", "r.case_number"), time("Received 受理時間", "r.received_at"), code("Channel 渠道", "r.channel", ServiceWords.CHANNELS), text("Registered by 登記人", "r.registered_by"),
        text("Customer no. 客戶編號", "r.customer_code"), text("Contact 聯繫人", "r.contact"), text("Product 產品", "r.product"), text("Model 型號", "r.model"),
        text("Serial no. 序列號", "r.serial_number"), code("Kind 類別", "r.request_type", ServiceWords.TYPES), text("Fault 故障", "r.fault"), code("Route 去向", "r.route", ServiceWords.TYPES),
        code("Paid how 服務性質", "r.service_kind", ServiceKind.NAMES), code("Urgency 緊急程度", "r.urgency", Urgency.NAMES), time("Promised 承諾時間", "r.promised_at"),
        time("Answer due 響應期限", "r.answer_due"), time("Answered 響應時間", "r.answered_at"), time("Arrived 到達時間", "r.arrived_at"),
        time("Served 完成時間", "r.served_at"), text("Result 結果", "r.result"), text("Result in words 結果說明", "r.result_text"),
        code("Confirmation 客戶確認", "r.confirmation", ServiceWords.CONFIRMATIONS), number("Reopened 重開次數", "r.reopenings"), code("Satisfaction 滿意度", "r.satisfaction", Satisfaction.NAMES),
        text("Complaint 投訴", "r.complaint_case"), code("State 狀態", "r.status", STATUSES), time("Ended 結束時間", "r.ended_at")));
  }
}
