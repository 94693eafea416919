package dev.kefu.aftersales.service;

import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service ledger as a file. */
@Configuration(proxyBeanMethods = false)
class RequestFile {

  /** Each row with what people look up in it; codes as the register keeps them. */
  @Bean
  Register serviceRequestExport() {
    return new Register("service-requests", "Service requests 售後服務台帳", Set.of("aftersales_requests"), "aftersales_requests r", "r.id", "r.received_at", List.of(text("Case 案件", "r.case_number"), time("Received 受理時間", "r.received_at"), text("Channel 渠道", "r.channel"), text("Registered by 登記人", "r.registered_by"),
        text("Customer no. 客戶編號", "r.customer_code"), text("Contact 聯繫人", "r.contact"), text("Product 產品", "r.product"), text("Model 型號", "r.model"),
        text("Serial no. 序列號", "r.serial_number"), text("Kind 類別", "r.request_type"), text("Fault 故障", "r.fault"), text("Route 去向", "r.route"),
        text("Paid how 服務性質", "r.service_kind"), text("Urgency 緊急程度", "r.urgency"), time("Promised 承諾時間", "r.promised_at"),
        time("Answer due 響應期限", "r.answer_due"), time("Answered 響應時間", "r.answered_at"), time("Arrived 到達時間", "r.arrived_at"),
        time("Served 完成時間", "r.served_at"), text("Result 結果", "r.result"), text("Result in words 結果說明", "r.result_text"),
        text("Confirmation 客戶確認", "r.confirmation"), number("Reopened 重開次數", "r.reopenings"), text("Satisfaction 滿意度", "r.satisfaction"),
        text("Complaint 投訴", "r.complaint_case"), text("State 狀態", "r.status"), time("Ended 結束時間", "r.ended_at")));
  }
}
