package dev.kefu.aftersales.feedback;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.aftersales.Satisfaction;
import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What customers say about services as a file. */
@Configuration(proxyBeanMethods = false)
class FeedbackFile {

  private static final String FORM = "aftersales/service-feedback-ask";
  private static final Map<String, String> STATUSES = Map.of("ASKED", "Asked 已詢問", "ANSWERED", "Answered 已答覆", "CLOSED", "Closed 已結案", "COMPLAINT", "Became a complaint 轉投訴",
      "PROPOSAL", "Became a proposal 轉建議", "CANCELLED", "Cancelled 已取消");

  /** Each row with what people look up in it. */
  @Bean
  Register serviceFeedbackExport() {
    return new Register("service-feedback", "Service feedback 服務反饋台帳", Set.of("aftersales_feedback"), "aftersales_feedback f", "f.id", "f.asked_at", List.of(text("Case 案件", "f.case_number"), time("Asked 詢問時間", "f.asked_at"), text("Asked by 詢問人", "f.asked_by"), text("Customer no. 客戶編號", "f.customer_code"),
        text("Product 產品", "f.product"), yesNo("Reached 已聯繫上", "f.reached"), yesNo("On time 準時", "f.on_time"), number("Attitude 態度", "f.attitude"),
        number("Skill 技術", "f.skill"), number("Speed 速度", "f.speed"), number("Charge 收費", "f.charge"), code("Problem solved 問題解決", "f.problem_solved", FormLabels.of(FORM, "feedback.solved")),
        code("Satisfaction 滿意度", "f.satisfaction", Satisfaction.NAMES), text("Opinion of the product 產品意見", "f.product_opinion"),
        text("Opinion of the service 服務意見", "f.service_opinion"), code("Receiver 接收部門", "f.receiver", FormLabels.of(FORM, "feedback.receiver")), text("Reply 答覆", "f.reply"),
        time("Replied 答覆時間", "f.replied_at"), date("Customer told 告知客戶日期", "f.told_on"), text("Complaint 投訴", "f.complaint_case"), code("State 狀態", "f.status", STATUSES),
        time("Ended 結束時間", "f.ended_at")));
  }
}
