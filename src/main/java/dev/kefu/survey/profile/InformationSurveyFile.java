package dev.kefu.survey.profile;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.Register.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of information surveys as a file. */
@Configuration(proxyBeanMethods = false)
class InformationSurveyFile {

  private static final Map<String, String> STATES = Map.of("OPEN", "Open 已立案", "ASSIGNED", "Assigned 已指派", "ANSWERED", "Answered 已填表", "ACCEPTED", "Accepted 已審核", "COMPLETED", "Completed 已完成",
      "REFUSED", "Refused by customer 客戶拒絕", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");
  private static final Map<String, String> REGISTRATIONS = Map.of("registered", "Registered 已登記", "merged", "Merged 已合併", "rejected", "Rejected 未採納");

  /** Surveys by the moment at which they were opened. */
  @Bean
  Register informationSurveysExport() {
    return new Register("information-surveys", "Information surveys 客戶信息調查台帳", Set.of("survey_information_surveys"), "survey_information_surveys s", "s.id", "s.opened_at", List.of(
        text("Case 案件", "s.case_number"), time("Opened 立案時間", "s.opened_at"), code("Occasion 事由", "s.occasion", ProfileWords.OCCASIONS), text("Customer no. 客戶編號", "s.customer_code"),
        text("Surveyor 調查員", "s.surveyor"), text("Customer's owner 客戶負責人", "s.customer_owner"), text("Reviewer 審核人", "s.reviewer"), time("Answered 填表時間", "s.answered_at"),
        code("Style 經營方式", "s.operating_style", ProfileWords.STYLES), code("State of business 經營狀況", "s.business_state", ProfileWords.STATES), code("Price 價格", "s.price_level", ProfileWords.PRICES),
        number("Peak-month sales 旺季月銷量", "s.peak_month_sales"), number("Off-season sales 淡季月銷量", "s.off_month_sales"), code("Nature 企業性質", "s.enterprise_type", ProfileWords.TYPES),
        number("Staff 員工人數", "s.staff_total"), code("Position in the trade 同業地位", "s.trade_position", ProfileWords.POSITIONS), number("Payment term (days) 付款期（天）", "s.payment_term"),
        code("Way of payment 付款方式", "s.payment_method", ProfileWords.PAYMENTS), number("Dealings with us 與本公司往來", "s.dealings_total"), number("Times returned 退回次數", "s.returns"),
        number("Peak-month sales down (%) 旺季月銷量降幅", "s.peak_sales_drop"), new Field("Alerts 預警", "s.alerts", Type.TEXT, ProfileWords::alerts),
        code("Customer master 客戶資料庫", "s.registration_outcome", REGISTRATIONS), code("State 狀態", "s.status", STATES), time("Ended 結束時間", "s.ended_at")));
  }
}
